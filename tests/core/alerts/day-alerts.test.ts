import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDayAlerts, type AssignmentFact } from '../../../core/alerts/day-alerts.ts'
import { alertKindNames, isToldOf } from '../../../core/alerts/kinds.ts'
import { assignmentStates } from '../../../core/assignments/lifecycle.ts'
import { fromDayNumber, toDayNumber } from '../../../core/dates.ts'
import { roles } from '../../../core/permissions.ts'

const today = '2021-06-30'
const inDays = (days: number) => fromDayNumber(toDayNumber(today) + days)

const fact: AssignmentFact = {
  assignment_id: 12,
  state: 'building',
  built_due_on: null,
  due_on: null,
  built_promised_on: null,
  on_air_promised_on: null,
  built_on: null,
  on_air_on: null,
}

const noFacts = { assignments: [], certificates: [], answers: [] }
const tellCarrier = (changes: Partial<AssignmentFact>, day = today) =>
  toDayAlerts({ ...noFacts, assignments: [{ ...fact, ...changes }] }, { role: 'carrier', today: day })
const tellOfCertificate = (days: number) =>
  toDayAlerts(
    { ...noFacts, certificates: [{ station_id: 5, certificate_expires_on: inDays(days) }] },
    { role: 'carrier', today },
  )

const day = fc.integer({ min: -60, max: 60 }).map(inDays)
const maybeDay = fc.option(day, { nil: null })
const anyFact = fc.record({
  assignment_id: fc.integer({ min: 1, max: 40 }),
  state: fc.constantFrom(...assignmentStates),
  built_due_on: maybeDay,
  due_on: maybeDay,
  built_promised_on: maybeDay,
  on_air_promised_on: maybeDay,
  built_on: maybeDay,
  on_air_on: maybeDay,
})

describe('what somebody is told of the days', () => {
  it.each([
    [31, null, null],
    [30, 'deadline', 30],
    [8, 'deadline', 30],
    [7, 'deadline', 7],
    [0, 'deadline', 7],
    [-1, 'overdue', 0],
    [-900, 'overdue', 0],
  ])('a deadline in %i days is %s %s', (days, kind, threshold) => {
    const told = tellCarrier({ due_on: inDays(days) })
    expect(told.map((alert) => [alert.kind, alert.days])).toEqual(kind === null ? [] : [[kind, threshold]])
  })

  it('of a promise nothing but that it is past: it is no deadline', () => {
    expect(tellCarrier({ on_air_promised_on: inDays(3) })).toEqual([])
    expect(tellCarrier({ on_air_promised_on: today })).toEqual([])
    expect(tellCarrier({ on_air_promised_on: inDays(-1), built_promised_on: inDays(-9) })).toMatchObject([
      { kind: 'promise_passed', milestone: 'built' },
      { kind: 'promise_passed', milestone: 'on_air' },
    ])
    expect(tellCarrier({ on_air_promised_on: inDays(-1), on_air_on: inDays(-2) })).toEqual([])
  })

  it('of the mast until it stands, of the service until it is handed in', () => {
    const due = { built_due_on: inDays(-1), due_on: inDays(5) }
    expect(tellCarrier(due)).toMatchObject([
      { kind: 'overdue', milestone: 'built' },
      { kind: 'deadline', milestone: 'on_air' },
    ])
    expect(tellCarrier({ ...due, built_on: inDays(-3) })).toMatchObject([{ milestone: 'on_air' }])
    for (const state of ['awaiting', 'confirmed'] as const) expect(tellCarrier({ ...due, state })).toEqual([])
  })

  it('anew where the deadline has moved, and not again where it has not', () => {
    const [first] = tellCarrier({ due_on: inDays(20) })
    const [next] = tellCarrier({ due_on: inDays(20) }, inDays(1))
    const [moved] = tellCarrier({ due_on: inDays(25) })
    expect(next?.key).toBe(first?.key)
    expect(moved?.key).not.toBe(first?.key)
  })

  it.each([
    [31, null],
    [30, 30],
    [7, 7],
    [-1, 0],
    [-30, 0],
    [-31, null],
  ])('a certificate that ends in %i days: %s', (days, threshold) => {
    expect(tellOfCertificate(days).map((alert) => alert.days)).toEqual(threshold === null ? [] : [threshold])
  })

  it.each([
    [4, [], []],
    [3, [3], []],
    [0, [3], []],
    [-1, [0], [0]],
  ])('an answer that is due in %i days: the carrier %j, the Sở %j', (days, carrier, staff) => {
    const answers = [{ challenge_id: 8, answer_due_on: inDays(days) }]
    for (const [role, expected] of [
      ['carrier', carrier],
      ['staff', staff],
      ['local', []],
    ] as const) {
      const told = toDayAlerts({ ...noFacts, answers }, { role, today })
      expect(told.map((alert) => alert.days)).toEqual(expected)
    }
  })

  it('nothing that the role is not told of, and nothing but of the facts that were given', () => {
    fc.assert(
      fc.property(fc.array(anyFact), fc.constantFrom(...roles), (assignments, role) => {
        const told = toDayAlerts({ ...noFacts, assignments }, { role, today })
        const known = new Set(assignments.map(({ assignment_id }) => assignment_id))
        return told.every(({ kind, assignment_id }) => isToldOf(kind, role) && known.has(assignment_id ?? 0))
      }),
    )
  })

  it('each fact once for each threshold, however many days go by', () => {
    fc.assert(
      fc.property(anyFact, fc.integer({ min: 1, max: 90 }), (changes, days) => {
        const told = new Map<string, string>()
        for (let at = 0; at <= days; at++) {
          for (const { key, kind, milestone, days: threshold } of tellCarrier(changes, inDays(at))) {
            told.set(key, `${kind} ${milestone} ${threshold}`)
          }
        }
        // A key for each milestone and threshold, and no two keys for one.
        return new Set(told.values()).size === told.size && told.size <= 8
      }),
    )
  })

  it('in no other words than the table of kinds', () => {
    expect(alertKindNames.every((kind) => roles.some((role) => isToldOf(kind, role)))).toBe(true)
    expect(alertKindNames.filter((kind) => isToldOf(kind, 'anonymous') || isToldOf(kind, 'viewer'))).toEqual(
      [],
    )
  })
})
