/** How long must somebody wait who keeps guessing? Counted in the database, so that neither a restart nor a second server forgets. */
import type { Client } from './database.ts'

/** What attempts are counted under. */
export interface AttemptKey {
  readonly key: string
  /** So many mistakes are free; the last of them makes one wait four seconds, and each further one twice as long. */
  readonly free: number
  readonly longest_s: number
}

/** Whoever has not failed for so long begins anew. */
const forgiven_h = 24

/** Seconds until the next attempt may be made; 0: now. */
export async function getWait(client: Client, keys: readonly AttemptKey[]): Promise<number> {
  const [row] = await client.query<{ wait_s: number }>(
    `select coalesce(ceil(extract(epoch from max(blocked_until) - now())), 0)::integer as wait_s
     from sign_in_failures
     where key = any ($1::text[])`,
    [keys.map(({ key }) => key)],
  )
  return Math.max(0, row?.wait_s ?? 0)
}

/**
 * Counts an attempt before it is known whether it is right, so that many at once do not pass together; a success is taken back.
 * False where one of the keys still has to wait: the transaction is then to be given up.
 */
export async function addAttempt(client: Client, keys: readonly AttemptKey[]): Promise<boolean> {
  const counted = await client.query(insertAttempt, [JSON.stringify(keys), forgiven_h])
  return counted.length === keys.length
}

const insertAttempt = `
with asked as (
  select k.key, k.free, k.longest_s
  from jsonb_to_recordset($1::jsonb) as k (key text, free integer, longest_s integer)
)
insert into sign_in_failures as f (key, failures, last_failed_at, blocked_until)
select key, 1, now(), now()
from asked
order by key
on conflict (key) do update
set
  failures = case
    when f.last_failed_at < now() - make_interval(hours => $2::integer) then 1
    else f.failures + 1
  end,
  last_failed_at = now(),
  blocked_until = (
    select
      case
        when f.last_failed_at < now() - make_interval(hours => $2::integer) then now()
        when f.failures + 1 < a.free then now()
        else now() + make_interval(
          secs => least(a.longest_s::double precision, power(2, least(20, f.failures + 3 - a.free))::double precision)
        )
      end
    from asked a
    where a.key = f.key
  )
where f.blocked_until <= clock_timestamp()
returning key`

/** After a success nothing is held against `forgiven`; of the others only this attempt is forgotten. */
export async function forgetAttempt(
  client: Client,
  { forgiven, others }: { readonly forgiven: readonly AttemptKey[]; readonly others: readonly AttemptKey[] },
): Promise<void> {
  await client.query(
    `delete from sign_in_failures
     where key = any ($1::text[])
     returning key`,
    [forgiven.map(({ key }) => key)],
  )
  await client.query(
    `update sign_in_failures
     set failures = greatest(0, failures - 1), blocked_until = now()
     where key = any ($1::text[])
     returning key`,
    [others.map(({ key }) => key)],
  )
}

/** What is forgiven need not be kept. */
export async function removeOldAttempts(client: Client): Promise<void> {
  await client.query(
    `delete from sign_in_failures
     where last_failed_at < now() - make_interval(hours => $1::integer)
     returning key`,
    [forgiven_h],
  )
}
