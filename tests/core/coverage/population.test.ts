import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPopulation, speaksOfAll, type VillageCircumstances } from '../../../core/coverage/population.ts'
import { plainQuestion, type Question } from '../../../core/coverage/question.ts'
import { createStatementTable } from '../../../core/coverage/statement-table.ts'
import { toDayNumber } from '../../../core/dates.ts'
import {
  anyQuestion,
  anyStatement,
  answerSlowly,
  toColumns,
  villageIds,
  type TestStatement,
} from './statements.ts'

const never = 2 ** 31 - 1
const always = -(2 ** 31)

/** Grid power for long; since 2021-02-01; none; not known; for long. The fourth and fifth were assigned. */
const circumstances: VillageCircumstances = {
  power: Int8Array.of(1, 1, 0, -1, 1),
  power_since: Int32Array.of(always, toDayNumber('2021-02-01'), always, always, always),
  assigned_since: Int32Array.of(never, never, never, toDayNumber('2020-12-15'), always),
}

function speakOf(question: Partial<Question>, statements: readonly TestStatement[] = []) {
  const table = createStatementTable(toColumns(statements), villageIds)
  const asked = { ...plainQuestion, service: 'fibre', as_of: '2021-06-30', ...question } as const
  const population = findPopulation(table, asked, circumstances)
  return villageIds.filter((_, village) => population[village] === 1)
}

const has2g: TestStatement = {
  village: 70,
  service: '2g',
  carrier: 'alpha',
  basis: 'declared',
  state: 'covered',
  households_share: null,
  observed_on: '2020-12-31',
  reported_by_local: false,
}

describe('the villages that a question speaks of', () => {
  it('are all of them until it is narrowed', () => {
    expect(speakOf({})).toEqual(villageIds)
    expect(speaksOfAll({ ...plainQuestion, service: 'mobile', as_of: '2021-06-30' })).toBe(true)
  })

  it('fall into those with, without and with unknown power, each in one', () => {
    const parts = (['grid', 'none', 'unknown'] as const).map((power) => speakOf({ power }))
    expect(parts).toEqual([[70, 3, 5], [12], [41]])
  })

  it('had no power before the day on which it came', () => {
    expect(speakOf({ power: 'none', as_of: '2021-01-31' })).toEqual([3, 12])
    expect(speakOf({ power: 'none', as_of: '2021-02-01' })).toEqual([12])
  })

  it('were not assigned before the act', () => {
    expect(speakOf({ assigned: 'yes' })).toEqual([41, 5])
    expect(speakOf({ assigned: 'yes', as_of: '2020-12-14' })).toEqual([5])
    expect(speakOf({ assigned: 'no', as_of: '2020-12-14' })).toEqual([70, 3, 12, 41])
  })

  it('have 2G at least in part where “2G only” is asked for', () => {
    const statements = [
      has2g,
      { ...has2g, village: 3, state: 'partial' as const },
      { ...has2g, village: 12, state: 'not_covered' as const },
      { ...has2g, village: 41, service: '4g' as const },
    ]
    expect(speakOf({ service: '2g-only' }, statements)).toEqual([70, 3])
    expect(speakOf({ service: '2g-only', carrier: 'beta' }, statements)).toEqual([])
  })

  it('with 2G are those whose slow answer for 2G is at least partial, whatever was said and asked', () => {
    fc.assert(
      fc.property(fc.array(anyStatement, { maxLength: 80 }), anyQuestion, (statements, asked) => {
        const question = { ...asked, service: '2g-only', power: 'any', assigned: 'any' } as const
        const slow = villageIds.filter((village) =>
          ['partial', 'covered'].includes(answerSlowly(statements, { ...question, service: '2g' }, village)),
        )
        expect(speakOf(question, statements)).toEqual(slow)
      }),
    )
  })
})
