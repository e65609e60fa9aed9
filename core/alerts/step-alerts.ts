/** What is somebody told of what another has just done? From what the step writes into the log. */
import type { ChallengeState } from '../challenges/lifecycle.ts'
import type { AlertKind } from './kinds.ts'
import type { ToldSide } from './recipients.ts'

/** As the audit log keeps it. */
export interface LoggedStep {
  readonly action: string
  readonly noun: string
  readonly noun_id?: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Which assigned row or report a step concerns; of a village the rows whose carriers wait for power. */
export type StepNews =
  | {
      readonly kind: Extract<AlertKind, 'returned' | 'accepted' | 'asked'>
      readonly assignment_id: number
      /** The move that somebody made. */
      readonly move: string
    }
  | { readonly kind: 'power'; readonly village_id: number }
  | {
      readonly kind: 'challenge'
      readonly challenge_id: number
      readonly state: ChallengeState
      readonly to: ToldSide
    }

const kindOfMove: Readonly<Record<string, Extract<AlertKind, 'returned' | 'accepted' | 'asked'>>> = {
  return: 'returned',
  reopen: 'returned',
  accept: 'accepted',
  ask_local: 'asked',
}

/** Whose turn it is from there, or who waits for the end; the others know by having done it. */
const toldOfState: Readonly<Partial<Record<string, ToldSide>>> = {
  filed: 'office',
  routed: 'carrier',
  answered: 'office',
  decided: 'carrier',
  dismissed: 'carrier',
} satisfies Partial<Record<ChallengeState, ToldSide>>

export function listStepNews(steps: readonly LoggedStep[]): StepNews[] {
  return steps.flatMap((step): StepNews[] => {
    const id = Number(step.noun_id)
    if (!Number.isInteger(id)) return []
    if (step.noun === 'assignments') {
      const kind = Object.hasOwn(kindOfMove, step.action) ? kindOfMove[step.action] : undefined
      return kind === undefined ? [] : [{ kind, assignment_id: id, move: step.action }]
    }
    if (step.noun === 'challenges') return toChallengeNews(step, id)
    return step.noun === 'villages' && isPowerNew(step) ? [{ kind: 'power', village_id: id }] : []
  })
}

/** A file that comes with it is no step. */
function toChallengeNews({ after }: LoggedStep, challenge_id: number): StepNews[] {
  const state = (after as { readonly state?: ChallengeState } | null | undefined)?.state
  const to = state === undefined ? undefined : toldOfState[state]
  return state === undefined || to === undefined ? [] : [{ kind: 'challenge', challenge_id, state, to }]
}

/** A village that is new was not waited for under its number. */
function isPowerNew({ before, after }: LoggedStep): boolean {
  return before !== undefined && before !== null && !hasPower(before) && hasPower(after)
}

function hasPower(village: unknown): boolean {
  return (village as { readonly grid_power?: unknown } | null | undefined)?.grid_power === true
}
