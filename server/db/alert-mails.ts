/** Which mails are to be sent, whose turn is it, and what became of them? */
import type { Client, Row } from './database.ts'

/** A mail is handed over within a minute; whoever is not done by then is gone. */
const claim_min = 10
/** The next attempt is as far away as the mail is old, but never nearer or further than these. */
const shortestPause_min = 5
const longestPause_h = 6
/** What is older than this is said in the application only. */
const longest_d = 7

/** One for each person with something to be told by mail. @returns how many were made */
export async function createAlertMails(client: Client, today: string): Promise<number> {
  const made = await client.query(
    `
with waiting as (
  select distinct a.user_id
  from alerts a
  where a.by_mail
    and a.mail_id is null
    and a.made_at > now() - make_interval(days => $2::integer)
),
made as (
  insert into alert_mails (user_id, on_day)
  select w.user_id, $1::date
  from waiting w
  on conflict (user_id, on_day) do nothing
  returning id, user_id
)
update alerts a
set mail_id = m.id
from made m
where a.user_id = m.user_id
  and a.by_mail
  and a.mail_id is null
  and a.made_at > now() - make_interval(days => $2::integer)
returning m.id`,
    [today, longest_d],
  )
  return new Set(made.map(({ id }) => id)).size
}

export interface AlertMail extends Row {
  readonly id: number
  readonly user_id: number
  readonly on_day: string
  readonly attempts: number
}

/** Null where nothing waits that nobody is at. */
export async function claimAlertMail(client: Client): Promise<AlertMail | null> {
  const [claimed] = await client.query<AlertMail>(
    `
update alert_mails
set
  claimed_until = now() + make_interval(mins => $1::integer),
  attempts = attempts + 1
where id = (
  select m.id
  from alert_mails m
  where m.sent_at is null
    and m.ended_at is null
    and m.next_at <= now()
    and (m.claimed_until is null or m.claimed_until < now())
  order by m.id
  limit 1
  for update skip locked
)
returning id, user_id, on_day, attempts`,
    [claim_min],
  )
  return claimed ?? null
}

export async function noteMailSent(client: Client, id: number): Promise<void> {
  await client.query(
    `
update alert_mails
set sent_at = now(), claimed_until = null
where id = $1::bigint
returning id`,
    [id],
  )
}

/** Nothing is left to say, or nobody to say it to. */
export async function endMail(client: Client, id: number): Promise<void> {
  await client.query(
    `
update alert_mails
set ended_at = now(), claimed_until = null
where id = $1::bigint
returning id`,
    [id],
  )
}

/** Tried again later, until it is too old. @returns whether it will be */
export async function postponeMail(client: Client, id: number): Promise<boolean> {
  const [mail] = await client.query<{ is_waiting: boolean }>(
    `
update alert_mails
set
  claimed_until = null,
  next_at = now() + least(
    greatest(now() - made_at, make_interval(mins => $2::integer)),
    make_interval(hours => $3::integer)
  ),
  ended_at = case when made_at < now() - make_interval(days => $4::integer) then now() end
where id = $1::bigint
returning ended_at is null as is_waiting`,
    [id, shortestPause_min, longestPause_h, longest_d],
  )
  return mail?.is_waiting === true
}
