/** Which of the reports to be asked about are looked at? */
import type { ReasonCode } from '../../core/coverage/implausible/reasons.ts'
import type { Service } from '../../core/coverage/states.ts'

export interface FlagFilter {
  readonly reason: ReasonCode | 'all'
  readonly carrier: string
  readonly service: Service | 'all'
  readonly district: string
}

export interface FlagView {
  readonly flags: FlagFilter
}

export const everyFlag: FlagFilter = { reason: 'all', carrier: 'all', service: 'all', district: 'all' }

export const openingFlags: FlagView = { flags: everyFlag }
