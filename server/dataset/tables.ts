/** Which files make up a data set, with which columns? Every column is spelled as in the database. */
import { plannedServices, bases, services, statementStates } from '../../core/coverage/states.ts'
import { unitKinds } from '../../core/inventory/admin-units.ts'
import { baseMapKinds } from '../../core/inventory/base-map.ts'
import { cableRouteKinds, cableTypes } from '../../core/inventory/cable-routes.ts'
import { facilityKinds } from '../../core/inventory/facilities.ts'
import { indicatorValueKinds } from '../../core/inventory/indicator-value-snapshot.ts'
import { recordStatuses } from '../../core/inventory/record-statuses.ts'
import { speedNetworks, speedUnitSets } from '../../core/inventory/speed-results.ts'
import { backhauls, powerSources, siteStatuses, technologies } from '../../core/inventory/sites.ts'
import { paperOwers } from '../../core/duties/owed-papers.ts'
import { roadAccesses, villageKinds } from '../../core/inventory/villages.ts'
import { boolean, code, date, integer, listOf, number, oneOf, optional, text } from './columns.ts'
import type { Columns, RowOf } from './columns.ts'

export type GeometryType = 'Point' | 'LineString' | 'MultiLineString' | 'Polygon' | 'MultiPolygon'

export interface Table<C extends Columns = Columns> {
  readonly folder: 'reference' | 'dataset'
  readonly file: string
  readonly columns: C
  /** The columns that no two rows may share. */
  readonly key: readonly string[]
  /** For GeoJSON files: which shapes. */
  readonly geometry: readonly GeometryType[] | null
  /** Whether a data set may come without the file. */
  readonly presence: 'needed' | 'optional'
}

const areas = ['Polygon', 'MultiPolygon'] as const
const lng = number(-180, 180)
const lat = number(-90, 90)
const unitCode = code(/^[0-9]{2,5}$/)
const carrierCode = code(/^[a-z0-9-]{1,40}$/)
const count = integer(0)

const unitColumns = {
  code: unitCode,
  name: text(),
  kind: oneOf(unitKinds),
  parent_code: optional(unitCode),
  successor_code: optional(unitCode),
  valid_from: date(),
  valid_to: optional(date()),
  alt_names: listOf(text()),
  population: optional(count),
  households: optional(count),
  area_km2: optional(number(Number.MIN_VALUE)),
  label: listOf(number(-180, 180)),
  source_code: optional(code()),
}

function unitTable<C extends Columns>(file: string, columns: C): Table<C> {
  return { folder: 'reference', file, columns, key: ['code'], geometry: areas, presence: 'needed' }
}

function defineTable<C extends Columns>(
  path: string,
  {
    key,
    columns,
    geometry = null,
    presence = 'needed',
  }: Pick<Table<C>, 'key' | 'columns'> & Partial<Pick<Table<C>, 'geometry' | 'presence'>>,
): Table<C> {
  const [folder, file] = path.split('/')
  return {
    folder: folder === 'reference' ? 'reference' : 'dataset',
    file: file ?? '',
    key,
    columns,
    geometry,
    presence,
  }
}

