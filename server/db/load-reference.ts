/** The province itself goes in: sources, units of every set, base map, acts, indicators, published figures. */
import type { DatasetTables } from '../dataset/read-dataset.ts'
import type { ReadTable } from '../dataset/read-table.ts'
import type { TableRow } from '../dataset/tables.ts'
import type { Client } from './database.ts'
import { insertRecords, toSearchNames } from './load-records.ts'

export async function loadReference(client: Client, tables: DatasetTables): Promise<void> {
  await insertRecords(client, insertSources, tables.sources)
  await insertUnits(client, 'province', tables.province)
  await insertUnits(client, 'district', tables.districts)
  await insertUnits(client, 'commune', tables.communes)
  await insertUnits(client, 'commune-2025', tables.communes_2025)
  await insertRecords(client, insertBaseMap, tables.base_map)
  await insertRecords(client, insertLegalActs, tables.legal_acts)
  await insertRecords(client, insertPaperDuties, tables.paper_duties)
  await insertRecords(client, insertIndicators, tables.indicators)
  await insertRecords(client, insertIndicatorValues, tables.indicator_values)
  await insertRecords(client, insertPublishedFigures, tables.published_figures)
}

async function insertUnits(
  client: Client,
  unit_set: string,
  table: ReadTable<TableRow<'province'>>,
): Promise<void> {
  await insertRecords(client, insertAdminUnits, table, (unit) => ({
    unit_set,
    ...toSearchNames(unit),
    label: { type: 'Point', coordinates: unit.label },
  }))
}

const insertSources = `
  insert into sources (code, title, issuer, issued_on, licence, url, note)
  select code, title, issuer, issued_on, licence, url, note
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, code text, title text, issuer text, issued_on date, licence text, url text, note text
  )
  order by n
  returning code as key`

const insertAdminUnits = `
  insert into admin_units (
    unit_set, code, name, kind, parent_code, successor_code, valid_from, valid_to, alt_names, search_names,
    population, households, area_km2, label, geom, source_code
  )
  select
    unit_set, code, name, kind, parent_code, successor_code, valid_from, valid_to,
    array(select jsonb_array_elements_text(alt_names)), search_names,
    population, households, area_km2, st_geomfromgeojson(label), st_geomfromgeojson(geom), source_code
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, unit_set text, code text, name text, kind text, parent_code text, successor_code text,
    valid_from date, valid_to date, alt_names jsonb, search_names text, population integer, households integer,
    area_km2 double precision, label jsonb, geom jsonb, source_code text
  )
  order by n
  returning code as key`

const insertBaseMap = `
  insert into base_map_features (kind, name, geom, source_code)
  select kind, name, st_geomfromgeojson(geom), source_code
  from jsonb_to_recordset($1::jsonb) as record (n integer, kind text, name text, geom jsonb, source_code text)
  order by n
  returning id::text as key`

const insertLegalActs = `
  insert into legal_acts (code, title, number, issuer, issued_on, source_code)
  select code, title, number, issuer, issued_on, source_code
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, code text, title text, number text, issuer text, issued_on date, source_code text
  )
  order by n
  returning code as key`

const insertPaperDuties = `
  insert into paper_duties (
    code, act_code, title, owed_by, owed_codes, due_on, yearly_day, first_on, last_on, clause, quote, note
  )
  select
    code, act_code, title, owed_by, array(select jsonb_array_elements_text(owed_codes)), due_on, yearly_day, first_on, last_on,
    clause, quote, note
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, code text, act_code text, title text, owed_by text, owed_codes jsonb, due_on date, yearly_day text,
    first_on date, last_on date, clause text, quote text, note text
  )
  order by n
  returning code as key`

const insertIndicators = `
  insert into indicators (code, parent_code, "group", name, unit, service, source_code)
  select code, parent_code, "group", name, unit, service, source_code
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, code text, parent_code text, "group" text, name text, unit text, service text, source_code text
  )
  order by n
  returning code as key`

const insertIndicatorValues = `
  insert into indicator_values (indicator_code, year, kind, value)
  select indicator_code, year, kind, value
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, indicator_code text, year integer, kind text, value double precision
  )
  order by n
  returning indicator_code as key`

const insertPublishedFigures = `
  insert into published_figures (key, period, value, unit, source_code, quote)
  select key, period, value, unit, source_code, quote
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, key text, period text, value double precision, unit text, source_code text, quote text
  )
  order by n
  returning key`
