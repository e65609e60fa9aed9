/** Which of many positions is nearest to a place, and how far? */
import type { LngLat } from '../geo.ts'

const degree = Math.PI / 180
const equatorRadiusM = 6_378_137
const squaredEccentricity = 0.006_694_379_990_14

export interface Nearest {
  /** Position in the list. */
  readonly index: number
  readonly distance_m: number
}

/**
 * Metres between two places on the WGS 84 ellipsoid, flat in between: within 0.1 % of the geodesic up to 100 km,
 * which is what PostGIS measures.
 */
export function toDistanceM(from: LngLat, to: LngLat): number {
  const sine = Math.sin(((from[1] + to[1]) / 2) * degree)
  const w2 = 1 - squaredEccentricity * sine * sine
  const meridianRadius = (equatorRadiusM * (1 - squaredEccentricity)) / (w2 * Math.sqrt(w2))
  const parallelRadius = (equatorRadiusM / Math.sqrt(w2)) * Math.sqrt(1 - sine * sine)
  return Math.hypot((to[1] - from[1]) * degree * meridianRadius, (to[0] - from[0]) * degree * parallelRadius)
}

/** Null where the list is empty. */
export function findNearest(from: LngLat, places: readonly LngLat[]): Nearest | null {
  let nearest: Nearest | null = null
  for (const [index, place] of places.entries()) {
    const distance_m = toDistanceM(from, place)
    if (nearest === null || distance_m < nearest.distance_m) nearest = { index, distance_m }
  }
  return nearest
}
