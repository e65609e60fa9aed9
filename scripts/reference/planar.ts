/** How far apart are two positions in metres, near enough for one province? Plane coordinates, longitude scaled by cos(latitude). */
import type { LngLat } from '../../core/geo.ts'

export interface PlanePoint {
  readonly x: number
  readonly y: number
}

/** Mean radius of the Earth; the error against the ellipsoid is below 0.4 %. */
const metresPerDegree = (Math.PI / 180) * 6_371_008.8

/** Metres east and north of 0°, 0° on a plane that is true at `latitude`. */
export function toPlane(position: LngLat, latitude: number): PlanePoint {
  const [lng, lat] = position
  return { x: lng * metresPerDegree * Math.cos((latitude * Math.PI) / 180), y: lat * metresPerDegree }
}

/** Metres between two positions. */
export function getDistance(a: LngLat, b: LngLat): number {
  const latitude = (a[1] + b[1]) / 2
  const p = toPlane(a, latitude)
  const q = toPlane(b, latitude)
  return Math.hypot(p.x - q.x, p.y - q.y)
}

/** Metres from a point to the nearest point of a segment, all on one plane. */
export function getSegmentDistance(point: PlanePoint, from: PlanePoint, to: PlanePoint): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const lengthSquared = dx * dx + dy * dy
  const along = lengthSquared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / lengthSquared
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy)
}
