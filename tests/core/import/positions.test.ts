import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDms } from '../../../core/coordinates/dms.ts'
import { makeGrid } from '../../../core/coordinates/vn2000.ts'
import type { LngLat } from '../../../core/geo.ts'
import { makePositionReader, type TitledAxis } from '../../../core/import/read-position.ts'
import { readZone } from '../../../core/import/positions/zones.ts'
import type { RawCell } from '../../../core/import/raw-table.ts'
import { toGeodesic } from '../../../core/measure/geodesic.ts'

const area = { bbox: [102.144, 20.885, 103.598, 22.548], grid: makeGrid(103) } as const
const meridians = [
  102, 103, 104, 104.5, 104.75, 105, 105.5, 105.75, 106, 106.25, 106.5, 107, 107.25, 107.5, 107.75, 108,
  108.25, 108.5,
]
const points = fc.tuple(
  fc.double({ min: 102.144, max: 103.598, noNaN: true }),
  fc.double({ min: 20.885, max: 22.548, noNaN: true }),
)

function read(
  cells: readonly RawCell[],
  {
    near = null,
    ktt = null,
    axes = [],
  }: { near?: LngLat | null; ktt?: string | null; axes?: readonly TitledAxis[] } = {},
) {
  const reader = makePositionReader(area, ktt === null ? null : readZone(ktt))
  reader.poll(cells, () => near)
  return reader.read({ cells, axes, near })
}

function toMetres(point: LngLat, meridian: number): [string, string] {
  const { northing_m, easting_m } = makeGrid(meridian).toGrid(point)
  return [northing_m.toFixed(2), easting_m.toFixed(2)]
}

function expectNear(reading: ReturnType<typeof read>, point: LngLat, within_m: number): void {
  const { value } = reading
  if (value !== null) expect(toGeodesic([value.lng, value.lat], point).distance_m).toBeLessThan(within_m)
  else expect(reading.faults[0]?.code).toMatch(/^position_(?:ambiguous|far|unreadable)$/)
}

const here: LngLat = [103.021, 21.386]

