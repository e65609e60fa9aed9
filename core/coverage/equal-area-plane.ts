/**
 * On which flat sheet does an area keep its true size? Cylindrical equal-area, true to scale at the middle of the place, on the
 * WGS 84 ellipsoid (Snyder, Map Projections, 1987, eqs. 3-12, 10-13 to 10-15): what is measured flat is what the earth has, up to
 * edges that run straight here and along a geodesic there (a few square metres for the edges of a commune).
 */
import type { LngLat } from '../geo.ts'

const radian = Math.PI / 180
const equatorRadius_m = 6_378_137
const squaredEccentricity = 0.006_694_379_990_14
const eccentricity = Math.sqrt(squaredEccentricity)

/** Centimetres in whole numbers: exact in clipper2, whose products of two stay below 2⁵³ for anything up to 900 km wide. */
export interface PlanePoint {
  x: number
  y: number
}

export interface EqualAreaPlane {
  readonly toPlane: (position: LngLat) => PlanePoint
  readonly toLngLat: (point: PlanePoint) => LngLat
}

const perMetre = 100

/** Square metres of so many square centimetres. */
export function toSquareMetres(squareCentimetres: number): number {
  return squareCentimetres / perMetre ** 2
}

/** @param middle where the sheet is true to scale; within 200 km of it shapes bend by less than 0.2 % */
export function createEqualAreaPlane(middle: LngLat): EqualAreaPlane {
  const sine = Math.sin(middle[1] * radian)
  const scale = Math.sqrt((1 - sine * sine) / (1 - squaredEccentricity * sine * sine))
  const perDegree = equatorRadius_m * scale * radian * perMetre
  const perAuthalic = (equatorRadius_m * perMetre) / (2 * scale)
  const origin = toAuthalic(middle[1] * radian)
  return {
    toPlane: ([lng, lat]) => ({
      x: Math.round((lng - middle[0]) * perDegree),
      y: Math.round((toAuthalic(lat * radian) - origin) * perAuthalic),
    }),
    toLngLat: ({ x, y }) => [middle[0] + x / perDegree, fromAuthalic(origin + y / perAuthalic) / radian],
  }
}

/** q of eq. 3-12: twice the area, in squared radii, of a radian-wide strip from the equator to the latitude. */
function toAuthalic(lat_rad: number): number {
  const sine = Math.sin(lat_rad)
  const bent = eccentricity * sine
  return (
    (1 - squaredEccentricity) *
    (sine / (1 - bent * bent) - Math.log((1 - bent) / (1 + bent)) / (2 * eccentricity))
  )
}

/** Newton from the sphere's latitude (eq. 3-16): three steps reach the last digit anywhere but at a pole. */
function fromAuthalic(q: number): number {
  let lat_rad = Math.asin(Math.max(-1, Math.min(1, q / 2)))
  for (let step = 0; step < 3; step++) {
    const bent = squaredEccentricity * Math.sin(lat_rad) ** 2
    const slope = (2 * (1 - squaredEccentricity) * Math.cos(lat_rad)) / (1 - bent) ** 2
    lat_rad += (q - toAuthalic(lat_rad)) / slope
  }
  return lat_rad
}
