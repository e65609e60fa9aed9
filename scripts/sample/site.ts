/** What does generation know of a site and its stations? The columns of sites.csv and stations.csv, and what later steps ask for. */
import type { LngLat } from '../../core/geo.ts'
import type { Technology } from '../../core/inventory/sites.ts'
import type { Commune } from './province.ts'
import type { Village } from './village.ts'

export interface PlacedSite {
  readonly index: number
  readonly position: LngLat
  readonly commune: Commune
  /** The village it was built for. */
  readonly village: Village
  /** Built so that its village has a signal at all; the others add capacity or a further carrier. */
  readonly needed: boolean
  /** Built in 2021 by the carrier that Annex 2 assigned. */
  readonly assignedCarrier: string | null
}

export interface Station {
  readonly carrier_code: string
  readonly technology: Technology
  readonly bands_mhz: readonly number[]
  readonly on_air_on: string
}

export interface EquippedSite extends PlacedSite {
  readonly stations: readonly Station[]
}
