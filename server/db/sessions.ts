/** Which sessions are open, whose are they, and when do they end? */
import { createHash } from 'node:crypto'
import type { Client, Row } from './database.ts'
import { toAccount, type Account, type AccountRow } from './users.ts'

/** Unused for so long, a session ends; and after so many days in any case. */
const sessionIdle_h = 12
export const sessionLongest_d = 14

/** A session is written down as seen this often, not with every request. */
const seenEvery_s = 60

export interface KeptSession {
  readonly data: Readonly<Record<string, unknown>>
  /** Null while nobody has signed in with it. */
  readonly account: Account | null
}

/** Whoever reads the table must not be able to sign in with what stands there. */
function toIdHash(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}

/** An open session; null when it has ended, or its account is disabled. Asked outside of any role (migration 0012). */
export async function findSession(
  { db, system }: { readonly db: Client; readonly system: Client },
  id: string,
): Promise<KeptSession | null> {
  const id_hash = toIdHash(id)
  const [row] = await db.query<AccountRow & { data: KeptSession['data']; is_stale: boolean }>(
    `
select
  s.data, s.is_stale, s.id, s.username, s.display_name, s.role, s.carrier_code, s.units, s.must_change_password, s.is_disabled,
  s.is_demo, s.version
from find_session($1::text, $2::integer) s`,
    [id_hash, seenEvery_s],
  )
  if (row === undefined) return null
  if (row.is_stale) await noteSeen(system, id_hash)
  // A session of nobody has no columns of an account.
  const isSomebodys = (row.id as number | null) !== null
  return { data: row.data, account: isSomebodys ? toAccount(row) : null }
}

/** It lives on from here, but never longer than its whole life. What has ended meanwhile stays ended. */
async function noteSeen(client: Client, id_hash: string): Promise<void> {
  const [seen] = await client.query<{ user_id: number | null }>(
    `
update sessions
set
  last_seen_at = now(),
  expires_at = least(now() + make_interval(hours => $2::integer), created_at + make_interval(days => $3::integer))
where id_hash = $1::text
returning user_id`,
    [id_hash, sessionIdle_h, sessionLongest_d],
  )
  if (seen?.user_id != null) await noteAccountSeen(client, seen.user_id)
}

async function noteAccountSeen(client: Client, user_id: number): Promise<void> {
  await client.query(
    `
update users
set last_seen_at = now()
where id = $1::integer
returning id`,
    [user_id],
  )
}

export interface SessionToKeep {
  readonly id: string
  readonly user_id: number | null
  readonly data: Readonly<Record<string, unknown>>
  readonly user_agent: string | null
}

export async function keepSession(
  client: Client,
  { id, user_id, data, user_agent }: SessionToKeep,
): Promise<void> {
  await client.query(
    `
insert into sessions (id_hash, user_id, data, user_agent, expires_at)
values ($1::text, $2::integer, $3::jsonb, $4::text, now() + make_interval(hours => $5::integer))
on conflict (id_hash) do update
set user_id = excluded.user_id, data = excluded.data
returning public_id`,
    [toIdHash(id), user_id, JSON.stringify(data), user_agent, sessionIdle_h],
  )
  if (user_id !== null) await noteAccountSeen(client, user_id)
}

export async function endSession(client: Client, id: string): Promise<void> {
  await client.query(
    `
delete from sessions
where id_hash = $1::text
returning public_id`,
    [toIdHash(id)],
  )
}

/** All of an account, but for the one named. */
export async function endSessionsOf(
  client: Client,
  user_id: number,
  except: string | null = null,
): Promise<void> {
  await client.query(
    `
delete from sessions
where user_id = $1::integer
  and id_hash is distinct from $2::text
returning public_id`,
    [user_id, except === null ? null : toIdHash(except)],
  )
}

/** Whether the account had such a session. */
export async function endOwnSession(client: Client, user_id: number, public_id: string): Promise<boolean> {
  const ended = await client.query(
    `
delete from sessions
where public_id = $1::uuid
  and user_id = $2::integer
returning public_id`,
    [public_id, user_id],
  )
  return ended.length > 0
}

export interface ListedSession extends Row {
  readonly id: string
  readonly user_agent: string | null
  readonly created_at: string
  readonly last_seen_at: string
  readonly is_this_one: boolean
}

/** Of one account, the one seen last first; `id` is that of the one who asks. */
export function listSessionsOf(client: Client, user_id: number, id: string): Promise<ListedSession[]> {
  return client.query<ListedSession>(
    `
select s.public_id as id, s.user_agent, s.created_at, s.last_seen_at, s.id_hash = $2::text as is_this_one
from sessions s
where s.user_id = $1::integer
  and s.expires_at > now()
order by s.last_seen_at desc, s.created_at desc, s.public_id`,
    [user_id, toIdHash(id)],
  )
}

export async function removeExpiredSessions(client: Client): Promise<void> {
  await client.query(`
delete from sessions
where expires_at <= now()
returning public_id`)
}

/** A session as somebody came with it. */
export interface ToldSession {
  readonly id: string
  readonly account: Pick<Account, 'id' | 'version'>
}

/** Those that are still open and their account the same as then. Looking does not prolong them. */
export async function listOpenSessions<S extends ToldSession>(
  client: Client,
  told: readonly S[],
): Promise<ReadonlySet<S>> {
  const open = await client.query<{ position: number }>(
    `
select t.position
from unnest($1::text[], $2::integer[], $3::integer[]) with ordinality as t (id_hash, user_id, version, position)
join sessions s on s.id_hash = t.id_hash
join users u on u.id = s.user_id
where s.expires_at > now()
  and u.id = t.user_id
  and u.version = t.version
  and u.disabled_at is null`,
    [
      told.map(({ id }) => toIdHash(id)),
      told.map(({ account }) => account.id),
      told.map(({ account }) => account.version),
    ],
  )
  return new Set(open.flatMap(({ position }) => told[position - 1] ?? []))
}
