import { describe, expect, it } from 'vitest'
import {
  listAssignments,
  type AssignmentProgress,
  type AssignmentRecord,
} from '../../../core/api/assignments.ts'
import { toBoard } from '../../../web/state/assigned-board.ts'
import {
  filterAssigned,
  groupAssigned,
  listAsked,
  listAwaiting,
  toAssignedMark,
  toAssignedRows,
} from '../../../web/state/assigned-rows.ts'
import { readStep, toOpeningDraft, toPathState } from '../../../web/state/assigned-step.ts'
import { toTimeline } from '../../../web/state/assigned-timeline.ts'
import { openingAssigned } from '../../../web/state/assigned-view.ts'
import { fromAddress } from '../../../web/state/address.ts'

const today = '2021-06-30'
const example = listAssignments.example.assignments[0] as AssignmentRecord
let made = 0

function makeRecord(
  change: Partial<AssignmentRecord>,
  progress: Partial<AssignmentProgress> | null = {},
): AssignmentRecord {
  made += 1
  const own = example.progress as AssignmentProgress
  return { ...example, id: made, ...change, progress: progress === null ? null : { ...own, ...progress } }
}

const toRows = (...records: AssignmentRecord[]) => toAssignedRows(records, today)

describe('the list of assigned villages', () => {
  it('is grouped by urgency, the earliest deadline first, and says nothing of what the reader is not told', () => {
    const groups = groupAssigned(
      toRows(
        makeRecord({ due_on: '2021-07-30', village_name: 'B' }),
        makeRecord({ due_on: '2021-07-01', village_name: 'C' }),
        makeRecord({ due_on: '2021-06-01' }),
        makeRecord({ due_on: null }),
        makeRecord({ due_on: '2020-01-01' }, { state: 'awaiting' }),
        makeRecord({ due_on: '2020-01-01' }, null),
      ),
    )
    expect(groups.map(({ group, rows }) => [group, rows.length])).toEqual([
      ['overdue', 1],
      ['due_soon', 2],
      ['undated', 1],
      ['awaiting', 1],
      ['untold', 1],
    ])
    expect(groups[1]?.rows.map(({ record }) => record.village_name)).toEqual(['C', 'B'])
    expect(groups.at(-1)?.rows[0]?.days_late).toBeNull()
  })

  it('keeps what every filter keeps', () => {
    const rows = toRows(
      makeRecord({ carrier_code: 'alpha' }, { state: 'blocked', blocker: 'power' }),
      makeRecord({ carrier_code: 'beta' }, { state: 'blocked', blocker: 'power' }),
      makeRecord({ carrier_code: 'alpha' }),
    )
    const view = { ...openingAssigned, carrier: 'alpha', blocker: 'power' }
    expect(filterAssigned(rows, view)).toEqual([rows[0]])
    expect(filterAssigned(rows, openingAssigned)).toEqual(rows)
  })

  it('has the longest waiting first in the queue, and asks an UBND what nobody has answered', () => {
    const rows = toRows(
      makeRecord(
        {},
        { state: 'awaiting', submitted_at: '2021-05-02T00:00:00Z', local_asked_at: '2021-05-03T00:00:00Z' },
      ),
      makeRecord({}, { state: 'awaiting', submitted_at: '2021-05-01T00:00:00Z' }),
      makeRecord({}, { state: 'building' }),
    )
    expect(listAwaiting(rows)).toEqual([rows[1], rows[0]])
    expect(listAsked(rows)).toEqual([rows[0]])
  })

  it('marks what is late only while nothing else is said of it', () => {
    const [late, blocked, untold] = toRows(
      makeRecord({ due_on: '2021-01-01' }),
      makeRecord({ due_on: '2021-01-01' }, { state: 'blocked', blocker: 'land' }),
      makeRecord({}, null),
    )
    expect([late, blocked, untold].map((row) => row && toAssignedMark(row))).toEqual([
      'late',
      'blocked',
      null,
    ])
  })
})

describe('the board', () => {
  it('adds up, for each carrier, what was assigned, confirmed, waits, is late and blocked', () => {
    const rows = toRows(
      makeRecord({ carrier_code: 'alpha', due_on: '2021-06-20' }),
      makeRecord({ carrier_code: 'alpha', due_on: '2021-06-29' }, { state: 'blocked', blocker: 'power' }),
      makeRecord({ carrier_code: 'alpha', due_on: null }, { state: 'awaiting' }),
      makeRecord({ carrier_code: 'alpha', due_on: null }, { state: 'confirmed' }),
      makeRecord({ carrier_code: 'beta' }, null),
    )
    const board = toBoard(rows, ({ record }) => ({ code: record.carrier_code, name: record.carrier_code }))
    expect(board).toEqual([
      {
        code: 'alpha',
        name: 'alpha',
        assigned: 4,
        told: {
          confirmed: 1,
          awaiting: 1,
          late: 2,
          days_late: 11,
          blocked: [{ blocker: 'power', count: 1 }],
        },
      },
      { code: 'beta', name: 'beta', assigned: 1, told: null },
    ])
  })
})

