/** What is a shape of a file in longitude and latitude, without heights? What is wrong otherwise is left for later. */
import type { Geometry } from 'geojson'
import type { Reading } from '../reading.ts'
import type { ToWgs84 } from './projections.ts'

export interface ShapeSource {
  readonly table: string
  readonly reading: Reading
  readonly toWgs84: ToWgs84
}

/** How deep the positions lie in the coordinates of each type. */
const depths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}
const mostCollections = 20

/** Null: there is none, it is empty, of no known type, or a coordinate is no number; the last two are noted. */
export function toFlatGeometry(given: unknown, source: ShapeSource): Geometry | null {
  const flattening = new Flattening(source)
  const geometry = flattening.read(given, 0)
  if (flattening.hasHeights) source.reading.note('heights_dropped', source.table)
  if (flattening.fault === null) return geometry
  source.reading.note(flattening.fault, source.table)
  return null
}

class Flattening {
  hasHeights = false
  fault: 'coordinates_invalid' | 'shape_unreadable' | null = null
  readonly #source: ShapeSource

  constructor(source: ShapeSource) {
    this.#source = source
  }

  read(given: unknown, level: number): Geometry | null {
    if (given === null || given === undefined) return null
    const { type, coordinates, geometries } = given as Readonly<Record<string, unknown>>
    if (type === 'GeometryCollection') return this.#readCollection(geometries, level)
    const depth = typeof type === 'string' && Object.hasOwn(depths, type) ? depths[type] : undefined
    if (depth === undefined) return this.#refuse('shape_unreadable')
    if (!Array.isArray(coordinates) || coordinates.length === 0) return null
    const flat = this.#flatten(coordinates, depth)
    return flat === null ? null : ({ type, coordinates: flat } as Geometry)
  }

  #readCollection(geometries: unknown, level: number): Geometry | null {
    if (!Array.isArray(geometries) || level > mostCollections) return this.#refuse('shape_unreadable')
    const members = geometries.flatMap((member) => this.read(member, level + 1) ?? [])
    const [only] = members
    if (members.length <= 1) return only ?? null
    return toMulti(members) ?? { type: 'GeometryCollection', geometries: members }
  }

  #flatten(coordinates: readonly unknown[], depth: number): unknown[] | null {
    if (depth === 0) return this.#toPosition(coordinates)
    const flat: unknown[] = []
    for (const part of coordinates) {
      const inner = Array.isArray(part) ? this.#flatten(part, depth - 1) : this.#refuse('coordinates_invalid')
      if (inner === null) return null
      flat.push(inner)
    }
    return flat
  }

  #toPosition(coordinates: readonly unknown[]): [number, number] | null {
    const [x, y] = coordinates
    if (!isFiniteNumber(x) || !isFiniteNumber(y)) return this.#refuse('coordinates_invalid')
    this.#source.reading.countCells(1)
    if (coordinates.length > 2) this.hasHeights = true
    const position = this.#source.toWgs84?.([x, y]) ?? [x, y]
    return Number.isFinite(position[0]) && Number.isFinite(position[1])
      ? position
      : this.#refuse('coordinates_invalid')
  }

  #refuse(fault: 'coordinates_invalid' | 'shape_unreadable'): null {
    this.fault = fault
    return null
  }
}

/** Of one kind: KML has no other way to say that a line has several parts. */
function toMulti(members: readonly Geometry[]): Geometry | null {
  const [first] = members
  if (first?.type !== 'Point' && first?.type !== 'LineString' && first?.type !== 'Polygon') return null
  const parts = members.flatMap((member) => (member.type === first.type ? [member.coordinates] : []))
  return parts.length === members.length
    ? ({ type: `Multi${first.type}`, coordinates: parts } as Geometry)
    : null
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
