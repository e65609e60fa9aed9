/** What does the form of a site hold, and what of it has changed? The record as fields that can be typed into. */
import type { SiteRecord } from '../../core/api/records.ts'
import type {
  SiteChanges,
  SiteFields,
  StationChanges,
  StationFields,
} from '../../core/inventory/site-fields.ts'
import type { SiteFieldName } from '../../core/inventory/site-snapshot.ts'

/** Null where nothing is typed; what must be there is asked for before saving. */
export type SiteValues = { readonly [K in SiteFieldName]: SiteFields[K] | null }

export interface StationForm extends Readonly<StationFields> {
  /** Of the record, or made here for one that is new. */
  readonly key: string
  /** Null until it is saved. */
  readonly id: number | null
}

export interface SiteForm {
  readonly site: SiteValues
  readonly stations: readonly StationForm[]
}

export const emptyForm: SiteForm = {
  site: {
    code: null,
    name: null,
    lng: null,
    lat: null,
    commune_code: null,
    address: null,
    owner_code: null,
    mast_kind: null,
    mast_height_m: null,
    power_source: 'grid',
    has_backup_generator: false,
    backhaul: 'fibre',
    shareable: false,
    status: 'planned',
    visibility: 'public',
    built_on: null,
    land_owner: null,
    building_permit: null,
    approval: null,
    note: null,
  },
  stations: [],
}

/** In the order of the form. */
export const formFields = Object.keys(emptyForm.site) as readonly SiteFieldName[]

const emptyStation = {
  bands_mhz: [],
  on_air_on: null,
  off_air_on: null,
  power_w: null,
  coverage_radius_m: null,
  certificate_no: null,
  certificate_issued_on: null,
  certificate_expires_on: null,
  note: null,
} as const

export const stationFormFields = [
  'carrier_code',
  'technology',
  ...(Object.keys(emptyStation) as (keyof typeof emptyStation)[]),
] as const satisfies readonly (keyof StationFields)[]

export function makeStation(
  key: string,
  station: Pick<StationFields, 'carrier_code' | 'technology'>,
): StationForm {
  return { ...emptyStation, ...station, bands_mhz: [], key, id: null }
}

export function toForm(record: SiteRecord): SiteForm {
  const given = record as Readonly<Record<string, unknown>>
  const site = Object.fromEntries(formFields.map((field) => [field, given[field] ?? null]))
  const stations = record.stations.flatMap((station): StationForm[] =>
    station.id === undefined
      ? []
      : [
          {
            ...makeStation(`s${station.id}`, station),
            ...withoutUndefined(station),
            key: `s${station.id}`,
            id: station.id,
          },
        ],
  )
  return { site: site as SiteValues, stations }
}

function withoutUndefined<T extends object>(given: T): Partial<StationFields> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** Every value by its path: `name`, `stations.s12.power_w`. Forms are compared and merged by these. */
export type FlatForm = ReadonlyMap<string, unknown>

export function toFlat({ site, stations }: SiteForm): FlatForm {
  return new Map<string, unknown>([
    ...formFields.map((field) => [field, site[field]] as const),
    ...stations.flatMap((station) =>
      stationFormFields.map((field) => [`stations.${station.key}.${field}`, station[field]] as const),
    ),
  ])
}

export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (isNothing(a) && isNothing(b)) || JSON.stringify(a) === JSON.stringify(b)
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

export function listChangedPaths(before: SiteForm, after: SiteForm): string[] {
  const old = toFlat(before)
  return [...toFlat(after)]
    .filter(([path, value]) => !isSameValue(value, old.get(path)))
    .map(([path]) => path)
}

/** The form with these values in place of its own; a path that it does not have is left out. */
export function withValues(form: SiteForm, values: FlatForm): SiteForm {
  const pick = (path: string, own: unknown) => (values.has(path) ? values.get(path) : own)
  const site = Object.fromEntries(formFields.map((field) => [field, pick(field, form.site[field])]))
  const stations = form.stations.map((station) => ({
    ...station,
    ...Object.fromEntries(
      stationFormFields.map((field) => [field, pick(`stations.${station.key}.${field}`, station[field])]),
    ),
  }))
  return { site: site as unknown as SiteValues, stations }
}

/** What the server is asked to change: only what differs. */
export function toSiteEdit(
  before: SiteForm,
  after: SiteForm,
): { readonly changes: SiteChanges; readonly stations: StationChanges[] } {
  const changes = Object.fromEntries(
    formFields
      .filter((field) => !isSameValue(before.site[field], after.site[field]))
      .map((field) => [field, after.site[field]]),
  )
  return { changes, stations: after.stations.flatMap((station) => toStationEdit(before, station)) }
}

function toStationEdit(before: SiteForm, station: StationForm): StationChanges[] {
  const old = before.stations.find(({ key }) => key === station.key)
  const changed = stationFormFields.filter((field) => !isSameValue(old?.[field], station[field]))
  if (changed.length === 0) return []
  const fields = Object.fromEntries(changed.map((field) => [field, station[field]]))
  return [{ ...(station.id === null ? {} : { id: station.id }), ...fields } as StationChanges]
}
