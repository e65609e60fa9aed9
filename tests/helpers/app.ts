/** The server's application over a database of the test's, asked by `inject`: no port, no mock. */
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../server/app.ts'
import { toConfig } from '../../server/config.ts'
import type { Database } from '../../server/db/database.ts'

export interface TestApp {
  readonly app: FastifyInstance
  /** What was logged, one entry a line. */
  readonly lines: Readonly<Record<string, unknown>>[]
}

export interface TestAppParts {
  readonly db: Database
  readonly webDir?: string
  readonly environment?: Readonly<Record<string, string>>
}

export async function openApp({ db, webDir = '/nowhere', environment = {} }: TestAppParts): Promise<TestApp> {
  const lines: Record<string, unknown>[] = []
  const log = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) }
  const app = await buildApp({ config: toConfig(environment), db, webDir, log })
  await app.ready()
  return { app, lines }
}