describe('a step', () => {
  const { progress } = makeRecord({}, { built_promised_on: '2021-10-01', on_air_promised_on: null })

  it('is not sent before all that it needs is filled in', () => {
    expect(readStep('block', toOpeningDraft('block', progress), progress)).toEqual({
      step: null,
      missing: ['blocker', 'text'],
    })
  })

  it('says only what was filled in, and takes a promise back that was cleared', () => {
    const draft = { ...toOpeningDraft('promise', progress), text: ' chờ vật tư ', built_promised_on: '' }
    expect(readStep('promise', draft, progress).step).toEqual({
      move: 'promise',
      text: 'chờ vật tư',
      built_promised_on: null,
    })
  })

  it('does not send promises that stay as they were', () => {
    expect(readStep('build', toOpeningDraft('build', progress), progress).step).toEqual({ move: 'build' })
  })
})

describe('the visible path', () => {
  it('keeps the place of a village that is blocked, and of one that was returned', () => {
    const steps = [
      { id: 1, from_state: 'not_started', to_state: 'surveying' },
      { id: 2, from_state: 'surveying', to_state: 'blocked' },
    ]
    expect(toPathState('blocked', steps)).toBe('surveying')
    expect(toPathState('blocked', [])).toBe('not_started')
    expect(toPathState('returned', [{ id: 3, from_state: 'awaiting', to_state: 'returned' }])).toBe('on_air')
    expect(toPathState('building', steps)).toBe('building')
  })
})

describe('the address of the assigned villages', () => {
  it('says what it does not understand, and opens the rest', () => {
    const { view, ignored } = fromAddress('?page=assigned&progress=blocked&act=!!&assignment=x', today)
    expect(view.assigned).toEqual({ ...openingAssigned, state: 'blocked' })
    expect(ignored.map(({ key, reason }) => [key, reason])).toEqual([
      ['assignment', 'unknown_value'],
      ['act', 'unknown_value'],
    ])
  })
})

describe('assigned villages over time', () => {
  const none = { on_air_promised_on: null, on_air_on: null, decided_at: null } as const
  const count = (rows: ReturnType<typeof toRows>) =>
    toTimeline(rows, today).map(({ year, number, events, owed, when }) => [
      `${year}-${number}`,
      when,
      events.due.length,
      events.promised.length,
      events.on_air.length,
      events.confirmed.length,
      owed?.length ?? null,
    ])

  it('have a line for every month, with what was owed at its end', () => {
    const rows = toRows(
      makeRecord(
        { due_on: '2021-04-30' },
        { ...none, state: 'confirmed', on_air_on: '2021-05-31', decided_at: '2021-05-31T17:30:00Z' },
      ),
      makeRecord({ due_on: '2021-06-30' }, { ...none, on_air_promised_on: '2021-07-01' }),
      makeRecord({ due_on: '2021-07-31' }, { ...none }),
      makeRecord({ due_on: null }, { ...none }),
    )
    expect(count(rows)).toEqual([
      ['2021-4', 'past', 1, 0, 0, 0, 1],
      // On air on its last day; confirmed when it was June already in Việt Nam.
      ['2021-5', 'past', 0, 0, 1, 0, 0],
      ['2021-6', 'now', 1, 0, 0, 1, 1],
      ['2021-7', 'to come', 1, 1, 0, 0, null],
    ])
  })

  it('say nothing of what the reader is not told, and a return is no confirmation', () => {
    const rows = toRows(
      makeRecord({ due_on: '2021-05-01' }, null),
      makeRecord({ due_on: null }, { ...none, state: 'returned', decided_at: '2021-05-02T00:00:00Z' }),
    )
    expect(count(rows)).toEqual([
      ['2021-5', 'past', 1, 0, 0, 0, 0],
      ['2021-6', 'now', 0, 0, 0, 0, 0],
    ])
  })

  it('are told by quarters and years where months would be too many, each day once', () => {
    const rows = toRows(
      makeRecord({ due_on: '2020-02-29' }, { ...none }),
      makeRecord({ due_on: '2021-12-31' }, { ...none }),
    )
    expect(toTimeline(rows, today).map(({ length }) => length)).toEqual(Array(8).fill('quarter'))
    const far = toRows(...rows.map(({ record }) => record), makeRecord({ due_on: '2030-12-31' }, { ...none }))
    const years = toTimeline(far, today)
    expect(years.map(({ year }) => year)).toEqual([
      2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030,
    ])
    expect(years.reduce((sum, { events }) => sum + events.due.length, 0)).toBe(3)
    expect(toTimeline([], today)).toEqual([])
  })
})
