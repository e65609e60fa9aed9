/** What is a whole administrative unit, as the audit log keeps it before and after a change? */
import type { UnitSet } from '../coverage/question.ts'
import type { LngLat, MultiPolygon, Polygon } from '../geo.ts'
import type { UnitKind } from './admin-units.ts'

/** A code alone does not name a unit. */
export interface AdminUnitKey {
  readonly unit_set: UnitSet
  readonly code: string
}

export interface AdminUnitSnapshot extends AdminUnitKey {
  readonly version: number
  readonly name: string
  readonly kind: UnitKind
  readonly parent_code: string | null
  readonly successor_code: string | null
  /** ISO days. */
  readonly valid_from: string
  readonly valid_to: string | null
  readonly alt_names: readonly string[]
  readonly population: number | null
  readonly households: number | null
  readonly area_km2: number | null
  /** Where its name stands. */
  readonly label: LngLat
  readonly source_code: string | null
  readonly geometry: Polygon | MultiPolygon
}

/** To be written; the version counts by itself. A label that is null is found within the area. */
export type AdminUnitDraft = Omit<AdminUnitSnapshot, 'version' | 'label'> & { readonly label: LngLat | null }

/** As the audit log names it: `commune:03127`. */
export function toAdminUnitKey({ unit_set, code }: AdminUnitKey): string {
  return `${unit_set}:${code}`
}
