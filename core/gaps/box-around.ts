/** Which box of degrees surely holds everything within a distance of a place? */
import type { BBox, LngLat } from '../geo.ts'

/** No degree of latitude is shorter, on the ellipsoid at the equator (110,574 m). */
export const leastLatitude_m = 110_500
/** A degree of longitude times the cosine of its latitude is nowhere shorter. */
export const leastLongitude_m = 111_319

/** A little larger than needed, never smaller; near a pole the whole circle. */
export function toBoxAround([lng, lat]: LngLat, distance_m: number): BBox {
  const north = distance_m / leastLatitude_m
  const farthest = Math.abs(lat) + north
  const cosine = farthest < 89 ? Math.cos((farthest * Math.PI) / 180) : 0
  const east = cosine === 0 ? 360 : distance_m / (leastLongitude_m * cosine)
  return [lng - east, lat - north, lng + east, lat + north]
}
