/** Which ring stands for the circle around a site? A rough estimate: no terrain, no antenna, the same radius in all directions. */
import type { LngLat } from '../geo.ts'

/** What a circle may measure; below, nothing is reached, above, no site reaches. */
export const circleRadius_m = { least: 500, greatest: 30_000, usual: 3_000 } as const

export interface SiteCircle {
  readonly position: LngLat
  readonly radius_m: number
}

/** True for a radius that a circle may have: 0 and 500 km are refused. */
export function isCircleRadius(radius_m: number): boolean {
  return radius_m >= circleRadius_m.least && radius_m <= circleRadius_m.greatest
}

/** Corners of a ring: its area is the circle's, and its edge runs within 0.09 % of the radius inside and outside of it. */
export const ringCorners = 64

const radian = Math.PI / 180
const equatorRadius_m = 6_378_137
const squaredEccentricity = 0.006_694_379_990_14

/**
 * A polygon that lies inside its circle is smaller, by 0.16 % with 64 corners. Its corners are moved out so far that the areas are
 * equal: then a circle errs by nothing, and a union by far less than 0.1 %.
 */
const outward = Math.sqrt((2 * Math.PI) / (ringCorners * Math.sin((2 * Math.PI) / ringCorners)))

/** Counter-clockwise from east, for each corner: shares of the radius to the east and to the north. */
const corners = Array.from({ length: ringCorners }, (_, corner) => {
  const angle = (2 * Math.PI * corner) / ringCorners
  return [outward * Math.cos(angle), outward * Math.sin(angle)] as const
})

/**
 * The corners of a site's circle on the WGS 84 ellipsoid, counter-clockwise, not closed; within 2 m of the geodesic circle up to
 * 30 km, as `toDistanceM` measures.
 */
export function toRing({ position: [lng, lat], radius_m }: SiteCircle): LngLat[] {
  const perMeridian = toRadii(lat).meridian_m
  return corners.map(([east, north]) => {
    const up_m = north * radius_m
    const halfway = lat + up_m / perMeridian / radian / 2
    const { meridian_m, parallel_m } = toRadii(halfway)
    return [lng + (east * radius_m) / parallel_m / radian, lat + up_m / meridian_m / radian]
  })
}

/** How far a radian reaches along the meridian and along the parallel. */
function toRadii(lat: number): { readonly meridian_m: number; readonly parallel_m: number } {
  const sine = Math.sin(lat * radian)
  const bent = 1 - squaredEccentricity * sine * sine
  const normal_m = equatorRadius_m / Math.sqrt(bent)
  return {
    meridian_m: (normal_m * (1 - squaredEccentricity)) / bent,
    parallel_m: normal_m * Math.sqrt(1 - sine * sine),
  }
}
