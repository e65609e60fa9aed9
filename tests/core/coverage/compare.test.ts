import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareAnswers,
  comparedStates,
  toVillageChange,
  villageChanges,
  type ComparedSide,
  type Comparison,
  type UnitComparison,
  type VillageChange,
} from '../../../core/coverage/compare.ts'
import { weights } from '../../../core/coverage/question.ts'
import { toUnitShares } from '../../../core/coverage/share.ts'

const unitCount = 3

/** What is true of a village whatever is asked. */
interface TestVillage {
  readonly unit: number
  readonly households: number
  readonly population: number
}

/** What one side says of it; null: it was not there on the day. */
type Said = { readonly state: number; readonly in_question: number } | null

interface TestCase {
  readonly village: TestVillage
  readonly a: Said
  readonly b: Said
}

const anySaid: fc.Arbitrary<Said> = fc.option(
  fc.record({ state: fc.integer({ min: 0, max: 3 }), in_question: fc.constantFrom(1, 1, 1, 0) }),
  { freq: 5 },
)
const anyCases: fc.Arbitrary<readonly TestCase[]> = fc.array(
  fc.record({
    village: fc.record({
      unit: fc.integer({ min: 0, max: unitCount - 1 }),
      households: fc.integer({ min: 0, max: 400 }),
      population: fc.integer({ min: 0, max: 2_000 }),
    }),
    a: anySaid,
    b: anySaid,
  }),
  { maxLength: 60, size: 'max' },
)

/** Ids are neither dense nor in the order of the other side. */
function toSide(cases: readonly TestCase[], side: 'a' | 'b'): ComparedSide {
  const there = cases.flatMap((one, index) => {
    const said = one[side]
    return said === null ? [] : [{ id: 100 - 7 * index, said, village: one.village }]
  })
  if (side === 'b') there.reverse()
  return {
    ids: there.map(({ id }) => id),
    states: Uint8Array.from(there, ({ said }) => said.state),
    in_question: Uint8Array.from(there, ({ said }) => said.in_question),
    unit_of: Int32Array.from(there, ({ village }) => village.unit),
    weights: {
      villages: null,
      households: Float64Array.from(there, ({ village }) => village.households),
      population: Float64Array.from(there, ({ village }) => village.population),
    },
  }
}

function compare(cases: readonly TestCase[], weight: (typeof weights)[number] = 'villages'): Comparison {
  return compareAnswers(toSide(cases, 'a'), toSide(cases, 'b'), { unit_count: unitCount, weight })
}

const listAll = ({ province, units }: Comparison): readonly UnitComparison[] => [province, ...units]

function toChangesById({ ids, changes }: Comparison): Map<number, VillageChange> {
  return new Map([...ids].map((id, village) => [id, villageChanges[changes[village]!]!]))
}

const opposite: Readonly<Record<VillageChange, VillageChange>> = {
  same: 'same',
  gained: 'lost',
  lost: 'gained',
  better: 'worse',
  worse: 'better',
  only_a: 'only_b',
  only_b: 'only_a',
}

