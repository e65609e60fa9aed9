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

export interface TransactionGuard {
  /** The client with which the database itself answers: only outside of its transactions. */
  readonly toOutsideClient: (client: Client) => Client
  /** Throws inside a transaction's `work`: there the database itself would wait for ever or answer from outside. */
  readonly refuseInside: () => void
  /**
   * Runs `work` with a client that remembers a failed statement: work that catches the failure still must not commit,
   * and the embedded database would let it.
   */
  readonly run: <T>(raw: Client, work: (client: Client) => Promise<T>) => Promise<T>
}

/** One per database: inside a transaction of one, another may well be asked. */
export function createTransactionGuard(): TransactionGuard {
  const current = new AsyncLocalStorage<{ open: boolean }>()
  const refuseInside = () => {
    if (current.getStore()?.open === true) {
      throw new Error("Inside a transaction only the transaction's own client may be used")
    }
  }
  return {
    refuseInside,
    toOutsideClient: (client) => ({
      query: async <R extends Row>(sql: string, params?: readonly SqlValue[]) => {
        refuseInside()
        return client.query<R>(sql, params)
      },
      run: async (script) => {
        refuseInside()
        await client.run(script)
      },
    }),
    run: async (raw, work) => {
      const scope = { open: true }
      const failures: unknown[] = []
      const guard = async <A>(statement: () => Promise<A>): Promise<A> => {
        if (!scope.open) throw new Error('The transaction has ended')
        if (failures.length > 0) throw failures[0]
        return statement().catch((failure: unknown) => {
          failures.push(failure)
          throw failure
        })
      }
      const client: Client = {
        query: <R extends Row>(sql: string, params?: readonly SqlValue[]) =>
          guard(() => raw.query<R>(sql, params)),
        run: (script) => guard(() => raw.run(script)),
      }
      try {
        const result = await current.run(scope, () => work(client))
        if (failures.length > 0) throw failures[0]
        return result
      } finally {
        scope.open = false
      }
    },
  }
}

function toFirstLine(sql: string): string {
  return sql.trim().replace(/\s+/g, ' ').slice(0, 200)
}
