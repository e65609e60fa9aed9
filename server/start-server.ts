/** How does the server come up and go down? Lock, database, migrations, application, port: in this order, and back. */
import { prepareDemoAccounts } from './accounts/prepare-demo-accounts.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import { lockFolder } from './lock.ts'
import { openDatabase, type Voice } from './open-database.ts'
import { checkPort, toPortError } from './port.ts'

export interface RunningServer {
  /** http://127.0.0.1:8080 */
  readonly address: string
  readonly db: Database
  /** Answers what was asked, then closes the database and gives the data directory back. */
  readonly close: () => Promise<void>
}

/** Resolves when the address answers. Throws what server/messages.ts can explain; then nothing is left open. */
export async function startServer(config: Config, voice: Voice): Promise<RunningServer> {
  const unlock = config.databaseUrl === null ? lockFolder(config.dataDir) : () => undefined
  try {
    await checkPort(config)
    const db = await openDatabase(config, voice)
    try {
      await prepareDemoAccounts(db, config)
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
