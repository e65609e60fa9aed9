import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBearingDeg } from '../../../core/gaps/bearing.ts'
import { createLineIndex } from '../../../core/gaps/line-index.ts'
import { toDistanceM } from '../../../core/gaps/nearest.ts'
import { createPlaceIndex } from '../../../core/gaps/place-index.ts'
import type { LngLat } from '../../../core/geo.ts'

/** Degrees as they are stored, with six decimals. */
const degrees = (min: number, max: number) =>
  fc.integer({ min: min * 1e6, max: max * 1e6 }).map((micro) => micro / 1e6)

/** Anywhere in a province, and again and again on the same few spots, so that there are ties. */
const place: fc.Arbitrary<LngLat> = fc.oneof(
  fc.tuple(degrees(102, 104), degrees(20.5, 23)),
  fc.tuple(fc.constantFrom(103, 103.1), fc.constantFrom(21, 21.1)),
)
/** As far as a map of the world goes, short of the antimeridian and the poles. */
const anywhere: fc.Arbitrary<LngLat> = fc.tuple(degrees(-170, 170), degrees(-80, 80))

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

describe('the bearing from one place to another', () => {
  it.each([
    ['north', [103, 22], 0],
    ['east', [103.0001, 21], 90],
    ['south', [103, 20], 180],
    ['west', [102.9999, 21], 270],
  ] as const)('counts clockwise from north: %s', (_name, to, degrees) => {
    expect(toBearingDeg([103, 21], to)).toBeCloseTo(degrees, 3)
  })

  it('is between 0 and 360, turns about on the way back, and is nothing on the spot', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [there, back] = [toBearingDeg(a, b), toBearingDeg(b, a)]
        if (there === null || back === null) {
          expect(a).toEqual(b)
          return
        }
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeLessThan(360)
        // Up to the convergence of the meridians between them.
        const turn = (there - back + 540) % 360
        expect(Math.min(turn, 360 - turn)).toBeLessThan(1)
      }),
    )
  })
})

describe('the nearest of many places', () => {
  it.each([
    ['in a province', place],
    ['anywhere', anywhere],
  ])('is the one that measuring all of them finds, %s', (_name, anyPlace) => {
    const places = fc.array(anyPlace, { minLength: 1, maxLength: 200, size: 'max' })
    const asked = fc.array(anyPlace, { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(asked, places, (froms, all) => {
        const find = createPlaceIndex(all)
        for (const from of froms) {
          const distances = all.map((to) => toDistanceM(from, to))
          const least = Math.min(...distances)
          expect(find(from)).toEqual({ index: distances.indexOf(least), distance_m: least })
        }
      }),
    )
  })

  it('is none of none', () => {
    expect(createPlaceIndex([])([103, 21])).toBeNull()
  })
})

describe('the nearest of many lines', () => {
  const line = fc.array(place, { minLength: 1, maxLength: 6 })

  it('is no farther than any place on any line, and its distance is that to a place on it', () => {
    fc.assert(
      fc.property(
        place,
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, lines, share) => {
          const nearest = createLineIndex(lines)(from)!
          expect(toDistanceM(from, nearest.at)).toBe(nearest.distance_m)
          for (const corners of lines) {
            for (const [end, to] of corners.entries()) {
              const start = corners[Math.max(0, end - 1)]!
              const between = [
                start[0] + (to[0] - start[0]) * share,
                start[1] + (to[1] - start[1]) * share,
              ] as const
              // The plane at the asking place bends over tens of kilometres.
              expect(nearest.distance_m).toBeLessThanOrEqual(toDistanceM(from, between) * 1.001 + 1)
            }
          }
        },
      ),
    )
  })

  it('measures to the line and not to its corners', () => {
    const nearest = createLineIndex([[[103, 21], [103, 22]]])([103.01, 21.5])! // prettier-ignore
    expect(nearest.at[0]).toBe(103)
    expect(nearest.at[1]).toBeCloseTo(21.5, 6)
    expect(nearest.distance_m / toDistanceM([103.01, 21.5], [103, 21.5])).toBeCloseTo(1, 6)
  })

  it('takes a line of one corner for a place and one of none for nothing', () => {
    expect(createLineIndex([[], [[103, 21]]])([103, 21])).toEqual({ index: 1, distance_m: 0, at: [103, 21] })
    expect(createLineIndex([[]])([103, 21])).toBeNull()
  })
})