describe('a position in a file', () => {
  it.each([
    [['21,386', '103,021']],
    [['103.021', '21.386']],
    [[21.386, 103.021]],
    [['21,386; 103,021']],
    [['21.386, 103.021']],
    [[`21°23'09,6"B`, `103°01'15,6"Đ`]],
    [[`21o23'09.6"`, `103o01'15.6"`]],
    [[`21023'09.6"`, `103001'15.6"`]],
    [['21⁰23’09,6’’N', '103⁰01’15,6’’E']],
    [['21.23.09,6', '103.01.15,6']],
    [['21 23 09,6', '103 01 15,6']],
    [['Vĩ độ 21,386 Kinh độ 103,021']],
  ])('%j is read', (cells) => {
    const { value } = read(cells)
    expect(toGeodesic([value?.lng ?? 0, value?.lat ?? 0], here).distance_m).toBeLessThan(1)
    expect(value?.text).toBe(cells.join('; '))
  })

  it.each([
    [['', '-'], undefined],
    [['21.386'], 'position_half'],
    [['ngã ba'], 'position_unreadable'],
    [['10.5', '106.7'], 'position_far'],
    [['1.5', '2.5'], 'position_far'],
  ])('%j is none', (cells, code) => {
    const { value, faults } = read(cells)
    expect([value, faults[0]?.code]).toEqual([null, code])
  })

  it('tells when its columns are the wrong way round, by their titles', () => {
    const swapped = (cells: readonly string[], axes: readonly TitledAxis[]) =>
      read(cells, { axes, ktt: 'KTT 103' }).value?.swapped
    expect(swapped(['103.021', '21.386'], ['lat', 'lng'])).toBe(true)
    expect(swapped(['103.021', '21.386'], ['lng', 'lat'])).toBe(false)
    // Programs have x for the longitude; in metres X is the northing.
    expect(swapped(['103.021', '21.386'], ['x', 'y'])).toBe(false)
    const [north, east] = toMetres(here, 103)
    expect(swapped([north, east], ['x', 'y'])).toBe(false)
    expect(swapped([east, north], ['x', 'y'])).toBe(true)
  })

  it('in metres is known by the zone that the list names', () => {
    for (const [ktt, meridian] of [
      ['KTT 104°', 104],
      ['kinh tuyến trục 104°45′, múi 3°', 104.75],
      ['103', 103],
    ] as const) {
      const { value } = read(toMetres(here, meridian), { ktt })
      expect([value?.meridian, value?.format]).toEqual([
        meridian,
        meridian === 103 ? 'vn2000' : 'vn2000_other_zone',
      ])
      expect(toGeodesic([value?.lng ?? 0, value?.lat ?? 0], here).distance_m).toBeLessThan(0.1)
    }
  })

  it('in metres is known by the commune beside it, and asked about without one', () => {
    const west: LngLat = [102.55, 22.1]
    expect(read(toMetres(west, 103), { near: [102.6, 22.12] }).value?.meridian).toBe(103)
    expect(read(toMetres(west, 104), { near: [102.6, 22.12] }).value?.meridian).toBe(104)
    const [fault] = read(toMetres(west, 103)).faults
    expect([fault?.code, fault?.params]).toEqual(['position_ambiguous', { meridians: '103°00′; 104°00′' }])
  })

  it('in metres follows the other rows of its list where it does not tell itself', () => {
    const reader = makePositionReader(area, null)
    for (const lng of [103.2, 102.95, 103.01, 103.02])
      reader.poll(toMetres([lng, 21.4], 103), () => [lng, 21.42])
    const alone: LngLat = [102.55, 22.1]
    expect(reader.read({ cells: toMetres(alone, 103), axes: [], near: null }).value?.meridian).toBe(103)
    // Beside a commune that only another zone leads to, it is of that zone whatever the others are.
    const other = reader.read({ cells: toMetres(alone, 104), axes: [], near: [102.56, 22.11] })
    expect([other.value?.meridian, other.faults.map(({ code }) => code)]).toEqual([104, ['other_zone']])
  })

  it('is never another one than was written: any spelling, zone, order', () => {
    const spellings = fc.constantFrom<(value: number) => string>(
      (value) => value.toFixed(7),
      (value) => value.toFixed(7).replace('.', ','),
      (value) => formatDms(value, 2, ','),
      (value) => formatDms(value, 2, '.').replace('°', 'o').replace('′', "'").replace('″', "''"),
      (value) => formatDms(value, 2, ',').replace(/[°′]/g, ' ').replace('″', ''),
    )
    fc.assert(
      fc.property(points, spellings, fc.boolean(), fc.boolean(), (point, spell, isSwapped, isOne) => {
        const pair = [spell(point[1]), spell(point[0])]
        const ordered = isSwapped ? pair.reverse() : pair
        const reading = read(isOne ? [ordered.join('; ')] : ordered)
        expect(reading.value).not.toBeNull()
        expectNear(reading, point, 1)
      }),
    )
  })

  it('is never another one than was written in metres: any zone, commune named or not', () => {
    const offset = fc.tuple(
      fc.double({ min: -0.09, max: 0.09, noNaN: true }),
      fc.double({ min: -0.09, max: 0.09, noNaN: true }),
    )
    fc.assert(
      fc.property(
        points,
        fc.constantFrom(...meridians),
        fc.option(offset, { nil: null }),
        fc.boolean(),
        (point, meridian, commune, isSwapped) => {
          const near: LngLat | null = commune === null ? null : [point[0] + commune[0], point[1] + commune[1]]
          const cells = toMetres(point, meridian)
          expectNear(read(isSwapped ? cells.reverse() : cells, { near }), point, 1)
        },
      ),
      { numRuns: 300 },
    )
  })
})
