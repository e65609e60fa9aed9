/** What is a whole cable route, as the audit log keeps it before and after a change? */
import type { LineString } from '../geo.ts'
import type { CableRouteKind, CableType } from './cable-routes.ts'
import type { RecordStatus } from './record-statuses.ts'

export interface CableRouteSnapshot {
  readonly id: number
  readonly version: number
  readonly code: string
  readonly name: string
  readonly kind: CableRouteKind
  readonly owner_code: string | null
  readonly tenant_codes: readonly string[]
  readonly length_m: number
  readonly built_on: string | null
  readonly cable_type: CableType | null
  readonly capacity: string | null
  readonly pole_count: number | null
  readonly duct_count: number | null
  readonly ducts_used: number | null
  readonly status: RecordStatus
  readonly is_sample: boolean
  readonly geometry: LineString
}

/** To be written: what has no id is new; the version counts by itself. */
export type CableRouteDraft = Omit<CableRouteSnapshot, 'id' | 'version'> & { readonly id: number | null }

export function toCableRouteKey({ code }: Pick<CableRouteDraft, 'code'>): string {
  return code
}
