/** How does the server come up and go down? Lock, database, migrations, application, port: in this order, and back. */
import { join } from 'node:path'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import type { DatasetFolders } from './dataset/read-dataset.ts'
import { checkServer } from './db/check-server.ts'
import type { Database } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { openDataDir } from './db/open-data-dir.ts'
import { openPostgres } from './db/postgres.ts'
import { lockFolder } from './lock.ts'
import type { Messages } from './messages-vi.ts'
import { checkPort, toPortError } from './port.ts'

export interface RunningServer {
  /** http://127.0.0.1:8080 */
  readonly address: string
  readonly db: Database
  /** Answers what was asked, then closes the database and gives the data directory back. */
  readonly close: () => Promise<void>
}

/** Where progress is told, in which words. */
export interface Voice {
  readonly say: Messages
  readonly print: (line: string) => void
}

/** Resolves when the address answers. Throws what server/messages.ts can explain; then nothing is left open. */
export async function startServer(config: Config, voice: Voice): Promise<RunningServer> {
  const unlock = config.databaseUrl === null ? lockFolder(config.dataDir) : () => undefined
  try {
    await checkPort(config)
    const db = await openDatabase(config, voice)
    try {
      const app = await buildApp({ config, db })
      const listening = await app
        .listen({ port: config.port, host: config.host })
        .catch(async (error: unknown) => {
          await app.close()
          throw toPortError(error, config)
        })
      return {
        address: listening,
        db,
        close: async () => {
          await app.close()
          await db.close()
          unlock()
        },
      }
    } catch (error) {
      await db.close()
      throw error
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The two folders of a province's data. */
export function toDatasetFolders({ datasetDir }: Pick<Config, 'datasetDir'>): DatasetFolders {
  return { referenceDir: join(datasetDir, 'reference'), datasetDir: join(datasetDir, 'sample') }
}

async function openDatabase(config: Config, { say, print }: Voice): Promise<Database> {
  const onMigrated = (names: readonly string[]) => print(say.migrated(names))
  if (config.databaseUrl === null) {
    const folders = toDatasetFolders(config)
    return openDataDir({ dataDir: config.dataDir, folders, onStep: (step) => print(say[step]), onMigrated })
  }
  print(say.connecting)
  const db = await openPostgres({ url: config.databaseUrl, poolSize: config.databasePoolSize })
  try {
    await checkServer(db)
    const names = await migrate(db)
    if (names.length > 0) onMigrated(names)
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}
