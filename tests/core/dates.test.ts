import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDayNumber, isIsoDate, toDayNumber, toVietnamDate } from '../../core/dates.ts'

describe('isIsoDate', () => {
  it.each(['2021-06-30', '2020-02-29', '1999-12-31'])('accepts %s', (text) => {
    expect(isIsoDate(text)).toBe(true)
  })

  it.each([
    '2021-02-29',
    '2021-06-31',
    '2021-13-01',
    '2021-00-10',
    '30/06/2021',
    '2021-6-30',
    '2021-06-30T00:00',
    '',
  ])('refuses %s', (text) => {
    expect(isIsoDate(text)).toBe(false)
  })
})

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(toDayNumber('1970-01-01')).toBe(0)
    expect(toDayNumber('2021-06-30')).toBe(18_808)
  })

  it('lead back to the same date, and keep the order of dates', () => {
    const day = fc.integer({ min: -20_000, max: 60_000 })
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(toDayNumber(fromDayNumber(a))).toBe(a)
        expect(isIsoDate(fromDayNumber(a))).toBe(true)
        expect(fromDayNumber(a) < fromDayNumber(b)).toBe(a < b)
      }),
    )
  })
})

describe('toVietnamDate', () => {
  it('is the day in Việt Nam, seven hours ahead of UTC', () => {
    expect(toVietnamDate(new Date('2021-06-30T16:59:59Z'))).toBe('2021-06-30')
    expect(toVietnamDate(new Date('2021-06-30T17:00:00Z'))).toBe('2021-07-01')
    expect(toVietnamDate(new Date('2020-12-31T17:00:00Z'))).toBe('2021-01-01')
  })
})
