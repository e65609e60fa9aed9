import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNearest, toDistanceM } from '../../../core/gaps/nearest.ts'
import type { LngLat } from '../../../core/geo.ts'

const place: fc.Arbitrary<LngLat> = fc.tuple(
  fc.double({ min: 102, max: 104, noNaN: true }),
  fc.double({ min: 20.5, max: 23, noNaN: true }),
)

describe('the distance between two places', () => {
  // Geodesic distances on WGS 84 (Vincenty), computed outside this project.
  it.each([
    [[103.0, 21.0], [103.0, 22.0], 110_723.6],
    [[103.0, 21.0], [104.0, 21.0], 103_970.2],
  ] as const)('from %j to %j is %d m within 0.1 %%', (from, to, metres) => {
    expect(Math.abs(toDistanceM(from, to) / metres - 1)).toBeLessThan(0.001)
  })

  it('is the same both ways and nothing on the spot', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(toDistanceM(a, b)).toBeCloseTo(toDistanceM(b, a), 6)
        expect(toDistanceM(a, a)).toBe(0)
      }),
    )
  })
})

describe('the nearest of many', () => {
  it('is one that none is nearer than', () => {
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 1, maxLength: 20 }), (from, places) => {
        const nearest = findNearest(from, places)
        const distances = places.map((to) => toDistanceM(from, to))
        expect(nearest?.distance_m).toBe(Math.min(...distances))
        expect(distances[nearest?.index ?? -1]).toBe(nearest?.distance_m)
      }),
    )
  })

  it('is none of none', () => {
    expect(findNearest([103, 21], [])).toBeNull()
  })
})
