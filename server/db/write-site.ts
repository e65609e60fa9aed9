/** How does a whole site reach its tables? Only what differs is written. */
import {
  listChangedStations,
  type SiteDraft,
  type SiteSnapshot,
  type StationDraft,
  type StationSnapshot,
} from '../../core/inventory/site-snapshot.ts'
import type { Client } from './database.ts'
import { toSearchNames } from './load-records.ts'

export interface WrittenSite {
  readonly version: number
  readonly site: SiteSnapshot
}

export async function insertSite(client: Client, draft: SiteDraft): Promise<WrittenSite> {
  const [row] = await client.query<{ id: number; version: number }>(insertSiteRow, [toRecord(draft)])
  return complete(client, { row, before: { ...draft, note: null, stations: [] }, after: draft })
}

export async function updateSiteRows(
  client: Client,
  before: SiteSnapshot,
  after: SiteDraft,
): Promise<WrittenSite> {
  const [row] = await client.query<{ id: number; version: number }>(updateSiteRow, [toRecord(after)])
  return complete(client, { row, before, after })
}

interface Written {
  readonly row: { readonly id: number; readonly version: number } | undefined
  readonly before: SiteDraft
  readonly after: SiteDraft
}

async function complete(client: Client, { row, before, after }: Written): Promise<WrittenSite> {
  if (row === undefined) throw new Error('A site was not written')
  if (before.note !== after.note) await client.query(upsertSiteNote, [row.id, after.note])
  const stations = await writeStations(client, { site_id: row.id, before, after })
  return { version: row.version, site: { ...after, id: row.id, stations } }
}

interface StationWork {
  readonly site_id: number
  readonly before: SiteDraft
  readonly after: SiteDraft
}

async function writeStations(client: Client, work: StationWork): Promise<StationSnapshot[]> {
  const changed = listChangedStations(work.before, work.after)
  const known = changed.filter(isKnown)
  if (known.length > 0) await client.query(updateStations, [JSON.stringify(known), work.site_id])
  const added = changed.filter(({ id }) => id === null)
  const inserted = added.length === 0 ? [] : await insertNewStations(client, work.site_id, added)
  const written = [...known, ...inserted]
  if (written.length > 0) await client.query(upsertStationPrivate, [JSON.stringify(written)])
  return [...work.after.stations.filter(isKnown), ...inserted].sort((a, b) => a.id - b.id)
}

function isKnown(station: StationDraft): station is StationSnapshot {
  return station.id !== null
}

/** Carrier and technology name a station of its site. */
async function insertNewStations(
  client: Client,
  site_id: number,
  added: readonly StationDraft[],
): Promise<StationSnapshot[]> {
  const rows = await client.query<{ id: number; equipment: string }>(insertStations, [
    JSON.stringify(added),
    site_id,
  ])
  const ids = new Map(rows.map(({ id, equipment }) => [equipment, id]))
  return added.map((station) => {
    const id = ids.get(`${station.carrier_code} ${station.technology}`)
    if (id === undefined) throw new Error('A station was not written')
    return { ...station, id }
  })
}

function toRecord({ stations: _, ...site }: SiteDraft): string {
  return JSON.stringify({ ...site, ...toSearchNames(site) })
}

const siteRecord = `jsonb_to_record($1::jsonb) as r (
  id integer, code text, name text, lng double precision, lat double precision, district_code text, commune_code text,
  commune_2025_code text, address text, owner_code text, mast_kind text, mast_height_m double precision, power_source text,
  has_backup_generator boolean, backhaul text, shareable boolean, status text, visibility text, built_on date,
  land_owner text, building_permit text, approval text, is_sample boolean, search_names text
)`

const insertSiteRow = `
insert into sites (
  code, name, geom, district_code, commune_code, commune_2025_code, address, owner_code, mast_kind, mast_height_m,
  power_source, has_backup_generator, backhaul, shareable, status, visibility, built_on, land_owner, building_permit,
  approval, is_sample, search_names
)
select
  code, name, st_setsrid(st_makepoint(lng, lat), 4326), district_code, commune_code, commune_2025_code, address,
  owner_code, mast_kind, mast_height_m, power_source, has_backup_generator, backhaul, shareable, status, visibility,
  built_on, land_owner, building_permit, approval, is_sample, search_names
from ${siteRecord}
returning id, version`

const updateSiteRow = `
update sites
set
  code = r.code,
  name = r.name,
  geom = st_setsrid(st_makepoint(r.lng, r.lat), 4326),
  district_code = r.district_code,
  commune_code = r.commune_code,
  commune_2025_code = r.commune_2025_code,
  address = r.address,
  owner_code = r.owner_code,
  mast_kind = r.mast_kind,
  mast_height_m = r.mast_height_m,
  power_source = r.power_source,
  has_backup_generator = r.has_backup_generator,
  backhaul = r.backhaul,
  shareable = r.shareable,
  status = r.status,
  visibility = r.visibility,
  built_on = r.built_on,
  land_owner = r.land_owner,
  building_permit = r.building_permit,
  approval = r.approval,
  search_names = r.search_names,
  version = sites.version + 1
from ${siteRecord}
where sites.id = r.id
returning sites.id, sites.version`

const upsertSiteNote = `
insert into site_private (site_id, note)
values ($1::integer, $2::text)
on conflict (site_id) do update
set note = excluded.note
returning site_id`

const stationRecord = `jsonb_to_recordset($1::jsonb) as r (
  id integer, carrier_code text, technology text, bands_mhz jsonb, on_air_on date, off_air_on date,
  power_w double precision, coverage_radius_m double precision, is_sample boolean
)`

const insertStations = `
insert into stations (
  site_id, carrier_code, technology, bands_mhz, on_air_on, off_air_on, power_w, coverage_radius_m, is_sample
)
select
  $2::integer, carrier_code, technology, array(select jsonb_array_elements_text(bands_mhz)::integer), on_air_on,
  off_air_on, power_w, coverage_radius_m, is_sample
from ${stationRecord}
returning id, carrier_code || ' ' || technology as equipment`

const updateStations = `
update stations t
set
  carrier_code = r.carrier_code,
  technology = r.technology,
  bands_mhz = array(select jsonb_array_elements_text(r.bands_mhz)::integer),
  on_air_on = r.on_air_on,
  off_air_on = r.off_air_on,
  power_w = r.power_w,
  coverage_radius_m = r.coverage_radius_m
from ${stationRecord}
where t.id = r.id
  and t.site_id = $2::integer
returning t.id`

const upsertStationPrivate = `
insert into station_private (
  station_id, certificate_no, certificate_issued_on, certificate_expires_on, note
)
select id, certificate_no, certificate_issued_on, certificate_expires_on, note
from jsonb_to_recordset($1::jsonb) as r (
  id integer, certificate_no text, certificate_issued_on date, certificate_expires_on date, note text
)
on conflict (station_id) do update
set
  certificate_no = excluded.certificate_no,
  certificate_issued_on = excluded.certificate_issued_on,
  certificate_expires_on = excluded.certificate_expires_on,
  note = excluded.note
returning station_id`
