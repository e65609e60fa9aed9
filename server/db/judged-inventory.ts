/** What is known that reports are held against, as the database tells it to whoever may ask about them? */
import type {
  JudgedInventory,
  JudgedRoute,
  JudgedSite,
  JudgedStatement,
  JudgedStation,
} from '../../core/coverage/implausible/inventory.ts'
import type { LngLat } from '../../core/geo.ts'
import type { Client, Row } from './database.ts'
import { existsOn } from './held-statements.ts'
import { villagePosition, joinCommuneOfVillage } from './village-rows.ts'
import { joinUnitNames, unitNames } from './unit-names.ts'

export type JudgedVillageRow = Row & {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly lng: number
  readonly lat: number
  readonly has_position: boolean
  readonly district_code: string
  readonly district_name: string
  readonly commune_code: string
  readonly commune_name: string
  readonly commune_2025_code: string
  readonly commune_2025_name: string
}

export type JudgedStatementRow = Row &
  JudgedStatement & { readonly source_code: string | null; readonly is_sample: boolean }

export interface JudgedRecords extends JudgedInventory {
  readonly village_rows: readonly JudgedVillageRow[]
  readonly statements: readonly JudgedStatementRow[]
}

/** @param as_of ISO day: villages as they are divided then, statements observed until then */
export async function readJudgedInventory(client: Client, as_of: string): Promise<JudgedRecords> {
  const statements = await client.query<JudgedStatementRow>(selectStatements, [as_of])
  // Whoever is told no statement is not told of anything else either.
  if (statements.length === 0) {
    return { village_rows: [], villages: [], sites: [], stations: [], routes: [], statements }
  }
  const village_rows = await client.query<JudgedVillageRow>(selectVillages, [as_of])
  const sites = await client.query<Row & Omit<JudgedSite, 'position'> & Place>(selectSites)
  const stations = await client.query<Row & JudgedStation>(selectStations)
  const routes = await client.query<Row & Omit<JudgedRoute, 'line'> & { geometry: string }>(selectRoutes)
  return {
    village_rows,
    villages: village_rows.map(({ id, lng, lat, has_position, district_code }) => ({
      id,
      position: has_position ? [lng, lat] : null,
      district_code,
    })),
    sites: sites.map(({ lng, lat, ...site }) => ({ ...site, position: [lng, lat] })),
    stations,
    routes: routes.map(({ geometry, ...route }) => ({ ...route, line: toLine(geometry) })),
    statements,
  }
}

interface Place {
  readonly lng: number
  readonly lat: number
}

function toLine(geometry: string): readonly LngLat[] {
  return (JSON.parse(geometry) as { coordinates: LngLat[] }).coordinates
}

const selectStatements = `
select
  j.id, j.village_id, j.service, j.carrier_code, j.basis::text as basis, j.state, j.observed_on, j.source_code, j.is_sample
from judged_statements j
where j.observed_on <= $1::date
order by j.id`

const selectVillages = `
select
  v.id,
  v.code,
  v.name,
  st_x(${villagePosition}) as lng,
  st_y(${villagePosition}) as lat,
  v.geom is not null as has_position,
  v.district_code,
  v.commune_code,
  v.commune_2025_code,
  ${unitNames('v')}
from villages v
${joinCommuneOfVillage}
${joinUnitNames('v')}
where ${existsOn('$1::date')}
order by v.id`

const selectSites = `
select s.id, s.code, s.name, st_x(s.geom) as lng, st_y(s.geom) as lat, s.status, s.backhaul
from visible_sites s
order by s.id`

const selectStations = `
select t.site_id, t.carrier_code, t.technology, t.on_air_on, t.off_air_on, t.coverage_radius_m
from visible_stations t
order by t.site_id, t.carrier_code, t.technology`

const selectRoutes = `
select r.id, r.code, r.name, r.owner_code, r.tenant_codes, r.built_on, st_asgeojson(r.geom, 6, 0) as geometry
from cable_routes r
where r.status = 'live'
order by r.id`
