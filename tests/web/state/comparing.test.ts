import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedStates, compareAnswers, type ComparedSide } from '../../../core/coverage/compare.ts'
import { plainQuestion } from '../../../core/coverage/question.ts'
import type { FeatureCollection } from '../../../core/geo.ts'
import { fromAddress, openingView, toAddress } from '../../../web/state/address.ts'
import {
  changeB,
  differenceFilters,
  isInTime,
  listDifferingFields,
  listPresets,
  swapSides,
  toComparedDays,
  toQuestionB,
} from '../../../web/state/compare-slice.ts'
import { isKnownOnBothSides, listDifferingVillages } from '../../../web/state/differing-villages.ts'
import { openingQuestion } from '../../../web/state/question-slice.ts'
import { listHoldingStatements, type VillageStatement } from '../../../web/state/statements-of-side.ts'

const question = { ...openingQuestion, service: '4g', as_of: '2020-12-31' } as const

describe('the second question', () => {
  it('starts as a copy of the first, then differs where it is changed', () => {
    expect(toQuestionB({ question, compared: null })).toEqual(question)
    const { compared } = changeB({ question, compared: null }, { as_of: null, carrier: 'vnpt' })
    expect(listDifferingFields({ question, compared })).toEqual(['carrier', 'as_of'])
  })

  it('is counted by the weight and units of the first, or nothing could be compared', () => {
    const compared = { ...question, unit_set: 'commune', weight: 'households' } as const
    expect(toQuestionB({ question, compared })).toEqual(question)
  })

  it('is the first again when both are swapped twice', () => {
    const sides = { question, compared: { ...question, basis: 'verified' as const } }
    expect(swapSides(sides).question.basis).toBe('verified')
    expect(swapSides(swapSides(sides))).toEqual(sides)
  })

  it('speaks of gains in time only where the day alone differs and B is later', () => {
    const later = { ...question, as_of: '2021-06-30' }
    expect(isInTime({ question, compared: later })).toBe(true)
    expect(isInTime({ question, compared: { ...question, as_of: null } })).toBe(true)
    expect(isInTime({ question: later, compared: question })).toBe(false)
    expect(isInTime({ question, compared: { ...later, carrier: 'vnpt' } })).toBe(false)
    expect(isInTime({ question, compared: question })).toBe(false)
  })

  it('has ready-made comparisons that differ in one part each', () => {
    const presets = listPresets(
      { ...question, carrier: 'viettel', power: 'none' },
      { carriers: ['viettel', 'vnpt'], days: ['2020-12-31', '2021-06-30'] },
    )
    expect(presets.map(({ sides }) => listDifferingFields(sides))).toEqual([
      ['basis'],
      ['carrier'],
      ['as_of'],
      ['basis'],
    ])
    for (const { sides } of presets) expect(sides.question.power).toBe('any')
    expect(listPresets(question, { carriers: null, days: null }).map(({ name }) => name)).toEqual([
      'basis',
      'local',
    ])
  })

  it('compares the last observation with the end of the year before it', () => {
    expect(toComparedDays(['2019-12-05', '2021-06-30'], '2026-11-28')).toEqual(['2020-12-31', '2021-06-30'])
    expect(toComparedDays(['2021-06-30'], '2026-11-28')).toBeNull()
    expect(toComparedDays([], '2026-11-28')).toBeNull()
  })
})

describe('the address of a comparison', () => {
  const today = '2026-11-28'
  const view = {
    ...openingView,
    page: 'compare' as const,
    question,
    compared: { ...question, carrier: 'vnpt', as_of: null },
  }

  it('names of the second question only what differs', () => {
    expect(toAddress(view)).toBe('?service=4g&as_of=2020-12-31&page=compare&b_carrier=vnpt&b_as_of=today')
    expect(fromAddress(toAddress(view), today).view.compared).toEqual(view.compared)
  })

  it('names which differing villages are listed, also of the first question alone', () => {
    const differences = { filter: 'lost', unit: '096' } as const
    expect(toAddress({ ...view, differences })).toContain('&difference=lost&difference_unit=096')
    for (const compared of [view.compared, null]) {
      const listed = { ...view, compared, differences }
      expect(fromAddress(toAddress(listed), today)).toEqual({ view: listed, ignored: [] })
    }
  })

  it.each([
    ['?page=compare&b_service=9g', 'b_service', 'unknown_value'],
    ['?page=compare&b_as_of=2030-01-01', 'b_as_of', 'after_today'],
    ['?page=compare&b_basis=rumour', 'b_basis', 'unknown_value'],
    ['?b_service=4g', 'b_service', 'unknown_key'],
  ])('says of %s what it ignored', (address, key, reason) => {
    expect(fromAddress(address, today).ignored).toMatchObject([{ key, reason }])
  })
})

