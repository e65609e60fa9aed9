/** How long must somebody wait who keeps guessing? Counted in the database, so that neither a restart nor a second server forgets. */
import type { Client } from './database.ts'

/** So many mistakes are anybody's; each further one doubles the wait. */
const free = 5
const longestWait_s = 900
/** Whoever has not failed for so long begins anew. */
const forgiven_h = 24

/** Seconds until the next attempt may be made; 0: now. */
export async function getWait(client: Client, keys: readonly string[]): Promise<number> {
  const [row] = await client.query<{ wait_s: number }>(
    `select coalesce(ceil(extract(epoch from max(blocked_until) - now())), 0)::integer as wait_s
     from sign_in_failures
     where key = any ($1::text[])`,
    [keys],
  )
  return Math.max(0, row?.wait_s ?? 0)
}

/**
 * Counts an attempt before it is known whether it is right, so that many at once do not pass together; a success is taken back.
 * False where one of the keys still has to wait: the transaction is then to be given up.
 */
export async function addAttempt(client: Client, keys: readonly string[]): Promise<boolean> {
  const counted = await client.query(
    `
insert into sign_in_failures as f (key, failures, last_failed_at, blocked_until)
select key, 1, now(), now()
from unnest($1::text[]) as k (key)
order by key
on conflict (key) do update
set
  failures = case
    when f.last_failed_at < now() - make_interval(hours => $2::integer) then 1
    else f.failures + 1
  end,
  last_failed_at = now(),
  blocked_until = case
    when f.last_failed_at < now() - make_interval(hours => $2::integer) then now()
    when f.failures + 1 < $3::integer then now()
    else now() + make_interval(
      secs => least($4::double precision, power(2, least(20, f.failures + 1 - $3::integer))::double precision)
    )
  end
where f.blocked_until <= clock_timestamp()
returning key`,
    [keys, forgiven_h, free, longestWait_s],
  )
  return counted.length === keys.length
}

/** After a success nothing is held against the name; of the address only this attempt is forgotten. */
export async function forgetAttempt(
  client: Client,
  { name, address }: { readonly name: string; readonly address: string },
): Promise<void> {
  await client.query(
    `delete from sign_in_failures
     where key = $1::text
     returning key`,
    [name],
  )
  await client.query(
    `update sign_in_failures
     set failures = greatest(0, failures - 1), blocked_until = now()
     where key = $1::text
     returning key`,
    [address],
  )
}
