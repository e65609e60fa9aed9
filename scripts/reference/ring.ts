/** Which way does a ring turn, what does it enclose, and which points lie inside it? */
import type { LngLat } from '../../core/geo.ts'

export type Ring = readonly LngLat[]

/** Twice the signed area in square degrees: positive when the ring turns counter-clockwise. */
export function getTurn(ring: Ring): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1]!
    const [x2, y2] = ring[i]!
    sum += x1 * y2 - x2 * y1
  }
  return sum
}

/** The ring turned counter-clockwise (RFC 7946 outer ring) or clockwise (hole). */
export function withTurn(ring: Ring, turn: 'counter-clockwise' | 'clockwise'): LngLat[] {
  const isCounterClockwise = getTurn(ring) > 0
  return isCounterClockwise === (turn === 'counter-clockwise') ? [...ring] : [...ring].reverse()
}

const semiMajorAxis = 6_378_137
const eccentricitySquared = 0.006_694_379_990_14
const eccentricity = Math.sqrt(eccentricitySquared)

// Snyder, Map Projections: A Working Manual (1987), equation 3-12.
function toAuthalicQ(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180)
  const es = eccentricity * sine
  const tail = Math.log((1 - es) / (1 + es)) / (2 * eccentricity)
  return (1 - eccentricitySquared) * (sine / (1 - es * es) - tail)
}

const polarQ = toAuthalicQ(90)

/** Area in km² on the WGS 84 ellipsoid, through the sphere of equal area; edges are short, so their bow does not count. */
export function getRingArea(ring: Ring): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [lng1, lat1] = ring[i - 1]!
    const [lng2, lat2] = ring[i]!
    const sines = (toAuthalicQ(lat1) + toAuthalicQ(lat2)) / polarQ
    sum += (((lng2 - lng1) * Math.PI) / 180) * (2 + sines)
  }
  return Math.abs((semiMajorAxis ** 2 * polarQ * sum) / 4) / 1e6
}

/** True when the position lies inside the rings by the even–odd rule; on an edge either answer is possible. */
export function isInsideRings(position: LngLat, rings: readonly Ring[]): boolean {
  const [x, y] = position
  let inside = false
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!
      const [x2, y2] = ring[i]!
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
  }
  return inside
}
