import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignmentStates } from '../../../core/assignments/lifecycle.ts'
import { toDaysLate, toUrgency, urgencies } from '../../../core/assignments/urgency.ts'
import { fromDayNumber, toDayNumber } from '../../../core/dates.ts'

const today = '2021-06-30'
const on_air_on = null

describe('what has to be done first', () => {
  it.each([
    ['overdue', 'building', '2021-06-29'],
    ['overdue', 'returned', '2021-01-01'],
    ['returned', 'returned', '2021-12-31'],
    ['returned', 'returned', null],
    ['due_soon', 'not_started', '2021-06-30'],
    ['due_soon', 'blocked', '2021-09-28'],
    ['later', 'surveying', '2021-09-29'],
    ['undated', 'not_started', null],
    ['awaiting', 'awaiting', '2021-01-01'],
    ['done', 'confirmed', '2021-01-01'],
  ] as const)('is %s: %s, due %s', (urgency, state, due_on) => {
    expect(toUrgency({ state, due_on, on_air_on }, today)).toBe(urgency)
  })

  it('counts days until it went on air where it is handed in, until today otherwise', () => {
    const due_on = '2021-06-01'
    expect(toDaysLate({ state: 'building', due_on, on_air_on: null }, today)).toBe(29)
    expect(toDaysLate({ state: 'awaiting', due_on, on_air_on: '2021-06-04' }, today)).toBe(3)
    expect(toDaysLate({ state: 'confirmed', due_on, on_air_on: '2021-05-20' }, today)).toBe(0)
    // On air again nowhere: what was returned is late until today.
    expect(toDaysLate({ state: 'returned', due_on, on_air_on: '2021-05-20' }, today)).toBe(29)
  })

  it('invents no deadline', () => {
    for (const state of assignmentStates) {
      expect(toDaysLate({ state, due_on: null, on_air_on }, today)).toBeNull()
      expect(toUrgency({ state, due_on: null, on_air_on }, today)).not.toBe('overdue')
    }
  })

  it('is late exactly where it is overdue, of what is the carrier’s turn', () => {
    const days = fc.integer({ min: 18_000, max: 19_500 }).map(fromDayNumber)
    fc.assert(
      fc.property(fc.constantFrom(...assignmentStates), fc.option(days), days, (state, due_on, now) => {
        const urgency = toUrgency({ state, due_on, on_air_on: null }, now)
        expect(urgencies).toContain(urgency)
        const isTurn = state !== 'awaiting' && state !== 'confirmed'
        const isLate = isTurn && due_on !== null && toDayNumber(due_on) < toDayNumber(now)
        expect(urgency === 'overdue').toBe(isLate)
        if (isLate) expect(toDaysLate({ state, due_on, on_air_on: null }, now)).toBeGreaterThan(0)
      }),
    )
  })
})
