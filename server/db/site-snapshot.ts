/** What is a whole site now, with its stations and private parts, as the actor may read it? */
import type { SiteSnapshot } from '../../core/inventory/site-snapshot.ts'
import type { Client, Row } from './database.ts'

export interface KeptSite {
  readonly version: number
  readonly site: SiteSnapshot
}

/**
 * `to write` keeps the row until the transaction ends: whoever comes second waits and then meets the new version. `to propose`
 * finds a carrier's own site, at the version that the carrier sees.
 */
export async function findKeptSite(
  client: Client,
  id: number,
  purpose: 'to read' | 'to write' | 'to propose',
): Promise<KeptSite | null> {
  const [kept] = await client.query<{ version: number; site: SiteSnapshot }>(selections[purpose], [id])
  return kept ?? null
}

export type KeptPurpose = keyof typeof selections

/** Many at once, by their codes, in no order. */
export async function listKeptSites(
  client: Client,
  codes: readonly string[],
  purpose: KeptPurpose,
): Promise<KeptSite[]> {
  if (codes.length === 0) return []
  const where = `where s.code = any($1::text[])`
  return client.query<KeptSite & Row>(selections[purpose].replace(byId, where), [[...codes]])
}

const byId = 'where s.id = $1::integer'

const selectStations = `
  select
    jsonb_agg(
      jsonb_build_object(
        'id', t.id,
        'carrier_code', t.carrier_code,
        'technology', t.technology,
        'bands_mhz', t.bands_mhz,
        'on_air_on', t.on_air_on,
        'off_air_on', t.off_air_on,
        'power_w', t.power_w,
        'coverage_radius_m', t.coverage_radius_m,
        'certificate_no', q.certificate_no,
        'certificate_issued_on', q.certificate_issued_on,
        'certificate_expires_on', q.certificate_expires_on,
        'note', q.note,
        'is_sample', t.is_sample
      )
      order by t.id
    )
  from stations t
  left join station_private q on q.station_id = t.id
  where t.site_id = s.id`

const selectSite = (from: 'sites' | 'visible_sites') => `
select
  s.version,
  jsonb_build_object(
    'id', s.id,
    'code', s.code,
    'name', s.name,
    'lng', st_x(s.geom),
    'lat', st_y(s.geom),
    'district_code', s.district_code,
    'commune_code', s.commune_code,
    'commune_2025_code', s.commune_2025_code,
    'address', s.address,
    'owner_code', s.owner_code,
    'mast_kind', s.mast_kind,
    'mast_height_m', s.mast_height_m,
    'power_source', s.power_source,
    'has_backup_generator', s.has_backup_generator,
    'backhaul', s.backhaul,
    'shareable', s.shareable,
    'status', s.status,
    'visibility', s.visibility,
    'built_on', s.built_on,
    'land_owner', s.land_owner,
    'building_permit', s.building_permit,
    'approval', s.approval,
    'note', p.note,
    'is_sample', s.is_sample,
    'stations', coalesce((${selectStations}), '[]'::jsonb)
  ) as site
from ${from} s
left join site_private p on p.site_id = s.id
${byId}`

const selections = {
  'to read': selectSite('sites'),
  'to write': `${selectSite('sites')}
for update of s`,
  'to propose': `${selectSite('visible_sites')}
  and s.access = 'full'`,
} as const
