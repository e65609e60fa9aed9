import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPercent, toUnitShares } from '../../../core/coverage/share.ts'

const unitCount = 4
const village = fc.record({
  state: fc.integer({ min: 0, max: 3 }),
  unit: fc.integer({ min: -1, max: unitCount - 1 }),
  weight: fc.integer({ min: 0, max: 5_000 }),
})

function shares(
  villages: readonly { state: number; unit: number; weight: number }[],
  weighted: 'weighted' | 'equal',
) {
  return toUnitShares(
    Uint8Array.from(villages, (one) => one.state),
    Int32Array.from(villages, (one) => one.unit),
    {
      unit_count: unitCount,
      weight_of: weighted === 'weighted' ? Float64Array.from(villages, (one) => one.weight) : null,
      population: null,
    },
  )
}

describe('toUnitShares', () => {
  it('counts partial and unknown apart from covered', () => {
    const [first, second] = shares(
      [
        { state: 3, unit: 0, weight: 10 },
        { state: 2, unit: 0, weight: 20 },
        { state: 1, unit: 0, weight: 30 },
        { state: 0, unit: 0, weight: 40 },
        { state: 3, unit: 1, weight: 7 },
      ],
      'weighted',
    )
    expect(first).toEqual({ covered: 10, partial: 20, not_covered: 30, unknown: 40, total: 100, percent: 10 })
    expect(second).toEqual({ covered: 7, partial: 0, not_covered: 0, unknown: 0, total: 7, percent: 100 })
  })

  it('has no share for a unit without villages or without weight', () => {
    expect(shares([{ state: 3, unit: 0, weight: 0 }], 'weighted').map((share) => share.percent)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('stays within 0 and 100, and its parts sum to the whole', () => {
    fc.assert(
      fc.property(fc.array(village), fc.constantFrom('weighted', 'equal'), (villages, weighted) => {
        for (const share of shares(villages, weighted)) {
          expect(share.covered + share.partial + share.not_covered + share.unknown).toBe(share.total)
          if (share.percent === null) expect(share.total).toBe(0)
          else {
            expect(share.percent).toBeGreaterThanOrEqual(0)
            expect(share.percent).toBeLessThanOrEqual(100)
          }
        }
      }),
    )
  })

  it('counts every village of a unit once, and those outside every unit nowhere', () => {
    fc.assert(
      fc.property(fc.array(village), (villages) => {
        const inside = villages.filter((one) => one.unit >= 0)
        const total = (weighted: 'weighted' | 'equal') =>
          shares(villages, weighted).reduce((sum, share) => sum + share.total, 0)
        expect(total('equal')).toBe(inside.length)
        expect(total('weighted')).toBe(inside.reduce((sum, one) => sum + one.weight, 0))
      }),
    )
  })

  it('does not depend on the order of villages', () => {
    fc.assert(
      fc.property(fc.array(village), (villages) => {
        expect(shares([...villages].reverse(), 'weighted')).toEqual(shares(villages, 'weighted'))
      }),
    )
  })
})

describe('toPercent', () => {
  it('does not round and does not divide by nothing', () => {
    expect(toPercent(1364, 1445)).toBeCloseTo(94.394, 3)
    expect(toPercent(0, 0)).toBeNull()
  })
})
