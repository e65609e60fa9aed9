/** A database for one command, closed when it is done: the embedded one is nobody else's meanwhile. */
import { existsSync } from 'node:fs'
import type { Config } from '../../server/config.ts'
import type { Database } from '../../server/db/database.ts'
import { openEmbedded } from '../../server/db/embedded.ts'
import { toDatabaseDir } from '../../server/db/open-data-dir.ts'
import { openPostgres } from '../../server/db/postgres.ts'
import { lockFolder } from '../../server/lock.ts'
import { messages } from '../../server/messages.ts'

/** @returns the exit code: that of the work, or 1 where there is no database */
export async function withClosedDatabase(
  config: Config,
  work: (db: Database) => Promise<number>,
): Promise<number> {
  if (config.databaseUrl !== null) {
    return withClosing(await openPostgres({ url: config.databaseUrl, poolSize: 1 }), work)
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

async function withClosing(db: Database, work: (db: Database) => Promise<number>): Promise<number> {
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}
