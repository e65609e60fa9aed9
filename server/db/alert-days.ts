/** Has somebody looked at today's days already? Of several servers one does it, and another where that one died. */
import type { Client } from './database.ts'

/** Looking takes seconds; whoever is not done by then is gone. */
const claim_min = 10

/** False where it is done, or somebody is at it. */
export async function claimAlertDay(client: Client, today: string): Promise<boolean> {
  const claimed = await client.query(
    `
insert into alert_days (on_day, claimed_until)
values ($1::date, now() + make_interval(mins => $2::integer))
on conflict (on_day) do update
set claimed_until = excluded.claimed_until
where alert_days.done_at is null
  and alert_days.claimed_until < now()
returning on_day`,
    [today, claim_min],
  )
  return claimed.length > 0
}

export async function finishAlertDay(client: Client, today: string): Promise<void> {
  await client.query(
    `
update alert_days
set done_at = now()
where on_day = $1::date
returning on_day`,
    [today],
  )
}
