/** Which cable routes are known, and how do many of them reach their table? */
import {
  toCableRouteKey,
  type CableRouteDraft,
  type CableRouteSnapshot,
} from '../../core/inventory/cable-route-snapshot.ts'
import type { Client } from './database.ts'
import { listKeptRecords, writeRecords, type Purpose, type WrittenRecord } from './write-records.ts'

/** By code; retired ones too. @param codes `all`: every one */
export function listKeptCableRoutes(
  client: Client,
  codes: readonly string[] | 'all',
  purpose: Purpose,
): Promise<Map<string, CableRouteSnapshot>> {
  const named = { sql: selectKept, alias: 'c', order: 'c.id', toKey: toCableRouteKey }
  return listKeptRecords<string, CableRouteSnapshot>(client, { ...named, keys: codes, purpose })
}

export function insertCableRoutes(
  client: Client,
  drafts: readonly CableRouteDraft[],
): Promise<WrittenRecord[]> {
  return writeRecords(client, drafts, { sql: insertRows, toKey: toCableRouteKey })
}

/** By id. */
export function updateCableRoutes(
  client: Client,
  drafts: readonly CableRouteDraft[],
): Promise<WrittenRecord[]> {
  return writeRecords(client, drafts, { sql: updateRows, toKey: toCableRouteKey })
}

const selectKept = `
select
  jsonb_build_object(
    'id', c.id,
    'version', c.version,
    'code', c.code,
    'name', c.name,
    'kind', c.kind,
    'owner_code', c.owner_code,
    'tenant_codes', to_jsonb(c.tenant_codes),
    'length_m', c.length_m,
    'built_on', c.built_on,
    'cable_type', c.cable_type,
    'capacity', c.capacity,
    'pole_count', c.pole_count,
    'duct_count', c.duct_count,
    'ducts_used', c.ducts_used,
    'status', c.status,
    'is_sample', c.is_sample,
    'geometry', st_asgeojson(c.geom, 6, 0)::jsonb
  ) as record
from cable_routes c
where $1::text is null
  or c.code in (select jsonb_array_elements_text($1::text::jsonb))`

const records = `jsonb_to_recordset($1::jsonb) as r (
  id integer, code text, name text, kind text, owner_code text, tenant_codes jsonb, length_m double precision,
  built_on date, cable_type text, capacity text, pole_count integer, duct_count integer, ducts_used integer, status text,
  is_sample boolean, geometry jsonb
)`

const insertRows = `
insert into cable_routes (
  code, name, kind, owner_code, tenant_codes, length_m, built_on, cable_type, capacity, pole_count, duct_count, ducts_used,
  status, is_sample, geom
)
select
  code, name, kind, owner_code, array(select jsonb_array_elements_text(tenant_codes)), length_m, built_on, cable_type,
  capacity, pole_count, duct_count, ducts_used, status, is_sample, st_geomfromgeojson(geometry)
from ${records}
returning code as key, id::text as noun_id, id, version`

const updateRows = `
update cable_routes c
set
  code = r.code,
  name = r.name,
  kind = r.kind,
  owner_code = r.owner_code,
  tenant_codes = array(select jsonb_array_elements_text(r.tenant_codes)),
  length_m = r.length_m,
  built_on = r.built_on,
  cable_type = r.cable_type,
  capacity = r.capacity,
  pole_count = r.pole_count,
  duct_count = r.duct_count,
  ducts_used = r.ducts_used,
  status = r.status,
  geom = st_geomfromgeojson(r.geometry),
  version = c.version + 1
from ${records}
where c.id = r.id
returning c.code as key, c.id::text as noun_id, c.id, c.version`
