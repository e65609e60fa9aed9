/** Which units are known, and how do many of them reach their table? Their areas are made sound on the way. */
import {
  toAdminUnitKey,
  type AdminUnitDraft,
  type AdminUnitKey,
  type AdminUnitSnapshot,
} from '../../core/inventory/admin-unit-snapshot.ts'
import type { Client } from './database.ts'
import { toSearchNames } from './load-records.ts'
import { toValidArea } from './make-areas.ts'
import { listKeptRecords, writeRecords, type Purpose, type WrittenRecord } from './write-records.ts'

/** By `toAdminUnitKey`. @param keys `all`: every one, with its whole border */
export function listKeptAdminUnits(
  client: Client,
  keys: readonly AdminUnitKey[] | 'all',
  purpose: Purpose,
): Promise<Map<string, AdminUnitSnapshot>> {
  const named = { sql: selectKept, alias: 'u', order: 'u.unit_set, u.code', toKey: toAdminUnitKey }
  return listKeptRecords<AdminUnitKey, AdminUnitSnapshot>(client, { ...named, keys, purpose })
}

export function insertAdminUnits(
  client: Client,
  drafts: readonly AdminUnitDraft[],
): Promise<WrittenRecord[]> {
  return writeRecords(client, drafts, { sql: insertRows, toKey: toAdminUnitKey, complete: toRecord })
}

export function updateAdminUnits(
  client: Client,
  drafts: readonly AdminUnitDraft[],
): Promise<WrittenRecord[]> {
  return writeRecords(client, drafts, { sql: updateRows, toKey: toAdminUnitKey, complete: toRecord })
}

/** The smaller first: a unit goes only when nothing lies in it. */
const takenBack = ['commune', 'commune-2025', 'district', 'province'] as const

/**
 * Units that came in by mistake go again, as long as nothing lies in them and nobody is bound to them.
 *
 * @returns keys of those that went; the others are still needed
 */
export async function takeBackAdminUnits(
  client: Client,
  keys: readonly AdminUnitKey[],
): Promise<Set<string>> {
  const gone = new Set<string>()
  for (const unit_set of takenBack) {
    const codes = keys.filter((key) => key.unit_set === unit_set).map(({ code }) => code)
    if (codes.length === 0) continue
    const rows = await client.query<{ code: string }>(
      `select code
       from take_back_units($1::text, $2::text[]) as taken (code)`,
      [unit_set, codes],
    )
    for (const { code } of rows) gone.add(toAdminUnitKey({ unit_set, code }))
  }
  return gone
}

function toRecord(unit: AdminUnitDraft): object {
  const label = unit.label === null ? null : { type: 'Point', coordinates: unit.label }
  return { ...toSearchNames(unit), label }
}

const selectKept = `
select
  jsonb_build_object(
    'unit_set', u.unit_set,
    'code', u.code,
    'version', u.version,
    'name', u.name,
    'kind', u.kind,
    'parent_code', u.parent_code,
    'successor_code', u.successor_code,
    'valid_from', u.valid_from,
    'valid_to', u.valid_to,
    'alt_names', to_jsonb(u.alt_names),
    'population', u.population,
    'households', u.households,
    'area_km2', u.area_km2,
    'label', jsonb_build_array(st_x(u.label), st_y(u.label)),
    'source_code', u.source_code,
    'geometry', st_asgeojson(u.geom, 6, 0)::jsonb
  ) as record
from admin_units u
where $1::text is null
  or (u.unit_set, u.code) in (
    select k.unit_set, k.code
    from jsonb_to_recordset($1::text::jsonb) as k (unit_set text, code text)
  )`

const records = `
  jsonb_to_recordset($1::jsonb) as r (
    unit_set text, code text, name text, kind text, parent_code text, successor_code text, valid_from date, valid_to date,
    alt_names jsonb, search_names text, population integer, households integer, area_km2 double precision, label jsonb,
    source_code text, geometry jsonb
  )
cross join lateral (select ${toValidArea('r.geometry')} as geom offset 0) area`

const label = 'coalesce(st_geomfromgeojson(r.label), st_pointonsurface(area.geom))'

const written = `u.unit_set || ':' || u.code as key, u.unit_set || ':' || u.code as noun_id, null::integer as id, u.version`

const insertRows = `
insert into admin_units as u (
  unit_set, code, name, kind, parent_code, successor_code, valid_from, valid_to, alt_names, search_names, population,
  households, area_km2, label, geom, source_code
)
select
  r.unit_set, r.code, r.name, r.kind, r.parent_code, r.successor_code, r.valid_from, r.valid_to,
  array(select jsonb_array_elements_text(r.alt_names)), r.search_names, r.population, r.households, r.area_km2, ${label},
  area.geom, r.source_code
from ${records}
returning ${written}`

const updateRows = `
update admin_units u
set
  name = r.name,
  kind = r.kind,
  parent_code = r.parent_code,
  successor_code = r.successor_code,
  valid_from = r.valid_from,
  valid_to = r.valid_to,
  alt_names = array(select jsonb_array_elements_text(r.alt_names)),
  search_names = r.search_names,
  population = r.population,
  households = r.households,
  area_km2 = r.area_km2,
  label = ${label},
  geom = area.geom,
  source_code = r.source_code,
  version = u.version + 1
from ${records}
where u.unit_set = r.unit_set
  and u.code = r.code
returning ${written}`
