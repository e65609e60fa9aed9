/** Is this a geometry that a database could hold? Whether its lines cross, the database itself decides later. */
import type { Geometry } from '../../core/geo.ts'
import { toStoredDegrees } from '../../core/stored-degrees.ts'
import type { DatasetProblemCode } from './problems.ts'
import type { GeometryType } from './tables.ts'

interface Wrong {
  readonly code: DatasetProblemCode
  readonly value: string | null
}

/** How deep the positions of each type lie: a point is a position, a polygon a list of lists of them. */
const depths: Readonly<Record<GeometryType, number>> = {
  Point: 0,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** The geometry with rounded positions, or what is wrong with it. */
export function readGeometry(
  given: unknown,
  allowed: readonly GeometryType[],
): { readonly geometry: Geometry } | Wrong {
  if (typeof given !== 'object' || given === null) return { code: 'geometry_missing', value: null }
  const { type, coordinates } = given as { readonly type?: unknown; readonly coordinates?: unknown }
  const known = allowed.find((one) => one === type)
  if (known === undefined) return { code: 'geometry_type', value: String(type) }
  try {
    const rounded = readNested(coordinates, depths[known])
    checkLines(rounded, known)
    return { geometry: { type: known, coordinates: rounded } as Geometry }
  } catch (error) {
    if (error instanceof GeometryRefusal) return error.wrong
    throw error
  }
}

class GeometryRefusal extends Error {
  readonly wrong: Wrong

  constructor(code: DatasetProblemCode, value: unknown) {
    super(code)
    this.wrong = { code, value: JSON.stringify(value) ?? null }
  }
}

type Nested = readonly number[] | readonly Nested[]

function readNested(given: unknown, depth: number): Nested {
  if (depth === 0) return readPosition(given)
  if (!Array.isArray(given) || given.length === 0) throw new GeometryRefusal('geometry_missing', given)
  return given.map((part: unknown) => readNested(part, depth - 1))
}

function readPosition(given: unknown): readonly number[] {
  const [lng, lat] = Array.isArray(given) ? (given as unknown[]) : []
  if (!isWithin(lng, 180) || !isWithin(lat, 90)) throw new GeometryRefusal('position_invalid', given)
  return [toStoredDegrees(lng), toStoredDegrees(lat)]
}

function isWithin(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit
}

type Line = readonly (readonly number[])[]

function checkLines(coordinates: Nested, type: GeometryType): void {
  if (type === 'Point') return
  if (type === 'LineString') return checkLine(coordinates as Line)
  if (type === 'MultiLineString') return (coordinates as readonly Line[]).forEach(checkLine)
  const rings = (
    type === 'Polygon' ? coordinates : (coordinates as readonly Nested[]).flat()
  ) as readonly Line[]
  rings.forEach(checkRing)
}

function checkLine(line: Line): void {
  if (line.length < 2) throw new GeometryRefusal('geometry_invalid', line)
}

function checkRing(ring: Line): void {
  const [first, last] = [ring[0], ring.at(-1)]
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1]
  if (ring.length < 4 || !isClosed) throw new GeometryRefusal('ring_open', ring.length < 4 ? ring : last)
}
