/** What is a whole value of an indicator, as the audit log keeps it before and after a change? */

export const indicatorValueKinds = ['actual', 'target'] as const
export type IndicatorValueKind = (typeof indicatorValueKinds)[number]

export interface IndicatorValueKey {
  readonly indicator_code: string
  readonly year: number
  readonly kind: IndicatorValueKind
}

export interface IndicatorValueSnapshot extends IndicatorValueKey {
  readonly version: number
  readonly value: number
  readonly source_code: string | null
  readonly note: string | null
  /** Null as long as it counts. Written again, it counts again. */
  readonly withdrawn_at: string | null
}

/** To be written; the version counts by itself. */
export type IndicatorValueDraft = Omit<IndicatorValueSnapshot, 'version'>

export function toIndicatorValueKey({ indicator_code, year, kind }: IndicatorValueKey): string {
  return [indicator_code, year, kind].join(' ')
}
