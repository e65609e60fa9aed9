/** In which unit does each point lie? */
import { booleanPointInPolygon } from '@turf/turf'
import Flatbush from 'flatbush'
import type { LngLat, MultiPolygon, Polygon } from '../geo.ts'

/** An area that points can lie in. `rank` decides a point on a shared border: the least rank has it. */
export interface LocatableUnit {
  readonly rank: string
  readonly geometry: Polygon | MultiPolygon
}

export type Locator = (position: LngLat) => number

/**
 * The rank of a unit on a border: its district first, so that a village on a border falls in the same huyện whether
 * huyện or communes are asked.
 */
export function toUnitRank(unit: { readonly code: string; readonly parent_code: string | null }): string {
  return `${unit.parent_code ?? ''}/${unit.code}`
}

/**
 * A function from a position to the index of its unit in `units`, or −1 outside all of them.
 * A point on a border belongs to exactly one unit, the one of least rank, as PostGIS decides it too.
 */
export function createLocator(units: readonly LocatableUnit[]): Locator {
  if (units.length === 0) return () => -1
  const byRank = units.map((_, index) => index).sort((a, b) => compareRank(units[a]!, units[b]!))
  const boxes = new Flatbush(units.length)
  for (const index of byRank) boxes.add(...toBox(units[index]!.geometry))
  boxes.finish()
  return withQuietCells(units, [boxes.minX, boxes.minY, boxes.maxX, boxes.maxY], ([lng, lat]) => {
    const candidates = boxes.search(lng, lat, lng, lat).sort((a, b) => a - b)
    for (const candidate of candidates) {
      const index = byRank[candidate]!
      if (booleanPointInPolygon([lng, lat], units[index]!.geometry)) return index
    }
    return -1
  })
}

const cellsPerSide = 128
/** For fewer points, finding out where borders run takes longer than it saves. */
const manyPoints = 5_000
const crossedByBorder = -3
const notAskedYet = -2

/**
 * Through most of a province no border runs: what one point of such a cell is told holds for the whole cell, so that
 * Turf is asked once. 100,000 points in 129 communes: half the time.
 *
 *     ┌───┬───┬───┐   b  a border runs through: every point is asked about
 *     │ q │ b │ b │   q  quiet: the first point's answer serves the rest
 *     ├───┼───┼───┤
 *     │ b │ b │ q │
 *     └───┴───┴───┘
 */
function withQuietCells(
  units: readonly LocatableUnit[],
  [west, south, east, north]: readonly [number, number, number, number],
  locate: Locator,
): Locator {
  let cells: Int32Array | null = null
  let asked = 0
  const toColumn = (lng: number) => toCell(lng, west, east)
  const toRow = (lat: number) => toCell(lat, south, north)
  const createCells = () => {
    const created = new Int32Array(cellsPerSide * cellsPerSide).fill(notAskedYet)
    for (const { geometry } of units) markEdges(geometry, created)
    return created
  }
  const markEdges = (geometry: Polygon | MultiPolygon, marked: Int32Array) =>
    forEachEdge(geometry, ([lng1, lat1], [lng2, lat2]) => {
      const lastRow = toRow(Math.max(lat1, lat2))
      const lastColumn = toColumn(Math.max(lng1, lng2))
      for (let row = toRow(Math.min(lat1, lat2)); row <= lastRow; row++) {
        const first = row * cellsPerSide + toColumn(Math.min(lng1, lng2))
        marked.fill(crossedByBorder, first, row * cellsPerSide + lastColumn + 1)
      }
    })
  return (position) => {
    const [lng, lat] = position
    // Written so that NaN is outside as well.
    if (!(lng >= west && lng <= east && lat >= south && lat <= north)) return -1
    if (++asked < manyPoints) return locate(position)
    cells ??= createCells()
    const cell = toRow(lat) * cellsPerSide + toColumn(lng)
    const known = cells[cell]!
    if (known === crossedByBorder) return locate(position)
    if (known !== notAskedYet) return known
    return (cells[cell] = locate(position))
  }
}

function toCell(value: number, least: number, greatest: number): number {
  const cell = Math.floor(((value - least) / (greatest - least)) * cellsPerSide)
  return Math.min(cellsPerSide - 1, Math.max(0, cell))
}

function forEachEdge(geometry: Polygon | MultiPolygon, visit: (from: LngLat, to: LngLat) => void): void {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  for (const ring of polygons.flat()) {
    for (let end = 1; end < ring.length; end++) {
      visit(ring[end - 1] as unknown as LngLat, ring[end] as unknown as LngLat)
    }
  }
}

function compareRank(a: LocatableUnit, b: LocatableUnit): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0
}

function toBox(geometry: Polygon | MultiPolygon): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  for (const polygon of polygons) {
    for (const [lng = NaN, lat = NaN] of polygon[0] ?? []) {
      box[0] = Math.min(box[0], lng)
      box[1] = Math.min(box[1], lat)
      box[2] = Math.max(box[2], lng)
      box[3] = Math.max(box[3], lat)
    }
  }
  return box
}
