/** Which units and villages have been loaded, as rows rather than features? */
import type { BBox, Feature, FeatureCollection, MultiPolygon, Point, Polygon } from '../../core/geo.ts'
import type { AdminUnit } from '../../core/inventory/admin-units.ts'
import type { LayerId } from '../../core/inventory/layers.ts'
import type { Village } from '../../core/inventory/villages.ts'
import type { MapSources } from '../map/map-view-props.ts'
import type { EngineUnit, EngineVillages } from '../workers/engine-context.ts'
import type { UnitSet } from '../../core/coverage/question.ts'

export const layerOfSet = {
  province: 'province',
  district: 'districts',
  commune: 'communes',
  'commune-2025': 'communes-2025',
} as const satisfies Record<UnitSet, LayerId>

export type UnitFeature = Feature<Polygon | MultiPolygon, AdminUnit>
export type VillageFeature = Feature<Point, Village> & { readonly id: number }

// The contract promises what is in a layer; the schemas that would prove it stay on the server.
export function getUnitFeatures(collection: FeatureCollection | null): readonly UnitFeature[] {
  return (collection?.features ?? []) as unknown as readonly UnitFeature[]
}

export function getVillageFeatures(collection: FeatureCollection | null): readonly VillageFeature[] {
  return (collection?.features ?? []) as unknown as readonly VillageFeature[]
}

export function findUnit(sources: MapSources, unit_set: UnitSet, code: string): UnitFeature | null {
  const features = getUnitFeatures(sources[layerOfSet[unit_set]])
  return features.find((feature) => feature.properties.code === code) ?? null
}

export function toEngineUnits(collection: FeatureCollection): EngineUnit[] {
  return getUnitFeatures(collection).map(({ properties, geometry }) => ({
    code: properties.code,
    parent_code: properties.parent_code,
    successor_code: properties.successor_code,
    geometry,
  }))
}

export function toEngineVillages(collection: FeatureCollection): EngineVillages {
  const villages = getVillageFeatures(collection)
  const column = <T>(read: (village: Village) => T) => villages.map(({ properties }) => read(properties))
  return {
    ids: villages.map(({ id }) => id),
    positions: villages.map(({ geometry }) => [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]),
    is_located_by_position: column(({ located_by }) => located_by === 'position'),
    codes: {
      district: column(({ district_code }) => district_code),
      commune: column(({ commune_code }) => commune_code),
      'commune-2025': column(({ commune_2025_code }) => commune_2025_code),
    },
    households: column(({ households }) => households),
    population: column(({ population }) => population),
    grid_power: column(({ grid_power }) => grid_power),
    grid_power_since: column(({ grid_power_since }) => grid_power_since),
    assigned_since: column(({ assigned_since }) => assigned_since),
  }
}

/** Box around a unit, from its outer rings. */
export function toBounds({ geometry }: UnitFeature): BBox {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lng = 0, lat = 0] of polygons.flatMap(([outer = []]) => outer)) {
    west = Math.min(west, lng)
    south = Math.min(south, lat)
    east = Math.max(east, lng)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}
