/** The single write path: the rows and their audit entries in one transaction. The entries are what others learn it from. */
import type { DatabaseActor } from './act-as.ts'
import type { Client, Database } from './database.ts'
import { inPortions, mapPortions } from './portions.ts'

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
  /** Of what concerns several places, all their units: `commune:03127`. */
  readonly units?: readonly string[]
}

/**
 * What the work returns: what its caller gets, and what the audit log keeps. Where the caller is told which entries were
 * written, `toResult` makes the answer of their ids.
 */
export type Change<T> = { readonly entries: readonly AuditEntry[] } & (
  { readonly result: T } | { readonly toResult: (entryIds: readonly number[]) => T }
)

/** Of which nouns something has changed. */
export type Announce = (nouns: ReadonlySet<string>) => void

/** Tells whom it concerns, in the same transaction. */
export type AlertOf = (client: Client, entries: readonly AuditEntry[]) => Promise<void>

/** In whose name: `actAs(…)`, or a command that owns the database. */
export interface ChangingDatabase {
  readonly actor: Pick<DatabaseActor, 'user_id' | 'username'>
  /** Called after the commit, so that this process need not wait until it looks again. */
  readonly announce?: Announce
  readonly alertOf?: AlertOf
  /** Around the entries alone: a command has no account to sign with, and writes them as the system. */
  readonly sign?: <T>(client: Client, write: () => Promise<T>) => Promise<T>
  transaction<T>(work: (client: Client) => Promise<T>): Promise<T>
}

/** A command that owns the database, under its own name in the audit log. */
export function asOwner(db: Database, name: string): ChangingDatabase {
  return { actor: { user_id: null, username: name }, transaction: (work) => db.transaction(work) }
}

/**
 * Runs `work` and records it. Nothing of it is seen by anybody unless all of it is. Writers wait for each other only where they
 * write the same rows: nothing counts all changes, and no notice is sent, which would make commits wait in line.
 */
export async function change<T>(
  db: ChangingDatabase,
  work: (client: Client) => Promise<Change<T>>,
): Promise<T> {
  const { done, entryIds } = await db.transaction(async (client) => {
    const done = await work(client)
    await db.alertOf?.(client, done.entries)
    const write = () => createAuditEntries(client, db.actor, done.entries)
    return { done, entryIds: await (db.sign === undefined ? write() : db.sign(client, write)) }
  })
  db.announce?.(new Set(done.entries.map(({ noun }) => noun)))
  return 'toResult' in done ? done.toResult(entryIds) : done.result
}

/** Last in the transaction: the number of an entry is taken shortly before it is seen. */
async function createAuditEntries(
  client: Client,
  { username, user_id }: ChangingDatabase['actor'],
  entries: readonly AuditEntry[],
): Promise<number[]> {
  if (entries.length === 0) return []
  // One statement for the entries of a long list would take longer than a statement may.
  return mapPortions(inPortions(entries), async (portion) => {
    const created = await client.query<{ id: number }>(insertEntries, [
      username ?? '',
      user_id,
      JSON.stringify(portion),
    ])
    if (created.length !== portion.length) throw new Error('The audit log answered without an entry')
    return created.map(({ id }) => id)
  })
}

const insertEntries = `
insert into audit_log (
  actor, actor_id, action, noun, noun_id, before, after, reason, request_id, reverts_id, batch_id, carrier_code, restricted,
  district_code, commune_code, commune_2025_code, units
)
select
  $1::text, $2::integer, e.action, e.noun, e.noun_id, e.before, e.after, e.reason, e.request_id, e.reverts_id, e.batch_id,
  e.carrier_code, coalesce(e.restricted, false), e.district_code, e.commune_code, e.commune_2025_code, e.units
from rows from (
  jsonb_to_recordset($3::jsonb) as (
    action text, noun text, noun_id text, before jsonb, after jsonb, reason text, request_id text, reverts_id bigint,
    batch_id uuid, carrier_code text, restricted boolean, district_code text, commune_code text, commune_2025_code text,
    units text[]
  )
) with ordinality as e (
  action, noun, noun_id, before, after, reason, request_id, reverts_id, batch_id, carrier_code, restricted, district_code,
  commune_code, commune_2025_code, units, position
)
order by e.position
returning id`
