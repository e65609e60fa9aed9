/** `npm run restore -- file [--yes]`: puts a backup back, into either database. */
import { resolve } from 'node:path'
import { toConfig, type Config } from '../server/config.ts'
import type { Manifest } from '../server/backup/archive-format.ts'
import { restoreEmbedded, restorePostgres, type RestorePlan } from '../server/backup/restore-archive.ts'
import { checkServer } from '../server/db/check-server.ts'
import { openPostgres } from '../server/db/postgres.ts'
import { lockFolder } from '../server/lock.ts'
import { messages, toExplanation } from '../server/messages.ts'

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const { language } = toConfig({ LANGUAGE: process.env['LANGUAGE'] })
  const say = messages[language]
  const [file, ...others] = args.filter((arg) => arg !== '--yes')
  if (file === undefined || others.length > 0 || file.startsWith('-')) {
    console.error(say.restoreUsage)
    return 2
  }
  try {
    const config = toConfig()
    const existing = args.includes('--yes') ? 'replace' : 'keep'
    console.log(say.restoreChecking(resolve(file)))
    const manifest = await restore(config, {
      file: resolve(file),
      uploadsDir: config.uploadsDir,
      existing,
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(say.restored(manifest.title ?? say.unknownData, manifest.created_at, rows))
    return 0
  } catch (error) {
    console.error(toExplanation(error, language) ?? (error instanceof Error ? error.message : error))
    return 1
  }
}

async function restore(config: Config, plan: RestorePlan): Promise<Manifest> {
  const { dataDir } = config
  if (config.databaseUrl === null) {
    const unlock = lockFolder(dataDir)
    try {
      return await restoreEmbedded({ ...plan, dataDir })
    } finally {
      unlock()
    }
  }
  const db = await openPostgres({ url: config.databaseOwnerUrl ?? config.databaseUrl })
  try {
    await checkServer(db)
    return await restorePostgres(db, { ...plan, dataDir })
  } finally {
    await db.close()
  }
}
