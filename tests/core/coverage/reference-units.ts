/** The real boundaries, for tests of locating. */
import { readFileSync } from 'node:fs'
import { toUnitRank, type LocatableUnit } from '../../../core/coverage/locate.ts'
import type { CollectionOf, MultiPolygon, Polygon } from '../../../core/geo.ts'

export interface LoadedUnit extends LocatableUnit {
  readonly code: string
  readonly parent_code: string | null
  readonly successor_code: string | null
}

interface UnitProperties {
  readonly code: string
  readonly parent_code: string | null
  readonly successor_code: string | null
}

export function loadUnits(name: 'districts' | 'communes' | 'communes-2025'): LoadedUnit[] {
  const file = new URL(`../../../data/reference/${name}.geojson`, import.meta.url)
  const collection = JSON.parse(readFileSync(file, 'utf8')) as CollectionOf<
    Polygon | MultiPolygon,
    UnitProperties
  >
  return collection.features.map(({ properties, geometry }) => ({
    code: properties.code,
    parent_code: properties.parent_code,
    successor_code: properties.successor_code,
    rank: toUnitRank(properties),
    geometry,
  }))
}
