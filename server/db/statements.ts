/** Which statements must never pass in silence? The guards that both drivers share. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Client, Row, SqlValue } from './database.ts'

/** The answer of a driver before it is checked. */
export interface Answer {
  readonly rows: readonly Row[]
  readonly fields: readonly unknown[]
}

/** A statement answered without columns, so nobody can tell whether it did anything. */
export class NoColumnsError extends Error {
  constructor(sql: string) {
    super(
      'The statement answered without columns: either it writes without `returning`, or the embedded database ' +
        `swallowed a geometry error. Statement: ${toFirstLine(sql)}`,
    )
    this.name = 'NoColumnsError'
  }
}

/** The rows of an answer that has columns. A genuine empty result has columns, a swallowed geometry error has none. */
export function requireColumns<R extends Row>(sql: string, answer: Answer): R[] {
  if (answer.fields.length === 0) throw new NoColumnsError(sql)
  return answer.rows as R[]
}

const openTransactions = new AsyncLocalStorage<{ open: boolean }>()

/** Throws inside a transaction's `work`: there the database itself would wait for ever or answer from outside. */
export function refuseInsideTransaction(): void {
  if (openTransactions.getStore()?.open === true) {
    throw new Error("Inside a transaction only the transaction's own client may be used")
  }
}

/**
 * Runs `work` with a client that remembers a failed statement: work that catches the failure still must not commit,
 * and the embedded database would let it.
 */
export async function runGuarded<T>(raw: Client, work: (client: Client) => Promise<T>): Promise<T> {
  refuseInsideTransaction()
  const scope = { open: true }
  let failure: { readonly cause: unknown } | null = null
  const guard = async <A>(statement: () => Promise<A>): Promise<A> => {
    if (!scope.open) throw new Error('The transaction has ended')
    if (failure !== null) throw failure.cause
    try {
      return await statement()
    } catch (cause) {
      failure = { cause }
      throw cause
    }
  }
  const client: Client = {
    query: <R extends Row>(sql: string, params?: readonly SqlValue[]) =>
      guard(() => raw.query<R>(sql, params)),
    run: (script) => guard(() => raw.run(script)),
  }
  try {
    const result = await openTransactions.run(scope, () => work(client))
    rethrow(failure)
    return result
  } finally {
    scope.open = false
  }
}

// A function of its own, because the compiler believes that `failure` is still null after `work`.
function rethrow(failure: { readonly cause: unknown } | null): void {
  if (failure !== null) throw failure.cause
}

function toFirstLine(sql: string): string {
  return sql.trim().replace(/\s+/g, ' ').slice(0, 200)
}
