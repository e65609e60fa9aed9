import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEqualAreaPlane, toSquareMetres } from '../../../core/coverage/equal-area-plane.ts'
import { isCircleRadius, ringCorners, toRing } from '../../../core/coverage/site-circle.ts'
import { toDistanceM } from '../../../core/gaps/nearest.ts'
import { Clipper } from 'clipper2-ts'

const circle = fc.record({
  position: fc.tuple(
    fc.double({ min: 102, max: 110, noNaN: true }),
    fc.double({ min: 8, max: 23.5, noNaN: true }),
  ),
  radius_m: fc.integer({ min: 500, max: 30_000 }),
})

describe('toRing', () => {
  it('runs within 0.09 % of the radius around the circle', () => {
    fc.assert(
      fc.property(circle, ({ position, radius_m }) => {
        const ring = toRing({ position, radius_m })
        expect(ring).toHaveLength(ringCorners)
        for (const corner of ring) {
          expect(Math.abs(toDistanceM(position, corner) / radius_m - 1)).toBeLessThan(0.0009)
        }
      }),
    )
  })

  it('has the area of the circle, to 0.01 %', () => {
    fc.assert(
      fc.property(circle, ({ position, radius_m }) => {
        const plane = createEqualAreaPlane(position)
        const area_m2 = toSquareMetres(Clipper.area(toRing({ position, radius_m }).map(plane.toPlane)))
        expect(Math.abs(area_m2 / (Math.PI * radius_m ** 2) - 1)).toBeLessThan(0.0001)
      }),
    )
  })
})

describe('isCircleRadius', () => {
  it('takes half a kilometre to thirty, and neither nothing, 500 km nor what is no number', () => {
    expect([500, 3_000, 30_000].map(isCircleRadius)).toEqual([true, true, true])
    expect([0, 499, 30_001, 500_000, -3_000, Number.NaN].some(isCircleRadius)).toBe(false)
  })
})