const feature = (id: number, population: number | null) => ({
  type: 'Feature' as const,
  id,
  geometry: { type: 'Point' as const, coordinates: [103, 21] },
  properties: { name: `Bản ${id}`, population },
})

describe('the list of differing villages', () => {
  const anyVillages = fc.array(
    fc.record({ a: fc.nat(3), b: fc.nat(3), unit: fc.nat(2), population: fc.option(fc.nat(900)) }),
    { maxLength: 40 },
  )
  const compare = (
    villages: readonly { a: number; b: number; unit: number; population: number | null }[],
  ) => {
    const ids = villages.map((_, index) => 50 - index)
    const toSide = (states: readonly number[]): ComparedSide => ({
      ids,
      states: Uint8Array.from(states),
      in_question: null,
      unit_of: Int32Array.from(villages, ({ unit }) => unit),
      weights: { villages: null, households: null, population: null },
    })
    const collection = {
      type: 'FeatureCollection',
      features: villages.map(({ population }, index) => feature(ids[index]!, population)),
    } as FeatureCollection
    const comparison = compareAnswers(
      toSide(villages.map(({ a }) => a)),
      toSide(villages.map(({ b }) => b)),
      { unit_count: 3, weight: 'villages' },
    )
    return { comparison, villages_a: collection, villages_b: collection }
  }

  it('is as long as the counts beside it, for every filter and unit', () => {
    fc.assert(
      fc.property(anyVillages, (villages) => {
        const result = compare(villages)
        for (const unit of [null, 0, 1, 2]) {
          const { changes } = unit === null ? result.comparison.province : result.comparison.units[unit]!
          for (const filter of differenceFilters) {
            const listed = listDifferingVillages(result, { filter, unit })
            if (filter === 'all') {
              const { same: _, ...others } = changes
              const sum = Object.values(others).reduce((total, { villages: count }) => total + count, 0)
              expect(listed).toHaveLength(sum)
            } else if (filter !== 'both_known') {
              expect(listed).toHaveLength(changes[filter].villages)
            } else {
              for (const { a, b } of listed) expect([a, b]).not.toContain('unknown')
              expect(listed.every(isKnownOnBothSides)).toBe(true)
            }
          }
        }
      }),
    )
  })

  it('names a village that is gone on the other side', () => {
    const side = (id: number): ComparedSide => ({
      ids: [id],
      states: Uint8Array.of(3),
      in_question: null,
      unit_of: Int32Array.of(0),
      weights: { villages: null, households: null, population: null },
    })
    const listed = listDifferingVillages(
      {
        comparison: compareAnswers(side(1), side(2), { unit_count: 1, weight: 'villages' }),
        villages_a: { type: 'FeatureCollection', features: [feature(1, 10)] },
        villages_b: { type: 'FeatureCollection', features: [feature(2, 10)] },
      },
      { filter: 'all', unit: null },
    )
    expect(listed.map(({ feature: { id }, a, b }) => [id, a, b])).toEqual([
      [1, 'covered', 'absent'],
      [2, 'absent', 'covered'],
    ])
    expect(comparedStates).toContain('absent')
    expect(listed.some(isKnownOnBothSides)).toBe(false)
  })
})

describe('who says what', () => {
  const say = (id: number, change: Partial<VillageStatement>): VillageStatement => ({
    id,
    note: null,
    service: '4g',
    carrier_code: 'viettel',
    basis: 'declared',
    state: 'covered',
    households_share: null,
    observed_on: '2020-12-31',
    source_code: null,
    reported_by_local: false,
    holds: false,
    needs_reverification: false,
    ...change,
  })
  const asked = { ...plainQuestion, service: '4g', as_of: '2021-06-30' } as const
  const statements = [
    say(4, { basis: 'verified', state: 'not_covered', observed_on: '2021-05-01', reported_by_local: true }),
    say(3, { carrier_code: 'vnpt', state: 'partial', observed_on: '2021-07-01' }),
    say(2, { carrier_code: 'vnpt' }),
    say(1, {}),
    say(5, { service: 'fibre' }),
  ]
  const ids = (change: object) =>
    listHoldingStatements(statements, { ...asked, ...change }).map(({ id }) => id)

  it('names of every carrier the statement that holds on the day', () => {
    expect(ids({}).sort()).toEqual([2, 4])
    expect(ids({ as_of: '2020-12-31' }).sort()).toEqual([1, 2])
    expect(ids({ carrier: 'vnpt', as_of: '2021-07-01' })).toEqual([3])
  })

  it('admits one basis alone, or what an UBND confirmed', () => {
    expect(ids({ basis: 'declared' }).sort()).toEqual([1, 2])
    expect(ids({ basis: 'local' })).toEqual([4])
  })
})
