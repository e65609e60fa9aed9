/** The embedded database: PostgreSQL with PostGIS inside this process. One connection, one process per data directory. */
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { postgis } from '@electric-sql/pglite-postgis'
import type { Client, Database, Row, SqlValue } from './database.ts'
import { createPlans } from './embedded-plans.ts'
import { createTransactionGuard, requireColumns, type Answer } from './statements.ts'
import { scalarParsers } from './value-parsers.ts'

/** What runs statements: the database or one of its transactions. */
interface Session {
  query(sql: string, params?: unknown[]): Promise<Answer>
  exec(script: string): Promise<readonly Answer[]>
}

export interface EmbeddedOptions {
  /** Folder of the database, made when missing; without one it lives in memory and ends with the process. */
  readonly dataDir?: string
}

/** The default of 128 MB costs 120 MB of memory and a quarter of a second at start; a province needs a few megabytes. */
const sharedBuffers = '32MB'

/** Opens the database. The process stays alive until it is closed. */
export async function openEmbedded({ dataDir }: EmbeddedOptions = {}): Promise<Database> {
  const pglite = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    extensions: { postgis, pg_trgm },
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${sharedBuffers}`],
    // For arrays the database takes the parser of the elements.
    parsers: { ...scalarParsers },
  })
  await pglite.exec(`set time zone 'UTC'`)
  const client = toClient(pglite)
  const guard = createTransactionGuard()
  const withLock = createLocks()
  const askPlanned = createPlans(pglite)
  return {
    driver: 'embedded',
    ...guard.toOutsideClient(client),
    transaction: async (work, { planned = '' } = {}) => {
      guard.refuseInside()
      return pglite.transaction((session) => guard.run(toClient(toPlanning(session)), work))

      function toPlanning(session: Session): Session {
        const inOrder = createQueue()
        return {
          query: (sql, params = []) =>
            inOrder(() => askPlanned(planned, sql, params) ?? session.query(sql, params)),
          exec: (script) => inOrder(() => session.exec(script)),
        }
      }
    },
    withLock,
    close: () => pglite.close(),
  }
}

/**
 * What is asked first runs first, though its plan has to be made before it: in whose name a transaction acts is asked without
 * being waited for. Also of what is asked twice at once the plan is made once.
 */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}

const endOfScript = 'end_of_script'

function toClient(session: Session): Client {
  return {
    query: async <R extends Row>(sql: string, params: readonly SqlValue[] = []) =>
      requireColumns<R>(sql, await session.query(sql, [...params])),
    run: async (script) => {
      // A swallowed geometry error ends a script in silence: the mark at the end is then missing.
      const answers = await session.exec(`${script}\n;select 1 as ${endOfScript}`)
      const last = answers.at(-1)
      requireColumns(script, last !== undefined && isEndOfScript(last) ? last : { rows: [], fields: [] })
    },
  }
}

function isEndOfScript(answer: Answer): boolean {
  return answer.rows[0] !== undefined && endOfScript in answer.rows[0]
}

/** Locks within this process: no other process can have the data directory open. */
function createLocks(): Database['withLock'] {
  const tails = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const before = tails.get(name) ?? Promise.resolve()
    const mine = before.then(work, work)
    tails.set(name, mine)
    return mine
  }
}
