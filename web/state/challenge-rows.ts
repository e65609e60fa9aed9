/** Which challenges does one look at, which one is being filed, and how do carriers answer? */
import { create } from 'zustand'
import type { Challenge } from '../../core/api/challenges.ts'
import { challengeStates, openChallengeStates, type ChallengeState } from '../../core/challenges/lifecycle.ts'

export interface ChallengeFilter {
  /** `open`: not ended; empty: all. */
  readonly state: ChallengeState | 'open' | ''
  readonly carrier: string
}

export const allChallenges: ChallengeFilter = { state: '', carrier: '' }

export function filterChallenges(
  challenges: readonly Challenge[],
  { state, carrier }: ChallengeFilter,
): Challenge[] {
  return challenges.filter(
    (one) =>
      (state === '' || one.state === state || (state === 'open' && isOpen(one))) &&
      (carrier === '' || one.carrier_code === carrier),
  )
}

export function isOpen({ state }: Pick<Challenge, 'state'>): boolean {
  return openChallengeStates.some((open) => open === state)
}

/** What the reader can do something about first, then what is longest late, then by state, the oldest first. */
export function sortChallenges(challenges: readonly Challenge[]): Challenge[] {
  const rank = ({ state }: Challenge) => challengeStates.indexOf(state)
  return challenges.toSorted(
    (a, b) =>
      Number(b.moves.length > 0) - Number(a.moves.length > 0) ||
      Number(isOpen(b)) - Number(isOpen(a)) ||
      b.days_late - a.days_late ||
      rank(a) - rank(b) ||
      a.id - b.id,
  )
}

export interface AnsweringCarrier {
  readonly carrier_code: string
  readonly waiting: number
  /** Of those that wait in time; null where none does. */
  readonly least_left: number | null
  readonly late: number
  readonly days_late: number
  readonly answered: number
  readonly agreed: number
  readonly against: number
}

/** Of what was sent to them. */
export function countAnswers(challenges: readonly Challenge[]): AnsweringCarrier[] {
  const told = challenges.filter(({ answer_due_on }) => answer_due_on !== null)
  return [...new Set(told.map(({ carrier_code }) => carrier_code))].sort().map((carrier_code) => {
    const own = told.filter((one) => one.carrier_code === carrier_code)
    const awaited = own.filter(({ state }) => state === 'routed')
    const left = awaited.flatMap(({ days_left }) => (days_left === null ? [] : [days_left]))
    return {
      carrier_code,
      waiting: awaited.length,
      least_left: left.length === 0 ? null : Math.min(...left),
      late: awaited.filter(({ days_late }) => days_late > 0).length,
      days_late: own.reduce((sum, { days_late }) => sum + days_late, 0),
      answered: own.filter(({ answer }) => answer !== null).length,
      agreed: own.filter(({ answer }) => answer === 'agree').length,
      against: own.filter(({ outcome }) => outcome === 'not_covered').length,
    }
  })
}

/** Open ones of the same village, carrier and service: what one can be merged into. */
export function listMergeable(challenges: readonly Challenge[], { id, ...asked }: Challenge): Challenge[] {
  return challenges.filter(
    (one) =>
      one.id !== id &&
      isOpen(one) &&
      one.village_id === asked.village_id &&
      one.carrier_code === asked.carrier_code &&
      one.service === asked.service,
  )
}

export interface FiledVillage {
  readonly id: number
  readonly name: string
}

/** Of which village one is being filed, from its panel. */
export const useFiling = create<{ readonly village: FiledVillage | null }>(() => ({ village: null }))
