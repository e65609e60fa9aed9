/** How far is one place from another, and how long is a degree there? */
import type { LngLat } from '../geo.ts'

const degree = Math.PI / 180
const equatorRadiusM = 6_378_137
const squaredEccentricity = 0.006_694_379_990_14

/** Metres that a degree of longitude and one of latitude measure at a latitude, on the WGS 84 ellipsoid. */
export function toMetresPerDegree(latitude: number): { readonly lng: number; readonly lat: number } {
  const sine = Math.sin(latitude * degree)
  const w2 = 1 - squaredEccentricity * sine * sine
  const meridianRadius = (equatorRadiusM * (1 - squaredEccentricity)) / (w2 * Math.sqrt(w2))
  const parallelRadius = (equatorRadiusM / Math.sqrt(w2)) * Math.sqrt(1 - sine * sine)
  return { lng: degree * parallelRadius, lat: degree * meridianRadius }
}

/**
 * Metres between two places on the WGS 84 ellipsoid, flat in between: within 0.1 % of the geodesic up to 100 km,
 * which is what PostGIS measures.
 */
export function toDistanceM(from: LngLat, to: LngLat): number {
  const metres = toMetresPerDegree((from[1] + to[1]) / 2)
  const north = (to[1] - from[1]) * metres.lat
  const east = (to[0] - from[0]) * metres.lng
  // Not Math.hypot, which takes several times as long and guards against sizes that the earth does not have.
  return Math.sqrt(north * north + east * east)
}
