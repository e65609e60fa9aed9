import { booleanPointInPolygon } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat, MultiPolygon, Polygon } from '../../../core/geo.ts'
import { createLocator, toUnitRank, type LocatableUnit } from '../../../core/coverage/locate.ts'
import { loadUnits, type LoadedUnit } from './reference-units.ts'

const communes = loadUnits('communes')
const districts = loadUnits('districts')
const inCommune = createLocator(communes)
const inDistrict = createLocator(districts)

const lng = fc.double({ min: 102.0, max: 103.7, noNaN: true })
const lat = fc.double({ min: 20.8, max: 22.7, noNaN: true })

function contains(unit: LocatableUnit, position: LngLat): boolean {
  return booleanPointInPolygon([...position], unit.geometry)
}

function toEdges(geometry: Polygon | MultiPolygon): [LngLat, LngLat][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons
    .flat()
    .flatMap((ring) => ring.slice(1).map((end, index) => [ring[index], end] as unknown as [LngLat, LngLat]))
}

/** The commune by trying all of them in the order of their ranks. */
function findSlowly(units: readonly LoadedUnit[], position: LngLat): string | undefined {
  return [...units].sort((a, b) => (a.rank < b.rank ? -1 : 1)).find((unit) => contains(unit, position))?.code
}

describe('createLocator', () => {
  it('finds the same after thousands of points, when cells without a border answer by themselves', () => {
    const inMany = createLocator(communes)
    for (let step = 0; step < 12_000; step++) {
      const position = [
        102.1 + ((step * 0.618034) % 1) * 1.55,
        20.85 + ((step * 0.754878) % 1) * 1.75,
      ] as const
      const found = inMany(position)
      if (step > 11_000) expect(communes[found]?.code).toBe(findSlowly(communes, position))
    }
  })

  it('finds what trying every unit finds, anywhere in and around the province', () => {
    fc.assert(
      fc.property(lng, lat, (x, y) => {
        expect(communes[inCommune([x, y])]?.code).toBe(findSlowly(communes, [x, y]))
      }),
      { numRuns: 300 },
    )
  })

  it('puts every corner of every commune in one commune, and in the district of that commune', () => {
    const corners = communes.flatMap((unit) => toEdges(unit.geometry).map(([start]) => start))
    for (const corner of corners) {
      const commune = communes[inCommune(corner)]
      expect(districts[inDistrict(corner)]?.code, corner.join()).toBe(commune?.parent_code)
      expect(commune, corner.join()).toBeDefined()
    }
  })

  it('puts the middle of every border between two communes in one of the two, and huyện and xã agree', () => {
    const edges = communes.flatMap((unit) => toEdges(unit.geometry))
    const written = new Set(edges.map((edge) => edge.join(' ')))
    const shared = edges.filter(([start, end]) => written.has([end, start].join(' ')))
    expect(shared.length).toBeGreaterThan(1000)
    for (const [[ax, ay], [bx, by]] of shared) {
      const middle: LngLat = [(ax + bx) / 2, (ay + by) / 2]
      const commune = communes[inCommune(middle)]
      expect(commune, middle.join()).toBeDefined()
      expect(districts[inDistrict(middle)]?.code, middle.join()).toBe(commune?.parent_code)
    }
  })

  it('decides a point on a border by rank, whatever the order of the units', () => {
    const square = (west: number): Polygon => ({
      type: 'Polygon',
      coordinates: [
        [
          [west, 0],
          [west + 1, 0],
          [west + 1, 1],
          [west, 1],
          [west, 0],
        ],
      ],
    })
    const left = { rank: 'a/2', geometry: square(0) }
    const right = { rank: 'a/1', geometry: square(1) }
    expect(createLocator([left, right])([1, 0.5])).toBe(1)
    expect(createLocator([right, left])([1, 0.5])).toBe(0)
  })

  it('finds nothing in a hole and something on its edge', () => {
    const ring = (from: number, to: number) => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ]
    const withHole: Polygon = { type: 'Polygon', coordinates: [ring(0, 3), ring(1, 2).reverse()] }
    const find = createLocator([{ rank: '1', geometry: withHole }])
    expect(find([1.5, 1.5])).toBe(-1)
    expect(find([0.5, 0.5])).toBe(0)
    expect(find([1, 1.5])).toBe(0)
  })

  it('finds both parts of a unit of two parts', () => {
    const ring = (west: number) => [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 1],
      [west, 0],
    ]
    const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [[ring(0)], [ring(5)]] }
    const find = createLocator([{ rank: '1', geometry: parts }])
    expect([find([0.5, 0.5]), find([5.5, 0.5]), find([3, 0.5])]).toEqual([0, 0, -1])
  })

  it('finds nothing outside, and nothing without units', () => {
    expect(inCommune([0, 0])).toBe(-1)
    expect(createLocator([])([103, 21])).toBe(-1)
  })
})

describe('toUnitRank', () => {
  it('orders by district first, so that a border village is in the same huyện however it is asked', () => {
    expect(
      toUnitRank({ code: '99999', parent_code: '001' }) < toUnitRank({ code: '00001', parent_code: '002' }),
    ).toBe(true)
  })

  it('takes a unit without a parent', () => {
    expect(toUnitRank({ code: '11', parent_code: null })).toBe('/11')
  })
})
