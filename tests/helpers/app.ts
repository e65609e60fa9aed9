/** The server's application over a database of the test's, asked by `inject`: no port, no mock. */
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../core/permissions.ts'
import { buildApp } from '../../server/app.ts'
import { toConfig } from '../../server/config.ts'
import type { Database } from '../../server/db/database.ts'
import { toApplication } from './postgres-copies.ts'

export interface TestApp {
  readonly app: FastifyInstance
  /** What was logged, one entry a line. */
  readonly lines: Readonly<Record<string, unknown>>[]
}

export interface TestAppParts {
  /** The owner's: on PostgreSQL the application comes to it by a login of its own. */
  readonly db: Database
  readonly webDir?: string
  readonly environment?: Readonly<Record<string, string>>
  /** In whose name every request comes; a function for one that changes. By its session where it is not said. */
  readonly actor?: Actor | (() => Actor)
}

export async function openApp({
  db,
  webDir = '/nowhere',
  environment = {},
  actor,
}: TestAppParts): Promise<TestApp> {
  const lines: Record<string, unknown>[] = []
  const log = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }
  const application = await toApplication(db)
  const app = await buildApp({
    config: toConfig({ UPLOADS_DIR: '/nowhere', ...environment }),
    db: application,
    webDir,
    log,
  })
  const known: { csrf?: { readonly token: string; readonly cookie: string } } = {}
  if (actor !== undefined) {
    app.addHook('onRequest', async (request) => {
      request.actor = typeof actor === 'function' ? actor() : actor
      // Whose token it is the session decides, of which these requests have none.
      const { csrf } = known
      if (csrf === undefined || request.headers['x-csrf-token'] !== undefined) return
      request.headers['x-csrf-token'] = csrf.token
      request.cookies['map_csrf'] = csrf.cookie
    })
  }
  await app.ready()
  known.csrf = await getCsrfPair(app)
  return { app, lines }
}

async function getCsrfPair(app: FastifyInstance): Promise<{ token: string; cookie: string }> {
  const response = await app.inject('/api/session')
  const cookie = response.cookies.find(({ name }) => name === 'map_csrf')?.value ?? ''
  return { token: response.json<{ csrf_token: string }>().csrf_token, cookie }
}