export const tables = {
  sources: defineTable('reference/sources.csv', {
    key: ['code'],
    columns: {
      code: code(),
      title: text(),
      issuer: optional(text()),
      issued_on: optional(date()),
      licence: optional(text()),
      url: optional(text()),
      note: optional(text()),
    },
  }),
  province: unitTable('province.geojson', unitColumns),
  districts: unitTable('districts.geojson', { ...unitColumns, parent_code: unitCode }),
  communes: unitTable('communes.geojson', {
    ...unitColumns,
    parent_code: unitCode,
    successor_code: unitCode,
  }),
  communes_2025: unitTable('communes-2025.geojson', { ...unitColumns, parent_code: unitCode }),
  base_map: defineTable('reference/base-map.geojson', {
    key: [],
    geometry: ['Point', 'LineString', 'MultiLineString', ...areas],
    columns: { kind: oneOf(baseMapKinds), name: optional(text()), source_code: optional(code()) },
  }),
  legal_acts: defineTable('reference/legal-acts.csv', {
    key: ['code'],
    columns: {
      code: code(),
      title: text(),
      number: optional(text()),
      issuer: optional(text()),
      issued_on: optional(date()),
      source_code: optional(code()),
    },
  }),
  paper_duties: defineTable('reference/paper-duties.csv', {
    key: ['code'],
    columns: {
      code: code(/^[a-z0-9-]{1,60}$/),
      act_code: code(),
      title: text(),
      owed_by: oneOf(paperOwers),
      owed_codes: listOf(code()),
      due_on: optional(date()),
      yearly_day: optional(code(/^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/)),
      first_on: optional(date()),
      last_on: optional(date()),
      clause: optional(text()),
      quote: optional(text()),
      note: optional(text()),
    },
  }),
  indicators: defineTable('reference/indicators.csv', {
    key: ['code'],
    columns: {
      code: code(),
      parent_code: optional(code()),
      group: text(),
      name: text(),
      unit: text(),
      service: optional(oneOf(plannedServices)),
      source_code: optional(code()),
    },
  }),
  indicator_values: defineTable('reference/indicator-values.csv', {
    key: ['indicator_code', 'year', 'kind'],
    columns: {
      indicator_code: code(),
      year: integer(1900, 2200),
      kind: oneOf(indicatorValueKinds),
      value: number(),
    },
  }),
  published_figures: defineTable('reference/published-figures.csv', {
    key: ['key', 'period'],
    columns: {
      key: code(),
      period: text(),
      value: number(),
      unit: text(),
      source_code: code(),
      quote: text(),
    },
  }),
  carriers: defineTable('dataset/carriers.csv', {
    key: ['code'],
    columns: {
      code: carrierCode,
      name: text(),
      letter: code(/^\S$/u),
      color: code(/^#[0-9a-f]{6}$/),
      is_sample: boolean(),
    },
  }),
  sites: defineTable('dataset/sites.csv', {
    key: ['code'],
    columns: {
      code: code(),
      name: text(),
      lng,
      lat,
      address: optional(text()),
      owner_code: optional(carrierCode),
      mast_kind: optional(text()),
      mast_height_m: optional(number(0, 400)),
      power_source: oneOf(powerSources),
      has_backup_generator: boolean(),
      backhaul: oneOf(backhauls),
      shareable: boolean(),
      status: oneOf(siteStatuses),
      visibility: oneOf(['public', 'restricted']),
      is_sample: boolean(),
    },
  }),
  stations: defineTable('dataset/stations.csv', {
    key: ['site_code', 'carrier_code', 'technology'],
    columns: {
      site_code: code(),
      carrier_code: carrierCode,
      technology: oneOf(technologies),
      bands_mhz: listOf(integer(1, 100_000)),
      on_air_on: optional(date()),
      off_air_on: optional(date()),
      is_sample: boolean(),
    },
  }),
  villages: defineTable('dataset/villages.csv', {
    key: ['code'],
    columns: {
      code: code(),
      name: text(),
      kind: oneOf(villageKinds),
      alt_names: listOf(text()),
      lng: optional(lng),
      lat: optional(lat),
      commune_pin: optional(unitCode),
      commune_code: unitCode,
      households: optional(count),
      population: optional(count),
      grid_power: optional(boolean()),
      grid_power_since: optional(date()),
      road_access: optional(oneOf(roadAccesses)),
      especially_difficult: optional(boolean()),
      border: optional(boolean()),
      valid_from: optional(date()),
      valid_to: optional(date()),
      is_sample: boolean(),
      position_is_sample: boolean(),
    },
  }),
  village_services: defineTable('dataset/village-services.csv', {
    // A record of what was said: the same may be said twice.
    key: [],
    columns: {
      village_code: code(),
      service: oneOf(services),
      carrier_code: carrierCode,
      basis: oneOf(bases),
      state: oneOf(statementStates),
      households_share: optional(number(0, 1)),
      source_code: optional(code()),
      observed_on: date(),
      reported_by_local: optional(boolean()),
      is_sample: boolean(),
    },
  }),
  cable_routes: defineTable('dataset/cable-routes.geojson', {
    key: ['code'],
    geometry: ['LineString'],
    columns: {
      code: code(),
      name: text(),
      kind: oneOf(cableRouteKinds),
      owner_code: optional(carrierCode),
      tenant_codes: listOf(carrierCode),
      length_m: number(Number.MIN_VALUE),
      built_on: optional(date()),
      cable_type: optional(oneOf(cableTypes)),
      capacity: optional(text()),
      pole_count: optional(count),
      duct_count: optional(count),
      ducts_used: optional(count),
      is_sample: boolean(),
    },
  }),
  facilities: defineTable('dataset/facilities.csv', {
    key: ['code'],
    presence: 'optional',
    columns: {
      code: code(),
      name: text(),
      kind: oneOf(facilityKinds),
      lng,
      lat,
      address: optional(text()),
      has_fibre: optional(boolean()),
      note: optional(text()),
      status: oneOf(recordStatuses),
      is_sample: boolean(),
    },
  }),
  speed_results: defineTable('dataset/speed-results.csv', {
    key: ['unit_set', 'unit_code', 'period_from', 'period_to', 'network'],
    presence: 'optional',
    columns: {
      unit_set: oneOf(speedUnitSets),
      unit_code: unitCode,
      period_from: date(),
      period_to: date(),
      network: oneOf(speedNetworks),
      samples: count,
      download_mbps: optional(number(0)),
      upload_mbps: optional(number(0)),
      latency_ms: optional(number(0)),
      source_code: optional(code()),
      is_sample: boolean(),
    },
  }),
  assignments: defineTable('dataset/assignments.csv', {
    key: ['act_code', 'row_no'],
    columns: {
      act_code: code(),
      row_no: integer(0),
      village_printed: text(),
      commune_printed: text(),
      district_printed: text(),
      carrier_code: carrierCode,
      service: oneOf(plannedServices),
      due_on: optional(date()),
      village_code: optional(code()),
      is_sample: boolean(),
    },
  }),
} as const

export type TableName = keyof typeof tables
export type TableRow<N extends TableName> = RowOf<(typeof tables)[N]['columns']>
export const tableNames = Object.keys(tables) as TableName[]
