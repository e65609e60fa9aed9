import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDms } from '../../../core/coordinates/dms.ts'
import { parsePosition, type ReadingArea } from '../../../core/coordinates/parse.ts'
import { makeGrid } from '../../../core/coordinates/vn2000.ts'

const grid = makeGrid(103)
const area: ReadingArea = { bbox: [102.144, 20.885, 103.598, 22.548], grid }
const point = fc.tuple(
  fc.double({ min: 102.144, max: 103.598, noNaN: true }),
  fc.double({ min: 20.885, max: 22.548, noNaN: true }),
)

function read(...fields: string[]) {
  return parsePosition(fields, area)
}

function expectAt(text: readonly string[], [lng, lat]: readonly [number, number], within_deg = 1e-6) {
  const reading = parsePosition(text, area)
  if (reading.type !== 'position') throw new Error(`${text.join(' | ')}: ${JSON.stringify(reading)}`)
  expect(Math.abs(reading.position[0] - lng), text.join(' | ')).toBeLessThan(within_deg)
  expect(Math.abs(reading.position[1] - lat), text.join(' | ')).toBeLessThan(within_deg)
  return reading
}

describe('a typed position', () => {
  it.each([
    ['21.386, 103.021'],
    ['21,386; 103,021'],
    ['21,386 103,021'],
    ['21,386, 103,021'],
    ['21.386,103.021'],
    ['21.386N 103.021E'],
    ['N21.386 E103.021'],
    ['21,386°B 103,021°Đ'],
    ['vĩ độ 21,386; kinh độ 103,021'],
    ['Vĩ: 21.386 Kinh: 103.021'],
    ['lat=21.386&lng=103.021'.replace('&', ' ')],
    ['103.021 21.386'],
    ['  21.386\t103.021 '],
  ])('%s is read as decimal degrees', (text) => {
    expect(expectAt([text], [103.021, 21.386]).format).toBe('decimal')
  })

  it.each([
    [`21°23'09.6"N 103°01'15.6"E`],
    ['21°23′09,6″B 103°01′15,6″Đ'],
    ['21º23’09,6” ; 103º01’15,6”'],
    ['21 23 09,6 103 01 15,6'],
    ['21:23:09.6, 103:01:15.6'],
    ['21-23-09.6 103-01-15.6'],
    ['21 độ 23 phút 9,6 giây B, 103 độ 1 phút 15,6 giây Đ'],
    ["21°23.16' 103°1.26'"],
  ])('%s is read as degrees, minutes and seconds', (text) => {
    expect(expectAt([text], [103.021, 21.386]).format).toBe('dms')
  })

  it.each([
    ['2366126,41 501877,57'],
    ['2366126.41; 501877.57'],
    ['X=2366126,41 Y=501877,57'],
    ['X: 2.366.126,41 Y: 501.877,57'],
    ['2,366,126.41 501,877.57'],
    ['2 366 126,41; 501 877,57'],
    ['501877,57 2366126,41'],
    ['2366126,41m, 501877,57m'],
  ])('%s is read as VN-2000', (text) => {
    expect(expectAt([text], [103.02, 21.39]).format).toBe('vn2000')
  })

  it('may stand in two fields, in either order', () => {
    expectAt(['21,386', '103,021'], [103.021, 21.386])
    expectAt(['103,021', '21,386'], [103.021, 21.386])
    expectAt(['2.366.126', '501.877'], grid.fromGrid({ northing_m: 2_366_126, easting_m: 501_877 }))
    expectAt(['21 23 09,6', '103 01 15,6'], [103.021, 21.386])
    expectAt(['', '21,386 103,021'], [103.021, 21.386])
  })

  it('says when the order or a label says otherwise than the range', () => {
    expect(expectAt(['21.386 103.021'], [103.021, 21.386]).oddity).toBe('none')
    expect(expectAt(['103.021 21.386'], [103.021, 21.386]).oddity).toBe('order')
    expect(expectAt(['103.021E 21.386N'], [103.021, 21.386]).oddity).toBe('none')
    expect(expectAt(['21.386E 103.021N'], [103.021, 21.386]).oddity).toBe('label')
    expect(expectAt(['X=501877,57 Y=2366126,41'], [103.02, 21.39]).oddity).toBe('label')
  })

  it.each([[['']], [['   ', '']]])('%j is nothing yet', (fields) => {
    expect(parsePosition(fields, area)).toEqual({ type: 'empty' })
  })

  it.each([
    ['21.386', 'half'],
    ['2366126,41', 'half'],
    ['xin chào', 'unreadable'],
    ['21 83 09 103 01 15', 'unreadable'],
    ['NaN Infinity', 'unreadable'],
    ['21.386 103.021 99', 'unreadable'],
    ['10.5 106.7', 'far'],
    ['-21.386 -103.021', 'far'],
    ['21.386S 103.021W', 'far'],
    ['2366126 900000', 'far'],
    ['501877,57 501877,57', 'far'],
    ['1e2 1e2', 'unreadable'],
  ])('%s is refused: %s', (text, problem) => {
    expect(read(text)).toEqual({ type: 'problem', problem })
  })

  it('is not guessed from metres where the central meridian is not known', () => {
    expect(parsePosition(['2366126 501877'], { ...area, grid: null })).toEqual({
      type: 'problem',
      problem: 'no_grid',
    })
    expect(parsePosition(['21.386 103.021'], { ...area, grid: null }).type).toBe('position')
  })

  it('is ambiguous where both orders lie near', () => {
    const diagonal: ReadingArea = { bbox: [20, 20, 23, 23], grid: null }
    expect(parsePosition(['21 22'], diagonal)).toEqual({ type: 'problem', problem: 'ambiguous' })
    expect(parsePosition(['21 21'], diagonal).type).toBe('position')
  })
})

