/** How do four sets of units (tỉnh, huyện, xã to 6/2025, xã from 7/2025) come out of one set of lines? */
import { merge } from 'topojson-client'
import { topology } from 'topojson-server'
import type { LngLat, MultiPolygon, Polygon } from '../../core/geo.ts'
import { findLabelPoint } from './label-point.ts'
import type { CommuneRow, Origin } from './origin.ts'
import { getRingArea, withTurn, type Ring } from './ring.ts'
import { simplifyArcs, type Arc } from './simplify-topology.ts'
import { toUnitName } from './unit-name.ts'

export interface UnitProperties {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parent_code: string | null
  readonly successor_code: string | null
  readonly valid_from: string
  readonly valid_to: string | null
  readonly alt_names: readonly string[]
  readonly population: number
  readonly households: number
  readonly area_km2: number
  readonly label: LngLat
  readonly source_code: string
}

export interface Unit {
  readonly type: 'Feature'
  readonly properties: UnitProperties
  readonly geometry: Polygon | MultiPolygon
}

export interface UnitSets {
  readonly province: Unit[]
  readonly districts: Unit[]
  readonly communes: Unit[]
  readonly 'communes-2025': Unit[]
}

/** The one province of this data set: data, not code that others depend on. */
const province = { code: '11', printed: 'Tỉnh Điện Biên' }
const oldFrom = '2020-01-01'
const oldTo = '2025-06-30'
const newFrom = '2025-07-01'

type UnitNaming = Pick<
  UnitProperties,
  'code' | 'parent_code' | 'successor_code' | 'valid_from' | 'valid_to' | 'alt_names'
>

export function buildAdminUnits(origin: Origin): { sets: UnitSets; arcs: number; refined: number } {
  const topo = topology({ communes: origin.communes })
  const collection = topo.objects['communes'] as unknown as { geometries: ArcGeometry[] }
  const { arcs, refined } = simplifyArcs(topo.arcs as unknown as Arc[])
  const simplified = { ...topo, arcs } as unknown as Parameters<typeof merge>[0]
  const geometryOf = new Map(collection.geometries.map((g) => [g.properties.code, g]))
  const census = sumCensus(origin)

  function build(naming: UnitNaming, printed: string, members: readonly CommuneRow[]): Unit {
    const parts = members.map((row) => geometryOf.get(row.old_code))
    if (parts.includes(undefined)) throw new Error(`${printed}: a member has no polygon`)
    const geometry = toArea(merge(simplified, parts as unknown as Parameters<typeof merge>[1]))
    const { kind, name } = toUnitName(printed)
    const properties: UnitProperties = {
      ...pick(naming, name, kind),
      population: sum(members.map((row) => census.get(row.old_code)!.population)),
      households: sum(members.map((row) => census.get(row.old_code)!.households)),
      area_km2: Math.round(getArea(geometry) * 100) / 100,
      label: findLabelPoint(geometry),
      source_code: 'ranh-gioi',
    }
    return { type: 'Feature', properties, geometry }
  }

  const old = { successor_code: null, valid_from: oldFrom, valid_to: oldTo, alt_names: [] }
  const rows = origin.rows
  const sets: UnitSets = {
    province: [
      build({ ...old, code: province.code, parent_code: null, valid_to: null }, province.printed, rows),
    ],
    districts: groupBy(rows, (row) => row.old_district_code).map(([code, members]) =>
      build({ ...old, code, parent_code: province.code }, members[0]!.old_district_name, members),
    ),
    communes: rows.map((row) =>
      build(
        {
          ...old,
          code: row.old_code,
          parent_code: row.old_district_code,
          successor_code: row.new_code,
          alt_names: toAltNames(row),
        },
        row.old_name,
        [row],
      ),
    ),
    'communes-2025': groupBy(rows, (row) => row.new_code).map(([code, members]) => {
      const namesake = members.find((row) => toUnitName(row.old_name).name === toUnitName(row.new_name).name)
      const naming = { code, parent_code: province.code, successor_code: null }
      const alt_names = namesake ? toAltNames(namesake) : []
      return build(
        { ...naming, valid_from: newFrom, valid_to: null, alt_names },
        members[0]!.new_name,
        members,
      )
    }),
  }
  return { sets, arcs: arcs.length, refined }
}

interface ArcGeometry {
  readonly properties: { readonly code: string }
}

function pick(naming: UnitNaming, name: string, kind: string): UnitNaming & { name: string; kind: string } {
  const { code, parent_code, successor_code, valid_from, valid_to, alt_names } = naming
  return { code, name, kind, parent_code, successor_code, valid_from, valid_to, alt_names }
}

/** The spelling of the statistics office where it differs in more than the case of letters. */
function toAltNames(row: CommuneRow): string[] {
  const { name } = toUnitName(row.old_name)
  const variant = toUnitName(row.old_name_gso).name
  return variant.toLowerCase() === name.toLowerCase() ? [] : [variant]
}

/** People and households by commune; two census rows that share a code are one commune now and are added. */
function sumCensus(origin: Origin): Map<string, { population: number; households: number }> {
  const sums = new Map<string, { population: number; households: number }>()
  for (const row of origin.census) {
    const so_far = sums.get(row.commune_code) ?? { population: 0, households: 0 }
    sums.set(row.commune_code, {
      population: so_far.population + Number(row.population),
      households: so_far.households + Number(row.households),
    })
  }
  return sums
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

function toArea(merged: MultiPolygon): Polygon | MultiPolygon {
  const polygons = merged.coordinates.map((rings) =>
    rings.map((ring, i) =>
      withTurn(ring as unknown as Ring, i === 0 ? 'counter-clockwise' : 'clockwise').map(([lng, lat]) => [
        lng,
        lat,
      ]),
    ),
  )
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function getArea(area: Polygon | MultiPolygon): number {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  return sum(
    polygons.map(([outer, ...holes]) => {
      const areaOf = (ring: unknown) => getRingArea(ring as Ring)
      return areaOf(outer) - sum(holes.map(areaOf))
    }),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
