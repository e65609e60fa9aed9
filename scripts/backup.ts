/** `npm run backup [-- file]`: everything that cannot be made again, in one file, from either database. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { toConfig, type Config } from '../server/config.ts'
import { writeArchive } from '../server/backup/write-archive.ts'
import type { Database } from '../server/db/database.ts'
import { openEmbedded } from '../server/db/embedded.ts'
import { toDatabaseDir } from '../server/db/open-data-dir.ts'
import { openPostgres } from '../server/db/postgres.ts'
import { lockFolder } from '../server/lock.ts'
import { messages, toExplanation } from '../server/messages.ts'

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const { language } = toConfig({ LANGUAGE: process.env['LANGUAGE'] })
  const say = messages[language]
  if (args.length > 1 || args[0]?.startsWith('-') === true) {
    console.error(say.backupUsage)
    return 2
  }
  try {
    const config = toConfig()
    const file = resolve(args[0] ?? join(config.dataDir, 'backups', `${toFileStamp(new Date())}.tar.gz`))
    return await withOwnedDatabase(config, async (db) => {
      const { tables, rows, uploads } = await writeArchive(db, { file, uploadsDir: config.uploadsDir })
      console.log(say.backupWritten(file, { tables, rows, uploads }))
    })
  } catch (error) {
    console.error(toExplanation(error, language) ?? (error instanceof Error ? error.message : error))
    return 1
  }
}

/** Sorted by name they are sorted by time. */
function toFileStamp(now: Date): string {
  return now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
}

async function withOwnedDatabase(config: Config, work: (db: Database) => Promise<void>): Promise<number> {
  if (config.databaseUrl !== null) {
    const db = await openPostgres({ url: config.databaseOwnerUrl ?? config.databaseUrl, poolSize: 1 })
    return withClosing(db, work)
  }
  const unlock = lockFolder(config.dataDir)
  try {
    const folder = toDatabaseDir(config.dataDir)
    if (!existsSync(folder)) {
      console.error(messages[config.language].noDatabase(config.dataDir))
      return 1
    }
    return await withClosing(await openEmbedded({ dataDir: folder }), work)
  } finally {
    unlock()
  }
}

async function withClosing(db: Database, work: (db: Database) => Promise<void>): Promise<number> {
  try {
    await work(db)
    return 0
  } finally {
    await db.close()
  }
}
