/** What does a village become by an edit, and can it be kept like this? */
import { isIsoDate } from '../dates.ts'
import { AppError, type ErrorParams } from '../errors.ts'
import { toPlainText } from '../plain-text.ts'
import { toStoredDegrees } from '../stored-degrees.ts'
import type { VillageChanges, VillageFields } from './village-fields.ts'
import type { Village } from './villages.ts'

/** A whole village, as the audit log keeps it before and after a change. */
export interface VillageSnapshot extends Readonly<VillageFields> {
  readonly id: number
  readonly code: string
  readonly district_code: string
  readonly commune_2025_code: string
  readonly located_by: Village['located_by']
  readonly valid_from: string | null
  readonly valid_to: string | null
  /** Of the latest edit: the document it follows and the day that speaks of. */
  readonly source_code: string | null
  readonly observed_on: string | null
  readonly is_sample: boolean
  readonly position_is_sample: boolean
}

export type NewVillage = VillageChanges & Pick<VillageFields, 'name' | 'kind'> & { readonly code: string }

export interface Evidence {
  readonly source_code?: string
  readonly observed_on?: string
}

export interface VillageEdit {
  readonly changes: VillageChanges
  readonly evidence: Evidence
}

const fieldNames: Readonly<Record<keyof VillageFields, true>> = {
  name: true,
  kind: true,
  alt_names: true,
  lng: true,
  lat: true,
  commune_pin: true,
  commune_code: true,
  households: true,
  population: true,
  grid_power: true,
  grid_power_since: true,
  road_access: true,
  especially_difficult: true,
  border: true,
}

export const villageFieldNames = Object.keys(fieldNames) as readonly (keyof VillageFields)[]

const blank: VillageSnapshot = {
  id: 0,
  code: '',
  name: '',
  kind: 'ban',
  alt_names: [],
  lng: null,
  lat: null,
  commune_pin: null,
  commune_code: '',
  district_code: '',
  commune_2025_code: '',
  located_by: 'label',
  households: null,
  population: null,
  grid_power: null,
  grid_power_since: null,
  road_access: null,
  especially_difficult: null,
  border: null,
  valid_from: null,
  valid_to: null,
  source_code: null,
  observed_on: null,
  is_sample: false,
  position_is_sample: false,
}

export function createVillageDraft(
  { code, ...fields }: NewVillage,
  evidence: Evidence = {},
): VillageSnapshot {
  return applyVillageEdit({ ...blank, code, name: fields.name }, { changes: fields, evidence })
}

/**
 * A former name is kept among the others, so that a search still finds it; power that is not there has no day since when it
 * is. Evidence is that of this edit: without any, none is claimed for what stands there now.
 */
export function applyVillageEdit(
  before: VillageSnapshot,
  { changes, evidence }: VillageEdit,
): VillageSnapshot {
  const after = { ...before, ...changes }
  const isMoved = before.lng !== after.lng || before.lat !== after.lat
  const hasLostPower = changes.grid_power !== undefined && changes.grid_power !== true
  return {
    ...after,
    alt_names: changes.alt_names ?? toOtherNames(before, after.name),
    grid_power_since: hasLostPower && changes.grid_power_since === undefined ? null : after.grid_power_since,
    position_is_sample: isMoved ? false : before.position_is_sample,
    source_code: evidence.source_code ?? null,
    observed_on: evidence.observed_on ?? null,
  }
}

function toOtherNames({ name, alt_names }: VillageSnapshot, newName: string): string[] {
  if (name === newName) return [...alt_names]
  return [...new Set([...alt_names, name])].filter((other) => other !== newName).slice(-20)
}

/** Names of the fields whose values differ. */
export function listChangedVillageFields(
  before: VillageSnapshot,
  after: VillageSnapshot,
): (keyof VillageFields)[] {
  return villageFieldNames.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

/** Days that records can speak of begin here. */
const firstDay = '1900-01-01'

/** Refuses what no record can say: half a position, power that is not there since a day, a day that has not come. */
export function requireValidVillage(village: VillageSnapshot, today: string): void {
  const { lng, lat, grid_power, grid_power_since, observed_on } = village
  if ((lng === null) !== (lat === null)) {
    refuse(lng === null ? 'lng' : 'lat', { value: null, expected: 'required' })
  }
  requirePastDay('grid_power_since', grid_power_since, today)
  requirePastDay('observed_on', observed_on, today)
  if (grid_power_since !== null && grid_power !== true) {
    refuse('grid_power_since', { value: grid_power_since, expected: 'grid_power' })
  }
}

export function requirePastDay(field: string, day: string | null, today: string): void {
  if (day === null) return
  if (!isIsoDate(day) || day < firstDay) refuse(field, { value: day, expected: 'YYYY-MM-DD' })
  if (day > today) refuse(field, { value: day, expected: `<= ${today}` })
}

/** The fields with composed, trimmed texts and positions as they are stored. */
export function cleanVillage<F extends VillageChanges>(fields: F): F {
  const { name, alt_names, lng, lat } = fields
  return {
    ...fields,
    ...(name === undefined ? {} : { name: cleanName('name', name) }),
    ...(alt_names === undefined
      ? {}
      : { alt_names: [...new Set(alt_names.map((other) => cleanName('alt_names', other)))] }),
    ...(typeof lng === 'number' ? { lng: toStoredDegrees(lng) } : {}),
    ...(typeof lat === 'number' ? { lat: toStoredDegrees(lat) } : {}),
  }
}

function cleanName(field: string, given: string): string {
  const name = toPlainText(given, 'line')
  if (name === null) refuse(field, { expected: 'plain_text' })
  if (name === '') refuse(field, { expected: 'required' })
  return name
}

function refuse(field: string, params: ErrorParams): never {
  throw new AppError('value_invalid', { field, ...params })
}

/** What the audit log calls the change. */
export function nameVillageChange(before: VillageSnapshot, after: VillageSnapshot): 'move' | 'update' {
  const changed = listChangedVillageFields(before, after)
  const ofPosition = ['lng', 'lat', 'commune_code']
  const isMove = changed.includes('lng') || changed.includes('lat')
  return isMove && changed.every((field) => ofPosition.includes(field)) ? 'move' : 'update'
}
