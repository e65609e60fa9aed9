/** A real PostgreSQL with PostGIS, through a pool of connections. */
import type { Duplex } from 'node:stream'
import pg from 'pg'
import type { Client, Database, Row, SqlValue } from './database.ts'
import { toUnavailable } from './postgres-errors.ts'
import { toStatementName } from './statement-names.ts'
import { createTransactionGuard, requireColumns, type TransactionGuard } from './statements.ts'
import { elementParsers, scalarParsers } from './value-parsers.ts'

export interface PostgresOptions {
  /** postgres://user:password@host:port/database: never printed. */
  readonly url: string
  readonly poolSize?: number
}

const connectTimeout_ms = 5_000
/** No question of a page takes this long; what does is stopped so that it cannot hold the pool. */
const statementTimeout_ms = 30_000

/** Compiling a statement pays for what runs for seconds; of a layer with 100,000 sites it was two thirds of the time. */
const settings = `set time zone 'UTC'; set jit to off`

const textArrayOid: number = 1009

/** Connects once, so that a wrong address is known at start and not at the first question. */
export async function openPostgres({ url, poolSize = 10 }: PostgresOptions): Promise<Database> {
  const connection: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: connectTimeout_ms,
    keepAlive: true,
    application_name: 'ban-do-so-ha-tang-vien-thong',
    types: { getTypeParser },
    // What need not wait for the answer before it is sent at once: the beginning of a transaction with its first statement.
    pipeline: true,
  }
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    statement_timeout: statementTimeout_ms,
    onConnect: (client) => void client.query(settings).catch(ignoreLostConnection),
  })
  // An idle connection that breaks is replaced by the pool; unheard, the event would end the process.
  pool.on('error', ignoreLostConnection)
  const client = toClient(pool)
  const guard = createTransactionGuard()
  try {
    await client.query('select 1 as answer')
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    driver: 'postgres',
    ...guard.toOutsideClient(client),
    transaction: async (work, { planned = '' } = {}) => {
      guard.refuseInside()
      return runTransaction(pool, { guard, planned }, work)
    },
    withLock: (name, work) => withAdvisoryLock(new pg.Client(connection), { name, work }),
    close: () => pool.end(),
  }
}

/** @param planned under which name the connection keeps its plans; empty: every statement is planned anew */
function toClient(session: Pick<pg.PoolClient, 'query'>, planned = ''): Client {
  return {
    query: async <R extends Row>(text: string, params: readonly SqlValue[] = []) => {
      const name = planned === '' ? undefined : toStatementName(planned, text)
      const answer = session.query({ text, values: [...params], ...(name === undefined ? {} : { name }) })
      return requireColumns<R>(text, await answer.catch(toUnavailable))
    },
    run: async (script) => {
      await session.query(script).catch(toUnavailable)
    },
  }
}

async function runTransaction<T>(
  pool: pg.Pool,
  { guard, planned }: { readonly guard: TransactionGuard; readonly planned: string },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect().catch(toUnavailable)
  let broken: Error | undefined
  // A connection that breaks between two statements says so by this event only.
  const onError = (error: Error) => (broken = error)
  connection.on('error', onError)
  try {
    sendTogether(connection)
    // Not waited for: the first statement goes with it, and fails with it.
    const begun = connection.query('begin').catch(toUnavailable)
    const [result] = await Promise.all([guard.run(toClient(connection, planned), work), begun])
    await connection.query('commit').catch(toUnavailable)
    return result
  } catch (error) {
    await connection.query('rollback').catch((failed: Error) => (broken = failed))
    throw error
  } finally {
    connection.off('error', onError)
    connection.release(broken)
  }
}

/**
 * What is asked before anything else happens leaves in one packet: a write to the socket costs more than most statements. The
 * driver's types do not name its socket.
 */
function sendTogether(connection: pg.PoolClient): void {
  const { stream } = (connection as unknown as { readonly connection: { readonly stream: Duplex } })
    .connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** On a connection of its own: it must not take one from the pool that `work` needs, and waits without a time limit. */
async function withAdvisoryLock<T>(
  client: pg.Client,
  { name, work }: { readonly name: string; readonly work: () => Promise<T> },
): Promise<T> {
  client.on('error', ignoreLostConnection)
  await client.connect().catch(toUnavailable)
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1::text, 0))', [name]).catch(toUnavailable)
    return await work()
  } finally {
    // The lock ends with its connection.
    await client.end()
  }
}

function ignoreLostConnection(): void {
  // The next statement meets the same fault and reports it.
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  const scalar = scalarParsers[oid]
  if (scalar !== undefined) return scalar
  const element = elementParsers[oid]
  if (element === undefined) return pg.types.getTypeParser(oid, format as 'text')
  const toTexts = pg.types.getTypeParser(textArrayOid, 'text') as (text: string) => (string | null)[]
  return (text: string) => toTexts(text).map((item) => (item === null ? null : element(item)))
}
