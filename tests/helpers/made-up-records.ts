/** Sites, stations, routes, an act and an indicator of the made-up province, each there for the case it shows. */
import { toSearchText } from '../../core/text.ts'
import type { Client } from '../../server/db/database.ts'
import { insertRows } from './insert-rows.ts'
import { madeUpCommunes, toCentre } from './made-up-units.ts'

interface MadeUpSite {
  readonly code: string
  readonly name: string
  readonly commune: number
  readonly power_source?: 'grid' | 'generator' | 'solar'
  readonly status?: 'planned' | 'live' | 'retired'
  readonly visibility?: 'public' | 'restricted'
}

const sites: readonly MadeUpSite[] = [
  { code: 'SL-0001', name: 'Chợ Ẳng Lo', commune: 0 },
  { code: 'SL-0002', name: 'Đỉnh Đèo Gió', commune: 5, power_source: 'generator' },
  { code: 'SL-0003', name: 'Suối Vàng cũ', commune: 4, power_source: 'generator', status: 'retired' },
  { code: 'SL-0004', name: 'Bãi Đá mới', commune: 3, status: 'planned' },
  { code: 'SL-0005', name: 'Kín', commune: 1, visibility: 'restricted' },
]

/** Site, carrier, technology, on air, off air. */
const stations = [
  ['SL-0001', 'alpha', '2g', '2010-01-01', null],
  ['SL-0001', 'alpha', '4g', '2018-06-01', null],
  ['SL-0001', 'beta', '3g', '2012-03-01', '2022-01-01'],
  ['SL-0002', 'beta', '3g', null, null],
  ['SL-0003', 'alpha', '2g', '2009-01-01', null],
  ['SL-0004', 'gamma', '5g', null, null],
  ['SL-0005', 'gamma', '4g', '2015-01-01', null],
] as const

export async function createMadeUpRecords(client: Client): Promise<void> {
  await createSites(client)
  await createStations(client)
  await createRoutes(client)
  await createBaseMap(client)
  await createAssignments(client)
  await createIndicators(client)
}

async function createSites(client: Client): Promise<void> {
  const columns = {
    code: 'text',
    name: 'text',
    geom: 'geojson',
    district_code: 'text',
    commune_code: 'text',
    commune_2025_code: 'text',
    address: 'text',
    owner_code: 'text',
    power_source: 'text',
    has_backup_generator: 'boolean',
    backhaul: 'text',
    shareable: 'boolean',
    status: 'text',
    visibility: 'text',
    is_sample: 'boolean',
    search_names: 'text',
  }
  const rows = sites.map(({ commune, ...site }) => {
    const unit = madeUpCommunes[commune]!
    return {
      power_source: 'grid',
      status: 'live',
      visibility: 'public',
      ...site,
      geom: { type: 'Point', coordinates: toCentre(unit) },
      district_code: unit.district_code,
      commune_code: unit.code,
      commune_2025_code: unit.commune_2025_code,
      address: null,
      owner_code: 'alpha',
      has_backup_generator: true,
      backhaul: 'fibre',
      shareable: false,
      is_sample: true,
      search_names: [site.name, site.code].map(toSearchText).join(' | '),
    }
  })
  await insertRows(client, 'sites', columns, rows)
}

async function createStations(client: Client): Promise<void> {
  const ids = await client.query<{ id: number; code: string }>('select id, code from sites')
  const idOf = new Map(ids.map(({ id, code }) => [code, id]))
  const columns = {
    site_id: 'integer',
    carrier_code: 'text',
    technology: 'text',
    bands_mhz: 'integer[]',
    on_air_on: 'date',
    off_air_on: 'date',
    is_sample: 'boolean',
  }
  const rows = stations.map(([code, carrier_code, technology, on_air_on, off_air_on]) => ({
    site_id: idOf.get(code),
    carrier_code,
    technology,
    bands_mhz: [900, 1800],
    on_air_on,
    off_air_on,
    is_sample: true,
  }))
  await insertRows(client, 'stations', columns, rows)
}

