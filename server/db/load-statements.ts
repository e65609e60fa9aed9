/** What has been said about villages goes in: statements of coverage, and who was assigned to close a gap. */
import type { DatasetTables } from '../dataset/read-dataset.ts'
import type { Client } from './database.ts'
import { insertRecords } from './load-records.ts'

export async function loadStatements(client: Client, tables: DatasetTables): Promise<void> {
  await insertRecords(client, insertVillageServices, tables.village_services)
  await insertRecords(client, insertAssignments, tables.assignments)
}

/** In the order of the file: of two statements of one day and basis the later row wins. */
const insertVillageServices = `
  insert into village_services (
    village_id, service, carrier_code, basis, state, households_share, source_code, observed_on, reported_by_local,
    is_sample
  )
  select
    village.id, service, carrier_code, basis::coverage_basis, state, households_share,
    record.source_code, record.observed_on, coalesce(record.reported_by_local, false), record.is_sample
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, village_code text, service text, carrier_code text, basis text, state text,
    households_share double precision, source_code text, observed_on date, reported_by_local boolean,
    is_sample boolean
  )
  join villages village on village.code = record.village_code
  order by n
  returning id::text as key`

const insertAssignments = `
  insert into assignments (
    act_code, row_no, village_printed, commune_printed, district_printed, carrier_code, service, due_on, village_id,
    is_sample
  )
  select
    act_code, row_no, village_printed, commune_printed, district_printed, carrier_code, service, due_on, village.id,
    record.is_sample
  from jsonb_to_recordset($1::jsonb) as record (
    n integer, act_code text, row_no integer, village_printed text, commune_printed text, district_printed text,
    carrier_code text, service text, due_on date, village_code text, is_sample boolean
  )
  left join villages village on village.code = record.village_code
  order by n
  returning assignments.id::text as key`
