/** What is known that reports are held against? As the database tells it to whoever may read it. */
import type { Technology } from '../../inventory/sites.ts'
import type { LngLat } from '../../geo.ts'
import type { Basis, Service, StatementState } from '../states.ts'

export interface JudgedVillage {
  readonly id: number
  /** Null where it is not known: a distance from the commune's label would be invented. */
  readonly position: LngLat | null
  readonly district_code: string
}

export interface JudgedSite {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly position: LngLat
  readonly status: 'planned' | 'live' | 'retired'
  readonly backhaul: 'fibre' | 'microwave' | 'satellite' | null
}

export interface JudgedStation {
  readonly site_id: number
  readonly carrier_code: string
  readonly technology: Technology
  readonly on_air_on: string | null
  readonly off_air_on: string | null
  /** As its carrier stated it. */
  readonly coverage_radius_m: number | null
}

export interface JudgedRoute {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly owner_code: string | null
  readonly tenant_codes: readonly string[]
  readonly built_on: string | null
  readonly line: readonly LngLat[]
}

export interface JudgedStatement {
  readonly id: number
  readonly village_id: number
  readonly service: Service
  readonly carrier_code: string
  readonly basis: Basis
  readonly state: StatementState
  readonly observed_on: string
}

export interface JudgedInventory {
  readonly villages: readonly JudgedVillage[]
  readonly sites: readonly JudgedSite[]
  readonly stations: readonly JudgedStation[]
  readonly routes: readonly JudgedRoute[]
  /** In the order in which they were recorded; withdrawn ones are left out. */
  readonly statements: readonly JudgedStatement[]
}
