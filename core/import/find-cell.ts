/** In which cell of a row stands what is said of a field of its record? Faults are told where whoever corrects the file looks. */
import type { Mapping, QuestionKind } from './read-record.ts'
import type { ConflictCode } from './states.ts'

/** Where a field of the record goes by another name than the column that holds it. */
const heldBy: Readonly<Record<string, string>> = {
  lng: 'position',
  lat: 'position',
  commune_code: 'commune',
  commune_2025_code: 'commune',
  commune_printed: 'commune',
  unit_code: 'commune',
  district_code: 'district',
  district_printed: 'district',
  village_code: 'village',
  village_printed: 'village',
  technology: 'technologies',
  service: 'services',
  period_from: 'period',
  period_to: 'period',
}

export type CellFinder = (field: string | null) => number | null

/** The place of the column, from 0; null where no column holds the field. Of several the first. */
export function makeCellFinder(mapping: Pick<Mapping, 'columns'> | null): CellFinder {
  const places = new Map<string, number>()
  for (const { field, column } of mapping?.columns ?? []) {
    if (field !== null && !places.has(field)) places.set(field, column)
  }
  return (field) => {
    if (field === null) return null
    // Of a station: `stations.power_w`, `stations.0.power_w`.
    const name = field.slice(field.lastIndexOf('.') + 1)
    return places.get(name) ?? places.get(heldBy[name] ?? '') ?? null
  }
}

/** Of which field a person has to decide. */
export const fieldsOfConflicts: Readonly<Record<ConflictCode, string | null>> = {
  corrected_since: null,
  twice_in_file: 'code',
  outside_commune: 'commune',
  near_site: 'position',
  moved_far: 'position',
  other_carrier: 'code',
}

export const fieldsOfQuestions: Readonly<Record<QuestionKind, string>> = {
  village: 'village',
  commune: 'commune',
  district: 'district',
  carrier: 'carrier_code',
  mast_kind: 'mast_kind',
  act: 'act_code',
  indicator: 'indicator_code',
}
