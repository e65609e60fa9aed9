/** What is a generated statement, and which source does it name? */
import type { Basis, Service, StatementState } from '../../core/coverage/states.ts'
import { figures } from './figures.ts'
import type { Village } from './village.ts'

export interface SampleStatement {
  readonly village: Village
  readonly service: Service
  readonly carrier_code: string
  readonly basis: Basis
  readonly state: StatementState
  readonly households_share: number | null
  readonly observed_on: string
}

/** The carriers' reports of the two dates follow different definitions, so they are different sources. */
export function toSourceCode({ basis, observed_on }: SampleStatement): string {
  if (basis === 'predicted') return 'mau-du-bao'
  if (basis === 'measured') return 'mau-do-kiem'
  if (basis === 'verified') return 'mau-xac-nhan'
  return observed_on <= figures.end_of_2020.on ? 'mau-bao-cao-2020' : 'mau-bao-cao-2021'
}

/** Half of what was verified an UBND reported first: by the day, so that chance is not asked for more. */
export function isReportedByLocal({ basis, observed_on }: SampleStatement): boolean {
  return basis === 'verified' && Number(observed_on.slice(-2)) % 2 === 0
}
