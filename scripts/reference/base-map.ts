/** What is drawn around and under the units? Roads, rivers, neighbours and the national border, each line once. */
import type { Feature, Geometry, LngLat } from '../../core/geo.ts'
import { buildBorders } from './borders.ts'
import type { Collection, Origin } from './origin.ts'
import type { Unit } from './admin-units.ts'

export interface BaseMapProperties {
  readonly kind: 'road' | 'railway' | 'river' | 'neighbour' | 'border'
  readonly name: string | null
  readonly source_code: string
}

export type BaseMapFeature = Feature<Geometry, BaseMapProperties>

/** Features that do not reach into this frame, which leaves about 40 km around the province, would never be seen. */
const frame = { west: 101.8, south: 20.5, east: 104, north: 22.9 }

/** Neighbouring countries have no area here, only a name; where it stands was chosen by hand, well inside the country. */
const countries = [
  { name: 'Lào', position: [102.56, 21.5] },
  { name: 'Trung Quốc', position: [102.08, 22.6] },
] as const

export function buildBaseMap(origin: Origin, province: Unit): BaseMapFeature[] {
  const roads = origin.roads.features.map(({ properties, geometry }) =>
    toFeature(
      {
        kind: properties['class'] === 'railway' ? 'railway' : 'road',
        name: toText(properties['name_display']),
        source_code: 'legocity',
      },
      geometry,
    ),
  )
  const neighbours = origin.neighbours.features.map(({ properties, geometry }) =>
    toFeature(
      {
        kind: 'neighbour',
        name: toText(properties['name'])?.replace(/^Tỉnh /, '') ?? null,
        source_code: 'vn-provinces-db',
      },
      geometry,
    ),
  )
  const borders = buildBorders(origin, province).map(({ name, source_code, line }) =>
    toFeature(
      { kind: 'border', name, source_code },
      { type: 'LineString', coordinates: line.map(([lng, lat]) => [lng, lat]) },
    ),
  )
  const countryNames = countries.map(({ name, position }) =>
    toFeature(
      { kind: 'neighbour', name, source_code: 'natural-earth' },
      { type: 'Point', coordinates: [...position] },
    ),
  )
  return [...neighbours, ...countryNames, ...buildRivers(origin.rivers), ...roads, ...borders].filter(
    (feature) => isInFrame(feature.geometry),
  )
}

// Two sources hold the same rivers 0.5–2 km apart: drawn is GSHHG, which has more of them near the province.
function buildRivers(rivers: Collection): BaseMapFeature[] {
  return rivers.features
    .filter(({ properties }) => String(properties['source']).startsWith('GSHHG'))
    .map(({ geometry }) => toFeature({ kind: 'river', name: null, source_code: 'gshhg' }, geometry))
}

function toFeature(properties: BaseMapProperties, geometry: Geometry): BaseMapFeature {
  return { type: 'Feature', properties, geometry }
}

function toText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function isInFrame(geometry: Geometry): boolean {
  return listPositions(geometry).some(
    ([lng, lat]) => lng > frame.west && lng < frame.east && lat > frame.south && lat < frame.north,
  )
}

/** Every position of a geometry, in no particular structure. */
export function listPositions(geometry: Geometry): LngLat[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(listPositions)
  const flatten = (part: unknown): number[][] =>
    typeof (part as number[])[0] === 'number' ? [part as number[]] : (part as unknown[]).flatMap(flatten)
  return flatten(geometry.coordinates).map(([lng = NaN, lat = NaN]) => [lng, lat])
}
