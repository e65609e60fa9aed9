/** A whole server on a port of its own, with a database of its own. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from '../../server/app.ts'
import { toConfig } from '../../server/config.ts'
import type { Database } from '../../server/db/database.ts'
import type { Content, Driver } from './databases.ts'
import { copyEmbedded } from './embedded-copies.ts'
import { copyPostgres, toApplication } from './postgres-copies.ts'
import { runFolder, withRunLock } from './run-lock.ts'

export interface RunningServer {
  /** http://127.0.0.1:port */
  readonly origin: string
  readonly database: Database
  /** Breaks every connection and lets nobody in, as a server that is started anew; what it holds in memory stays. */
  readonly leave: () => void
  readonly comeBack: () => Promise<void>
  readonly close: () => Promise<void>
}

const builtWeb = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** Serves the built page, the API and its documentation. */
export async function startServer(
  content: Content,
  driver: Driver = 'postgres',
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const copy = await (driver === 'embedded' ? copyEmbedded(content) : copyPostgres(content))
  const uploads = join(runFolder(), `uploads-${randomUUID()}`)
  const config = toConfig({ PORT: '0', LOG_LEVEL: 'silent', UPLOADS_DIR: uploads, ...environment })
  const app = await buildApp({ config, db: await toApplication(copy.database), webDir: await copyBuiltWeb() })
  await app.listen({ port: config.port, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    database: copy.database,
    leave: () => {
      app.server.close()
      app.server.closeAllConnections()
    },
    comeBack: () => new Promise((resolve) => app.server.listen(port, '127.0.0.1', resolve)),
    close: async () => {
      await app.close()
      await copy.remove()
    },
  }
}

/** A copy for this run: a build in the meantime must not take the files away under the server. */
async function copyBuiltWeb(): Promise<string> {
  if (!existsSync(join(builtWeb, 'index.html'))) {
    throw new Error('The page is not built: run `npm run build`, or everything by `npm test`')
  }
  const folder = join(runFolder(), 'web')
  await withRunLock('web', () => cp(builtWeb, folder, { recursive: true }))
  return folder
}
