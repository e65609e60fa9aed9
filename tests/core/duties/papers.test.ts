import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import { listDueDays, listOwedPapers, type Ower, type PaperDuty } from '../../../core/duties/owed-papers.ts'
import { cleanPaperStep, requirePaperDetails } from '../../../core/duties/paper-details.ts'
import {
  getPaperMove,
  listPaperMoves,
  paperMoveNames,
  paperStates,
  toPaperDiagram,
  type PaperState,
} from '../../../core/duties/paper-lifecycle.ts'
import { countDaysLate, toPaperStanding } from '../../../core/duties/paper-standing.ts'
import { roles } from '../../../core/permissions.ts'

const once: PaperDuty = {
  code: 'nam-nam',
  owed_by: 'carrier',
  owed_codes: [],
  due_on: '2020-12-15',
  yearly_day: null,
  first_on: null,
  last_on: null,
}
const yearly: PaperDuty = {
  ...once,
  code: 'hang-nam',
  due_on: null,
  yearly_day: '11-30',
  first_on: '2020-12-15',
}
const carrier: Ower = { owed_by: 'carrier', code: 'alpha', valid_to: null }
const district: Ower = { owed_by: 'district', code: '094', valid_to: '2025-06-30' }

describe('papers that are owed', () => {
  it('come back every year from the first day after the act to the last, and one ahead', () => {
    expect(listDueDays({ ...yearly, last_on: '2025-12-31' }, '2030-01-01')).toEqual(
      [2021, 2022, 2023, 2024, 2025].map((year) => `${year}-11-30`),
    )
    expect(listDueDays(yearly, '2022-11-29')).toEqual(['2021-11-30', '2022-11-30'])
    expect(listDueDays(yearly, '2022-12-01')).toEqual(['2021-11-30', '2022-11-30', '2023-11-30'])
    // The first day itself counts.
    expect(listDueDays({ ...yearly, first_on: '2020-11-30' }, '2021-01-01')).toEqual([
      '2020-11-30',
      '2021-11-30',
    ])
    expect(listDueDays({ ...yearly, yearly_day: '02-29', first_on: '2023-01-01' }, '2023-06-01')).toEqual([
      '2023-02-28',
      '2024-02-29',
    ])
  })

  it('are owed by those whom the duty names, or by all of their kind', () => {
    const owers = [carrier, { ...carrier, code: 'beta' }, district]
    const whose = (duty: PaperDuty) =>
      listOwedPapers([duty], owers, '2021-01-01').map(({ ower_code }) => ower_code)
    expect(whose(once)).toEqual(['alpha', 'beta'])
    expect(whose({ ...once, owed_codes: ['beta'] })).toEqual(['beta'])
    expect(whose({ ...once, owed_by: 'district' })).toEqual(['094'])
    expect(whose({ ...once, owed_by: 'department' })).toEqual([])
  })

  it('are owed by no district after its last day', () => {
    const duty: PaperDuty = { ...yearly, owed_by: 'district' }
    const years = listOwedPapers([duty], [district], '2026-11-29').map(({ year }) => year)
    expect(years).toEqual([2021, 2022, 2023, 2024])
  })

  it('are one for each duty, ower and year, whatever the day', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (instant) => {
        const today = instant.toISOString().slice(0, 10)
        const papers = listOwedPapers([once, yearly], [carrier, district], today)
        const keys = papers.map(({ duty_code, ower_code, year }) => `${duty_code} ${ower_code} ${year}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { year, due_on } of papers) expect(due_on?.slice(0, 4)).toBe(String(year))
      }),
    )
  })
})

describe('the standing of a paper', () => {
  const paper = { due_on: '2021-11-30', sent_on: null, ower_valid_to: null }
  it.each([
    ['unrecorded', '2021-10-01', 'later'],
    ['unrecorded', '2021-10-31', 'due_soon'],
    ['unrecorded', '2021-11-30', 'due_soon'],
    ['unrecorded', '2021-12-01', 'unknown'],
    ['returned', '2021-12-01', 'returned'],
    ['waived', '2021-12-01', 'waived'],
  ] as const)('%s on %s is %s', (state, today, standing) => {
    expect(toPaperStanding({ ...paper, state }, today)).toBe(standing)
  })

  it('tells what was sent in time from what came late, by the day on which it was sent', () => {
    const sent = (sent_on: string) => ({ ...paper, state: 'accepted' as const, sent_on })
    expect(toPaperStanding(sent('2021-11-30'), '2022-06-01')).toBe('sent')
    expect(toPaperStanding(sent('2021-12-04'), '2022-06-01')).toBe('sent_late')
    expect(countDaysLate(sent('2021-12-04'), '2022-06-01')).toBe(4)
  })

  it('calls nobody late of whom nothing is known, nor where no day is set', () => {
    const days = fc
      .integer({ min: 0, max: 20_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, days, (due_on, today) => {
        expect(countDaysLate({ ...paper, due_on, state: 'unrecorded' }, today)).toBe(0)
        expect(countDaysLate({ ...paper, due_on: null, state: 'returned' }, today)).toBe(0)
      }),
    )
    expect(countDaysLate({ ...paper, state: 'returned' }, '2021-12-10')).toBe(10)
  })

  it('ends with whoever owed it', () => {
    const old = { ...paper, state: 'unrecorded' as const, ower_valid_to: '2025-06-30' }
    expect(toPaperStanding(old, '2025-06-30')).toBe('unknown')
    expect(toPaperStanding(old, '2025-07-01')).toBe('ended')
    expect(toPaperStanding({ ...old, state: 'accepted', sent_on: '2021-11-01' }, '2026-01-01')).toBe('sent')
  })
})

describe('the moves of a paper', () => {
  it('leave accepting, returning and waiving to the Sở', () => {
    for (const role of roles) {
      const moves = paperStates.flatMap((state) => listPaperMoves(state, role))
      if (role === 'staff' || role === 'admin') expect(moves).not.toContain('hand_in')
      else expect(moves.filter((move) => move !== 'hand_in')).toEqual([])
    }
  })

  it('let whoever owes it touch nothing that the Sở has not given back', () => {
    const own: PaperState[] = paperStates.filter((state) => listPaperMoves(state, 'carrier').length > 0)
    expect(own).toEqual(['unrecorded', 'returned'])
  })

  it('ask for exactly their details', () => {
    const today = '2022-01-01'
    const all = { sent_on: '2021-12-01', number: '1/KH', text: 'x', reason: 'y' }
    for (const move of paperMoveNames) {
      const { needs, may } = getPaperMove(move)
      const fit = Object.fromEntries(
        Object.entries(all).filter(([name]) => [...needs, ...may].includes(name as 'text')),
      )
      expect(() => requirePaperDetails({ move, ...fit }, today), move).not.toThrow()
      if (needs.length > 0) expect(() => requirePaperDetails({ move }, today), move).toThrow(AppError)
      expect(() => requirePaperDetails({ move, ...all }, today), move).toThrow(AppError)
    }
    expect(() => requirePaperDetails({ move: 'hand_in', sent_on: '2022-01-02' }, today)).toThrow(AppError)
    expect(() => requirePaperDetails({ move: 'hand_in', sent_on: '2021-02-30' }, today)).toThrow(AppError)
    expect(cleanPaperStep({ move: 'waive', reason: '  ' })).toEqual({ move: 'waive' })
  })

  it('are drawn as they are', () => {
    const docs = readFileSync(new URL('../../../docs/due-papers.md', import.meta.url), 'utf8')
    expect(docs).toContain(toPaperDiagram().join('\n'))
  })
})
