/** How does a report against a carrier’s coverage come in? It, who reported it, its first step and the log: all or nothing. */
import type { NewChallenge } from '../../core/api/challenges.ts'
import { AppError } from '../../core/errors.ts'
import { isInUnits, type Actor } from '../../core/permissions.ts'
import { hasCarrier } from './carriers.ts'
import { insertChallengeEvent } from './challenges.ts'
import type { AuditEntry } from './change.ts'
import type { Client, Row } from './database.ts'

export interface FilingWork {
  readonly challenge: NewChallenge
  readonly actor: Actor
  readonly request_id: string
}

export async function fileChallenge(
  client: Client,
  { challenge, actor, request_id }: FilingWork,
): Promise<{ readonly id: number; readonly entry: AuditEntry }> {
  const place = await getPlace(client, challenge.village_id, actor)
  if (!(await hasCarrier(client, challenge.carrier_code))) {
    throw new AppError('carrier_not_found', { field: 'carrier_code', value: challenge.carrier_code })
  }
  await requireUnfiled(client, challenge)
  const reporter = toReporter(place, actor)
  const id = await insertChallenge(client, challenge, reporter)
  await client.query(
    `
insert into challenge_reporters (challenge_id, user_id)
values ($1::integer, $2::integer)
returning challenge_id`,
    [id, actor.user_id],
  )
  const { text, observed_on, observed_state, village_id, service, carrier_code } = challenge
  await insertChallengeEvent(client, {
    challenge_id: id,
    actor,
    move: 'file',
    from_state: 'filed',
    to_state: 'filed',
    details: { text, observed_on, observed_state },
    statement_ids: [],
  })
  return {
    id,
    entry: {
      action: 'file',
      noun: 'challenges',
      noun_id: String(id),
      after: {
        id,
        name: place.name,
        village_id,
        service,
        carrier_code,
        text,
        observed_on,
        observed_state,
        state: 'filed',
      },
      request_id,
      carrier_code,
      district_code: place.district_code,
      commune_code: place.commune_code,
      commune_2025_code: place.commune_2025_code,
    },
  }
}

interface ChallengedPlace extends Row {
  readonly name: string
  readonly district_code: string
  readonly commune_code: string
  readonly commune_2025_code: string
  readonly is_ended: boolean
  /** `commune:03127` by the name of the unit. */
  readonly names: Readonly<Record<string, string>>
}

/** An UBND speaks of its own villages. */
async function getPlace(client: Client, village_id: number, actor: Actor): Promise<ChallengedPlace> {
  const [place] = await client.query<ChallengedPlace>(
    `
select
  v.name,
  v.district_code,
  v.commune_code,
  v.commune_2025_code,
  coalesce(v.valid_to < app_today(), false) as is_ended,
  (
    select coalesce(jsonb_object_agg(u.unit_set || ':' || u.code, u.name), '{}')
    from admin_units u
    where (u.unit_set, u.code) in (
      ('district', v.district_code), ('commune', v.commune_code), ('commune-2025', v.commune_2025_code)
    )
  ) as names
from villages v
where v.id = $1::integer`,
    [village_id],
  )
  if (place === undefined || place.is_ended) {
    throw new AppError('village_not_found', { field: 'village_id', value: village_id })
  }
  if (actor.role === 'local' && !isInUnits(actor, place))
    throw new AppError('not_allowed', { role: actor.role })
  return place
}

/** The same person says the same thing once while it is open; of others one does not know. */
async function requireUnfiled(
  client: Client,
  { village_id, carrier_code, service }: NewChallenge,
): Promise<void> {
  const [open] = await client.query<{ id: number }>(
    `
select c.id
from challenges c
join challenge_reporters r on r.challenge_id = c.id
where r.user_id = app_user_id()
  and c.village_id = $1::integer
  and c.carrier_code = $2::text
  and c.service = $3::text
  and c.state in ('filed', 'routed', 'answered')
limit 1`,
    [village_id, carrier_code, service],
  )
  if (open !== undefined) throw new AppError('challenge_repeated', { value: open.id })
}

interface Reporter {
  readonly reported_by: 'local' | 'person'
  readonly reporter_unit: string | null
}

/** The carrier is told which UBND it was, or that it was a person. */
function toReporter({ names }: ChallengedPlace, { role, units }: Actor): Reporter {
  if (role !== 'local') return { reported_by: 'person', reporter_unit: null }
  const unit = units
    .map(({ unit_set, code }) => names[`${unit_set}:${code}`])
    .find((name) => name !== undefined)
  return { reported_by: 'local', reporter_unit: unit ?? null }
}

async function insertChallenge(
  client: Client,
  { village_id, carrier_code, service, observed_state, observed_on, text }: NewChallenge,
  { reported_by, reporter_unit }: Reporter,
): Promise<number> {
  const [made] = await client.query<{ id: number }>(
    `
insert into challenges (
  village_id, carrier_code, service, observed_state, observed_on, text, reported_by, reporter_unit
)
values ($1::integer, $2::text, $3::text, $4::text, $5::date, $6::text, $7::text, $8::text)
returning id`,
    [village_id, carrier_code, service, observed_state, observed_on, text, reported_by, reporter_unit],
  )
  if (made === undefined) throw new Error('A challenge was not written')
  return made.id
}
