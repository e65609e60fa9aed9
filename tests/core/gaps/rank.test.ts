import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockers } from '../../../core/gaps/blockers.ts'
import {
  compareRanked,
  fromRuleText,
  openingRule,
  rankCriteria,
  rankDirections,
  toRuleText,
  type Ranked,
  type RankRule,
} from '../../../core/gaps/rank.ts'

const row = (id: number, more: Partial<Ranked> = {}): Ranked => ({
  id,
  name: 'Huổi Moi',
  people: null,
  households: null,
  distance_m: null,
  blockers: [],
  days_overdue: null,
  ...more,
})

const rows = fc
  .array(
    fc.record({
      // Names in two forms that a Vietnamese list holds for one, and names that it does not.
      name: fc.constantFrom('Bản 2', 'Bản 10', 'Ẳng Tở', 'Ẳng Tở'.normalize('NFD'), 'Ẳng tở'),
      people: fc.option(fc.integer({ min: 0, max: 3 })),
      households: fc.option(fc.integer({ min: 0, max: 3 })),
      distance_m: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
      blockers: fc.subarray([...blockers]),
      days_overdue: fc.option(fc.integer({ min: 0, max: 3 })),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((more, id) => row(id, more)))

const rules: fc.Arbitrary<RankRule> = fc
  .tuple(
    fc.shuffledSubarray([...rankCriteria]),
    fc.array(fc.constantFrom(...rankDirections), { minLength: 5, maxLength: 5 }),
  )
  .map(([criteria, directions]) =>
    criteria.map((criterion, index) => ({ criterion, direction: directions[index]! })),
  )

const sort = (rule: RankRule, list: readonly Ranked[]) =>
  [...list].sort((a, b) => compareRanked(rule, a, b)).map(({ id }) => id)

describe('the ranking rule', () => {
  it('puts every two villages in an order, and the order holds whichever way they came', () => {
    fc.assert(
      fc.property(rules, rows, fc.infiniteStream(fc.nat()), (rule, list, numbers) => {
        for (const a of list)
          for (const b of list) {
            expect(Math.sign(compareRanked(rule, a, b))).toBe(-Math.sign(compareRanked(rule, b, a)) + 0)
            expect(compareRanked(rule, a, b) === 0).toBe(a.id === b.id)
            for (const c of list)
              if (compareRanked(rule, a, b) < 0 && compareRanked(rule, b, c) < 0)
                expect(compareRanked(rule, a, c)).toBeLessThan(0)
          }
        const shuffled = list
          .map((one) => ({ one, key: numbers.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(sort(rule, shuffled)).toEqual(sort(rule, list))
      }),
      { numRuns: 60 },
    )
  })

  it('puts what is not known last, whatever the direction', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...rankDirections), (list, direction) => {
        const known = sort([{ criterion: 'people', direction }], list).map((id) => list[id]!.people !== null)
        expect(known).toEqual([...known].sort((a, b) => Number(b) - Number(a)))
      }),
    )
  })

  it('lets a later step decide only what the earlier ones leave equal', () => {
    const rule = fromRuleText('people,-distance')!
    const list = [
      row(1, { people: 50, distance_m: 10 }),
      row(2, { people: 80, distance_m: 9 }),
      row(3, { people: 80, distance_m: 2 }),
    ]
    expect(sort(rule, list)).toEqual([3, 2, 1])
  })

  it('takes of blockers the one that has to be solved first', () => {
    const list = [
      row(1, { blockers: ['few_households'] }),
      row(2, { blockers: ['power', 'few_households'] }),
      row(3),
      row(4, { blockers: ['road'] }),
    ]
    expect(sort(fromRuleText('blocker')!, list)).toEqual([2, 4, 1, 3])
    expect(sort(fromRuleText('-blocker')!, list)).toEqual([3, 1, 4, 2])
  })

  it('stands in an address and is read back', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        if (rule.length > 0) expect(fromRuleText(toRuleText(rule))).toEqual(rule)
      }),
    )
    expect(toRuleText(openingRule)).toBe('overdue,people,-distance')
  })

  it.each(['', 'beauty', 'people,people', 'people,-people', 'people,'])('is not read from %j', (text) => {
    expect(fromRuleText(text)).toBeNull()
  })
})