async function createRoutes(client: Client): Promise<void> {
  const columns = {
    code: 'text',
    name: 'text',
    kind: 'text',
    owner_code: 'text',
    tenant_codes: 'text[]',
    length_m: 'double precision',
    is_sample: 'boolean',
    geom: 'geojson',
  }
  const line = (...communes: number[]) => ({
    type: 'LineString',
    coordinates: communes.map((commune) => toCentre(madeUpCommunes[commune]!)),
  })
  await insertRows(
    client,
    'cable_routes',
    columns,
    [
      {
        code: 'R1',
        name: 'Tuyến 1',
        kind: 'aerial',
        owner_code: 'alpha',
        tenant_codes: ['beta'],
        geom: line(0, 1),
      },
      {
        code: 'R2',
        name: 'Tuyến 2',
        kind: 'underground',
        owner_code: null,
        tenant_codes: [],
        geom: line(2, 4),
      },
    ].map((route) => ({ ...route, length_m: 17_000.5, is_sample: true })),
  )
}

async function createBaseMap(client: Client): Promise<void> {
  const columns = { kind: 'text', name: 'text', geom: 'geojson', source_code: 'text' }
  await insertRows(client, 'base_map_features', columns, [
    {
      kind: 'river',
      name: 'Sông Lam',
      geom: {
        type: 'LineString',
        coordinates: [
          [12.05, 40.05],
          [12.5, 40.3],
        ],
      },
      source_code: 'grid',
    },
    {
      kind: 'neighbour',
      name: null,
      geom: {
        type: 'Polygon',
        coordinates: [
          [
            [11, 40],
            [12, 40],
            [12, 40.4],
            [11, 40],
          ],
        ],
      },
      source_code: 'grid',
    },
  ])
}

async function createAssignments(client: Client): Promise<void> {
  await insertRows(
    client,
    'legal_acts',
    { code: 'text', title: 'text', issued_on: 'date', source_code: 'text' },
    [{ code: 'act', title: 'Quyết định giao', issued_on: '2020-12-15', source_code: 'grid' }],
  )
  const columns = {
    act_code: 'text',
    row_no: 'integer',
    village_printed: 'text',
    commune_printed: 'text',
    district_printed: 'text',
    carrier_code: 'text',
    service: 'text',
    village_id: 'integer',
    is_sample: 'boolean',
  }
  const [village] = await client.query<{ id: number }>('select min(id) as id from villages')
  const row = {
    act_code: 'act',
    village_printed: 'Bản',
    commune_printed: 'Xã',
    district_printed: 'Huyện',
    is_sample: false,
  }
  await insertRows(client, 'assignments', columns, [
    { ...row, row_no: 1, carrier_code: 'alpha', service: 'mobile', village_id: village!.id },
    { ...row, row_no: 2, carrier_code: 'beta', service: 'fibre', village_id: null },
  ])
}

async function createIndicators(client: Client): Promise<void> {
  await insertRows(
    client,
    'indicators',
    { code: 'text', group: 'text', name: 'text', unit: 'text', service: 'text', source_code: 'text' },
    [{ code: '1', group: 'I', name: 'Thôn có cáp quang', unit: '%', service: 'fibre', source_code: 'grid' }],
  )
  await insertRows(
    client,
    'indicator_values',
    { indicator_code: 'text', year: 'integer', kind: 'text', value: 'double precision' },
    [
      { indicator_code: '1', year: 2020, kind: 'actual', value: 70 },
      { indicator_code: '1', year: 2021, kind: 'target', value: 80 },
    ],
  )
  await insertRows(
    client,
    'published_figures',
    {
      key: 'text',
      period: 'text',
      value: 'double precision',
      unit: 'text',
      source_code: 'text',
      quote: 'text',
    },
    [{ key: 'sites', period: '2021', value: 4, unit: 'vị trí', source_code: 'grid', quote: 'có 4 vị trí' }],
  )
}
