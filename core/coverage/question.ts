/** What can be asked about coverage, and what is the state of each village then? */
import { toDayNumber } from '../dates.ts'
import { bases, services, toServices, type AskedBasis, type AskedService } from './states.ts'
import type { StatementTable } from './statement-table.ts'

export const weights = ['villages', 'households', 'population'] as const
export type Weight = (typeof weights)[number]

/** From the widest to the narrowest; `commune-2025` are the communes since 1 July 2025. */
export const unitSets = ['province', 'district', 'commune', 'commune-2025'] as const
export type UnitSet = (typeof unitSets)[number]

export interface Question {
  readonly service: AskedService
  /** Carrier code; null unites all carriers. */
  readonly carrier: string | null
  readonly basis: AskedBasis
  /** ISO date: observations after it do not count. */
  readonly as_of: string
  /** Share of households (0..1) from which a partial statement counts as covered; null: never. */
  readonly partial_from: number | null
}

/**
 * State of every village, in the order of the table's villages, as positions in `coverageStates`
 * (0 unknown, 1 not_covered, 2 partial, 3 covered). For one carrier the strongest basis holds, then carriers are united.
 *
 * @param village_count how many villages the table was made for
 */
export function answerQuestion(table: StatementTable, question: Question, village_count: number): Uint8Array {
  const answer = new Uint8Array(village_count)
  const carrier = question.carrier === null ? -1 : table.carriers.indexOf(question.carrier)
  if (question.carrier !== null && carrier < 0) return answer
  const basis = question.basis === 'strongest' ? -1 : bases.indexOf(question.basis)
  const threshold = question.partial_from ?? Number.POSITIVE_INFINITY
  const lastDay = toDayNumber(question.as_of)
  for (const service of toServices(question.service)) {
    uniteService(table, { service: services.indexOf(service), carrier, basis, lastDay, threshold }, answer)
  }
  return answer
}

interface ServicePass {
  readonly service: number
  readonly carrier: number
  readonly basis: number
  readonly lastDay: number
  readonly threshold: number
}

// The hot loop: 1,000,000 statements are asked here while a date slider moves, so it reads flat arrays and allocates nothing.
function uniteService(table: StatementTable, pass: ServicePass, answer: Uint8Array): void {
  const { village, carrier, basis, state, day, households_share } = table
  const last = table.firstOfService[pass.service + 1]!
  let answeredVillage = -1
  let answeredCarrier = -1
  for (let row = table.firstOfService[pass.service]!; row < last; row++) {
    if (village[row] === answeredVillage && carrier[row] === answeredCarrier) continue
    if (day[row]! > pass.lastDay) continue
    if (pass.carrier >= 0 && carrier[row] !== pass.carrier) continue
    if (pass.basis >= 0 && basis[row] !== pass.basis) continue
    answeredVillage = village[row]!
    answeredCarrier = carrier[row]!
    // NaN ≥ threshold is false: a partial statement without a share stays partial.
    const counted = state[row] === 2 && households_share[row]! >= pass.threshold ? 3 : state[row]!
    if (counted > answer[answeredVillage]!) answer[answeredVillage] = counted
  }
}
