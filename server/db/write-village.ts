/** How does a whole village reach its table? */
import type { VillageSnapshot } from '../../core/inventory/village-edit.ts'
import type { Client, Row } from './database.ts'
import { toSearchNames } from './load-records.ts'

export interface WrittenVillage {
  readonly version: number
  readonly village: VillageSnapshot
}

export async function insertVillage(client: Client, draft: VillageSnapshot): Promise<WrittenVillage> {
  const [written] = await insertVillages(client, [draft])
  return written!
}

export async function updateVillageRow(client: Client, after: VillageSnapshot): Promise<WrittenVillage> {
  const [written] = await updateVillages(client, [after])
  return written!
}

/** Many at once, in their order; their codes differ. */
export async function insertVillages(
  client: Client,
  drafts: readonly VillageSnapshot[],
): Promise<WrittenVillage[]> {
  return complete(await client.query<WrittenRow>(insertVillageRows, [toRecords(drafts)]), drafts)
}

/** Many at once, in their order; each of them once. */
export async function updateVillages(
  client: Client,
  drafts: readonly VillageSnapshot[],
): Promise<WrittenVillage[]> {
  return complete(await client.query<WrittenRow>(updateRows, [toRecords(drafts)]), drafts)
}

interface WrittenRow extends Row {
  readonly code: string
  readonly id: number
  readonly version: number
}

function complete(rows: readonly WrittenRow[], drafts: readonly VillageSnapshot[]): WrittenVillage[] {
  const written = new Map(rows.map((row) => [row.code, row]))
  return drafts.map((draft) => {
    const row = written.get(draft.code)
    if (row === undefined) throw new Error('A village was not written')
    return { version: row.version, village: { ...draft, id: row.id } }
  })
}

function toRecords(drafts: readonly VillageSnapshot[]): string {
  return JSON.stringify(drafts.map((village) => ({ ...village, ...toSearchNames(village) })))
}

const villageRecords = `jsonb_to_recordset($1::jsonb) as r (
  id integer, code text, name text, kind text, alt_names jsonb, lng double precision, lat double precision,
  commune_pin text, located_by text, district_code text, commune_code text, commune_2025_code text, households integer,
  population integer, grid_power boolean, grid_power_since date, road_access text, especially_difficult boolean,
  border boolean, valid_from date, valid_to date, source_code text, observed_on date, is_sample boolean,
  position_is_sample boolean, search_names text
)`

const insertVillageRows = `
insert into villages (
  code, name, kind, alt_names, geom, commune_pin, located_by, district_code, commune_code, commune_2025_code, households,
  population, grid_power, grid_power_since, road_access, especially_difficult, border, valid_from, valid_to,
  source_code, observed_on, is_sample, position_is_sample, search_names
)
select
  code, name, kind, array(select jsonb_array_elements_text(alt_names)), st_setsrid(st_makepoint(lng, lat), 4326),
  commune_pin, located_by, district_code, commune_code, commune_2025_code, households, population, grid_power,
  grid_power_since, road_access, especially_difficult, border, valid_from, valid_to, source_code, observed_on,
  is_sample, position_is_sample, search_names
from ${villageRecords}
returning code, id, version`

/** An UBND may not write the names by which a village is found: they are left where no name changes. */
const updateRows = `
update villages v
set
  code = r.code,
  name = r.name,
  kind = r.kind,
  alt_names = array(select jsonb_array_elements_text(r.alt_names)),
  geom = st_setsrid(st_makepoint(r.lng, r.lat), 4326),
  commune_pin = r.commune_pin,
  located_by = r.located_by,
  district_code = r.district_code,
  commune_code = r.commune_code,
  commune_2025_code = r.commune_2025_code,
  households = r.households,
  population = r.population,
  grid_power = r.grid_power,
  grid_power_since = r.grid_power_since,
  road_access = r.road_access,
  especially_difficult = r.especially_difficult,
  border = r.border,
  valid_from = r.valid_from,
  valid_to = r.valid_to,
  source_code = r.source_code,
  observed_on = r.observed_on,
  position_is_sample = r.position_is_sample,
  search_names = case
    when v.name = r.name
      and v.code = r.code
      and v.alt_names = array(select jsonb_array_elements_text(r.alt_names))
    then v.search_names
    else r.search_names
  end,
  version = v.version + 1
from ${villageRecords}
where v.id = r.id
returning v.code, v.id, v.version`
