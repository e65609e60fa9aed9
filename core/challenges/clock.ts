/** How long has a carrier to answer, how many days are left, how many is it late? Calendar days of Việt Nam. */
import { fromDayNumber, toDayNumber } from '../dates.ts'
import type { ChallengeState } from './lifecycle.ts'

/** The last day for an answer. @param routed_on ISO day; the days after it count */
export function toAnswerDay(routed_on: string, days: number): string {
  return fromDayNumber(toDayNumber(routed_on) + days)
}

export interface ClockedChallenge {
  readonly state: ChallengeState
  /** ISO days; null before it is routed, and before it is answered. */
  readonly answer_due_on: string | null
  readonly answered_on: string | null
  /** When it ended without an answer; null: it has not. */
  readonly decided_on: string | null
}

export interface ChallengeClock {
  /** While an answer is awaited and not late; null otherwise. */
  readonly days_left: number | null
  /** Of the answer, or of what is still awaited; 0 in time. */
  readonly days_late: number
  readonly is_lapsed: boolean
}

export function toClock(challenge: ClockedChallenge, today: string): ChallengeClock {
  const { state, answer_due_on, answered_on, decided_on } = challenge
  if (answer_due_on === null) return { days_left: null, days_late: 0, is_lapsed: false }
  const until = answered_on ?? decided_on ?? today
  const left = toDayNumber(answer_due_on) - toDayNumber(until)
  const isAwaited = state === 'routed'
  return {
    days_left: isAwaited && left >= 0 ? left : null,
    days_late: Math.max(0, -left),
    is_lapsed: isAwaited && left < 0,
  }
}
