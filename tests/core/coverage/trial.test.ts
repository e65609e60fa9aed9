import { booleanPointInPolygon, circle as toTurfCircle } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toUnitShares } from '../../../core/coverage/share.ts'
import {
  findGained,
  findTrialProblem,
  sumGains,
  toStatesAfter,
  type TrialVillages,
} from '../../../core/coverage/trial.ts'
import { toDistanceM } from '../../../core/gaps/nearest.ts'
import type { LngLat } from '../../../core/geo.ts'

const position = fc.tuple(
  fc.double({ min: 102.8, max: 103.2, noNaN: true }),
  fc.double({ min: 21.2, max: 21.6, noNaN: true }),
)
const circle = fc.record({ position, radius_m: fc.integer({ min: 500, max: 30_000 }) })
const village = fc.record({
  position,
  state: fc.integer({ min: 0, max: 3 }),
  asked: fc.integer({ min: 0, max: 1 }),
})
const drawn = fc.array(village, { maxLength: 80 })
const trial = fc.array(circle, { maxLength: 4 })

interface Drawn {
  readonly position: LngLat
  readonly state: number
  readonly asked: number
}

const toVillages = (list: readonly Drawn[]): TrialVillages => ({
  positions: list.map((one) => one.position),
  states: Uint8Array.from(list, ({ state }) => state),
  in_question: Uint8Array.from(list, ({ asked }) => asked),
})

describe('findGained', () => {
  it('finds what Turf finds slowly, but for those that a sphere puts on the other side of the edge', () => {
    fc.assert(
      fc.property(drawn, trial, (list, circles) => {
        const gained = new Set(findGained(toVillages(list), circles))
        const rings = circles.map((one) =>
          toTurfCircle([...one.position], one.radius_m / 1000, { steps: 180 }),
        )
        for (const [index, one] of list.entries()) {
          const isAtEdge = circles.some(
            ({ position: from, radius_m }) =>
              Math.abs(toDistanceM(from, one.position) / radius_m - 1) < 0.007,
          )
          if (isAtEdge) continue
          const isInside = rings.some((ring) => booleanPointInPolygon([...one.position], ring))
          expect(gained.has(index)).toBe(isInside && one.state < 3 && one.asked === 1)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('does not depend on the order of trial sites, and counts a village in two circles once', () => {
    fc.assert(
      fc.property(drawn, trial, (list, circles) => {
        const villages = toVillages(list)
        const gained = findGained(villages, circles)
        expect(findGained(villages, [...circles].reverse().concat(circles))).toEqual(gained)
        expect(new Set(gained).size).toBe(gained.length)
      }),
    )
  })

  it('loses no village when a radius grows', () => {
    fc.assert(
      fc.property(drawn, trial, fc.double({ min: 1, max: 4, noNaN: true }), (list, circles, factor) => {
        const villages = toVillages(list)
        const wider = findGained(
          villages,
          circles.map((one) => ({ ...one, radius_m: one.radius_m * factor })),
        )
        expect(wider).toEqual(expect.arrayContaining(findGained(villages, circles)))
      }),
    )
  })

  it('finds nothing without trial sites', () => {
    const villages = toVillages([{ position: [103, 21.4], state: 1, asked: 1 }])
    expect(findGained(villages, [])).toEqual([])
    expect(findGained(villages, [{ position: [103, 21.4], radius_m: 500 }])).toEqual([0])
  })
})

describe('shares after', () => {
  it('rise by what was gained and never exceed 100 %', () => {
    fc.assert(
      fc.property(drawn, trial, (list, circles) => {
        const villages = toVillages(list)
        const gained = findGained(villages, circles)
        const units = new Int32Array(list.length)
        const counting = { unit_count: 1, weight_of: null, population: null }
        const before = toUnitShares(villages.states, units, counting)[0]!
        const after = toUnitShares(toStatesAfter(villages.states, gained), units, counting)[0]!
        expect(after.covered).toBe(before.covered + gained.length)
        expect(after.total).toBe(before.total)
        expect(after.percent ?? 0).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('keeps the states that were', () => {
    const states = Uint8Array.of(0, 1, 2)
    expect([...toStatesAfter(states, [1])]).toEqual([0, 3, 2])
    expect([...states]).toEqual([0, 1, 2])
  })
})

describe('sumGains', () => {
  it('tells villages without the service, partly served and unknown ones apart', () => {
    const numbers = {
      households: Float64Array.of(10, 20, 0, 40),
      population: Float64Array.of(50, 90, 0, 200),
    }
    expect(sumGains(Uint8Array.of(1, 1, 2, 0), [0, 1, 2, 3], numbers)).toEqual({
      not_covered: { villages: 2, households: 30, people: 140 },
      partial: { villages: 1, households: 0, people: 0 },
      unknown: { villages: 1, households: 40, people: 200 },
    })
  })
})

describe('findTrialProblem', () => {
  const isInside = ([lng]: LngLat) => lng < 104

  it('refuses a radius of nothing and of 500 km with the limits, and a site outside the province', () => {
    expect(findTrialProblem({ position: [103, 21], radius_m: 3_000 }, isInside)).toBeNull()
    for (const radius_m of [0, 500_000]) {
      expect(findTrialProblem({ position: [103, 21], radius_m }, isInside)).toEqual({
        type: 'radius',
        value: radius_m,
        least: 500,
        greatest: 30_000,
      })
    }
    expect(findTrialProblem({ position: [105, 21], radius_m: 3_000 }, isInside)?.type).toBe('outside')
    expect(findTrialProblem({ position: [103, 210], radius_m: 3_000 }, isInside)?.type).toBe('position')
    expect(findTrialProblem({ position: [Number.NaN, 21], radius_m: 3_000 }, isInside)?.type).toBe('position')
  })
})