describe('comparing two answers', () => {
  it('turns gains into losses when the sides are swapped', () => {
    fc.assert(
      fc.property(anyCases, fc.constantFrom(...weights), (cases, weight) => {
        const there = compare(cases, weight)
        const back = compareAnswers(toSide(cases, 'b'), toSide(cases, 'a'), { unit_count: unitCount, weight })
        const backById = toChangesById(back)
        for (const [id, change] of toChangesById(there)) expect(backById.get(id)).toBe(opposite[change])
        for (const [index, unit] of listAll(there).entries()) {
          const other = listAll(back)[index]!
          for (const change of villageChanges) {
            expect(other.changes[opposite[change]]).toEqual(unit.changes[change])
          }
          expect(other.a).toEqual(unit.b)
          expect(other.gained_unsaid).toEqual(unit.lost_unsaid)
          if (unit.difference_pp !== null) expect(other.difference_pp).toBeCloseTo(-unit.difference_pp, 10)
        }
      }),
    )
  })

  it('finds no difference between a question and itself', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const side = toSide(cases, 'a')
        const comparison = compareAnswers(side, side, { unit_count: unitCount, weight: 'population' })
        expect([...comparison.ids]).toEqual(side.ids)
        expect(new Set(toChangesById(comparison).values())).toEqual(
          new Set(side.ids.length > 0 ? ['same'] : []),
        )
        for (const unit of listAll(comparison)) {
          expect(unit.b).toEqual(unit.a)
          expect(unit.difference_pp === null || unit.difference_pp === 0).toBe(true)
        }
      }),
    )
  })

  it('accounts for the whole difference of the covered by what was gained and lost', () => {
    fc.assert(
      fc.property(anyCases, fc.constantFrom(...weights), (cases, weight) => {
        for (const { a, b, changes } of listAll(compare(cases, weight))) {
          expect(b.covered - a.covered).toBe(changes.gained[weight] - changes.lost[weight])
        }
      }),
    )
  })

  it('adds up to the province over the units, and to all villages over the changes', () => {
    fc.assert(
      fc.property(anyCases, (cases) => {
        const { units, province, ids } = compare(cases)
        const sum = (read: (unit: UnitComparison) => number) =>
          units.reduce((total, unit) => total + read(unit), 0)
        for (const change of villageChanges) {
          for (const weight of weights) {
            expect(sum((unit) => unit.changes[change][weight])).toBe(province.changes[change][weight])
          }
        }
        expect(sum(({ a }) => a.total)).toBe(province.a.total)
        expect(villageChanges.reduce((total, change) => total + province.changes[change].villages, 0)).toBe(
          ids.length,
        )
      }),
    )
  })

  it('gives each side the shares that it has alone', () => {
    fc.assert(
      fc.property(anyCases, fc.constantFrom(...weights), (cases, weight) => {
        const { units } = compare(cases, weight)
        for (const side of ['a', 'b'] as const) {
          // Outside of the question a village counts nowhere: here it is put outside of every unit.
          const { states, in_question, unit_of, weights: weightsOf } = toSide(cases, side)
          const alone = toUnitShares(
            states,
            unit_of.map((unit, village) => (in_question?.[village] === 0 ? -1 : unit)),
            { unit_count: unitCount, weight_of: weightsOf[weight], population: null },
          )
          expect(units.map((unit) => unit[side])).toEqual(alone)
        }
      }),
    )
  })

  it('knows each village once, also one that only one side has', () => {
    const village = { unit: 0, households: 1, population: 1 }
    const merged: TestCase[] = [
      { village, a: { state: 3, in_question: 1 }, b: null },
      { village, a: null, b: { state: 3, in_question: 1 } },
      { village, a: { state: 0, in_question: 1 }, b: { state: 3, in_question: 1 } },
    ]
    const comparison = compare(merged)
    expect([...comparison.states_a].map((state) => comparedStates[state])).toEqual([
      'covered',
      'unknown',
      'absent',
    ])
    expect(comparison.province.changes.gained.villages).toBe(2)
    expect(comparison.province.gained_unsaid.villages).toBe(2)
    expect(comparison.province.changes.lost.villages).toBe(1)
  })

  it.each([
    ['not_covered', 'covered', 'gained'],
    ['unknown', 'covered', 'gained'],
    ['covered', 'partial', 'lost'],
    ['covered', 'outside', 'lost'],
    ['not_covered', 'partial', 'better'],
    ['partial', 'not_covered', 'worse'],
    ['unknown', 'not_covered', 'only_b'],
    ['partial', 'unknown', 'only_a'],
    ['unknown', 'absent', 'same'],
  ] as const)('calls a village that was %s and is %s: %s', (a, b, change) => {
    expect(toVillageChange(a, b)).toBe(change)
  })
})
