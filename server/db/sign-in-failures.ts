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

export async function addFailure(client: Client, keys: readonly string[]): Promise<void> {
  await client.query(
    `
insert into sign_in_failures (key, failures, last_failed_at, blocked_until)
select key, 1, now(), now()
from unnest($1::text[]) as k (key)
on conflict (key) do update
set
  failures = case
    when sign_in_failures.last_failed_at < now() - make_interval(hours => $2::integer) then 1
    else sign_in_failures.failures + 1
  end,
  last_failed_at = now(),
  blocked_until = case
    when sign_in_failures.last_failed_at < now() - make_interval(hours => $2::integer) then now()
    when sign_in_failures.failures + 1 < $3::integer then now()
    else now() + make_interval(
      secs => least($4::double precision, power(2, least(20, sign_in_failures.failures + 1 - $3::integer))::double precision)
    )
  end
returning key`,
    [keys, forgiven_h, free, longestWait_s],
  )
}

/** After a success nothing is held against the name; what was tried from the address stays. */
export async function forgetFailures(client: Client, key: string): Promise<void> {
  await client.query(
    `delete from sign_in_failures
     where key = $1::text
     returning key`,
    [key],
  )
}
