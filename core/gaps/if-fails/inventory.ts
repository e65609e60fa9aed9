/** What has to be known to say what a failure takes away? As this reader sees it. */
import type { HeldState } from '../../coverage/held.ts'
import type { Technology } from '../../inventory/sites.ts'
import type { LngLat } from '../../geo.ts'

export interface FailVillage {
  readonly id: number
  /** Null where it is not known: what serves it is not known either. */
  readonly position: LngLat | null
  readonly households: number | null
  readonly people: number | null
}

export interface FailSite {
  readonly id: number
  readonly position: LngLat
  /** Null where this reader is not told. */
  readonly backhaul: 'fibre' | 'microwave' | 'satellite' | null
}

export interface FailStation {
  readonly site_id: number
  readonly carrier_code: string
  readonly technology: Technology
}

export interface FailRoute {
  readonly id: number
  readonly line: readonly LngLat[]
  /** Who owns it or hangs on it. */
  readonly carriers: readonly string[]
}

export interface FailInventory {
  readonly villages: readonly FailVillage[]
  /** Of each village, service and carrier; `village` is a position in `villages`. */
  readonly held: readonly HeldState[]
  /** Those on air. */
  readonly sites: readonly FailSite[]
  readonly stations: readonly FailStation[]
  readonly routes: readonly FailRoute[]
  /** Where the province's network is joined to the country's: its seat. */
  readonly seat: LngLat
}

/** What fails, all at once. */
export interface Failures {
  readonly sites: readonly number[]
  readonly routes: readonly number[]
}
