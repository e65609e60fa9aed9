/** What can be asked about coverage, and what is the state of each village then? */
import { toDayNumber } from '../dates.ts'
import { bases, services, toServices, type AskedBasis, type AskedService, type Service } from './states.ts'
import type { StatementTable } from './statement-table.ts'

export const weights = ['villages', 'households', 'population'] as const
export type Weight = (typeof weights)[number]

/** From the widest to the narrowest; `commune-2025` are the communes since 1 July 2025. */
export const unitSets = ['province', 'district', 'commune', 'commune-2025'] as const
export type UnitSet = (typeof unitSets)[number]

export const askedPowers = ['any', 'grid', 'none', 'unknown'] as const
export type AskedPower = (typeof askedPowers)[number]

export const askedAssigneds = ['any', 'yes', 'no'] as const
export type AskedAssigned = (typeof askedAssigneds)[number]

export interface Question {
  readonly service: AskedService
  /** Carrier code; null unites all carriers. */
  readonly carrier: string | null
  readonly basis: AskedBasis
  /** ISO date: observations after it do not count. */
  readonly as_of: string
  /** Share of households (0..1) from which a partial statement counts as covered; null: never. */
  readonly partial_from: number | null
  /** Only villages whose main power on the day is this. */
  readonly power: AskedPower
  /** Only villages that some act had assigned to a carrier by the day, or only the others. */
  readonly assigned: AskedAssigned
}

/** Everything as it is before anybody narrows the question. */
export const plainQuestion = {
  carrier: null,
  basis: 'strongest',
  partial_from: null,
  power: 'any',
  assigned: 'any',
} as const satisfies Omit<Question, 'service' | 'as_of'>

/**
 * State of every village, in the order of the table's villages, as positions in `coverageStates`
 * (0 unknown, 1 not_covered, 2 partial, 3 covered). For one carrier the strongest basis holds, then carriers are united.
 *
 * @param village_count how many villages the table was made for
 */
export function answerQuestion(table: StatementTable, question: Question, village_count: number): Uint8Array {
  return answerServices(table, question, { asked: toServices(question.service), village_count })
}

/** Which services unite, of how many villages. */
export interface AskedPart {
  readonly asked: readonly Service[]
  readonly village_count: number
}

/** As `answerQuestion`, of other services than the question's own. */
export function answerServices(table: StatementTable, question: Question, part: AskedPart): Uint8Array {
  const answer = new Uint8Array(part.village_count)
  const carrier = question.carrier === null ? -1 : table.carriers.indexOf(question.carrier)
  if (question.carrier !== null && carrier < 0) return answer
  const is_local = question.basis === 'local'
  const basis =
    question.basis === 'strongest'
      ? -1
      : bases.indexOf(question.basis === 'local' ? 'verified' : question.basis)
  const threshold = question.partial_from ?? Number.POSITIVE_INFINITY
  const lastDay = toDayNumber(question.as_of)
  for (const service of part.asked) {
    const pass = { service: services.indexOf(service), carrier, basis, is_local, lastDay, threshold }
    uniteService(table, pass, answer)
  }
  return answer
}

interface ServicePass {
  readonly service: number
  readonly carrier: number
  readonly basis: number
  readonly is_local: boolean
  readonly lastDay: number
  readonly threshold: number
}

// The hot loop: 1,000,000 statements are asked here while a date slider moves, so it reads flat arrays and allocates nothing.
function uniteService(table: StatementTable, pass: ServicePass, answer: Uint8Array): void {
  const { village, carrier, basis, state, day, households_share, local } = table
  const last = table.firstOfService[pass.service + 1]!
  let answeredVillage = -1
  let answeredCarrier = -1
  for (let row = table.firstOfService[pass.service]!; row < last; row++) {
    if (village[row] === answeredVillage && carrier[row] === answeredCarrier) continue
    if (day[row]! > pass.lastDay) continue
    if (pass.carrier >= 0 && carrier[row] !== pass.carrier) continue
    if (pass.basis >= 0 && basis[row] !== pass.basis) continue
    if (pass.is_local && local[row] === 0) continue
    answeredVillage = village[row]!
    answeredCarrier = carrier[row]!
    // NaN ≥ threshold is false: a partial statement without a share stays partial.
    const counted = state[row] === 2 && households_share[row]! >= pass.threshold ? 3 : state[row]!
    if (counted > answer[answeredVillage]!) answer[answeredVillage] = counted
  }
}
