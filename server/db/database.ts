/** How does the server speak to a database, whether embedded or a real PostgreSQL? One interface, two drivers, the same SQL. */

export type Row = Readonly<Record<string, unknown>>

/** Values that both drivers pass on alike; cast every parameter in the SQL (`$1::text`). */
export type SqlValue = string | number | boolean | null | readonly string[] | readonly number[]

/** Something that runs statements: the database itself or one transaction. Every function in server/db takes it first. */
export interface Client {
  /**
   * Rows of one statement. It must return columns: a statement without (an insert without `returning`) is refused,
   * because the embedded database swallows geometry errors and answers with no columns at all.
   * Dates come as ISO strings, counts and numerics as numbers, timestamps as ISO strings, jsonb as values, arrays of
   * these as arrays; arrays of enums only when cast to `text[]`.
   */
  query<R extends Row>(sql: string, params?: readonly SqlValue[]): Promise<R[]>
  /** A script of one or more statements without parameters or rows: migrations only. */
  run(script: string): Promise<void>
}

export interface TransactionOptions {
  /**
   * A name under which a connection keeps the plans of the statements: planning costs more than running most of them. One name
   * for each way of looking at the tables, since a plan belongs to the views and policies it was made for.
   */
  readonly planned?: string
}

export interface Database extends Client {
  readonly driver: 'embedded' | 'postgres'
  /**
   * Commits when `work` resolves, rolls back when it throws or when any of its statements failed. Not nested, and inside
   * `work` only its client may be used: the database itself would answer from outside the transaction.
   */
  transaction<T>(work: (client: Client) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Runs `work` while no other process that asks for the same lock does. */
  withLock<T>(name: string, work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}
