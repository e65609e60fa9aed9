/** What is a whole village now, as the audit log keeps it? */
import type { VillageSnapshot } from '../../core/inventory/village-edit.ts'
import type { AuditEntry } from './change.ts'
import type { Client, Row } from './database.ts'
import type { ChangeOrigin } from './site-entry.ts'

export interface KeptVillage {
  readonly version: number
  readonly village: VillageSnapshot
}

/**
 * `to write` keeps the row until the transaction ends, and finds it only where the actor may write it: whoever comes second
 * waits and then meets the new version.
 */
export async function findKeptVillage(
  client: Client,
  id: number,
  purpose: 'to read' | 'to write',
): Promise<KeptVillage | null> {
  const [kept] = await client.query<{ version: number; village: VillageSnapshot }>(
    purpose === 'to write' ? `${selectVillage}\nfor update of v` : selectVillage,
    [id],
  )
  return kept ?? null
}

/** Many at once, by their codes, in no order. */
export async function listKeptVillages(
  client: Client,
  codes: readonly string[],
  purpose: 'to read' | 'to write',
): Promise<KeptVillage[]> {
  if (codes.length === 0) return []
  const select = selectVillage.replace(byId, 'where v.code = any($1::text[])')
  const sql = purpose === 'to write' ? `${select}\nfor update of v` : select
  return client.query<KeptVillage & Row>(sql, [[...codes]])
}

const byId = 'where v.id = $1::integer'

export interface VillageChange {
  readonly action: string
  readonly before: VillageSnapshot | null
  readonly after: VillageSnapshot
  readonly origin: ChangeOrigin
  readonly batch_id?: string
}

export function toVillageEntry({ action, before, after, origin, batch_id }: VillageChange): AuditEntry {
  return {
    action,
    noun: 'villages',
    noun_id: String(after.id),
    ...(before === null ? {} : { before }),
    after,
    district_code: after.district_code,
    commune_code: after.commune_code,
    commune_2025_code: after.commune_2025_code,
    ...toUnitsOfMove(before, after),
    ...(batch_id === undefined ? {} : { batch_id }),
    ...origin,
  }
}

/** Whom it leaves reads of the move too. */
function toUnitsOfMove(before: VillageSnapshot | null, after: VillageSnapshot): Pick<AuditEntry, 'units'> {
  if (before === null || before.commune_code === after.commune_code) return {}
  const units = [before, after].flatMap(({ district_code, commune_code, commune_2025_code }) => [
    `district:${district_code}`,
    `commune:${commune_code}`,
    `commune-2025:${commune_2025_code}`,
  ])
  return { units: [...new Set(units)].sort() }
}

const selectVillage = `
select
  v.version,
  jsonb_build_object(
    'id', v.id,
    'code', v.code,
    'name', v.name,
    'kind', v.kind,
    'alt_names', to_jsonb(v.alt_names),
    'lng', st_x(v.geom),
    'lat', st_y(v.geom),
    'commune_pin', v.commune_pin,
    'located_by', v.located_by,
    'district_code', v.district_code,
    'commune_code', v.commune_code,
    'commune_2025_code', v.commune_2025_code,
    'households', v.households,
    'population', v.population,
    'grid_power', v.grid_power,
    'grid_power_since', v.grid_power_since,
    'road_access', v.road_access,
    'especially_difficult', v.especially_difficult,
    'border', v.border,
    'valid_from', v.valid_from,
    'valid_to', v.valid_to,
    'source_code', v.source_code,
    'observed_on', v.observed_on,
    'is_sample', v.is_sample,
    'position_is_sample', v.position_is_sample
  ) as village
from villages v
${byId}`
