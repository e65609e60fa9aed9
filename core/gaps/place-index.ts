/** Which of many places is nearest, asked for many villages? */
import type { LngLat } from '../geo.ts'
import { leastLatitude_m, leastLongitude_m } from './box-around.ts'
import { toDistanceM } from './nearest.ts'

export interface NearestPlace {
  /** Position in the list that the index was made of. */
  readonly index: number
  readonly distance_m: number
}

/** Null where there is no place at all. */
export type PlaceIndex = (from: LngLat) => NearestPlace | null

/** As few places are measured one after the other. */
const leafSize = 6

/**
 * The same answer as measuring every place with `toDistanceM`, of two equally far the one that stands first.
 * A k-d tree: places are halved at the middle longitude, the halves at the middle latitude, and so on; the other half is
 * looked at only where the line between them is nearer than the best so far. One question takes a third of what an R-tree
 * takes for it. The antimeridian is not crossed.
 */
export function createPlaceIndex(places: readonly LngLat[]): PlaceIndex {
  if (places.length === 0) return () => null
  const order = toTreeOrder(places)
  const farthestLatitude = places.reduce((most, [, lat]) => Math.max(most, Math.abs(lat)), 0)
  // One question at a time: what it has found so far stands here, so that asking allocates nothing.
  let from: LngLat = [0, 0]
  let lng_m = 0
  let index = -1
  let distance_m = Infinity
  const measure = (place: number) => {
    const candidate_m = toDistanceM(from, places[place]!)
    if (candidate_m > distance_m || (candidate_m === distance_m && place > index)) return
    index = place
    distance_m = candidate_m
  }
  const search = (first: number, last: number, axis: 0 | 1) => {
    if (last - first <= leafSize) {
      for (let slot = first; slot < last; slot++) measure(order[slot]!)
      return
    }
    const middle = (first + last) >> 1
    const between = order[middle]!
    measure(between)
    const beyond = from[axis] - places[between]![axis]
    const next = axis === 0 ? 1 : 0
    if (beyond < 0) search(first, middle, next)
    else search(middle + 1, last, next)
    if (Math.abs(beyond) * (axis === 0 ? lng_m : leastLatitude_m) > distance_m) return
    if (beyond < 0) search(middle + 1, last, next)
    else search(first, middle, next)
  }
  return (asked) => {
    from = asked
    const farthest = Math.max(farthestLatitude, Math.abs(asked[1]))
    lng_m = leastLongitude_m * Math.cos((farthest * Math.PI) / 180)
    distance_m = Infinity
    search(0, places.length, 0)
    return { index, distance_m }
  }
}

/** Positions of the places so that each half stands together, with the place that divides them in the middle. */
function toTreeOrder(places: readonly LngLat[]): Uint32Array {
  const order = Uint32Array.from(places, (_, index) => index)
  const halve = (first: number, last: number, axis: 0 | 1) => {
    if (last - first <= leafSize) return
    order.subarray(first, last).sort((a, b) => places[a]![axis] - places[b]![axis])
    const middle = (first + last) >> 1
    halve(first, middle, axis === 0 ? 1 : 0)
    halve(middle + 1, last, axis === 0 ? 1 : 0)
  }
  halve(0, places.length, 0)
  return order
}
