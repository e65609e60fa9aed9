/** What does a site become by an edit? The edit names only what it sets; nothing is deleted. */
import { AppError } from '../errors.ts'
import { toPlainText } from '../plain-text.ts'
import { toStoredDegrees } from '../stored-degrees.ts'
import type { SiteChanges, SiteFields, StationChanges } from './site-fields.ts'
import type { SiteDraft, SiteSnapshot, StationDraft } from './site-snapshot.ts'

export interface SiteEdit {
  readonly changes: SiteChanges
  readonly stations: readonly StationChanges[]
}

/** What must be said of a new site. */
export type NewSite = SiteChanges & Pick<SiteFields, 'code' | 'name' | 'lng' | 'lat' | 'power_source'>

/** What nobody says of a new site it has as most do. */
export function createSiteDraft(site: NewSite, stations: readonly StationChanges[]): SiteDraft {
  // Field by field: a list makes thousands, and an object that is spread together takes ten times as long.
  return {
    code: site.code,
    name: site.name,
    lng: site.lng,
    lat: site.lat,
    power_source: site.power_source,
    address: orBlank(site.address, null),
    owner_code: orBlank(site.owner_code, null),
    mast_kind: orBlank(site.mast_kind, null),
    mast_height_m: orBlank(site.mast_height_m, null),
    has_backup_generator: orBlank(site.has_backup_generator, false),
    backhaul: orBlank(site.backhaul, 'fibre' as const),
    shareable: orBlank(site.shareable, false),
    status: orBlank(site.status, 'live' as const),
    visibility: orBlank(site.visibility, 'public' as const),
    built_on: orBlank(site.built_on, null),
    land_owner: orBlank(site.land_owner, null),
    building_permit: orBlank(site.building_permit, null),
    approval: orBlank(site.approval, null),
    note: orBlank(site.note, null),
    commune_code: orBlank(site.commune_code, ''),
    id: 0,
    district_code: '',
    commune_2025_code: '',
    is_sample: false,
    stations: applyStations([], stations),
  }
}

/** A field that is said to be empty is empty. */
function orBlank<V, B>(given: V | undefined, blank: B): V | B {
  return given === undefined ? blank : given
}

export function applySiteEdit(before: SiteDraft, { changes, stations }: SiteEdit): SiteDraft {
  return { ...before, ...changes, stations: applyStations(before.stations, stations) }
}

function applyStations(before: readonly StationDraft[], changed: readonly StationChanges[]): StationDraft[] {
  const after = [...before]
  for (const [index, station] of changed.entries()) {
    const place = findStation(after, station)
    if (place === -1) after.push(toNewStation(station, index))
    else after[place] = { ...after[place]!, ...station, id: after[place]!.id }
  }
  return after
}

/** Where the station stands that is meant; -1 where it is new. */
function findStation(stations: readonly StationDraft[], meant: StationChanges): number {
  if (meant.id === undefined) return stations.findIndex((station) => isTakenBack(station, meant))
  const place = stations.findIndex(({ id }) => id === meant.id)
  if (place === -1) throw new AppError('station_not_found', { field: 'stations.id', value: meant.id })
  return place
}

/** One that was taken back and so was never on air: whoever adds it again means this one. */
function isTakenBack(station: StationDraft, meant: StationChanges): boolean {
  return (
    station.carrier_code === meant.carrier_code &&
    station.technology === meant.technology &&
    station.off_air_on !== null &&
    station.off_air_on === station.on_air_on
  )
}

function toNewStation(given: StationChanges, index: number): StationDraft {
  const { carrier_code, technology } = given
  if (carrier_code === undefined || technology === undefined) {
    const field = carrier_code === undefined ? 'carrier_code' : 'technology'
    throw new AppError('value_invalid', {
      field: `stations.${index}.${field}`,
      value: null,
      expected: 'required',
    })
  }
  return {
    carrier_code,
    technology,
    bands_mhz: orBlank(given.bands_mhz, []),
    on_air_on: orBlank(given.on_air_on, null),
    off_air_on: orBlank(given.off_air_on, null),
    power_w: orBlank(given.power_w, null),
    coverage_radius_m: orBlank(given.coverage_radius_m, null),
    certificate_no: orBlank(given.certificate_no, null),
    certificate_issued_on: orBlank(given.certificate_issued_on, null),
    certificate_expires_on: orBlank(given.certificate_expires_on, null),
    note: orBlank(given.note, null),
    id: null,
    is_sample: false,
  }
}

/**
 * The site as a snapshot has it. A station that the snapshot does not know is taken back: it ends on the day it began (today
 * where none was noted), so that no day shows it on air, and its record stays.
 */
export function applySnapshot(current: SiteDraft, snapshot: SiteSnapshot, today: string): SiteDraft {
  const known = new Map(snapshot.stations.map((station) => [station.id, station]))
  const stations = current.stations.map((station) => {
    const then = station.id === null ? undefined : known.get(station.id)
    return then === undefined ? takeBack(station, today) : { ...station, ...then }
  })
  return { ...current, ...snapshot, id: current.id, is_sample: current.is_sample, stations }
}

function takeBack(station: StationDraft, today: string): StationDraft {
  const day = station.on_air_on ?? today
  return { ...station, on_air_on: day, off_air_on: day }
}

/** The edit with composed, trimmed texts and positions as they are stored; refused where a text cannot be kept. */
export function cleanSiteEdit({ changes, stations }: SiteEdit): SiteEdit {
  return {
    changes: cleanFields(changes, ''),
    stations: stations.map((station, index) => cleanFields(station, `stations.${index}.`)),
  }
}

const required: ReadonlySet<string> = new Set(['code', 'name'])

function cleanFields<F extends SiteChanges | StationChanges>(fields: F, path: string): F {
  // Of a long list this runs a million times: no pairs in between.
  const cleaned: Record<string, unknown> = {}
  for (const field of Object.keys(fields)) {
    cleaned[field] = cleanValue(fields[field as keyof F], { field, path })
  }
  return cleaned as F
}

function cleanValue(
  value: unknown,
  { field, path }: { readonly field: string; readonly path: string },
): unknown {
  if (field === 'lng' || field === 'lat') return toStoredDegrees(value as number)
  if (typeof value !== 'string') return value
  const text = toPlainText(value, field === 'note' ? 'lines' : 'line')
  if (text === null) throw new AppError('value_invalid', { field: path + field, expected: 'plain_text' })
  if (text !== '') return text
  if (required.has(field)) throw new AppError('value_invalid', { field: path + field, expected: 'required' })
  return null
}
