/** In which zone of VN-2000 is a list written? Its rows vote; a row alone seldom knows. */
import type { LngLat } from '../../geo.ts'
import { isSameZone, toKilometres, type Zone, type ZoneCandidate } from './zones.ts'

export interface ZonePoll {
  /** `near`: where the commune named lies, if one is named. */
  readonly add: (candidates: readonly ZoneCandidate[], near: LngLat | null) => void
  readonly choose: (candidates: readonly ZoneCandidate[], near: LngLat | null) => ZoneCandidate | null
}

/**
 * A commune reaches some 15 km around its label, and two zones lie at least 25 km apart. Nearer than `clear` and the next one
 * at least `apart` farther: no other zone can be meant.
 */
const clear_km = 15
const apart_km = 30
/** A row of the list's own zone may lie so far from the label of a large commune. */
const plausible_km = 40
const fewest = 10
const majority = 0.8

interface Ranked {
  readonly candidate: ZoneCandidate
  readonly km: number
}

/** @param declared the zone that the list names itself */
export function makeZonePoll(declared: Zone | null): ZonePoll {
  const strong = new Map<string, number>()
  const weak = new Map<string, number>()
  const add = (votes: Map<string, number>, zone: Zone) =>
    void votes.set(toKey(zone), (votes.get(toKey(zone)) ?? 0) + 1)
  return {
    add(candidates, near) {
      const [first, ...others] = candidates
      if (first === undefined) return
      if (others.length === 0) return add(strong, first.zone)
      if (near === null) return
      const [best, next] = rank(candidates, near)
      if (best === undefined || next === undefined) return
      if (isClear(best, next)) add(strong, best.candidate.zone)
      else if (next.km - best.km > 5) add(weak, best.candidate.zone)
    },
    choose(candidates, near) {
      const own = declared === null ? (findWinner(strong, 1) ?? findWinner(weak, fewest)) : toKey(declared)
      return chooseZone(candidates, { near, own })
    },
  }
}

interface Evidence {
  readonly near: LngLat | null
  readonly own: string | null
}

function chooseZone(candidates: readonly ZoneCandidate[], { near, own }: Evidence): ZoneCandidate | null {
  const ofList = candidates.find(({ zone }) => toKey(zone) === own)
  if (near === null) return ofList ?? (candidates.length === 1 ? (candidates[0] ?? null) : null)
  const [best, next] = rank(candidates, near)
  const isOtherClear = best !== undefined && (next === undefined || isClear(best, next))
  if (ofList === undefined) return isOtherClear ? best.candidate : null
  if (toKilometres(ofList.about, near) <= plausible_km || !isOtherClear) return ofList
  return best.km <= clear_km && !isSameZone(best.candidate.zone, ofList.zone) ? best.candidate : ofList
}

function rank(candidates: readonly ZoneCandidate[], near: LngLat): Ranked[] {
  return candidates
    .map((candidate) => ({ candidate, km: toKilometres(candidate.about, near) }))
    .sort((a, b) => a.km - b.km)
}

function isClear(best: Ranked, next: Ranked): boolean {
  return best.km <= clear_km && next.km >= best.km + apart_km
}

function findWinner(votes: ReadonlyMap<string, number>, least: number): string | null {
  const total = [...votes.values()].reduce((sum, count) => sum + count, 0)
  if (total < least) return null
  return [...votes].find(([, count]) => count >= majority * total)?.[0] ?? null
}

function toKey({ meridian, width }: Zone): string {
  return `${meridian}/${width}`
}
