/** What is a whole i-Speed result, as the audit log keeps it before and after a change? */
import type { SpeedNetwork, SpeedUnitSet } from './speed-results.ts'

/** Of these one result counts at a time. */
export interface SpeedResultKey {
  readonly unit_set: SpeedUnitSet
  readonly unit_code: string
  /** ISO days, both included. */
  readonly period_from: string
  readonly period_to: string
  readonly network: SpeedNetwork
}

export interface SpeedResultSnapshot extends SpeedResultKey {
  readonly id: number
  readonly version: number
  readonly samples: number
  readonly download_mbps: number | null
  readonly upload_mbps: number | null
  readonly latency_ms: number | null
  readonly source_code: string | null
  /** Null as long as it counts. */
  readonly withdrawn_at: string | null
  readonly is_sample: boolean
}

/** To be written: what has no id is new; the version counts by itself. */
export type SpeedResultDraft = Omit<SpeedResultSnapshot, 'id' | 'version'> & { readonly id: number | null }

export function toSpeedResultKey(result: SpeedResultKey): string {
  return [result.unit_set, result.unit_code, result.period_from, result.period_to, result.network].join(' ')
}
