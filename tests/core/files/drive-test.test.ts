import { describe, expect, it } from 'vitest'
import { findSeparator, toHeader, toInstant, toPoint } from '../../../core/files/drive-test.ts'
import { rsrpClasses, toRsrpClass } from '../../../core/files/rsrp-classes.ts'

describe('the header of a drive test', () => {
  it.each([
    ['time,lat,lon,technology,RSRP', ','],
    ['Thời gian;Vĩ độ;Kinh độ;Công nghệ;RSRP (dBm)', ';'],
    ['Timestamp\tLatitude\tLongitude\tNetwork type\tRSRP [dBm]', '\t'],
  ] as const)('is understood: %s', (header, separator) => {
    expect(findSeparator(header)).toBe(separator)
    expect(toHeader(header.split(separator))).toEqual({ time: 0, lat: 1, lng: 2, technology: 3, rsrp: 4 })
  })

  it('may have more columns, in any order', () => {
    expect(toHeader(['id', 'RSRP', 'LON', 'Lat', 'Tech', 'SINR', 'Time'])).toEqual({
      time: 6,
      lat: 3,
      lng: 2,
      technology: 4,
      rsrp: 1,
    })
  })

  it.each(['time|lat|lon|technology|rsrp', 'time lat lon technology rsrp'])(
    'is refused where nothing known parts it: %s',
    (header) => {
      expect(() => findSeparator(header)).toThrow(
        expect.objectContaining({ params: expect.objectContaining({ problem: 'separator', line: 1 }) }),
      )
    },
  )

  it('names the column that is missing or there twice, and what it may be called', () => {
    expect(() => toHeader(['time', 'lat', 'lon', 'technology', 'sinr'])).toThrow(
      expect.objectContaining({
        params: expect.objectContaining({
          problem: 'column_missing',
          field: 'rsrp',
          expected: 'rsrp | rsrp dbm | rscp',
        }),
      }),
    )
    expect(() => toHeader(['time', 'lat', 'latitude', 'lon', 'technology', 'rsrp'])).toThrow(
      expect.objectContaining({
        params: expect.objectContaining({ problem: 'column_repeated', field: 'lat' }),
      }),
    )
  })
})

describe('a line of a drive test', () => {
  const header = { time: 0, lat: 1, lng: 2, technology: 3, rsrp: 4 }
  const read = (cells: readonly string[], separator: ',' | ';' = ';') =>
    toPoint({ line: 7, cells, header, separator })

  it('becomes a point', () => {
    expect(read(['29/11/2026 14:05:09', '21,390512', '103,016', 'LTE', '-97,5'])).toEqual({
      line: 7,
      measured_at: '2026-11-29T07:05:09.000Z',
      lat: 21.390512,
      lng: 103.016,
      technology: '4g',
      rsrp_dbm: -97.5,
    })
  })

  it.each([
    [['', '21.3', '103', '4G', '-90'], 'time', ''],
    [['31/02/2026 10:00', '21.3', '103', '4G', '-90'], 'time', '31/02/2026 10:00'],
    [['2026-11-29 10:00', 'N21.3', '103', '4G', '-90'], 'lat', 'N21.3'],
    [['2026-11-29 10:00', '91', '103', '4G', '-90'], 'lat', '91'],
    [['2026-11-29 10:00', '21.3', '', '4G', '-90'], 'lng', ''],
    [['2026-11-29 10:00', '21.3', '103', '6G', '-90'], 'technology', '6G'],
    [['2026-11-29 10:00', '21.3', '103', '4G', 'n/a'], 'rsrp', 'n/a'],
    [['2026-11-29 10:00', '21.3', '103', '4G', '90'], 'rsrp', '90'],
    [['2026-11-29 10:00', '21.3', '103', '4G'], 'rsrp', ''],
  ])('is refused with its number, column and value: %s', (cells, field, value) => {
    expect(() => read(cells)).toThrow(
      expect.objectContaining({
        params: expect.objectContaining({ problem: 'value', line: 7, field, value }),
      }),
    )
  })

  it('does not take a comma for a point where commas part the columns', () => {
    expect(() => read(['2026-11-29 10:00', '21,3', '103', '4G', '-90'], ',')).toThrow()
  })
})

describe('a time', () => {
  it.each([
    ['2026-11-29T10:00:00Z', '2026-11-29T10:00:00.000Z'],
    ['2026-11-29 10:00:00.250', '2026-11-29T03:00:00.000Z'],
    ['2026-11-29T10:00:00+0900', '2026-11-29T01:00:00.000Z'],
    ['1/2/2026 7:30', '2026-02-01T00:30:00.000Z'],
    ['11/29/2026 10:00', null],
    ['2026-02-30 10:00', null],
    ['2026-11-29 25:00', null],
    ['hôm qua', null],
  ])('%s is %s', (text, instant) => expect(toInstant(text)).toBe(instant))
})

it('puts every signal into one class, the stronger never lower', () => {
  const order = rsrpClasses.map(({ name }) => name)
  const places = [-50, -85, -85.1, -95, -100, -105, -110, -115, -116, -150].map((dbm) =>
    order.indexOf(toRsrpClass(dbm)),
  )
  expect(places).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
})
