/** Statements for tests: made at random, written as the API sends them, and answered the slow and obvious way. */
import fc from 'fast-check'
import { askedAssigneds, askedPowers, type Question } from '../../../core/coverage/question.ts'
import {
  askedBases,
  askedServices,
  bases,
  services,
  statementStates,
  toCountedState,
  toServices,
  uniteStates,
  type Basis,
  type CoverageState,
  type Service,
  type StatementState,
} from '../../../core/coverage/states.ts'
import type { StatementColumns } from '../../../core/coverage/statement-table.ts'
import { findStrongest } from '../../../core/coverage/strongest.ts'

export interface TestStatement {
  readonly village: number
  readonly service: Service
  readonly carrier: string
  readonly basis: Basis
  readonly state: StatementState
  readonly households_share: number | null
  readonly observed_on: string
  readonly reported_by_local: boolean
}

const carriers = ['alpha', 'beta', 'gamma']
const dates = ['2019-05-01', '2020-12-31', '2021-06-29', '2021-06-30', '2021-07-01']
const shares = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1]

/** Villages have ids that are neither dense nor in order, as in a database. */
export const villageIds = [70, 3, 12, 41, 5]

export const anyStatement: fc.Arbitrary<TestStatement> = fc
  .record({
    village: fc.constantFrom(...villageIds),
    service: fc.constantFrom(...services),
    carrier: fc.constantFrom(...carriers),
    basis: fc.constantFrom(...bases),
    state: fc.constantFrom(...statementStates),
    households_share: fc.option(fc.constantFrom(...shares)),
    observed_on: fc.constantFrom(...dates),
    reported_by_local: fc.boolean(),
  })
  .map((one) => ({
    ...one,
    households_share: one.state === 'partial' ? one.households_share : null,
    reported_by_local: one.reported_by_local && one.basis === 'verified',
  }))

export const anyQuestion: fc.Arbitrary<Question> = fc.record({
  service: fc.constantFrom(...askedServices),
  carrier: fc.option(fc.constantFrom(...carriers, 'nobody')),
  basis: fc.constantFrom(...askedBases),
  as_of: fc.constantFrom('2019-04-30', ...dates, '2030-01-01'),
  partial_from: fc.option(fc.constantFrom(...shares)),
  power: fc.constantFrom(...askedPowers),
  assigned: fc.constantFrom(...askedAssigneds),
})

/** As `/api/village-services` sends them, in the order given. */
export function toColumns(statements: readonly TestStatement[]): StatementColumns {
  // Lists of the API need not stand in the order of ours.
  const lists = {
    services: [...services].reverse(),
    carriers,
    bases: [...bases].reverse(),
    states: [...statementStates].reverse(),
    dates,
  }
  return {
    ...lists,
    village: statements.map((one) => one.village),
    service: statements.map((one) => lists.services.indexOf(one.service)),
    carrier: statements.map((one) => carriers.indexOf(one.carrier)),
    basis: statements.map((one) => lists.bases.indexOf(one.basis)),
    state: statements.map((one) => lists.states.indexOf(one.state)),
    observed_on: statements.map((one) => dates.indexOf(one.observed_on)),
    households_share: statements.map((one) => one.households_share),
    local_rows: statements.flatMap((one, row) => (one.reported_by_local ? [row] : [])),
  }
}

/** The rules word for word: per service and carrier the strongest holds, then all are united. */
export function answerSlowly(
  statements: readonly TestStatement[],
  question: Question,
  village: number,
): CoverageState {
  const held: CoverageState[] = []
  for (const service of toServices(question.service)) {
    for (const carrier of question.carrier === null ? carriers : [question.carrier]) {
      const said = statements.filter(
        (one) => one.village === village && one.service === service && one.carrier === carrier,
      )
      const strongest = findStrongest(said, question.as_of, question.basis)?.statement
      if (strongest === undefined) continue
      held.push(toCountedState(strongest.state, strongest.households_share, question.partial_from))
    }
  }
  return uniteStates(held)
}
