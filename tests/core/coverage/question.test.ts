import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerQuestion, plainQuestion, type Question } from '../../../core/coverage/question.ts'
import { coverageStates } from '../../../core/coverage/states.ts'
import { createStatementTable } from '../../../core/coverage/statement-table.ts'
import {
  anyQuestion,
  anyStatement,
  answerSlowly,
  toColumns,
  villageIds,
  type TestStatement,
} from './statements.ts'

const manyStatements = fc.array(anyStatement, { maxLength: 120, size: 'max' })

const base: Question = { ...plainQuestion, service: 'fibre', as_of: '2030-01-01' }
const yes: TestStatement = {
  village: 3,
  service: 'fibre',
  carrier: 'alpha',
  basis: 'declared',
  state: 'covered',
  households_share: null,
  observed_on: '2020-12-31',
  reported_by_local: false,
}

function answer(statements: readonly TestStatement[], question: Question) {
  const table = createStatementTable(toColumns(statements), villageIds)
  return [...answerQuestion(table, question, villageIds.length)].map((state) => coverageStates[state])
}

function answerFor(village: number, statements: readonly TestStatement[], question: Partial<Question> = {}) {
  return answer(statements, { ...base, ...question })[villageIds.indexOf(village)]
}

describe('answerQuestion', () => {
  it('equals the rules word for word, whatever was said and asked', () => {
    fc.assert(
      fc.property(manyStatements, anyQuestion, (statements, question) => {
        const slow = villageIds.map((village) => answerSlowly(statements, question, village))
        expect(answer(statements, question)).toEqual(slow)
      }),
      { numRuns: 1000 },
    )
  })

  it('does not depend on the order of statements that fall on different days', () => {
    const onePerDay = fc.uniqueArray(anyStatement, {
      maxLength: 100,
      selector: (one) => [one.village, one.service, one.carrier, one.basis, one.observed_on].join(),
    })
    fc.assert(
      fc.property(onePerDay, anyQuestion, fc.infiniteStream(fc.nat()), (statements, question, keys) => {
        const shuffled = statements
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(answer(shuffled, question)).toEqual(answer(statements, question))
      }),
    )
  })

  it('never loses coverage by one more carrier that says something', () => {
    fc.assert(
      fc.property(manyStatements, anyQuestion, (statements, question) => {
        const all = answer(statements, { ...question, carrier: null })
        const one = answer(statements, { ...question, carrier: 'beta' })
        one.forEach((state, village) => {
          expect(coverageStates.indexOf(state!)).toBeLessThanOrEqual(coverageStates.indexOf(all[village]!))
        })
      }),
    )
  })

  it('knows nothing without statements', () => {
    expect(answer([], base)).toEqual(villageIds.map(() => 'unknown'))
  })

  it('knows nothing of a carrier that nobody has heard of', () => {
    expect(answerFor(3, [yes], { carrier: 'nobody' })).toBe('unknown')
  })

  it('keeps a verified “no” of one carrier beside another’s “yes”', () => {
    const no: TestStatement = { ...yes, carrier: 'beta', basis: 'verified', state: 'not_covered' }
    expect(answerFor(3, [yes, no])).toBe('covered')
    expect(answerFor(3, [yes, no], { carrier: 'beta' })).toBe('not_covered')
    expect(answerFor(3, [yes, { ...no, carrier: 'alpha' }])).toBe('not_covered')
  })

  it('takes 5G unknown beside 3G and 4G “no” for a “no” to mobile', () => {
    const no3g: TestStatement = { ...yes, service: '3g', state: 'not_covered' }
    expect(answerFor(3, [no3g, { ...no3g, service: '4g' }], { service: 'mobile' })).toBe('not_covered')
  })

  it('counts neither 2G nor fibre as mobile', () => {
    expect(answerFor(3, [yes, { ...yes, service: '2g' }], { service: 'mobile' })).toBe('unknown')
  })

  it('counts partial from exactly the threshold on, for every share that can be written with two decimals', () => {
    for (let percent = 0; percent <= 100; percent++) {
      const share = percent / 100
      const partial: TestStatement = { ...yes, state: 'partial', households_share: share }
      expect(answerFor(3, [partial], { partial_from: share }), `share ${share}`).toBe('covered')
      expect(answerFor(3, [partial], { partial_from: share + 0.001 }), `share ${share}`).toBe('partial')
    }
  })

  it('leaves out statements about villages that are not asked about', () => {
    const table = createStatementTable(toColumns([yes, { ...yes, village: 999 }]), villageIds)
    expect(table.length).toBe(1)
  })
})
