/** What must be known of the province to understand a file? As the server hands it over. */
import type { UnitSet } from '../coverage/question.ts'
import type { UnitKind } from '../inventory/admin-units.ts'
import type { ReadingArea } from '../coordinates/parse.ts'

export interface Known {
  readonly units: readonly KnownUnit[]
  readonly villages: readonly KnownVillage[]
  readonly carriers: readonly KnownCarrier[]
  readonly mast_kinds: readonly KnownCode[]
  readonly acts: readonly KnownCode[]
  readonly indicators: readonly KnownCode[]
  readonly sources: readonly KnownCode[]
  readonly area: ReadingArea
  /** ISO day. */
  readonly today: string
}

export interface KnownUnit {
  readonly unit_set: UnitSet
  readonly code: string
  readonly name: string
  readonly alt_names: readonly string[]
  readonly kind: UnitKind
  readonly parent_code: string | null
  readonly successor_code: string | null
  readonly valid_from: string
  readonly valid_to: string | null
  /** Its label point: which zone of VN-2000 a list is in, the commune beside a position tells. */
  readonly label?: readonly [lng: number, lat: number]
}

export interface KnownVillage {
  readonly code: string
  readonly name: string
  readonly alt_names: readonly string[]
  readonly kind: 'thon' | 'ban' | 'to_dan_pho'
  readonly commune_code: string
  readonly district_code: string
  readonly commune_2025_code: string
  readonly valid_to: string | null
}

export interface KnownCarrier {
  readonly code: string
  readonly name: string
  readonly alt_names: readonly string[]
}

export interface KnownCode {
  readonly code: string
  readonly name: string
}
