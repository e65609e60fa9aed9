/** What does a kind of facility look like in a text? As on the map. */
import type { FacilityKind } from '../../../core/inventory/facilities.ts'
import { facilitySymbols } from '../../layers/facility-symbols.ts'

export function FacilityMark({ kind }: { readonly kind: FacilityKind }) {
  return (
    <svg className="mark" viewBox="1 1 12 12" aria-hidden="true">
      <path className="mark-fill" d={facilitySymbols[kind]} />
    </svg>
  )
}
