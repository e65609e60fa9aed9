/** The single write path: the rows, the audit entry, the new data version and the notice in one transaction. */
import type { Client, Database } from './database.ts'

/** The channel on which every change is announced; the payload is the new data version. */
export const dataChangedChannel = 'data_changed'

export interface AuditEntry {
  /** Who did it: a user, or the command that ran. */
  readonly actor: string
  /** What was done: create, update, delete, load. */
  readonly action: string
  /** To which noun (the table's name), and to which row where it is one. */
  readonly noun: string
  readonly noun_id?: string
  readonly before?: unknown
  readonly after?: unknown
  readonly request_id?: string
}

/** What the work returns: what its caller gets, and what the audit log keeps. */
export interface Change<T> {
  readonly result: T
  readonly entry: AuditEntry
}

/** Runs `work` and records it. Nothing of it is seen by anybody unless all of it is. */
export function change<T>(db: Database, work: (client: Client) => Promise<Change<T>>): Promise<T> {
  return db.transaction(async (client) => {
    const { result, entry } = await work(client)
    await createAuditEntry(client, entry)
    const [state] = await client.query<{ version: number }>(
      `update data_state
       set version = version + 1
       returning version`,
    )
    await client.query(`select pg_notify($1::text, $2::text)`, [dataChangedChannel, String(state?.version)])
    return result
  })
}

async function createAuditEntry(client: Client, entry: AuditEntry): Promise<void> {
  await client.query(
    `insert into audit_log (actor, action, noun, noun_id, before, after, request_id)
     values ($1::text, $2::text, $3::text, $4::text, $5::jsonb, $6::jsonb, $7::text)
     returning id`,
    [
      entry.actor,
      entry.action,
      entry.noun,
      entry.noun_id ?? null,
      toJson(entry.before),
      toJson(entry.after),
      entry.request_id ?? null,
    ],
  )
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
