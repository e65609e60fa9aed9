import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blockers,
  farBackhaul_m,
  fewHouseholds,
  listBlockers,
  type BlockerFacts,
} from '../../../core/gaps/blockers.ts'
import type { Surroundings } from '../../../core/gaps/surroundings.ts'

const near = { id: 1, bearing_deg: 0 }
const surroundings = (site_m: number, fibre_m: number): Surroundings => ({
  sites: [{ ...near, distance_m: site_m, carrier_code: 'viettel' }],
  shareable: 'none',
  fibre: { ...near, distance_m: fibre_m, kind: 'route' },
})
const fine: BlockerFacts = {
  grid_power: true,
  road_access: 'car',
  households: 100,
  surroundings: surroundings(100, 100),
  recorded: [],
}
const list = (facts: Partial<BlockerFacts>) => listBlockers({ ...fine, ...facts })

describe('what blocks a village', () => {
  it('is nothing where nothing is known to', () => {
    expect(list({})).toEqual([])
    expect(listBlockers({ grid_power: null, road_access: null, households: null, surroundings: null, recorded: [] })).toEqual([]) // prettier-ignore
  })

  it.each([
    ['no grid power', { grid_power: false }, 'power'],
    ['a path for walkers', { road_access: 'foot' }, 'road'],
    ['fewer households than the threshold', { households: fewHouseholds - 1 }, 'few_households'],
    ['nothing near', { surroundings: surroundings(farBackhaul_m + 1, farBackhaul_m + 1) }, 'backhaul'],
  ] as const)('is seen in %s', (_name, facts, blocker) => {
    expect(list(facts)).toEqual([blocker])
  })

  it.each([
    ['a track for motorbikes', { road_access: 'motorbike' }],
    ['as many households as the threshold', { households: fewHouseholds }],
    ['a site at the threshold, though no fibre', { surroundings: surroundings(farBackhaul_m, 90_000) }],
    ['fibre at the threshold, though no site', { surroundings: surroundings(90_000, farBackhaul_m) }],
    ['sites that are not shown', { surroundings: { ...surroundings(0, 90_000), sites: 'hidden' } }],
    ['fibre that is not shown', { surroundings: { ...surroundings(90_000, 0), fibre: 'hidden' } }],
  ] as const)('is not %s', (_name, facts) => {
    expect(list(facts)).toEqual([])
  })

  it('begins with what has to be solved first, each once, and never invents land, forest, permits or the rest', () => {
    const facts = fc.record({
      grid_power: fc.constantFrom(true, false, null),
      road_access: fc.constantFrom('car' as const, 'motorbike' as const, 'foot' as const, null),
      households: fc.option(fc.integer({ min: 0, max: 200 })),
      surroundings: fc.option(
        fc
          .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }))
          .map(([s, f]) => surroundings(s, f)),
      ),
      recorded: fc.subarray([...blockers]),
    })
    fc.assert(
      fc.property(facts, (given) => {
        const found = listBlockers(given)
        const places = found.map((blocker) => blockers.indexOf(blocker))
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
        for (const blocker of ['land', 'forest_land', 'permit', 'other'] as const)
          expect(found.includes(blocker)).toBe(given.recorded.includes(blocker))
        for (const blocker of given.recorded) expect(found).toContain(blocker)
      }),
    )
  })
})
