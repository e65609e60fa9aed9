/** The inventory goes in: carriers, sites with stations, villages, cable routes. Where things lie is decided here, in SQL. */
import { DatasetError, ProblemList } from '../dataset/problems.ts'
import type { DatasetTables } from '../dataset/read-dataset.ts'
import type { ReadTable } from '../dataset/read-table.ts'
import type { Client } from './database.ts'
import { insertRecords, toPosition, toSearchNames } from './load-records.ts'
import { selectCommuneOf } from './locate-units.ts'

export async function loadInventory(client: Client, tables: DatasetTables): Promise<void> {
  await insertRecords(client, insertCarriers, tables.carriers)
  const sites = await insertRecords(client, insertSites, tables.sites, (site) => ({
    ...toSearchNames(site),
    ...toPosition(site),
  }))
  requireAll(tables.sites, sites)
  await client.query(insertMastKinds)
  await insertRecords(client, insertStations, tables.stations)
  const villages = await insertRecords(client, insertVillages, tables.villages, (village) => ({
    ...toSearchNames(village),
    ...toPosition(village),
  }))
  requireAll(tables.villages, villages)
  await insertRecords(client, insertCableRoutes, tables.cable_routes)
  const facilities = await insertRecords(client, insertFacilities, tables.facilities, (facility) => ({
    ...toSearchNames(facility),
    ...toPosition(facility),
  }))
  requireAll(tables.facilities, facilities)
  await insertRecords(client, insertSpeedResults, tables.speed_results)
}

/** What lies in no commune is not inserted: PostGIS has the last word on a border. */
function requireAll(table: ReadTable<{ readonly code: string }>, inserted: readonly string[]): void {
  const codes = new Set(inserted)
  const problems = new ProblemList()
  for (const { row, values } of table.rows) {
    if (!codes.has(values.code)) {
      problems.add('outside_province', table.file, { row, field: 'lng+lat', value: values.code })
    }
  }
  if (problems.problems.length > 0) throw new DatasetError(problems.problems)
}

const insertCarriers = `
  insert into carriers (code, name, letter, color, is_sample)
  select code, name, letter, color, is_sample
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, code text, name text, letter text, color text, is_sample boolean
  )
  order by n
  returning code as key`

const insertSites = `
  insert into sites (
    code, name, geom, district_code, commune_code, commune_2025_code, address, owner_code, mast_kind, mast_height_m,
    power_source, has_backup_generator, backhaul, shareable, status, visibility, is_sample, search_names
  )
  select
    record.code, record.name, st_setsrid(st_makepoint(lng, lat), 4326),
    located.parent_code, located.code, located.successor_code,
    address, owner_code, mast_kind, mast_height_m, power_source, has_backup_generator, backhaul, shareable, status,
    visibility, is_sample, search_names
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, code text, name text, lng double precision, lat double precision, address text, owner_code text,
    mast_kind text, mast_height_m double precision, power_source text, has_backup_generator boolean, backhaul text,
    shareable boolean, status text, visibility text, is_sample boolean, search_names text
  )
  cross join lateral (${selectCommuneOf('st_setsrid(st_makepoint(lng, lat), 4326)')}
  ) located
  order by n
  returning code as key`

/** The list that editors choose from starts with what the data use. */
const insertMastKinds = `
  insert into mast_kinds (code, title)
  select distinct mast_kind, mast_kind
  from sites
  where mast_kind is not null
  on conflict (code) do nothing
  returning code`

const insertStations = `
  insert into stations (site_id, carrier_code, technology, bands_mhz, on_air_on, off_air_on, is_sample)
  select
    site.id, record.carrier_code, technology,
    array(select jsonb_array_elements_text(bands_mhz)::integer), on_air_on, off_air_on, record.is_sample
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, site_code text, carrier_code text, technology text, bands_mhz jsonb, on_air_on date, off_air_on date,
    is_sample boolean
  )
  join sites site on site.code = record.site_code
  order by n
  returning id::text as key`

/** A pin wins over the position, the position over the commune stated; huyện and new commune follow by table. */
const insertVillages = `
  insert into villages (
    code, name, kind, alt_names, geom, commune_pin, located_by, commune_code, district_code, commune_2025_code,
    households, population, grid_power, grid_power_since, road_access, especially_difficult, border,
    valid_from, valid_to, is_sample, position_is_sample, search_names
  )
  select
    record.code, record.name, record.kind, array(select jsonb_array_elements_text(record.alt_names)),
    st_setsrid(st_makepoint(lng, lat), 4326), commune_pin,
    case when commune_pin is not null then 'pin' when lng is not null then 'position' else 'label' end,
    home.code, home.parent_code, home.successor_code,
    record.households, record.population, grid_power, grid_power_since, road_access, especially_difficult, border,
    record.valid_from, record.valid_to, is_sample, position_is_sample, record.search_names
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, code text, name text, kind text, alt_names jsonb, lng double precision, lat double precision,
    commune_pin text, commune_code text, households integer, population integer, grid_power boolean,
    grid_power_since date, road_access text, especially_difficult boolean, border boolean, valid_from date,
    valid_to date, is_sample boolean, position_is_sample boolean, search_names text
  )
  left join lateral (${selectCommuneOf('st_setsrid(st_makepoint(lng, lat), 4326)')}
  ) located on true
  join admin_units home
    on home.unit_set = 'commune'
    and home.code = case
      when commune_pin is not null then commune_pin
      when lng is not null then located.code
      else record.commune_code
    end
  order by n
  returning code as key`

const insertCableRoutes = `
  insert into cable_routes (
    code, name, kind, owner_code, tenant_codes, length_m, built_on, cable_type, capacity, pole_count, duct_count, ducts_used,
    is_sample, geom
  )
  select
    code, name, kind, owner_code, array(select jsonb_array_elements_text(tenant_codes)), length_m, built_on, cable_type,
    capacity, pole_count, duct_count, ducts_used, is_sample, st_geomfromgeojson(geom)
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, code text, name text, kind text, owner_code text, tenant_codes jsonb, length_m double precision,
    built_on date, cable_type text, capacity text, pole_count integer, duct_count integer, ducts_used integer,
    is_sample boolean, geom jsonb
  )
  order by n
  returning code as key`

const insertFacilities = `
  insert into facilities (
    code, name, kind, geom, district_code, commune_code, commune_2025_code, address, has_fibre, note, status, is_sample,
    search_names
  )
  select
    record.code, record.name, record.kind, st_setsrid(st_makepoint(lng, lat), 4326),
    located.parent_code, located.code, located.successor_code,
    address, has_fibre, note, status, is_sample, search_names
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, code text, name text, kind text, lng double precision, lat double precision, address text,
    has_fibre boolean, note text, status text, is_sample boolean, search_names text
  )
  cross join lateral (${selectCommuneOf('st_setsrid(st_makepoint(lng, lat), 4326)')}
  ) located
  order by n
  returning code as key`

const insertSpeedResults = `
  insert into speed_results (
    unit_set, unit_code, period_from, period_to, network, samples, download_mbps, upload_mbps, latency_ms, source_code,
    is_sample
  )
  select
    unit_set, unit_code, period_from, period_to, network, samples, download_mbps, upload_mbps, latency_ms, source_code,
    is_sample
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, unit_set text, unit_code text, period_from date, period_to date, network text, samples integer,
    download_mbps double precision, upload_mbps double precision, latency_ms double precision, source_code text,
    is_sample boolean
  )
  order by n
  returning id::text as key`
