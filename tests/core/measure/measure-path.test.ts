import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBearingDeg } from '../../../core/gaps/bearing.ts'
import { toDistanceM } from '../../../core/gaps/nearest.ts'
import type { LngLat } from '../../../core/geo.ts'
import { toGeodesic } from '../../../core/measure/geodesic.ts'
import { measurePath } from '../../../core/measure/measure-path.ts'

const place = fc.tuple(
  fc.double({ min: 102, max: 104, noNaN: true }),
  fc.double({ min: 20, max: 23, noNaN: true }),
)
const square: LngLat[] = [
  [103, 21],
  [103.1, 21],
  [103.1, 21.1],
  [103, 21.1],
]

describe('measuring', () => {
  it('gives distances as the map gives them to sites', () => {
    fc.assert(
      fc.property(
        place,
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        (from, east, north) => {
          const to: LngLat = [from[0] + east, from[1] + north]
          const { distance_m } = toGeodesic(from, to)
          expect(Math.abs(distance_m - toDistanceM(from, to))).toBeLessThanOrEqual(0.01 + distance_m * 1e-4)
        },
      ),
    )
  })

  it('gives bearings clockwise from north, as the map gives them to sites', () => {
    expect(toGeodesic([103, 21], [103, 22]).bearing_deg).toBeCloseTo(0, 6)
    expect(toGeodesic([103, 22], [103, 21]).bearing_deg).toBeCloseTo(180, 6)
    const east = toGeodesic([103, 21], [103.1, 21]).bearing_deg!
    expect(Math.abs(east - toBearingDeg([103, 21], [103.1, 21])!)).toBeLessThan(0.1)
    expect(toGeodesic([103, 21], [103, 21])).toEqual({ distance_m: 0, bearing_deg: null })
  })

  it('is as long one way as the other, and settles even on the other side of the earth', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(toGeodesic(a, b).distance_m).toBeCloseTo(toGeodesic(b, a).distance_m, 3)
      }),
    )
    expect(Number.isFinite(toGeodesic([0, 0], [179.9, 0.1]).distance_m)).toBe(true)
  })

  it('adds up legs, and closes an area', () => {
    const line = measurePath(square, 'line')
    expect(line.legs).toHaveLength(3)
    expect(line.area.type).toBe('none')
    const ring = measurePath(square, 'area')
    expect(ring.legs).toHaveLength(4)
    expect(ring.total_m).toBeGreaterThan(line.total_m)
    expect(ring.area).toMatchObject({ type: 'known' })
  })

  it('gives an area whatever corner comes first and whichever way round', () => {
    const areas = [square, [...square].reverse(), [...square.slice(2), ...square.slice(0, 2)]].map((ring) => {
      const { area } = measurePath(ring, 'area')
      return area.type === 'known' ? area.area_m2 : 0
    })
    for (const area of areas) expect(area / areas[0]!).toBeCloseTo(1, 9)
  })

  it('gives no area to a ring that crosses itself, and none to less than three places', () => {
    const [a, b, c, d] = square as [LngLat, LngLat, LngLat, LngLat]
    expect(measurePath([a, c, b, d], 'area').area.type).toBe('crossed')
    expect(measurePath([a, b], 'area').area.type).toBe('none')
    expect(measurePath([a], 'area')).toMatchObject({ legs: [], total_m: 0 })
    expect(measurePath([], 'line')).toMatchObject({ legs: [], total_m: 0 })
  })
})
