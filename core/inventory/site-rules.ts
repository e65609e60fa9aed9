/** Can a site be kept like this, and what must its editor have seen before it is? */
import { isIsoDate } from '../dates.ts'
import { AppError, type ErrorParams } from '../errors.ts'
import { farMove_m, sameMast_m, type SiteWarning } from './site-fields.ts'
import { listChangedFields, type SiteDraft, type StationDraft, type UnitsOfSite } from './site-snapshot.ts'

/** Days that records of masts can speak of. */
const firstDay = '1900-01-01'
const lastDay = '2199-12-31'

/** Refuses what no record can say: an end before its beginning, the same equipment twice. */
export function requireValidSite(site: SiteDraft): void {
  requireDay('built_on', site.built_on)
  const seen = new Set<string>()
  for (const station of site.stations) {
    requireValidStation(station)
    const equipment = `${station.carrier_code} ${station.technology}`
    if (seen.has(equipment)) refuse('stations.technology', { value: equipment, expected: 'unique' })
    seen.add(equipment)
  }
}

function requireValidStation(station: StationDraft): void {
  const { on_air_on, off_air_on, certificate_issued_on, certificate_expires_on } = station
  requireDay('stations.on_air_on', on_air_on)
  requireDay('stations.off_air_on', off_air_on)
  requireDay('stations.certificate_issued_on', certificate_issued_on)
  requireDay('stations.certificate_expires_on', certificate_expires_on)
  requireOrder('stations.off_air_on', on_air_on, off_air_on)
  requireOrder('stations.certificate_expires_on', certificate_issued_on, certificate_expires_on)
}

function requireDay(field: string, day: string | null): void {
  if (day === null || (isIsoDate(day) && day >= firstDay && day <= lastDay)) return
  refuse(field, { value: day, expected: 'YYYY-MM-DD' })
}

function requireOrder(field: string, from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from) refuse(field, { value: to, expected: `>= ${from}` })
}

function refuse(field: string, params: ErrorParams): never {
  throw new AppError('value_invalid', { field, ...params })
}

/** What the database knows of a position. */
export interface PositionFacts {
  readonly inside: boolean
  /** It would lie within the province with the axes swapped. */
  readonly swapped: boolean
  /** Of the commune where it lies. */
  readonly units: (UnitsOfSite & UnitNames) | null
  /** Of the commune stated for it; null where there is no such commune. */
  readonly stated: (UnitsOfSite & UnitNames) | null
  /** Whether it lies in the stated commune or on its border. */
  readonly in_stated: boolean
  readonly moved_m: number | null
  /** Within 20 m, nearest first. */
  readonly near_sites: readonly NearSite[]
}

export interface UnitNames {
  readonly district_name: string
  readonly commune_name: string
  readonly commune_2025_name: string
}

export interface NearSite {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly distance_m: number
}

/** A position outside the province is refused; where the axes were swapped, that is said. */
export function requireInside(
  { inside, swapped }: Pick<PositionFacts, 'inside' | 'swapped'>,
  at: LngLatOf,
): void {
  if (inside) return
  throw new AppError(swapped ? 'position_swapped' : 'position_outside', { lng: at.lng, lat: at.lat })
}

interface LngLatOf {
  readonly lng: number
  readonly lat: number
}

/** Of a position that is new to the site; a commune alone is only asked whether the position lies in it. */
export function listPositionWarnings(facts: PositionFacts, isMoved: 'moved' | 'stays'): SiteWarning[] {
  const warnings: SiteWarning[] = []
  if (facts.stated !== null && !facts.in_stated) warnings.push('outside_commune')
  if (isMoved === 'stays') return warnings
  if (facts.near_sites.some(({ distance_m }) => distance_m <= sameMast_m)) warnings.push('near_site')
  if (facts.moved_m !== null && facts.moved_m > farMove_m) warnings.push('moved_far')
  return warnings
}

/** Refuses until every warning is among those that the editor has seen. */
export function requireConfirmed(
  warnings: readonly SiteWarning[],
  facts: PositionFacts,
  confirmed: readonly SiteWarning[],
): void {
  if (warnings.every((warning) => confirmed.includes(warning))) return
  const [near] = facts.near_sites
  throw new AppError('confirmation_required', {
    warnings: warnings.join(','),
    moved_m: facts.moved_m,
    near_site_id: near?.id ?? null,
    near_site_code: near?.code ?? null,
    near_site_m: near?.distance_m ?? null,
    located_commune_code: facts.units?.commune_code ?? null,
    located_commune_name: facts.units?.commune_name ?? null,
    stated_commune_code: facts.stated?.commune_code ?? null,
    stated_commune_name: facts.stated?.commune_name ?? null,
  })
}

/** What the audit log calls the change. */
export function nameSiteChange(before: SiteDraft, after: SiteDraft): 'retire' | 'reopen' | 'move' | 'update' {
  if (before.status !== after.status && after.status === 'retired') return 'retire'
  if (before.status !== after.status && before.status === 'retired') return 'reopen'
  const changed = listChangedFields(before, after)
  const isMove = changed.every((field) => field === 'lng' || field === 'lat' || field === 'commune_code')
  return isMove && changed.some((field) => field !== 'commune_code') ? 'move' : 'update'
}
