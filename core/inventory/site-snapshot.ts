/** What is a whole site, as the audit log keeps it before and after a change? With its stations and private parts. */
import type { SiteFields, StationFields } from './site-fields.ts'

/** Where the commune stated for it lies in the other sets; follows from `commune_code` by table. */
export interface UnitsOfSite {
  readonly district_code: string
  readonly commune_code: string
  readonly commune_2025_code: string
}

export interface StationSnapshot extends Readonly<StationFields> {
  readonly id: number
  readonly is_sample: boolean
}

export interface SiteSnapshot extends Readonly<SiteFields>, UnitsOfSite {
  readonly id: number
  readonly is_sample: boolean
  /** In the order of their ids. */
  readonly stations: readonly StationSnapshot[]
}

/** A station that is not written yet has no id. */
export type StationDraft = Omit<StationSnapshot, 'id'> & { readonly id: number | null }
export type SiteDraft = Omit<SiteSnapshot, 'stations'> & { readonly stations: readonly StationDraft[] }

/** What follows from other fields, or never changes. */
type Derived = 'id' | 'is_sample' | 'stations' | 'district_code' | 'commune_2025_code'

/** Every field that can be written; a field that is missing here does not compile. */
const fieldNames: Readonly<Record<Exclude<keyof SiteSnapshot, Derived>, true>> = {
  code: true,
  name: true,
  lng: true,
  lat: true,
  commune_code: true,
  address: true,
  owner_code: true,
  mast_kind: true,
  mast_height_m: true,
  power_source: true,
  has_backup_generator: true,
  backhaul: true,
  shareable: true,
  status: true,
  visibility: true,
  built_on: true,
  land_owner: true,
  building_permit: true,
  approval: true,
  note: true,
}

export type SiteFieldName = keyof typeof fieldNames
export const siteFieldNames = Object.keys(fieldNames) as readonly SiteFieldName[]

const stationNames: Readonly<Record<keyof StationFields, true>> = {
  carrier_code: true,
  technology: true,
  bands_mhz: true,
  on_air_on: true,
  off_air_on: true,
  power_w: true,
  coverage_radius_m: true,
  certificate_no: true,
  certificate_issued_on: true,
  certificate_expires_on: true,
  note: true,
}

export const stationFieldNames = Object.keys(stationNames) as readonly (keyof StationFields)[]

/** Names of the fields whose values differ; `stations` where one of them was added or changed. */
export function listChangedFields(before: SiteDraft, after: SiteDraft): (SiteFieldName | 'stations')[] {
  const changed: (SiteFieldName | 'stations')[] = siteFieldNames.filter(
    (field) => before[field] !== after[field],
  )
  return listChangedStations(before, after).length > 0 ? [...changed, 'stations'] : changed
}

/** Stations of `after` that are new or not as they were. */
export function listChangedStations(before: SiteDraft, after: SiteDraft): StationDraft[] {
  const known = new Map(before.stations.map((station) => [station.id, station]))
  return after.stations.filter((station) => {
    const was = station.id === null ? undefined : known.get(station.id)
    return was === undefined || !isSameStation(was, station)
  })
}

function isSameStation(one: StationDraft, other: StationDraft): boolean {
  return stationFieldNames.every(
    (field) => String(one[field]) === String(other[field]) && isNull(one, other, field),
  )
}

/** The text 'null' is not the absence of a text. */
function isNull(one: StationDraft, other: StationDraft, field: keyof StationFields): boolean {
  return (one[field] === null) === (other[field] === null)
}
