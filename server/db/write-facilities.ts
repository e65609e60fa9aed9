/** Which facilities are known, and how do many of them reach their table? Where each lies, `locateMany` has said. */
import {
  toFacilityKey,
  type FacilityDraft,
  type FacilitySnapshot,
} from '../../core/inventory/facility-snapshot.ts'
import type { Client } from './database.ts'
import { toSearchNames } from './load-records.ts'
import { listKeptRecords, writeRecords, type Purpose, type WrittenRecord } from './write-records.ts'

/** By code; retired ones too. @param codes `all`: every one */
export function listKeptFacilities(
  client: Client,
  codes: readonly string[] | 'all',
  purpose: Purpose,
): Promise<Map<string, FacilitySnapshot>> {
  const named = { sql: selectKept, alias: 'f', order: 'f.id', toKey: toFacilityKey }
  return listKeptRecords<string, FacilitySnapshot>(client, { ...named, keys: codes, purpose })
}

export function insertFacilities(client: Client, drafts: readonly FacilityDraft[]): Promise<WrittenRecord[]> {
  return writeRecords(client, drafts, { sql: insertRows, toKey: toFacilityKey, complete: toSearchNames })
}

/** By id. */
export function updateFacilities(client: Client, drafts: readonly FacilityDraft[]): Promise<WrittenRecord[]> {
  return writeRecords(client, drafts, { sql: updateRows, toKey: toFacilityKey, complete: toSearchNames })
}

const selectKept = `
select
  jsonb_build_object(
    'id', f.id,
    'version', f.version,
    'code', f.code,
    'name', f.name,
    'kind', f.kind,
    'lng', st_x(f.geom),
    'lat', st_y(f.geom),
    'district_code', f.district_code,
    'commune_code', f.commune_code,
    'commune_2025_code', f.commune_2025_code,
    'address', f.address,
    'has_fibre', f.has_fibre,
    'note', f.note,
    'status', f.status,
    'is_sample', f.is_sample
  ) as record
from facilities f
where $1::text is null
  or f.code in (select jsonb_array_elements_text($1::text::jsonb))`

const records = `jsonb_to_recordset($1::jsonb) as r (
  id integer, code text, name text, kind text, lng double precision, lat double precision, district_code text,
  commune_code text, commune_2025_code text, address text, has_fibre boolean, note text, status text, is_sample boolean,
  search_names text
)`

const insertRows = `
insert into facilities (
  code, name, kind, geom, district_code, commune_code, commune_2025_code, address, has_fibre, note, status, is_sample,
  search_names
)
select
  code, name, kind, st_setsrid(st_makepoint(lng, lat), 4326), district_code, commune_code, commune_2025_code, address,
  has_fibre, note, status, is_sample, search_names
from ${records}
returning code as key, id::text as noun_id, id, version`

const updateRows = `
update facilities f
set
  code = r.code,
  name = r.name,
  kind = r.kind,
  geom = st_setsrid(st_makepoint(r.lng, r.lat), 4326),
  district_code = r.district_code,
  commune_code = r.commune_code,
  commune_2025_code = r.commune_2025_code,
  address = r.address,
  has_fibre = r.has_fibre,
  note = r.note,
  status = r.status,
  search_names = r.search_names,
  version = f.version + 1
from ${records}
where f.id = r.id
returning f.code as key, f.id::text as noun_id, f.id, f.version`
