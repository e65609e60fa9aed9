/** Who is told of what has just been done? In the same transaction: whoever is told of a step can read it, and nobody else is. */
import type { ChallengeState } from '../../core/challenges/lifecycle.ts'
import { listRecipients, type ToldSide } from '../../core/alerts/recipients.ts'
import { listStepNews, type StepNews } from '../../core/alerts/step-alerts.ts'
import type { AlertKind } from '../../core/alerts/kinds.ts'
import { withSystem, type DatabaseActor } from './act-as.ts'
import type { AuditEntry } from './change.ts'
import type { Client, Row } from './database.ts'
import { raiseAlerts, type RaisedAlert } from './raise-alerts.ts'
import { listActiveAccounts, type Account } from './users.ts'

export async function alertOfSteps(
  client: Client,
  actor: DatabaseActor,
  entries: readonly AuditEntry[],
): Promise<void> {
  const news = listStepNews(entries)
  if (news.length === 0) return
  // With the rights of whoever takes the step, which reach as far as the step does.
  const concerned = await listConcerned(client, news)
  if (concerned.length === 0) return
  await withSystem(client, actor, async () => {
    const accounts = await listActiveAccounts(client)
    const alerts = concerned.flatMap((row) => toAlerts(row, accounts, actor.user_id))
    await raiseAlerts(client, alerts)
  })
}

interface ConcernedRow extends Row {
  readonly kind: AlertKind
  readonly key: string
  readonly assignment_id: number | null
  readonly challenge_id: number | null
  readonly challenge_state: ChallengeState | null
  readonly side: ToldSide | null
  readonly event_id: number | null
  readonly carrier_code: string
  readonly district_code: string | null
  readonly commune_code: string | null
  readonly commune_2025_code: string | null
}

const withoutDay = { station_id: null, milestone: null, days: null, due_on: null } as const

function toAlerts(
  { kind, key, side, carrier_code, ...row }: ConcernedRow,
  accounts: readonly Account[],
  actor_id: number | null,
): RaisedAlert[] {
  const { district_code, commune_code, commune_2025_code, ...about } = row
  const place =
    district_code === null || commune_code === null || commune_2025_code === null
      ? null
      : { district_code, commune_code, commune_2025_code }
  const toldOf = { kind, carrier_code, place, ...(side === null ? {} : { to: side }) }
  return listRecipients(toldOf, accounts, actor_id).map(({ id }) => ({
    user_id: id,
    kind,
    key,
    ...about,
    ...withoutDay,
  }))
}

async function listConcerned(client: Client, news: readonly StepNews[]): Promise<ConcernedRow[]> {
  return client.query<ConcernedRow>(selectConcerned, [JSON.stringify(news)])
}

/**
 * The step of a move is the latest of its row; power concerns rows in force that wait for it, once for each standing; a report
 * against coverage comes to each state once.
 */
const selectConcerned = `
with news as (
  select *
  from jsonb_to_recordset($1::jsonb) as r (
    kind text, assignment_id integer, move text, village_id integer, challenge_id integer, state text, "to" text
  )
),
steps as (
  select n.kind, n.assignment_id, max(e.id) as event_id
  from news n
  join assignment_events e on e.assignment_id = n.assignment_id and e.move = n.move
  group by n.kind, n.assignment_id, n.move
),
concerned as (
  select
    s.kind,
    s.kind || ':' || s.event_id as key,
    s.assignment_id,
    null::integer as challenge_id,
    null::text as challenge_state,
    null::text as side,
    s.event_id
  from steps s
  union all
  select n.kind, n.kind || ':' || a.id || ':' || p.version, a.id, null, null, null, null
  from news n
  join assignments a on a.village_id = n.village_id
  join assignment_progress p on p.assignment_id = a.id
  where a.withdrawn_by is null
    and a.replaced_by is null
    and p.state = 'blocked'
    and p.blocker = 'power'
  union all
  select n.kind, n.kind || ':' || n.challenge_id || ':' || n.state, null, n.challenge_id, n.state, n."to", null
  from news n
  where n.challenge_id is not null
)
select
  c.kind,
  c.key,
  c.assignment_id,
  c.challenge_id,
  c.challenge_state,
  c.side,
  c.event_id,
  coalesce(a.carrier_code, h.carrier_code) as carrier_code,
  v.district_code,
  v.commune_code,
  v.commune_2025_code
from concerned c
left join assignments a on a.id = c.assignment_id
left join challenges h on h.id = c.challenge_id
left join villages v on v.id = coalesce(a.village_id, h.village_id)
where a.id is not null
  or h.id is not null
order by c.assignment_id, c.challenge_id`
