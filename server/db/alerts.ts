/** What is the reader told of? One's own alerts, each with what the reader's own rights say of it today. */
import type { AlertMarks, AlertRecord, AlertsQuery } from '../../core/api/alerts.ts'
import type { Client, Row } from './database.ts'

const openingLimit = 20

export interface AlertPage {
  readonly unread: number
  readonly has_more: boolean
  readonly alerts: readonly AlertRecord[]
}

/** The latest first. */
export async function listAlerts(
  client: Client,
  { before_id, limit = openingLimit }: AlertsQuery,
): Promise<AlertPage> {
  const alerts = await client.query<AlertRow>(
    `
select ${alertColumns}
from ${visibleAlerts}
  and ($1::bigint is null or a.id < $1::bigint)
order by a.id desc
limit $2::integer`,
    [before_id ?? null, limit + 1],
  )
  return {
    unread: await countUnread(client),
    has_more: alerts.length > limit,
    alerts: alerts.slice(0, limit),
  }
}

/** What a mail says: only what is still so. The oldest first. */
export function listMailedAlerts(client: Client, mail_id: number): Promise<AlertRecord[]> {
  return client.query<AlertRow>(
    `
select told.*
from (
  select ${alertColumns}
  from ${visibleAlerts}
    and a.mail_id = $1::bigint
) told
where not told.is_settled
order by told.id`,
    [mail_id],
  )
}

export async function countUnread(client: Client): Promise<number> {
  const [counted] = await client.query<{ unread: number }>(`
select count(*) as unread
from ${visibleAlerts}
  and a.read_at is null`)
  return counted?.unread ?? 0
}

/** Of others' alerts nothing is found to mark. */
export async function markAlertsRead(
  client: Client,
  { ids = [], until_id = null }: { readonly ids?: AlertMarks['ids']; readonly until_id?: number | null },
): Promise<void> {
  await client.query(
    `
update alerts
set read_at = now()
where read_at is null
  and user_id = (select app_user_id())
  and (id = any($1::bigint[]) or id <= $2::bigint)
returning id`,
    [ids, until_id],
  )
}

type AlertRow = Row & AlertRecord

const alertColumns = `
  a.id,
  a.kind,
  a.milestone,
  a.days,
  a.due_on,
  a.made_at,
  a.read_at,
  case
    when a.kind in ('deadline', 'overdue', 'promise_passed') and (
      p.state in ('awaiting', 'confirmed')
      or x.withdrawn_by is not null
      or x.replaced_by is not null
      or (a.milestone = 'built' and p.built_on is not null)
    ) then true
    when a.kind in ('deadline', 'overdue') then
      a.due_on is distinct from case a.milestone when 'built' then x.built_due_on else x.due_on end
    when a.kind = 'promise_passed' then
      p.on_air_on is not null
      or a.due_on is distinct from case a.milestone when 'built' then p.built_promised_on else p.on_air_promised_on end
    when a.kind = 'returned' then p.state <> 'returned'
    when a.kind = 'asked' then p.state <> 'awaiting' or p.local_answer is not null
    when a.kind = 'power' then p.state <> 'blocked' or p.blocker is distinct from 'power'
    when a.kind = 'challenge' then h.state <> a.challenge_state
    when a.kind = 'answer_due' then h.state <> 'routed'
    when a.kind = 'certificate' then a.due_on is distinct from q.certificate_expires_on
    else false
  end as is_settled,
  coalesce(x.carrier_code, t.carrier_code, h.carrier_code) as carrier_code,
  a.assignment_id,
  a.challenge_id,
  a.challenge_state,
  coalesce(x.village_id, h.village_id) as village_id,
  coalesce(v.name, x.village_printed) as village_name,
  coalesce(commune.name, x.commune_printed) as commune_name,
  e.details->>'reason' as reason,
  s.id as site_id,
  s.name as site_name,
  t.technology,
  s.power_source`

/** The policies leave nothing to join of what the reader may not see: then there is no such alert. */
const visibleAlerts = `alerts a
left join assignments x on x.id = a.assignment_id
left join assignment_progress p on p.assignment_id = x.id
left join assignment_events e on e.id = a.event_id
left join challenges h on h.id = a.challenge_id
left join villages v on v.id = coalesce(x.village_id, h.village_id)
left join admin_units commune on commune.unit_set = 'commune' and commune.code = v.commune_code
left join stations t on t.id = a.station_id
left join station_private q on q.station_id = t.id
left join visible_sites s on s.id = t.site_id
where a.user_id = (select app_user_id())
  and (a.assignment_id is null or p.assignment_id is not null)
  and (a.event_id is null or e.id is not null)
  and (a.challenge_id is null or h.id is not null)
  and (a.station_id is null or (q.station_id is not null and s.id is not null))`
