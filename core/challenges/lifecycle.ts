/**
 * How does a report that a carrier’s coverage is not what it says get from whoever saw it to the Sở’s decision? One table of
 * moves: the server’s checks, the buttons and the diagram in docs/challenges.md follow it.
 */
import type { Role } from '../permissions.ts'

export const challengeStates = [
  'filed',
  'routed',
  'answered',
  'decided',
  'dismissed',
  'rejected',
  'merged',
] as const
export type ChallengeState = (typeof challengeStates)[number]

/** Not ended yet: another of the same village, carrier and service can be merged into it. */
export const openChallengeStates = [
  'filed',
  'routed',
  'answered',
] as const satisfies readonly ChallengeState[]

/** What the carrier is told of: before that it is between whoever reported it and the Sở. */
export const toldChallengeStates = [
  'routed',
  'answered',
  'decided',
  'dismissed',
] as const satisfies readonly ChallengeState[]

/** What a move has to say, or may say. */
export const challengeDetails = [
  /** What the carrier says to it. */
  'answer',
  /** What is written with a step: to the carrier, or by it. */
  'text',
  /** Why the Sở decides so. */
  'reason',
  /** What the Sở finds to be there. */
  'outcome',
  /** The day on which that was seen. */
  'happened_on',
  /** The open report of the same thing that this one goes into. */
  'into_id',
] as const
export type ChallengeDetail = (typeof challengeDetails)[number]

/** The carrier agrees that its report is wrong, or stands by it. */
export const challengeAnswers = ['agree', 'contest'] as const
export type ChallengeAnswer = (typeof challengeAnswers)[number]

export const challengeOutcomes = ['not_covered', 'covered'] as const
export type ChallengeOutcome = (typeof challengeOutcomes)[number]

export interface ChallengeMove {
  readonly from: readonly ChallengeState[]
  /** From here only once the carrier’s days are over. */
  readonly lapsed_from: readonly ChallengeState[]
  readonly to: ChallengeState
  readonly by: readonly Role[]
  readonly needs: readonly ChallengeDetail[]
  readonly may: readonly ChallengeDetail[]
}

const decider: readonly Role[] = ['staff', 'admin']

/** Nobody but the Sở decides, and not before the carrier has answered or its days are over. */
export const challengeMoves = {
  /** To the carrier: its days begin. */
  route: { from: ['filed'], lapsed_from: [], to: 'routed', by: decider, needs: [], may: ['text'] },
  reject: { from: ['filed'], lapsed_from: [], to: 'rejected', by: decider, needs: ['reason'], may: [] },
  merge: { from: ['filed'], lapsed_from: [], to: 'merged', by: decider, needs: ['into_id'], may: [] },
  answer: {
    from: ['routed'],
    lapsed_from: [],
    to: 'answered',
    by: ['carrier'],
    needs: ['answer', 'text'],
    may: [],
  },
  /** What is there becomes a verified statement. */
  decide: {
    from: ['answered'],
    lapsed_from: ['routed'],
    to: 'decided',
    by: decider,
    needs: ['outcome'],
    may: ['reason', 'happened_on'],
  },
  /** Nothing can be said for certain: nothing changes. */
  dismiss: {
    from: ['answered'],
    lapsed_from: ['routed'],
    to: 'dismissed',
    by: decider,
    needs: ['reason'],
    may: [],
  },
} as const satisfies Readonly<Record<string, ChallengeMove>>

export type ChallengeMoveName = keyof typeof challengeMoves
export const challengeMoveNames = Object.keys(challengeMoves) as ChallengeMoveName[]

/** Widened, so that all moves are read alike. */
export function getChallengeMove(name: ChallengeMoveName): ChallengeMove {
  return challengeMoves[name]
}

export interface ChallengeMoment {
  readonly state: ChallengeState
  /** Whether the carrier’s days are over. */
  readonly is_lapsed: boolean
  readonly role: Role
}

/** Whether the move is open; `too_early`: it will be when the carrier has answered or its days are over. */
export function toOpenness(
  name: ChallengeMoveName,
  { state, is_lapsed, role }: ChallengeMoment,
): 'open' | 'too_early' | 'closed' {
  const { from, lapsed_from, by } = getChallengeMove(name)
  if (!by.includes(role)) return 'closed'
  if (from.includes(state)) return 'open'
  if (!lapsed_from.includes(state)) return 'closed'
  return is_lapsed ? 'open' : 'too_early'
}

/** Which moves are open now, in the order of the table. */
export function listChallengeMoves(moment: ChallengeMoment): ChallengeMoveName[] {
  return challengeMoveNames.filter((name) => toOpenness(name, moment) === 'open')
}

/** @returns the lines of a Mermaid state diagram */
export function toChallengeDiagram(): string[] {
  const lines = challengeMoveNames.flatMap((name) => {
    const { from, lapsed_from, to, by } = getChallengeMove(name)
    const who = by.join(', ')
    return [
      ...from.map((state) => `  ${state} --> ${to}: ${name} (${who})`),
      ...lapsed_from.map((state) => `  ${state} --> ${to}: ${name}, days over (${who})`),
    ]
  })
  return ['stateDiagram-v2', '  [*] --> filed', ...lines]
}
