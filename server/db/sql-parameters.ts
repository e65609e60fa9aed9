/** How does a statement that is put together from parts number and cast its parameters? */
import type { SqlValue } from './database.ts'

/** Adds a value to the statement and answers with its cast placeholder, `$3::date`. */
export type Bind = (value: SqlValue, type: SqlType) => string

export type SqlType =
  'boolean' | 'coverage_basis' | 'date' | 'double precision' | 'integer' | 'integer[]' | 'text' | 'text[]'

export interface SqlParameters {
  readonly bind: Bind
  readonly values: readonly SqlValue[]
}

export function createSqlParameters(): SqlParameters {
  const values: SqlValue[] = []
  return {
    values,
    bind: (value, type) => {
      values.push(value)
      return `$${values.length}::${type}`
    },
  }
}
