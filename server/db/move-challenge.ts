/** How is a step taken with a challenge? What it says now, its step, what is verified by it and the log: all or nothing. */
import type { Challenge } from '../../core/api/challenges.ts'
import { toAnswerDay, toClock } from '../../core/challenges/clock.ts'
import { requireChallengeDetails, type ChallengeStep } from '../../core/challenges/details.ts'
import { getChallengeMove, openChallengeStates, toOpenness } from '../../core/challenges/lifecycle.ts'
import { AppError } from '../../core/errors.ts'
import type { Actor } from '../../core/permissions.ts'
import { findChallenge, insertChallengeEvent } from './challenges.ts'
import type { AuditEntry } from './change.ts'
import type { Client, Row } from './database.ts'
import { requireVersion } from './require-version.ts'
import { verifyAssigned, type VerifiedStatements } from './verify-assigned.ts'

export interface ChallengeWork {
  readonly id: number
  /** As the actor saw it. */
  readonly version: number
  readonly step: ChallengeStep
  readonly actor: Actor
  /** ISO day of Việt Nam. */
  readonly today: string
  /** How long a carrier has. */
  readonly answer_days: number
  readonly request_id: string
}

/** @returns the entries of the audit log */
export async function moveChallenge(client: Client, work: ChallengeWork): Promise<readonly AuditEntry[]> {
  const { id, step, actor, today } = work
  const before = await findChallenge(client, { id, actor, today })
  if (before === null) throw new AppError('challenge_not_found', { value: id })
  await requireVersion(client, { noun: 'challenges', id, seen: work.version, current: before.version })
  requireOpen(before, work)
  requireChallengeDetails(step, today)
  if (step.into_id !== undefined) await requireMergeable(client, before, work, step.into_id)
  const verified = await verify(client, before, work)
  const place = await writeStep(client, before, toWritten(before, work, verified.ids))
  const { move, ...details } = step
  await insertChallengeEvent(client, {
    challenge_id: id,
    actor,
    move,
    from_state: before.state,
    to_state: getChallengeMove(move).to,
    details,
    statement_ids: verified.ids,
  })
  return [...verified.entries, toEntry(before, work, place)]
}

function requireOpen(challenge: Challenge, { step: { move }, actor: { role }, today }: ChallengeWork): void {
  const { state, answer_due_on } = challenge
  const openness = toOpenness(move, { state, role, is_lapsed: toClock(challenge, today).is_lapsed })
  if (openness === 'too_early')
    throw new AppError('answer_awaited', { field: 'move', value: move, answer_due_on })
  if (openness === 'closed') throw new AppError('move_not_open', { field: 'move', value: move, state, role })
}

/** Another that is open, of the same village, carrier and service. */
async function requireMergeable(
  client: Client,
  { id, village_id, carrier_code, service }: Challenge,
  { actor, today }: ChallengeWork,
  into_id: number,
): Promise<void> {
  const into = await findChallenge(client, { id: into_id, actor, today })
  const isSame =
    into !== null &&
    into.id !== id &&
    into.village_id === village_id &&
    into.carrier_code === carrier_code &&
    into.service === service &&
    openChallengeStates.some((state) => state === into.state)
  if (!isSame)
    throw new AppError('value_invalid', { field: 'into_id', value: into_id, expected: 'open_same' })
}

/** Only the decision says something of the village’s coverage. */
async function verify(
  client: Client,
  { village_id, carrier_code, service }: Challenge,
  { step, today, request_id }: ChallengeWork,
): Promise<VerifiedStatements> {
  const { outcome, happened_on: observed_on = today, reason = null } = step
  if (step.move !== 'decide' || outcome === undefined) return { ids: [], entries: [] }
  return verifyAssigned(client, {
    village_id,
    carrier_code,
    services: [service],
    state: outcome,
    observed_on,
    today,
    origin: { reason, request_id },
  })
}

type Written = Pick<
  Challenge,
  | 'state'
  | 'answer_due_on'
  | 'answer'
  | 'answer_text'
  | 'answered_on'
  | 'outcome'
  | 'reason'
  | 'decided_on'
  | 'merged_into'
> & { readonly statement_ids: readonly number[] }

function toWritten(
  before: Challenge,
  { step, today, answer_days }: ChallengeWork,
  statement_ids: readonly number[],
): Written {
  const { move, answer = null, text = null, reason = null, outcome = null, into_id = null } = step
  const isAnswer = move === 'answer'
  return {
    state: getChallengeMove(move).to,
    answer_due_on: move === 'route' ? toAnswerDay(today, answer_days) : before.answer_due_on,
    answer: isAnswer ? answer : before.answer,
    answer_text: isAnswer ? text : before.answer_text,
    answered_on: isAnswer ? today : before.answered_on,
    outcome,
    reason,
    decided_on: isAnswer || move === 'route' ? null : today,
    merged_into: into_id,
    statement_ids,
  }
}

interface WrittenPlace extends Row {
  readonly district_code: string
  readonly commune_code: string
  readonly commune_2025_code: string
}

/** Of two who act at once the second finds another version. */
async function writeStep(
  client: Client,
  { id, version }: Challenge,
  written: Written,
): Promise<WrittenPlace> {
  const [place] = await client.query<WrittenPlace>(
    `
update challenges c
set
  state = $3::text,
  answer_due_on = $4::date,
  answer = $5::text,
  answer_text = $6::text,
  answered_on = $7::date,
  outcome = $8::text,
  reason = $9::text,
  decided_on = $10::date,
  merged_into = $11::integer,
  statement_ids = $12::bigint[],
  changed_at = now(),
  version = c.version + 1
from villages v
where c.id = $1::integer
  and c.version = $2::integer
  and v.id = c.village_id
returning v.district_code, v.commune_code, v.commune_2025_code`,
    [
      id,
      version,
      written.state,
      written.answer_due_on,
      written.answer,
      written.answer_text,
      written.answered_on,
      written.outcome,
      written.reason,
      written.decided_on,
      written.merged_into,
      written.statement_ids,
    ],
  )
  if (place === undefined) throw new AppError('version_conflict', { current: version + 1 })
  return place
}

function toEntry(
  { id, village_id, village_name, carrier_code, service, state, version }: Challenge,
  { step, request_id }: ChallengeWork,
  place: WrittenPlace,
): AuditEntry {
  const row = { id, name: village_name, village_id, service, carrier_code }
  const { move, ...said } = step
  return {
    action: move,
    noun: 'challenges',
    noun_id: String(id),
    before: { ...row, state, version },
    after: { ...row, ...said, state: getChallengeMove(move).to, version: version + 1 },
    reason: step.reason ?? null,
    request_id,
    carrier_code,
    ...place,
  }
}
