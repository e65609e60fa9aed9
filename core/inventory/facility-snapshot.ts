/** What is a whole facility, as the audit log keeps it before and after a change? */
import type { FacilityKind } from './facilities.ts'
import type { RecordStatus } from './record-statuses.ts'
import type { UnitsOfSite } from './site-snapshot.ts'

export interface FacilitySnapshot extends UnitsOfSite {
  readonly id: number
  readonly version: number
  readonly code: string
  readonly name: string
  readonly kind: FacilityKind
  readonly lng: number
  readonly lat: number
  readonly address: string | null
  readonly has_fibre: boolean | null
  readonly note: string | null
  readonly status: RecordStatus
  readonly is_sample: boolean
}

/** To be written: what has no id is new; the version counts by itself. */
export type FacilityDraft = Omit<FacilitySnapshot, 'id' | 'version'> & { readonly id: number | null }

/** What tells it from others. */
export function toFacilityKey({ code }: Pick<FacilityDraft, 'code'>): string {
  return code
}
