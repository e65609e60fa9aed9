/** Which reports against a carrier’s coverage are there, and how far is each? As far as the reader may know. */
import type { Challenge, ChallengeEvent } from '../../core/api/challenges.ts'
import { toClock } from '../../core/challenges/clock.ts'
import { listChallengeMoves } from '../../core/challenges/lifecycle.ts'
import type { Actor } from '../../core/permissions.ts'
import type { Client, Row } from './database.ts'
import { toWhere } from './layer-request.ts'
import { createSqlParameters } from './sql-parameters.ts'

type ChallengeRow = Row & Omit<Challenge, 'days_left' | 'days_late' | 'moves'>

export interface ChallengesQuestion {
  readonly actor: Actor
  /** ISO day of Việt Nam. */
  readonly today: string
  /** Only this one. */
  readonly id?: number
}

/** The latest first. Of who reported it the policies leave nothing to join where the reader may not know. */
export async function listChallenges(
  client: Client,
  { actor, today, id }: ChallengesQuestion,
): Promise<Challenge[]> {
  const { bind, values } = createSqlParameters()
  const rows = await client.query<ChallengeRow>(
    `
select
  c.id,
  c.village_id,
  v.name as village_name,
  coalesce(commune.name, v.commune_code) as commune_name,
  v.district_code,
  coalesce(district.name, v.district_code) as district_name,
  c.carrier_code,
  c.service,
  c.observed_state,
  c.observed_on,
  c.text,
  c.reported_by,
  c.reporter_unit,
  case when app_role() in ('staff', 'admin') then u.display_name end as reporter,
  r.user_id is not null and r.user_id = app_user_id() as is_own,
  c.filed_on,
  c.state,
  c.answer_due_on,
  c.answer,
  c.answer_text,
  c.answered_on,
  c.outcome,
  c.reason,
  c.decided_on,
  c.merged_into,
  c.version
from challenges c
join villages v on v.id = c.village_id
left join admin_units commune on commune.unit_set = 'commune' and commune.code = v.commune_code
left join admin_units district on district.unit_set = 'district' and district.code = v.district_code
left join challenge_reporters r on r.challenge_id = c.id
left join user_names u on u.id = r.user_id
${toWhere([id === undefined ? undefined : `c.id = ${bind(id, 'integer')}`])}
order by c.id desc`,
    values,
  )
  return rows.map((row) => toChallenge(row, actor, today))
}

/** Null where there is no such one for the reader. */
export async function findChallenge(
  client: Client,
  question: ChallengesQuestion & { readonly id: number },
): Promise<Challenge | null> {
  const [found] = await listChallenges(client, question)
  return found ?? null
}

function toChallenge(row: ChallengeRow, { role }: Actor, today: string): Challenge {
  const { days_left, days_late, is_lapsed } = toClock(row, today)
  return { ...row, days_left, days_late, moves: listChallengeMoves({ state: row.state, is_lapsed, role }) }
}

/** The oldest first. */
export function listChallengeEvents(client: Client, id: number): Promise<ChallengeEvent[]> {
  return client.query<Row & ChallengeEvent>(
    `
select e.id, e.at, u.display_name as actor, e.actor_role, e.move, e.from_state, e.to_state, e.details, e.statement_ids
from challenge_events e
left join user_names u on u.id = e.actor_id
where e.challenge_id = $1::integer
order by e.id`,
    [id],
  )
}

export interface NewChallengeEvent {
  readonly challenge_id: number
  readonly actor: Actor
  readonly move: string
  readonly from_state: string
  readonly to_state: string
  readonly details: object
  readonly statement_ids: readonly number[]
}

export async function insertChallengeEvent(client: Client, event: NewChallengeEvent): Promise<void> {
  const { challenge_id, actor, move, from_state, to_state, details, statement_ids } = event
  await client.query(
    `
insert into challenge_events (challenge_id, actor_id, actor_role, move, from_state, to_state, details, statement_ids)
values ($1::integer, $2::integer, $3::text, $4::text, $5::text, $6::text, $7::jsonb, $8::bigint[])
returning id`,
    [
      challenge_id,
      actor.user_id,
      actor.role,
      move,
      from_state,
      to_state,
      JSON.stringify(details),
      statement_ids,
    ],
  )
}
