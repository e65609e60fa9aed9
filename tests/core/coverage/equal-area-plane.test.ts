import { area as toSphereArea } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEqualAreaPlane } from '../../../core/coverage/equal-area-plane.ts'
import { toDistanceM } from '../../../core/gaps/nearest.ts'
import type { LngLat } from '../../../core/geo.ts'

const middle: LngLat = [103, 21.7]
const plane = createEqualAreaPlane(middle)
const lng = fc.double({ min: 102, max: 104, noNaN: true })
const lat = fc.double({ min: 20.5, max: 22.8, noNaN: true })

describe('createEqualAreaPlane', () => {
  it('comes back to where it came from, to a centimetre', () => {
    fc.assert(
      fc.property(lng, lat, (x, y) => {
        const back = plane.toLngLat(plane.toPlane([x, y]))
        expect(toDistanceM([x, y], back)).toBeLessThan(0.01)
      }),
    )
  })

  it('is true to scale around its middle', () => {
    const origin = plane.toPlane(middle)
    for (const place of [
      [103.05, 21.7],
      [103, 21.75],
      [102.96, 21.66],
    ] as const) {
      const { x, y } = plane.toPlane(place)
      const flat_m = Math.hypot(x - origin.x, y - origin.y) / 100
      expect(flat_m / toDistanceM(middle, place)).toBeCloseTo(1, 3)
    }
  })

  it('gives a degree square the area of the ellipsoid between its parallels, wherever it lies', () => {
    const toArea = (west: number, south: number) => {
      const from = plane.toPlane([west, south])
      const to = plane.toPlane([west + 1, south + 1])
      return ((to.x - from.x) * (to.y - from.y)) / 1e4
    }
    expect(toArea(102, 21)).toBeCloseTo(toArea(103, 21), -4)
    // A sphere is off by up to 0.7 %, and this is that close to it.
    const sphere = toSphereArea({
      type: 'Polygon',
      coordinates: [
        [
          [102, 21],
          [103, 21],
          [103, 22],
          [102, 22],
          [102, 21],
        ],
      ],
    })
    expect(Math.abs(toArea(102, 21) / sphere - 1)).toBeLessThan(0.007)
  })
})
