/** What was filled in for a step with an assigned village: what is sent, and what is still missing? */
import type { AssignmentProgress, AssignmentStep } from '../../core/api/assignments.ts'
import {
  assignmentPath,
  getMove,
  type AssignmentMoveName,
  type AssignmentState,
  type LocalAnswer,
  type MoveDetail,
} from '../../core/assignments/lifecycle.ts'
import type { Service } from '../../core/coverage/states.ts'
import type { Blocker } from '../../core/gaps/blockers.ts'

/** As typed; empty: nothing. */
export interface StepDraft {
  readonly blocker: Blocker | ''
  readonly text: string
  readonly reason: string
  readonly technologies: readonly Service[]
  readonly happened_on: string
  readonly built_promised_on: string
  readonly on_air_promised_on: string
  readonly answer: LocalAnswer | ''
}

const emptyDraft: StepDraft = {
  blocker: '',
  text: '',
  reason: '',
  technologies: [],
  happened_on: '',
  built_promised_on: '',
  on_air_promised_on: '',
  answer: '',
}

/** What was reported or promised stands in the form already. */
export function toOpeningDraft(move: AssignmentMoveName, progress: AssignmentProgress | null): StepDraft {
  if (progress === null) return emptyDraft
  return {
    ...emptyDraft,
    technologies: move === 'reopen' ? [] : progress.technologies,
    happened_on: toKnownDay(move, progress),
    built_promised_on: progress.built_promised_on ?? '',
    on_air_promised_on: progress.on_air_promised_on ?? '',
  }
}

function toKnownDay(move: AssignmentMoveName, { built_on, on_air_on }: AssignmentProgress): string {
  if (move === 'erect') return built_on ?? ''
  return move === 'broadcast' ? (on_air_on ?? '') : ''
}

/** In the order of the form: what has to be said, then what may be. */
export function listDetails(move: AssignmentMoveName): readonly MoveDetail[] {
  const { needs, may } = getMove(move)
  return [...needs, ...may]
}

export interface StepReading {
  /** Null where something is missing. */
  readonly step: AssignmentStep | null
  readonly missing: readonly MoveDetail[]
}

/** A promise that is taken away is sent as null, one that stays as it was is not sent. */
export function readStep(
  move: AssignmentMoveName,
  draft: StepDraft,
  progress: AssignmentProgress | null,
): StepReading {
  const missing = getMove(move).needs.filter((detail) => isEmpty(draft[detail]))
  if (missing.length > 0) return { step: null, missing }
  const given = listDetails(move).flatMap((detail): (readonly [string, unknown])[] => {
    const typed = draft[detail]
    if (detail === 'built_promised_on' || detail === 'on_air_promised_on') {
      const before = progress?.[detail] ?? ''
      // To promise is to name a day, also the same one again.
      const isSaid = typed !== before || (move === 'promise' && typed !== '')
      return isSaid ? [[detail, typed === '' ? null : typed]] : []
    }
    return isEmpty(typed) ? [] : [[detail, typeof typed === 'string' ? typed.trim() : typed]]
  })
  return { step: { move, ...Object.fromEntries(given) } as AssignmentStep, missing: [] }
}

function isEmpty(typed: string | readonly string[]): boolean {
  return typeof typed === 'string' ? typed.trim() === '' : typed.length === 0
}

interface Step {
  readonly id: number
  readonly from_state: string
  readonly to_state: string
}

/**
 * Where on the visible path it stands: what interrupts it does not move it. One that was handed in and returned is on air
 * as reported.
 */
export function toPathState(state: AssignmentState, steps: readonly Step[]): AssignmentState {
  if (assignmentPath.includes(state)) return state
  const walked = steps
    .toSorted((a, b) => b.id - a.id)
    .flatMap(({ to_state, from_state }) => [to_state, from_state])
    .find((step) => assignmentPath.some((known) => known === step))
  const last = assignmentPath.find((known) => known === walked) ?? 'not_started'
  return last === 'awaiting' || last === 'confirmed' ? 'on_air' : last
}
