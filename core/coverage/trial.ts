/** Which villages would trial sites reach, if a site reached all that lies within a circle? A rough estimate: never a measurement. */
import { toDistanceM } from '../gaps/nearest.ts'
import type { LngLat } from '../geo.ts'
import { coverageStates, type CoverageState } from './states.ts'
import { circleRadius_m, isCircleRadius, type SiteCircle } from './site-circle.ts'

/** As many as a link carries and a hand puts down. */
export const mostTrialSites = 50

/** What a village was before it was gained, each apart: of unknown ones nobody knows that they lacked the service. */
export const gainedStates = ['not_covered', 'partial', 'unknown'] as const satisfies readonly CoverageState[]
export type GainedState = (typeof gainedStates)[number]

export interface TrialVillages {
  readonly positions: readonly LngLat[]
  /** Position in `coverageStates` of every village. */
  readonly states: Uint8Array
  /** 1 for each village that the question speaks of; null: all of them. */
  readonly in_question: Uint8Array | null
}

export interface VillageNumbers {
  /** In the villages' order; villages without a number weigh nothing. */
  readonly households: Float64Array
  readonly population: Float64Array
}

export interface Gain {
  readonly villages: number
  readonly households: number
  readonly people: number
}

const covered = coverageStates.indexOf('covered')
const radian = Math.PI / 180
/** Metres of a degree of latitude at the equator, where it is shortest. */
const leastPerDegree_m = 110_574

/**
 * Villages that the question counts, that are not covered by its answer, and that lie in at least one circle; each once, in the
 * villages' order.
 */
export function findGained(villages: TrialVillages, circles: readonly SiteCircle[]): number[] {
  const gained: number[] = []
  const boxes = circles.map((circle) => ({ circle, ...toReach(circle) }))
  for (let village = 0; village < villages.states.length; village++) {
    if (villages.in_question?.[village] === 0 || villages.states[village] === covered) continue
    const place = villages.positions[village]!
    const isReached = boxes.some(
      ({ circle: { position, radius_m }, lng_deg, lat_deg }) =>
        // trivial reject: most villages are far from every trial site
        Math.abs(place[1] - position[1]) <= lat_deg &&
        Math.abs(place[0] - position[0]) <= lng_deg &&
        toDistanceM(position, place) <= radius_m,
    )
    if (isReached) gained.push(village)
  }
  return gained
}

/** A box that surely holds the circle. */
function toReach({ position, radius_m }: SiteCircle) {
  const lat_deg = radius_m / leastPerDegree_m
  const narrowest = Math.cos(Math.min(89, Math.abs(position[1]) + lat_deg) * radian)
  return { lat_deg, lng_deg: lat_deg / narrowest }
}

/** The states as they would be: what was gained is covered, so that a share counts it once and never exceeds 100 %. */
export function toStatesAfter(states: Uint8Array, gained: readonly number[]): Uint8Array {
  const after = Uint8Array.from(states)
  for (const village of gained) after[village] = covered
  return after
}

/** What was gained, by what it was before. */
export function sumGains(
  states: Uint8Array,
  gained: readonly number[],
  { households, population }: VillageNumbers,
): Record<GainedState, Gain> {
  const sumOf = (state: GainedState): Gain => {
    const those = gained.filter((village) => coverageStates[states[village]!] === state)
    const sum = (numbers: Float64Array) => those.reduce((total, village) => total + numbers[village]!, 0)
    return { villages: those.length, households: sum(households), people: sum(population) }
  }
  return { not_covered: sumOf('not_covered'), partial: sumOf('partial'), unknown: sumOf('unknown') }
}

/** What is wrong with a trial site, and which values would be right. */
export type TrialProblem =
  | { readonly type: 'position'; readonly value: LngLat }
  | { readonly type: 'outside'; readonly value: LngLat }
  | { readonly type: 'radius'; readonly value: number; readonly least: number; readonly greatest: number }

/** @param isInside whether a position lies in the province; a site outside serves another's ground and is not counted */
export function findTrialProblem(
  { position, radius_m }: SiteCircle,
  isInside: (position: LngLat) => boolean,
): TrialProblem | null {
  const [lng, lat] = position
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return { type: 'position', value: position }
  if (!isCircleRadius(radius_m)) {
    return { type: 'radius', value: radius_m, least: circleRadius_m.least, greatest: circleRadius_m.greatest }
  }
  return isInside(position) ? null : { type: 'outside', value: position }
}
