import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDayNumber, toDayNumber } from '../../../core/dates.ts'
import {
  getEnd,
  listStops,
  toNearestStop,
  toNextStop,
  toPosition,
  toStopAfterYear,
  toTimeLine,
  type TimeLine,
} from '../../../web/state/time-line.ts'

const today = '2026-11-28'
const observed_days = ['2019-12-05', '2019-12-30', '2020-12-31', '2021-06-30']

function makeLine(change: Partial<Parameters<typeof toTimeLine>[0]> = {}): TimeLine {
  return toTimeLine({ observed_days, admitted: [], stations: [], today, ...change })!
}

const anyDay = fc
  .integer({ min: toDayNumber('2015-01-01'), max: toDayNumber('2026-11-30') })
  .map(fromDayNumber)
const anyLine = fc
  .uniqueArray(anyDay, { minLength: 1, maxLength: 40 })
  .map((days) => toTimeLine({ observed_days: days.sort(), admitted: [], stations: [], today }))
  .filter((line) => line !== null)

describe('the line of time', () => {
  it('runs month by month from the first observation to the last', () => {
    const { months } = makeLine()
    expect(months[0]).toMatchObject({ month: '2019-12', last_day: '2019-12-31', is_stop: true })
    expect(months[2]).toMatchObject({ month: '2020-02', last_day: '2020-02-29', is_stop: false })
    expect(months.at(-1)).toMatchObject({ month: '2021-06', last_day: '2021-06-30', is_stop: true })
    expect(months).toHaveLength(19)
  })

  it('stops at the ends of months in which something was observed, and today', () => {
    expect(listStops(makeLine())).toEqual(['2019-12-31', '2020-12-31', '2021-06-30', null])
  })

  it('reaches back to the first station where days of stations are told', () => {
    const stations = [
      { month: '2018-11', on_air: 2, off_air: 1 },
      { month: '2020-12', on_air: 1, off_air: 0 },
    ]
    const line = makeLine({ stations })
    expect(line.months[0]).toMatchObject({ month: '2018-11', stations: 3, is_stop: true })
    expect(listStops(line)[0]).toBe('2018-11-30')
  })

  it('counts what the question admits by month', () => {
    const admitted = [
      { day: '2019-12-05', statements: 4 },
      { day: '2019-12-30', statements: 3 },
    ]
    expect(
      makeLine({ admitted })
        .months.map(({ statements }) => statements)
        .slice(0, 2),
    ).toEqual([7, 0])
  })

  it('is none where nothing was ever observed', () => {
    expect(toTimeLine({ observed_days: [], admitted: [], stations: [], today })).toBeNull()
    expect(toTimeLine({ observed_days: ['2027-01-01'], admitted: [], stations: [], today })).toBeNull()
  })

  it('does not offer a day after today: this month ends today', () => {
    const line = makeLine({ observed_days: ['2026-10-02', '2026-11-02'] })
    expect(listStops(line)).toEqual(['2026-10-31', null])
  })

  it('goes from stop to stop, also from a day between two', () => {
    const line = makeLine()
    expect(toNextStop(line, '2019-12-31', 'next')).toBe('2020-12-31')
    expect(toNextStop(line, '2020-03-15', 'next')).toBe('2020-12-31')
    expect(toNextStop(line, '2020-03-15', 'previous')).toBe('2019-12-31')
    expect(toNextStop(line, '2021-06-30', 'next')).toBeNull()
    expect(toNextStop(line, null, 'next')).toBeNull()
    expect(toNextStop(line, null, 'previous')).toBe('2021-06-30')
    expect(toNextStop(line, '2019-12-31', 'previous')).toBe('2019-12-31')
    expect(toStopAfterYear(line, '2020-12-31', 'previous')).toBe('2019-12-31')
    expect(toStopAfterYear(line, '2019-12-31', 'next')).toBe('2020-12-31')
    expect(toStopAfterYear(line, '2019-12-31', 'previous')).toBe('2019-12-31')
  })

  it('shows days outside of the history at its ends', () => {
    const line = makeLine()
    expect(toPosition(line, '1999-01-01')).toBe(0)
    expect(toPosition(line, '2024-05-05')).toBe(getEnd(line) - 1)
    expect(toPosition(line, null)).toBe(getEnd(line))
    expect(toPosition(line, today)).toBe(getEnd(line))
  })

  it('keeps the order of days, and finds every stop where it stands', () => {
    fc.assert(
      fc.property(anyLine, anyDay, anyDay, (line, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a]
        expect(toPosition(line, earlier)).toBeLessThanOrEqual(toPosition(line, later))
        for (const stop of listStops(line)) expect(toNearestStop(line, toPosition(line, stop))).toBe(stop)
      }),
    )
  })

  it('reaches every stop by single steps, forth and back', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const stops = listStops(line)
        const forth = [stops[0]!]
        while (forth.at(-1) !== null) forth.push(toNextStop(line, forth.at(-1)!, 'next')!)
        expect(forth).toEqual(stops)
        const back: (string | null)[] = [null]
        for (const _ of stops.slice(1)) back.push(toNextStop(line, back.at(-1)!, 'previous'))
        expect(back.reverse()).toEqual(stops)
      }),
    )
  })
})
