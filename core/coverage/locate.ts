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
  return (position) => {
    const [lng, lat] = position
    const candidates = boxes.search(lng, lat, lng, lat).sort((a, b) => a - b)
    for (const candidate of candidates) {
      const index = byRank[candidate]!
      if (booleanPointInPolygon(position as [number, number], units[index]!.geometry)) return index
    }
    return -1
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
