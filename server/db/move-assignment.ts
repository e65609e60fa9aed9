/** How is a step taken with an assigned village? Its standing, its step, what is verified by it and the log: all or nothing. */
import { isDeepStrictEqual } from 'node:util'
import { isFulfilled, listFulfilling } from '../../core/assignments/fulfilment.ts'
import { toNextState, type AssignmentState } from '../../core/assignments/lifecycle.ts'
import { requireStepDetails, type AssignmentStep } from '../../core/assignments/step-details.ts'
import { takeStep } from '../../core/assignments/take-step.ts'
import { AppError } from '../../core/errors.ts'
import type { Actor } from '../../core/permissions.ts'
import { findKeyedEvent, insertAssignmentEvents } from './assignment-events.ts'
import { keepAssignment, writeStanding, type KeptAssignment } from './assignment-standing.ts'
import type { AuditEntry } from './change.ts'
import type { Client } from './database.ts'
import { requireVersion } from './require-version.ts'
import { verifyAssigned, type VerifiedStatements } from './verify-assigned.ts'

export interface StepWork {
  readonly id: number
  /** As the actor saw it. */
  readonly version: number
  readonly step: AssignmentStep
  /** By which the actor names this step, and knows it again; null: it is sent once. */
  readonly key: string | null
  readonly actor: Actor
  /** ISO instant, and its day in Việt Nam. */
  readonly now: string
  readonly today: string
  readonly request_id: string
}

export interface TakenStep {
  /** Of the audit log; none where the step had been taken before. */
  readonly entries: readonly AuditEntry[]
  readonly event_id: number
}

export async function moveAssignment(client: Client, work: StepWork): Promise<TakenStep> {
  const { id, step, key, actor, today, now } = work
  const kept = await keepAssignment(client, id)
  // Kept first: of two that come at once the later one finds what the earlier one wrote.
  const before = key === null ? null : await findTaken(client, key, work)
  if (before !== null) return { entries: [], event_id: before }
  requireCurrent(kept)
  await requireVersion(client, { noun: 'assignments', id, seen: work.version, current: kept.version })
  const to = requireOpen(kept, work)
  requireStepDetails(step, kept.service, today)
  const verified = await verify(client, kept, work)
  const after = takeStep(kept.standing, step, { to, now, today })
  const version = await writeStanding(client, id, after)
  const { move, ...details } = step
  const event = { assignment_id: id, carrier_code: kept.carrier_code, move, details, request_key: key }
  const [event_id] = await insertAssignmentEvents(client, [
    {
      ...event,
      actor_id: actor.user_id,
      actor_role: actor.role,
      from_state: kept.standing.state,
      to_state: to,
      statement_ids: verified.ids,
    },
  ])
  // Somebody's own key, which stands for a step with another village that is written in this moment.
  if (event_id === undefined) throw new AppError('key_taken', { field: 'key', value: key })
  return { entries: [...verified.entries, toStepEntry(kept, { ...after, version }, work)], event_id }
}

/** Null where the key is new. */
async function findTaken(client: Client, key: string, { id, step, actor }: StepWork): Promise<number | null> {
  const taken = await findKeyedEvent(client, { actor_id: actor.user_id, key })
  if (taken === null) return null
  const { move, ...details } = step
  if (taken.assignment_id === id && taken.move === move && isDeepStrictEqual(taken.details, details)) {
    return taken.id
  }
  throw new AppError('key_taken', { field: 'key', value: key })
}

function requireCurrent({ withdrawn_by, replaced_by }: KeptAssignment): void {
  if (withdrawn_by === null && replaced_by === null) return
  throw new AppError('assignment_withdrawn', { withdrawn_by, replaced_by })
}

function requireOpen({ standing: { state } }: KeptAssignment, { step, actor }: StepWork): AssignmentState {
  const { move } = step
  const to = toNextState(move, { state, role: actor.role })
  if (to === null)
    throw new AppError('move_not_open', { field: 'move', value: move, state, role: actor.role })
  return to
}

const nothing: VerifiedStatements = { ids: [], entries: [] }

/** Only the two decisions that say something of the village’s coverage. */
async function verify(
  client: Client,
  { village_id, carrier_code, service }: KeptAssignment,
  { step, today, request_id }: StepWork,
): Promise<VerifiedStatements> {
  const { move, technologies = [], happened_on: observed_on = today, reason = null } = step
  if (move !== 'accept' && move !== 'reopen') return nothing
  if (village_id === null)
    throw new AppError('value_invalid', { field: 'village_id', value: null, expected: 'required' })
  if (move === 'accept' && !isFulfilled(service, technologies)) {
    throw new AppError('technology_insufficient', {
      field: 'technologies',
      value: technologies.join(' '),
      expected: listFulfilling(service).join(' | '),
    })
  }
  return verifyAssigned(client, {
    village_id,
    carrier_code,
    services: technologies,
    state: move === 'accept' ? 'covered' : 'not_covered',
    observed_on,
    today,
    origin: { reason, request_id },
  })
}

/** Whose row it is and where it lies, as with every entry; what is in it, nobody but the Sở reads in the log. */
function toStepEntry(kept: KeptAssignment, after: object, { step, request_id }: StepWork): AuditEntry {
  const { id, act_code, row_no, carrier_code, standing, version } = kept
  const row = { id, act_code, row_no }
  return {
    action: step.move,
    noun: 'assignments',
    noun_id: String(id),
    before: { ...row, ...standing, version },
    after: { ...row, ...after },
    reason: step.reason ?? null,
    request_id,
    carrier_code,
    district_code: kept.district_code,
    commune_code: kept.commune_code,
    commune_2025_code: kept.commune_2025_code,
  }
}
