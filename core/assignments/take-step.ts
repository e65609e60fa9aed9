/** How far is an assigned village after a step? Computed only: who may take it, the table of moves and the database decide. */
import type { Service } from '../coverage/states.ts'
import type { Blocker } from '../gaps/blockers.ts'
import type { AssignmentState, LocalAnswer } from './lifecycle.ts'
import type { AssignmentStep } from './step-details.ts'

/** As it is kept; days and instants in ISO. */
export interface AssignmentStanding {
  readonly state: AssignmentState
  readonly blocker: Blocker | null
  readonly text: string | null
  readonly technologies: readonly Service[]
  readonly built_promised_on: string | null
  readonly on_air_promised_on: string | null
  readonly built_on: string | null
  readonly on_air_on: string | null
  readonly reason: string | null
  readonly local_asked_at: string | null
  readonly local_answer: LocalAnswer | null
  readonly local_answered_on: string | null
  readonly submitted_at: string | null
  readonly decided_at: string | null
}

export interface StepMoment {
  /** Where the move leads; the state itself where it stays. */
  readonly to: AssignmentState
  /** ISO instant, and its day in Việt Nam. */
  readonly now: string
  readonly today: string
}

/** What an UBND answered was said of what was handed in then: it says nothing of the next report. The steps keep it. */
const unasked = { local_asked_at: null, local_answer: null, local_answered_on: null } as const

export function takeStep(
  before: AssignmentStanding,
  step: AssignmentStep,
  { to, now, today }: StepMoment,
): AssignmentStanding {
  const moved = { ...before, state: to }
  switch (step.move) {
    case 'ask_local':
      return { ...moved, local_asked_at: now, local_answer: null, local_answered_on: null }
    case 'answer_local':
      return { ...moved, local_answer: step.answer ?? null, local_answered_on: step.happened_on ?? today }
    case 'accept':
      return { ...moved, technologies: step.technologies ?? [], reason: null, decided_at: now }
    case 'return':
      return { ...moved, ...unasked, reason: step.reason ?? null, decided_at: now }
    case 'reopen':
      return {
        ...moved,
        ...unasked,
        technologies: before.technologies.filter((one) => step.technologies?.includes(one) !== true),
        reason: step.reason ?? null,
        decided_at: now,
      }
    default:
      return {
        ...toReported(moved, step),
        ...toBuilt(before, step),
        ...toOnAir(before, step, now),
        ...toPromised(before, step),
      }
  }
}

/** What stood in the way, or why it was returned, no longer holds where the carrier has moved on from there. */
function toReported(moved: AssignmentStanding, { move, blocker, text }: AssignmentStep): AssignmentStanding {
  if (move === 'promise' || move === 'erect') return { ...moved, text: text ?? moved.text }
  return { ...moved, blocker: blocker ?? null, text: text ?? null, reason: null }
}

/** Reported as not yet building, no mast stands. */
function toBuilt(
  before: AssignmentStanding,
  { move, happened_on }: AssignmentStep,
): Pick<AssignmentStanding, 'built_on'> {
  if (move === 'erect') return { built_on: happened_on ?? null }
  return { built_on: move === 'survey' || move === 'apply' ? null : before.built_on }
}

/** Reported as not yet on air, nothing is: a step taken back takes its day with it. */
function toOnAir(
  before: AssignmentStanding,
  { move, technologies, happened_on }: AssignmentStep,
  now: string,
): Partial<AssignmentStanding> {
  switch (move) {
    case 'broadcast':
      return { technologies: technologies ?? [], on_air_on: happened_on ?? null }
    case 'submit':
      return { submitted_at: now }
    case 'recall':
    case 'promise':
    case 'erect':
      return {}
    default:
      return before.state === 'on_air' ? { technologies: [], on_air_on: null } : {}
  }
}

function toPromised(
  before: AssignmentStanding,
  { built_promised_on, on_air_promised_on }: AssignmentStep,
): Partial<AssignmentStanding> {
  return {
    built_promised_on: built_promised_on === undefined ? before.built_promised_on : built_promised_on,
    on_air_promised_on: on_air_promised_on === undefined ? before.on_air_promised_on : on_air_promised_on,
  }
}
