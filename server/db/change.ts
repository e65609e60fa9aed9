/** The single write path: the rows, the audit entry, the new data version and the notice in one transaction. */
import type { DatabaseActor } from './act-as.ts'
import type { Client, Database } from './database.ts'

/** The channel on which every change is announced. */
export const dataChangedChannel = 'data_changed'

export interface AuditEntry {
  /** What was done: create, update, retire, restore, accept, load … */
  readonly action: string
  /** To which noun (the table's name), and to which row where it is one. */
  readonly noun: string
  readonly noun_id?: string
  /** The whole record as it was and as it is, private parts included: who may read them may read the entry. */
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string | null
  readonly request_id?: string
  /** The entry that this one takes back or repeats. */
  readonly reverts_id?: number
  /** All entries of one import or one merge. */
  readonly batch_id?: string
  /** The carrier whose record it is, and where it lies: who may read the entry, and what a list is filtered by. */
  readonly carrier_code?: string | null
  readonly restricted?: boolean
  readonly district_code?: string | null
  readonly commune_code?: string | null
  readonly commune_2025_code?: string | null
}

/**
 * What the work returns: what its caller gets, and what the audit log keeps. Where the caller is told which entries were
 * written, `toResult` makes the answer of their ids.
 */
export type Change<T> = { readonly entries: readonly AuditEntry[] } & (
  { readonly result: T } | { readonly toResult: (entryIds: readonly number[]) => T }
)

/** In whose name: `actAs(…)`, or a command that owns the database. */
export interface ChangingDatabase {
  readonly actor: Pick<DatabaseActor, 'user_id' | 'username'>
  transaction<T>(work: (client: Client) => Promise<T>): Promise<T>
}

/** A command that owns the database, under its own name in the audit log. */
export function asOwner(db: Database, name: string): ChangingDatabase {
  return { actor: { user_id: null, username: name }, transaction: (work) => db.transaction(work) }
}

/** Runs `work` and records it. Nothing of it is seen by anybody unless all of it is. */
export function change<T>(db: ChangingDatabase, work: (client: Client) => Promise<Change<T>>): Promise<T> {
  return db.transaction(async (client) => {
    const done = await work(client)
    const entryIds: number[] = []
    for (const entry of done.entries) entryIds.push(await createAuditEntry(client, db.actor, entry))
    const [state] = await client.query<{ version: number }>(
      `update data_state
       set version = version + 1
       returning version`,
    )
    await client.query(`select pg_notify($1::text, $2::text)`, [dataChangedChannel, String(state?.version)])
    return 'toResult' in done ? done.toResult(entryIds) : done.result
  })
}

async function createAuditEntry(
  client: Client,
  actor: ChangingDatabase['actor'],
  entry: AuditEntry,
): Promise<number> {
  const [created] = await client.query<{ id: number }>(
    `insert into audit_log (
       actor, actor_id, action, noun, noun_id, before, after, reason, request_id, reverts_id, batch_id,
       carrier_code, restricted, district_code, commune_code, commune_2025_code
     )
     values (
       $1::text, $2::integer, $3::text, $4::text, $5::text, $6::jsonb, $7::jsonb, $8::text, $9::text, $10::bigint,
       $11::uuid, $12::text, $13::boolean, $14::text, $15::text, $16::text
     )
     returning id`,
    [
      actor.username ?? '',
      actor.user_id,
      entry.action,
      entry.noun,
      entry.noun_id ?? null,
      toJson(entry.before),
      toJson(entry.after),
      entry.reason ?? null,
      entry.request_id ?? null,
      entry.reverts_id ?? null,
      entry.batch_id ?? null,
      entry.carrier_code ?? null,
      entry.restricted ?? false,
      entry.district_code ?? null,
      entry.commune_code ?? null,
      entry.commune_2025_code ?? null,
    ],
  )
  if (created === undefined) throw new Error('The audit log answered without an entry')
  return created.id
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}
