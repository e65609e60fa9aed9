/** Why is a report implausible, and which facts stand behind it? */
import type { StatementState } from '../states.ts'

export const implausibleReasons = [
  'no_site_in_reach',
  'no_fibre_in_reach',
  'before_on_air',
  'district_jump',
  'contradicts_verification',
] as const
export type ReasonCode = (typeof implausibleReasons)[number]

/** What can serve a village. */
export interface Supply {
  readonly noun: 'sites' | 'cable-routes'
  readonly id: number
  readonly code: string
  readonly name: string
}

export type NearSupply = Supply & { readonly distance_m: number }

/** What served it when it was reported, and is no longer on air. */
export interface GoneSupply extends NearSupply {
  /** Null: retired, and nobody noted when. */
  readonly off_air_on: string | null
}

export type ImplausibleReason =
  | {
      readonly code: 'no_site_in_reach'
      readonly reach_m: number
      /** The nearest of that carrier and technology on air on the day; null where there was none at all. */
      readonly nearest: NearSupply | null
      readonly gone: GoneSupply | null
    }
  | {
      readonly code: 'no_fibre_in_reach'
      readonly reach_m: number
      readonly leased_reach_m: number
      /** The carrier's own cable or fibre-fed site. */
      readonly nearest: NearSupply | null
      readonly nearest_of_others: NearSupply | null
      readonly gone: GoneSupply | null
    }
  | {
      readonly code: 'before_on_air'
      /** The first of all that could have served it. */
      readonly supply: NearSupply
      readonly on_air_on: string
    }
  | {
      readonly code: 'district_jump'
      readonly district_code: string
      readonly turned: number
      readonly villages: number
    }
  | {
      readonly code: 'contradicts_verification'
      readonly verified_state: StatementState
      readonly verified_on: string
    }

export type ReasonOf<C extends ReasonCode> = Extract<ImplausibleReason, { readonly code: C }>