describe('every way to write a position in the province', () => {
  const mark = fc.constantFrom(',', '.')
  const gap = fc.constantFrom(' ', '; ', '  ', '\t', ' / ')
  const order = fc.constantFrom('usual', 'turned')

  it('in decimal degrees is read back to the last digit', () => {
    fc.assert(
      fc.property(point, mark, gap, order, fc.integer({ min: 3, max: 8 }), ([lng, lat], m, g, o, digits) => {
        const parts = [lat, lng].map((value) => value.toFixed(digits).replace('.', m))
        const written = o === 'usual' ? parts : [...parts].reverse()
        expectAt([written.join(g)], [lng, lat], 0.51 * 10 ** -digits + 1e-9)
        expectAt(written, [lng, lat], 0.51 * 10 ** -digits + 1e-9)
      }),
    )
  })

  it('in degrees, minutes and seconds is read back to the last digit', () => {
    fc.assert(
      fc.property(point, mark, gap, order, fc.integer({ min: 0, max: 3 }), ([lng, lat], m, g, o, digits) => {
        const parts = [lat, lng].map((value) => formatDms(value, digits, m as ',' | '.'))
        const written = o === 'usual' ? parts : [...parts].reverse()
        expectAt([written.join(g)], [lng, lat], (0.51 * 10 ** -digits) / 3600 + 1e-9)
      }),
    )
  })

  it('in VN-2000 is read back to the last digit', () => {
    const locale = fc.constantFrom('vi-VN', 'en-US', 'plain')
    fc.assert(
      fc.property(point, locale, gap, order, fc.integer({ min: 0, max: 3 }), (start, l, g, o, digits) => {
        const { northing_m, easting_m } = grid.toGrid(start)
        const parts = [northing_m, easting_m].map((value) =>
          l === 'plain'
            ? value.toFixed(digits)
            : value.toLocaleString(l, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
        )
        const written = o === 'usual' ? parts : [...parts].reverse()
        expectAt([written.join(g)], start, (0.6 * 10 ** -digits) / 100_000 + 1e-7)
      }),
    )
  })

  it('and nothing else is ever a place elsewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 2 }), (fields) => {
        const reading = parsePosition(fields, area)
        if (reading.type !== 'position') return
        const [lng, lat] = reading.position
        expect(lng > 101.6 && lng < 104.1 && lat > 20.3 && lat < 23.1).toBe(true)
      }),
    )
    const digits = fc.stringMatching(/^[0-9 .,;°'"NEXY=-]{1,30}$/)
    fc.assert(
      fc.property(digits, (text) => {
        const reading = parsePosition([text], area)
        if (reading.type === 'position') {
          const [lng, lat] = reading.position
          expect(lng > 101.6 && lng < 104.1 && lat > 20.3 && lat < 23.1).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('degrees, minutes and seconds', () => {
  it('carry a second that rounds up', () => {
    expect(formatDms(21.9999999, 1, ',')).toBe('22°00′00,0″')
    expect(formatDms(103.0166666, 0, '.')).toBe('103°01′00″')
    expect(formatDms(21.386, 1, ',')).toBe('21°23′09,6″')
  })
})
