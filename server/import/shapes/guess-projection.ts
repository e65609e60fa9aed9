/** In what are coordinates that come without a projection? By their range, and said so. */
import type { Geometry, Position } from 'geojson'
import { ImportFileError } from '../../../core/import/problems.ts'
import type { Reading } from '../reading.ts'
import { fromZone, type ToWgs84 } from './projections.ts'

/** Việt Nam in metres of the grid: north between its ends, east within two zones of the meridian. */
const gridNorth_m = { from: 850_000, to: 2_650_000 }
const gridEast_m = { from: 150_000, to: 850_000 }

export interface Unprojected {
  readonly table: string
  readonly geometries: readonly (Geometry | null)[]
  readonly reading: Reading
}

/** Degrees are taken as WGS 84, metres as VN-2000 of the province’s zone; throws `projection_unknown`. */
export function guessProjection({ table, geometries, reading }: Unprojected): ToWgs84 {
  const corners = geometries.flatMap((geometry) => findCorner(geometry) ?? [])
  if (corners.every(({ x, y }) => Math.abs(x) <= 180 && Math.abs(y) <= 90)) {
    if (corners.length > 0) reading.note('projection_assumed', table, null)
    return null
  }
  const isGrid = corners.every(({ x, y }) => isWithin(x, gridEast_m) && isWithin(y, gridNorth_m))
  if (isGrid && reading.central_meridian !== null) {
    reading.note('projection_assumed_vn2000', table, null)
    return fromZone(reading.central_meridian)
  }
  throw new ImportFileError('projection_unknown', { table, expected: '.prj' })
}

function isWithin(value: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return value >= from && value <= to
}

/** One corner of each shape tells its range. */
function findCorner(geometry: Geometry | null): { x: number; y: number } | null {
  if (geometry === null) return null
  if (geometry.type === 'GeometryCollection') return findCorner(geometry.geometries[0] ?? null)
  let corner: unknown = geometry.coordinates
  while (Array.isArray(corner) && Array.isArray(corner[0])) corner = corner[0]
  const [x, y] = Array.isArray(corner) ? (corner as Position) : []
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x + y) ? { x, y } : null
}
