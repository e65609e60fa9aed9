/** In which direction does one place lie from another? */
import type { LngLat } from '../geo.ts'
import { toMetresPerDegree } from './nearest.ts'

const degree = Math.PI / 180

/**
 * Degrees clockwise from north, 0 … 360, at `from` on the WGS 84 ellipsoid: within 0.1° of the geodesic azimuth up to
 * 100 km, which is what PostGIS gives. Null on the spot.
 */
export function toBearingDeg(from: LngLat, to: LngLat): number | null {
  const middle = (from[1] + to[1]) / 2
  const { lng, lat } = toMetresPerDegree(middle)
  const east = (to[0] - from[0]) * lng
  const north = (to[1] - from[1]) * lat
  if (east === 0 && north === 0) return null
  // Meridians draw together: the azimuth at the middle is turned by half their convergence at the start.
  const convergence = ((to[0] - from[0]) * Math.sin(middle * degree)) / 2
  const bearing = Math.atan2(east, north) / degree - convergence
  return (bearing + 360) % 360
}
