/** What does generation know of a village? The columns of villages.csv, and what later steps ask for. */
import type { LngLat } from '../../core/geo.ts'
import type { AssignmentRow, Commune } from './province.ts'

export interface PlacedVillage {
  readonly name: string
  readonly alt_names: readonly string[]
  readonly kind: 'thon' | 'ban' | 'to_dan_pho'
  readonly commune: Commune
  readonly position: LngLat
  /** Named by a source at this position; else position or everything is generated. */
  readonly origin: 'place' | 'annex' | 'annex-generated' | 'generated'
  readonly assignment: AssignmentRow | null
  /** The commune's own seat stands here. */
  readonly seat: boolean
}

export interface Village extends PlacedVillage {
  readonly index: number
  readonly code: string
  readonly households: number
  readonly population: number
  /** About −3 (town) … +4 (end of the world). */
  readonly remoteness: number
  readonly grid_power: boolean
  readonly grid_power_since: string | null
  readonly road_access: 'car' | 'motorbike' | 'foot'
  readonly especially_difficult: boolean
  /** Written without a position: it stands at its commune's label point. */
  readonly unplaced: boolean
}
