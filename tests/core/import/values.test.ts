import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDecimalMark, type DecimalMark } from '../../../core/import/values/decimal-mark.ts'
import { findDayOrder, readDay } from '../../../core/import/values/read-day.ts'
import { readNumber } from '../../../core/import/values/read-number.ts'
import { readYesNo } from '../../../core/import/values/read-words.ts'
import { fromDayNumber } from '../../../core/dates.ts'
import { toSearchText } from '../../../core/text.ts'

const units = { m: 1, km: 1000 }
const height = (mark: DecimalMark | null) =>
  ({ least: 0, most: 1e9, whole: 'any', mark, factor: 1, units }) as const
const count = { least: 0, most: 1e9, whole: 'whole', mark: null, factor: 1, units: { hộ: 1 } } as const
const anyDay = { order: 'day_first', latest: null } as const

describe('a number in a cell', () => {
  it.each([
    ['1,5', 1.5],
    ['36.5', 36.5],
    ['42m', 42],
    ['36 m', 36],
    ['1,1 km', 1100],
    ['1.445,5', 1445.5],
    ['1,445.5', 1445.5],
    ['12.345.678', 12_345_678],
    ['1 445', 1445],
    ['0,750', 0.75],
    ['~30', 30],
    [12.25, 12.25],
  ])('%s is %d whatever the column has', (cell, value) => {
    expect(readNumber(cell, height(null)).value).toBe(value)
  })

  it('groups or divides as the clear cells of its column do, and is asked about where they do not tell', () => {
    expect(readNumber('1.234', height(findDecimalMark(['12,5', '7,25', '1.234']))).value).toBe(1234)
    expect(readNumber('1.234', height(findDecimalMark(['12.5', '7.25', '1.234']))).value).toBe(1.234)
    for (const column of [['1.234'], ['12,5', '12.5', '1.234']]) {
      const { value, faults } = readNumber('1.234', height(findDecimalMark(column)))
      expect([value, faults[0]?.code]).toEqual([null, 'number_ambiguous'])
    }
  })

  it.each([
    ['1.445', 1445],
    ['1,445 hộ', 1445],
    ['87', 87],
  ])('%s of households is %d', (cell, value) => {
    expect(readNumber(cell, count).value).toBe(value)
  })

  it.each([
    ['12,5', count, 'number_not_whole'],
    ['ba mươi', count, 'number_invalid'],
    ['30-35', height(null), 'number_invalid'],
    ['36 feet', height(null), 'number_invalid'],
    ['1.23.4', height(null), 'number_invalid'],
    ['-5', height(null), 'number_out_of_range'],
  ] as const)('%s is refused as %s', (cell, asked, code) => {
    expect(readNumber(cell, asked).faults.map((fault) => fault.code)).toEqual([code])
  })

  it('reads back what was written in either style, or asks', () => {
    const written = fc.tuple(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.nat(4),
      fc.constantFrom<DecimalMark>(',', '.'),
      fc.boolean(),
    )
    fc.assert(
      fc.property(written, ([units_, decimals, mark, isGrouped]) => {
        const value = units_ / 10 ** decimals
        const [whole = '', rest] = value.toFixed(decimals).split('.')
        const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, mark === ',' ? '.' : ',') : whole
        const text = rest === undefined ? grouped : `${grouped}${mark}${rest}`
        for (const known of [mark, null]) {
          const reading = readNumber(text, height(known))
          if (reading.value === null) expect(reading.faults[0]?.code).toBe('number_ambiguous')
          else expect(reading.value).toBe(value)
        }
        expect(readNumber(text, height(mark)).value).toBe(value)
      }),
    )
  })
})

describe('a day in a cell', () => {
  it.each([
    ['30/6/2021', '2021-06-30', []],
    ['30-06-2021', '2021-06-30', []],
    ['30.6.2021', '2021-06-30', []],
    ['2021-06-30', '2021-06-30', []],
    ['2021-06-30T00:00:00', '2021-06-30', []],
    ['30/06/2021 08:00', '2021-06-30', []],
    ['ngày 30 tháng 6 năm 2021', '2021-06-30', []],
    ['30-Jun-2021', '2021-06-30', []],
    [44377, '2021-06-30', []],
    ['44377', '2021-06-30', []],
    ['30/6/21', '2021-06-30', ['day_short_year']],
    ['6/30/2021', '2021-06-30', ['day_month_first']],
    ['6/2021', '2021-06-01', ['day_from_month']],
    ['tháng 6/2021', '2021-06-01', ['day_from_month']],
    ['T6/2021', '2021-06-01', ['day_from_month']],
    ['quý 2/2021', '2021-04-01', ['day_from_quarter']],
    ['Quý II năm 2021', '2021-04-01', ['day_from_quarter']],
    ['2021', '2021-01-01', ['day_from_year']],
    [2021, '2021-01-01', ['day_from_year']],
    ['năm 2021', '2021-01-01', ['day_from_year']],
  ] as const)('%s is %s', (cell, day, codes) => {
    const reading = readDay(cell, anyDay)
    expect([reading.value, reading.faults.map(({ code }) => code)]).toEqual([day, codes])
  })

  it.each(['31/6/2021', '30/2/2021', '32/13/2021', '1/1/1850', 'hôm qua', '12', '999999', '2021-13-01'])(
    '%s is none',
    (cell) => {
      expect(readDay(cell, anyDay).faults.map(({ code }) => code)).toEqual(['day_invalid'])
    },
  )

  it('may not lie ahead where it tells what was seen', () => {
    const past = { order: 'day_first', latest: '2021-06-30' } as const
    expect(readDay('30/6/2021', past).value).toBe('2021-06-30')
    expect(readDay('1/7/2021', past).faults[0]?.code).toBe('day_in_future')
  })

  it('is asked about where others of its column have the month first', () => {
    expect(findDayOrder(['6/30/2021', '5/6/2021'])).toBe('unclear')
    expect(readDay('5/6/2021', { order: 'unclear', latest: null }).faults[0]?.code).toBe('day_ambiguous')
    expect(findDayOrder(['30/6/2021', '5/6/2021'])).toBe('day_first')
  })

  it('reads back whatever way it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7306, max: 30_000 }), fc.nat(5), (number, style) => {
        const iso = fromDayNumber(number)
        const [year = '', month = '', day = ''] = iso.split('-')
        const written =
          [
            iso,
            `${day}/${month}/${year}`,
            `${Number(day)}.${Number(month)}.${year}`,
            `${day}-${month}-${year}`,
            `ngày ${day} tháng ${month} năm ${year}`,
            number + 25_569,
          ][style] ?? iso
        expect(readDay(written, anyDay).value).toBe(iso)
      }),
    )
  })
})

describe('a yes or no', () => {
  it.each([
    ['x', true],
    ['X', true],
    ['có', true],
    ['✓', true],
    ['1', true],
    ['Đã có', true],
    ['không', false],
    ['0', false],
    ['chưa có điện', false],
    ['Không dùng chung', false],
    ['có thể', true],
  ])('%s is %s', (text, value) => {
    expect(readYesNo(text, toSearchText(text)).value).toBe(value)
  })

  it('is no guess', () => {
    expect(readYesNo('tùy', 'tuy').faults[0]?.code).toBe('word_unknown')
  })
})
