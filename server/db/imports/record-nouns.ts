/** Routes and facilities, units, figures: how does a row of a list become one of them? */
import type { LineString, LngLat, MultiPolygon, Polygon } from '../../../core/geo.ts'
import { toRecordProblem } from '../../../core/import/planned-row.ts'
import type { CellProblem } from '../../../core/import/problems.ts'
import type { ReadRecord } from '../../../core/import/read-record.ts'
import {
  toAdminUnitKey,
  type AdminUnitDraft,
  type AdminUnitKey,
} from '../../../core/inventory/admin-unit-snapshot.ts'
import { listAdminUnitProblems } from '../../../core/inventory/admin-unit-rules.ts'
import { toFacilityKey, type FacilityDraft } from '../../../core/inventory/facility-snapshot.ts'
import { listFacilityProblems } from '../../../core/inventory/facility-rules.ts'
import { toStoredDegrees } from '../../../core/stored-degrees.ts'
import {
  insertAdminUnits,
  listKeptAdminUnits,
  takeBackAdminUnits,
  updateAdminUnits,
} from '../write-admin-units.ts'
import { insertFacilities, listKeptFacilities, updateFacilities } from '../write-facilities.ts'
import { createRecordTarget, type Drafting } from './record-target.ts'

export const facilityTarget = createRecordTarget<FacilityDraft, string>({
  noun: 'facilities',
  fields: ['name', 'kind', 'lng', 'lat', 'commune_code', 'address', 'has_fibre', 'note', 'status'],
  toKey: ({ values }) => toText(values['code']),
  toKeyText: toFacilityKey,
  keyToText: (code) => code,
  textToKey: (code) => code,
  keyOf: ({ code }) => code,
  toDraft: toFacility,
  listConflicts: ({ record, places }) => {
    const { position, values } = record
    const named = toText(values['commune_code'])
    if (position === null || named === null) return []
    return places.locate([position.lng, position.lat])?.commune_code === named ? [] : ['outside_commune']
  },
  problems: listFacilityProblems,
  toPlace: ({ lng, lat }) => [lng, lat],
  toLabel: ({ code, name }) => `${code} ${name}`,
  toScope: ({ district_code, commune_code, commune_2025_code }) => ({
    district_code,
    commune_code,
    commune_2025_code,
  }),
  listKept: listKeptFacilities,
  insert: insertFacilities,
  update: updateFacilities,
  toNeverBeen: (record) => ({ ...record, status: 'retired' }),
  toEnded: (record) => ({ ...record, status: 'retired' }),
  isEnded: ({ status }) => status === 'retired',
})

function toFacility({
  record,
  before,
  places,
}: Drafting<FacilityDraft>): FacilityDraft | readonly CellProblem[] {
  const { values, position } = record
  const at: LngLat | null =
    position === null
      ? before === null
        ? null
        : [before.lng, before.lat]
      : [toStoredDegrees(position.lng), toStoredDegrees(position.lat)]
  const missing = listMissingValues(values, before === null ? ['code', 'name', 'kind'] : ['code'])
  if (at === null) missing.push(toRecordProblem('value_missing', 'position', null))
  if (missing.length > 0 || at === null) return missing
  const units = places.locate(at)
  if (units === null)
    return [toRecordProblem('position_outside', 'position', record.position?.text ?? `${at[1]}, ${at[0]}`)]
  const { position: _, commune_2025_code: _new, district_code: _old, ...said } = values
  return {
    id: null,
    address: null,
    has_fibre: null,
    note: null,
    is_sample: false,
    status: 'live',
    ...before,
    ...(before?.status === 'retired' ? { status: 'live' } : {}),
    ...said,
    ...units,
    lng: at[0],
    lat: at[1],
  } as FacilityDraft
}

export const unitTarget = createRecordTarget<AdminUnitDraft, AdminUnitKey>({
  noun: 'admin_units',
  fields: [
    'name',
    'kind',
    'parent_code',
    'successor_code',
    'valid_from',
    'valid_to',
    'alt_names',
    'population',
    'households',
    'area_km2',
    'geometry',
  ],
  toKey: toUnitKey,
  toKeyText: toAdminUnitKey,
  keyToText: toAdminUnitKey,
  keyOf: ({ unit_set, code }) => ({ unit_set, code }),
  toDraft: toUnit,
  problems: listAdminUnitProblems,
  toPlace: ({ label }) => label,
  toLabel: ({ code, name }) => `${code} ${name}`,
  toScope: () => ({}),
  listKept: listKeptAdminUnits,
  insert: insertAdminUnits,
  update: updateAdminUnits,
  toNeverBeen: (record) => record,
  takeBack: takeBackAdminUnits,
})

function toUnitKey({ values }: ReadRecord): AdminUnitKey | null {
  const [unit_set, code] = [toText(values['unit_set']), toText(values['code'])]
  return unit_set === null || code === null ? null : ({ unit_set, code } as AdminUnitKey)
}

function toUnit({ record, before }: Drafting<AdminUnitDraft>): AdminUnitDraft | readonly CellProblem[] {
  const { values, geometry } = record
  const needed = before === null ? ['unit_set', 'code', 'name', 'kind', 'valid_from'] : ['unit_set', 'code']
  const missing = listMissingValues(values, needed)
  if (before === null && geometry === null) missing.push(toRecordProblem('value_missing', 'geometry', null))
  if (missing.length > 0) return missing
  if (geometry !== null && geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
    return [toRecordProblem('geometry_unfit', 'geometry', geometry.type, { expected: 'Polygon' })]
  }
  const area = geometry as Polygon | MultiPolygon | null
  return {
    parent_code: null,
    successor_code: null,
    valid_to: null,
    alt_names: [],
    population: null,
    households: null,
    area_km2: null,
    source_code: null,
    ...before,
    ...values,
    ...(area === null ? {} : { geometry: area, label: null }),
  } as unknown as AdminUnitDraft
}

export function listMissingValues(values: ReadRecord['values'], needed: readonly string[]): CellProblem[] {
  return needed
    .filter((field) => values[field] === undefined || values[field] === null)
    .map((field) => toRecordProblem('value_missing', field, null))
}

export function toText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** A line with positions as they are stored; null where the shape is none. */
export function toStoredLine(geometry: ReadRecord['geometry']): LineString | null {
  if (geometry?.type !== 'LineString') return null
  const coordinates = geometry.coordinates.map(([lng = 0, lat = 0]): [number, number] => [
    toStoredDegrees(lng),
    toStoredDegrees(lat),
  ])
  return { type: 'LineString', coordinates }
}
