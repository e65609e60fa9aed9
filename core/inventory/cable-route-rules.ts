/** Can a cable route be kept like this, and does its length fit its line? */
import type { LngLat } from '../geo.ts'
import { measurePath } from '../measure/measure-path.ts'
import type { CableRouteDraft } from './cable-route-snapshot.ts'
import { cableRouteKinds, cableTypes } from './cable-routes.ts'
import {
  findMissing,
  findNoCount,
  findNoDay,
  findNotOf,
  findOutOfRange,
  keepFound,
  type Finding,
  type RecordProblem,
} from './record-problem.ts'

/** Slack, loops and climbs make a cable longer than its line on the map, rarely by more than this share. */
const mostDifference = 0.2
const mostCount = 1_000_000
const longest_m = 2_000_000

export type JudgedCableRoute = Omit<
  CableRouteDraft,
  'id' | 'status' | 'is_sample' | 'tenant_codes' | 'owner_code'
>

export function listCableRouteProblems(route: JudgedCableRoute): RecordProblem[] {
  return keepFound([
    findMissing('code', route.code),
    findMissing('name', route.name),
    findNotOf('kind', route.kind, cableRouteKinds),
    findNotOf('cable_type', route.cable_type, cableTypes),
    findNoDay('built_on', route.built_on),
    findOutOfRange('length_m', route.length_m, [0.1, longest_m]),
    findNoCount('pole_count', route.pole_count, mostCount),
    findNoCount('duct_count', route.duct_count, mostCount),
    findNoCount('ducts_used', route.ducts_used, mostCount),
    findTooManyUsed(route),
    findNoLine(route),
    findOtherLength(route),
  ])
}

function findTooManyUsed({ duct_count, ducts_used }: JudgedCableRoute): Finding {
  if (duct_count === null || ducts_used === null || ducts_used <= duct_count) return null
  return {
    level: 'error',
    code: 'out_of_range',
    field: 'ducts_used',
    value: ducts_used,
    expected: `≤ ${duct_count}`,
  }
}

function findNoLine({ geometry }: JudgedCableRoute): Finding {
  if (toGeodesicLengthM(geometry.coordinates) > 0) return null
  return { level: 'error', code: 'geometry_invalid', field: 'geometry', value: null, expected: 'LineString' }
}

function findOtherLength({ length_m, geometry }: JudgedCableRoute): Finding {
  const drawn_m = toGeodesicLengthM(geometry.coordinates)
  if (drawn_m === 0 || Math.abs(length_m - drawn_m) <= mostDifference * drawn_m) return null
  return {
    level: 'warning',
    code: 'length_differs',
    field: 'length_m',
    value: length_m,
    expected: String(Math.round(drawn_m)),
  }
}

/** Of a line on the WGS 84 ellipsoid. */
export function toGeodesicLengthM(coordinates: readonly (readonly number[])[]): number {
  const places = coordinates.map(([lng = NaN, lat = NaN]): LngLat => [lng, lat])
  return measurePath(places, 'line').total_m
}
