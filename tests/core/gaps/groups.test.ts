import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDeadline } from '../../../core/gaps/deadlines.ts'
import { toPracticeGroup, toSums } from '../../../core/gaps/groups.ts'

describe('the groups of national practice', () => {
  it.each([
    [false, true, 'power_first'],
    [false, null, 'power_first'],
    [true, true, 'difficult'],
    [true, false, 'own_plan'],
    [true, null, 'own_plan'],
    [null, true, 'power_unknown'],
  ] as const)('power %s and especially difficult %s: %s', (grid_power, especially_difficult, group) => {
    expect(toPracticeGroup({ grid_power, especially_difficult })).toBe(group)
  })

  it('add up to the whole, and what is not known is counted apart', () => {
    const number = fc.option(fc.nat({ max: 500 }))
    const list = fc.array(fc.record({ households: number, people: number, group: fc.nat({ max: 3 }) }))
    fc.assert(
      fc.property(list, (rows) => {
        const whole = toSums(rows)
        const parts = [0, 1, 2, 3].map((group) => toSums(rows.filter((row) => row.group === group)))
        for (const key of [
          'villages',
          'households',
          'people',
          'without_households',
          'without_people',
        ] as const)
          expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(whole[key])
        expect(whole.without_people).toBe(rows.filter(({ people }) => people === null).length)
      }),
    )
  })
})

describe('the deadline of a village', () => {
  it.each([
    ['none was set', [null, null], null, null],
    ['nobody was assigned', [], null, null],
    ['it is today', ['2026-11-28'], '2026-11-28', 0],
    ['it is to come', ['2026-12-15'], '2026-12-15', 0],
    ['it has passed; the earliest counts', ['2026-11-20', null, '2026-11-18'], '2026-11-18', 10],
  ] as const)('%s', (_name, dueOns, due_on, days_overdue) => {
    expect(toDeadline(dueOns, '2026-11-28')).toEqual({ due_on, days_overdue })
  })
})
