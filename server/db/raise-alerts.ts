/** How is somebody told? A row for each person, kind and fact; whoever has been told, or does not want to be, gets none. */
import type { Alert } from '../../core/alerts/kinds.ts'
import { openingChannel } from '../../core/alerts/kinds.ts'
import type { Client } from './database.ts'

export interface RaisedAlert extends Alert {
  readonly user_id: number
  readonly event_id: number | null
}

/** In the name of the system. @returns who was told, each once */
export async function raiseAlerts(client: Client, alerts: readonly RaisedAlert[]): Promise<number[]> {
  if (alerts.length === 0) return []
  const raised = await client.query<{ user_id: number }>(insertAlerts, [
    JSON.stringify(alerts),
    openingChannel,
  ])
  return [...new Set(raised.map(({ user_id }) => user_id))].sort((a, b) => a - b)
}

/** Whoever has no address now is not mailed later what was told meanwhile. */
const insertAlerts = `
insert into alerts (
  user_id, kind, key, assignment_id, station_id, challenge_id, challenge_state, event_id, milestone, days, due_on, by_mail
)
select
  r.user_id, r.kind, r.key, r.assignment_id, r.station_id, r.challenge_id, r.challenge_state, r.event_id, r.milestone, r.days,
  r.due_on,
  coalesce(c.channel, $2::text) = 'mail' and d.email is not null
from rows from (
  jsonb_to_recordset($1::jsonb) as (
    user_id integer, kind text, key text, assignment_id integer, station_id integer, challenge_id integer, challenge_state text,
    event_id bigint, milestone text, days integer, due_on date
  )
) with ordinality as r (
  user_id, kind, key, assignment_id, station_id, challenge_id, challenge_state, event_id, milestone, days, due_on, position
)
left join alert_choices c on c.user_id = r.user_id and c.kind = r.kind
left join alert_addresses d on d.user_id = r.user_id
where coalesce(c.channel, $2::text) <> 'off'
order by r.position
on conflict (user_id, key) do nothing
returning user_id`
