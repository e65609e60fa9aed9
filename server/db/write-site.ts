/** How does a whole site reach its tables? Only what differs is written. */
import {
  listChangedStations,
  type SiteDraft,
  type SiteSnapshot,
  type StationDraft,
  type StationSnapshot,
} from '../../core/inventory/site-snapshot.ts'
import type { Client, Row } from './database.ts'
import { toSearchNames } from './load-records.ts'

export interface WrittenSite {
  readonly version: number
  readonly site: SiteSnapshot
}

export async function insertSite(client: Client, draft: SiteDraft): Promise<WrittenSite> {
  const [written] = await insertSites(client, [draft])
  return written!
}

export async function updateSiteRows(
  client: Client,
  before: SiteSnapshot,
  after: SiteDraft,
): Promise<WrittenSite> {
  const [written] = await updateSites(client, [{ before, after }])
  return written!
}

/** Many at once, in their order; their codes differ. */
export async function insertSites(client: Client, drafts: readonly SiteDraft[]): Promise<WrittenSite[]> {
  if (drafts.length === 0) return []
  // What the stations' trigger would note: so it finds nothing to write a second time.
  const records = drafts.map((draft) => ({ ...toRecord(draft), station_carriers: listCarriers(draft) }))
  const rows = await client.query<WrittenRow>(insertSiteRows, [JSON.stringify(records)])
  const changes = drafts.map((after) => ({ before: { ...after, note: null, stations: [] }, after }))
  return complete(client, rows, changes)
}

export interface SiteWrite {
  readonly before: SiteDraft
  readonly after: SiteDraft
}

/** Many at once, in their order; each of them once. */
export async function updateSites(client: Client, changes: readonly SiteWrite[]): Promise<WrittenSite[]> {
  if (changes.length === 0) return []
  const records = changes.map(({ after }) => toRecord(after))
  const rows = await client.query<WrittenRow>(updateSiteRecords, [JSON.stringify(records)])
  return complete(client, rows, changes)
}

interface WrittenRow extends Row {
  readonly code: string
  readonly id: number
  readonly version: number
}

/** Codes are unique, so that a row that was written is told from the others by its own. */
async function complete(
  client: Client,
  rows: readonly WrittenRow[],
  changes: readonly SiteWrite[],
): Promise<WrittenSite[]> {
  const written = new Map(rows.map((row) => [row.code, row]))
  const kept = changes.map(({ before, after }) => {
    const row = written.get(after.code)
    if (row === undefined) throw new Error('A site was not written')
    return { before, after: { ...after, id: row.id }, version: row.version }
  })
  const notes = kept.filter(({ before, after }) => before.note !== after.note)
  if (notes.length > 0) {
    await client.query(upsertSiteNotes, [
      JSON.stringify(notes.map(({ after: { id, note } }) => ({ id, note }))),
    ])
  }
  const stations = await writeStations(client, kept)
  return kept.map(({ after, version }) => ({
    version,
    site: { ...after, stations: stations.get(after.id) ?? [] },
  }))
}

type OfSite<S> = S & { readonly site_id: number }

/** The stations of each site, as they are now. */
async function writeStations(
  client: Client,
  sites: readonly SiteWrite[],
): Promise<ReadonlyMap<number, StationSnapshot[]>> {
  const changed = sites.flatMap(({ before, after }) =>
    listChangedStations(before, after).map((station) => ({ ...station, site_id: after.id })),
  )
  const known = changed.filter(isKnown)
  if (known.length > 0) await client.query(updateStations, [JSON.stringify(known)])
  const added = changed.filter(({ id }) => id === null)
  const inserted = added.length === 0 ? [] : await insertNewStations(client, added)
  const written = [...known, ...inserted.filter(hasPrivate)]
  if (written.length > 0) await client.query(upsertStationPrivate, [JSON.stringify(written)])
  const all = new Map(sites.map(({ after }) => [after.id, after.stations.filter(isKnown)]))
  for (const { site_id, ...station } of inserted) all.get(site_id)?.push(station)
  for (const stations of all.values()) stations.sort((a, b) => a.id - b.id)
  return all
}

function hasPrivate(station: StationDraft): boolean {
  const { certificate_no, certificate_issued_on, certificate_expires_on, note } = station
  return [certificate_no, certificate_issued_on, certificate_expires_on, note].some((value) => value !== null)
}

function isKnown<S extends StationDraft>(station: S): station is S & StationSnapshot {
  return station.id !== null
}

/** Carrier and technology name a station of its site. */
async function insertNewStations(
  client: Client,
  added: readonly OfSite<StationDraft>[],
): Promise<OfSite<StationSnapshot>[]> {
  const rows = await client.query<{ id: number; equipment: string }>(insertStations, [JSON.stringify(added)])
  const ids = new Map(rows.map(({ id, equipment }) => [equipment, id]))
  return added.map((station) => {
    const id = ids.get(`${station.site_id} ${station.carrier_code} ${station.technology}`)
    if (id === undefined) throw new Error('A station was not written')
    return { ...station, id }
  })
}

function toRecord({ stations: _, ...site }: SiteDraft) {
  return { ...site, ...toSearchNames(site) }
}

function listCarriers({ stations }: SiteDraft): string[] {
  return [...new Set(stations.map(({ carrier_code }) => carrier_code))].sort()
}

const siteRecords = `jsonb_to_recordset($1::jsonb) as r (
  id integer, code text, name text, lng double precision, lat double precision, district_code text, commune_code text,
  commune_2025_code text, address text, owner_code text, mast_kind text, mast_height_m double precision, power_source text,
  has_backup_generator boolean, backhaul text, shareable boolean, status text, visibility text, built_on date,
  land_owner text, building_permit text, approval text, is_sample boolean, search_names text, station_carriers text[]
)`

const insertSiteRows = `
insert into sites (
  code, name, geom, district_code, commune_code, commune_2025_code, address, owner_code, mast_kind, mast_height_m,
  power_source, has_backup_generator, backhaul, shareable, status, visibility, built_on, land_owner, building_permit,
  approval, is_sample, search_names, station_carriers
)
select
  code, name, st_setsrid(st_makepoint(lng, lat), 4326), district_code, commune_code, commune_2025_code, address,
  owner_code, mast_kind, mast_height_m, power_source, has_backup_generator, backhaul, shareable, status, visibility,
  built_on, land_owner, building_permit, approval, is_sample, search_names, station_carriers
from ${siteRecords}
returning code, id, version`

const updateSiteRecords = `
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
from ${siteRecords}
where sites.id = r.id
returning sites.code, sites.id, sites.version`

const upsertSiteNotes = `
insert into site_private (site_id, note)
select r.id, r.note
from jsonb_to_recordset($1::jsonb) as r (id integer, note text)
on conflict (site_id) do update
set note = excluded.note
returning site_id`

const stationRecord = `jsonb_to_recordset($1::jsonb) as r (
  id integer, site_id integer, carrier_code text, technology text, bands_mhz jsonb, on_air_on date, off_air_on date,
  power_w double precision, coverage_radius_m double precision, is_sample boolean
)`

const insertStations = `
insert into stations (
  site_id, carrier_code, technology, bands_mhz, on_air_on, off_air_on, power_w, coverage_radius_m, is_sample
)
select
  site_id, carrier_code, technology, array(select jsonb_array_elements_text(bands_mhz)::integer), on_air_on,
  off_air_on, power_w, coverage_radius_m, is_sample
from ${stationRecord}
returning id, site_id || ' ' || carrier_code || ' ' || technology as equipment`

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
  and t.site_id = r.site_id
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
