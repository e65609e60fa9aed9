/** What does the sample stand on? The reference files, read once, with the lookups that generation asks for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { createLocator, toUnitRank } from '../../core/coverage/locate.ts'
import type { CollectionOf, Geometry, LngLat, Polygon } from '../../core/geo.ts'
import { listPositions } from '../reference/base-map.ts'
import type { UnitProperties } from '../reference/admin-units.ts'
import { getDistance } from '../reference/planar.ts'
import type { Ring } from '../reference/ring.ts'

export interface Commune extends UnitProperties {
  readonly index: number
  readonly rings: readonly Ring[]
  /** Touches the national border. */
  readonly border: boolean
  readonly urban: boolean
}

export interface PlaceProperties {
  readonly name: string
  readonly alt: readonly string[]
  readonly feature_code: string
  readonly precision: 'minute' | 'second'
}

export interface AssignmentRow {
  readonly row_no: string
  readonly village_printed: string
  readonly commune_printed: string
  readonly district_printed: string
  readonly carrier_code: string
  readonly service: string
  readonly commune_code: string
  readonly lng: string
  readonly lat: string
  readonly match: 'exact' | 'probable' | 'approximate' | 'none'
  readonly note: string
}

export interface Line {
  readonly kind: string
  readonly positions: readonly LngLat[]
}

export interface Province {
  readonly communes: readonly Commune[]
  readonly districts: readonly UnitProperties[]
  readonly places: readonly { readonly position: LngLat; readonly properties: PlaceProperties }[]
  readonly annex: readonly AssignmentRow[]
  readonly lines: readonly Line[]
  readonly actCode: string
  /** The commune in which a position lies, or null. */
  readonly locate: (position: LngLat) => Commune | null
}

export function readProvince(dataFolder: string): Province {
  const read = (file: string) => readFileSync(join(dataFolder, 'reference', file), 'utf8')
  const geojson = <G extends Geometry, P>(file: string) =>
    JSON.parse(read(`${file}.geojson`)) as CollectionOf<G, P>
  const csv = <T>(file: string) => parse(read(`${file}.csv`), { columns: true }) as T[]

  const baseMap = geojson<Geometry, { kind: string; source_code: string }>('base-map').features
  const border = new Set(
    baseMap
      .filter(({ properties }) => properties.kind === 'border' && properties.source_code === 'ranh-gioi')
      .flatMap(({ geometry }) => listPositions(geometry).map(String)),
  )
  const features = geojson<Polygon, UnitProperties>('communes').features
  const communes = features.map(({ properties, geometry }, index): Commune => {
    const rings = geometry.coordinates as unknown as Ring[]
    const touches = rings.flat().filter((position) => border.has(String(position))).length
    const urban = properties.kind === 'phuong' || properties.kind === 'thi_tran'
    return { ...properties, index, rings, border: touches > 2, urban }
  })
  const locator = createLocator(
    features.map(({ properties, geometry }) => ({ rank: toUnitRank(properties), geometry })),
  )
  return {
    communes,
    districts: geojson<Polygon, UnitProperties>('districts').features.map(({ properties }) => properties),
    places: geojson<Geometry, PlaceProperties>('places').features.map(({ properties, geometry }) => ({
      properties,
      position: listPositions(geometry)[0]!,
    })),
    annex: csv<AssignmentRow>('annex2-villages'),
    lines: baseMap.flatMap(({ properties, geometry }) => toLines(properties.kind, geometry)),
    actCode: csv<{ code: string }>('legal-acts')[0]!.code,
    locate: (position) => communes[locator(position)] ?? null,
  }
}

function toLines(kind: string, geometry: Geometry): Line[] {
  if (kind === 'neighbour' || kind === 'railway') return []
  const parts =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : []
  return parts.map((part) => ({ kind, positions: densify(part as unknown as LngLat[]) }))
}

const longestStepMetres = 500

function densify(line: readonly LngLat[]): LngLat[] {
  return line.flatMap((to, i) => {
    const from = line[i - 1]
    if (from === undefined) return [to]
    const steps = Math.max(1, Math.ceil(getDistance(from, to) / longestStepMetres))
    return Array.from({ length: steps }, (_, step): LngLat => {
      const t = (step + 1) / steps
      return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]
    })
  })
}
