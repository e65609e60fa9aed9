import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listChangedStates, toVillageFeatures, villageStates } from '../../../web/layers/village-features.ts'
import { toCollection, toFeature, toPointFeature } from './shapes.ts'

const ids = [3, 8, 12, 20]
const villages = toCollection(ids.map((id) => toPointFeature([10 + id / 100, 10], { name: `Bản ${id}` }, id)))

function statesOf(collection: ReturnType<typeof toVillageFeatures>): unknown[] {
  return collection.features.map(({ properties }) => properties?.['state'])
}

describe('villages on the map', () => {
  it('carry the state that the answer gives for their id, whatever its order', () => {
    const answer = { ids: [20, 3, 12, 8], states: Uint8Array.from([1, 2, 3, 0]), shown: null }
    expect(statesOf(toVillageFeatures(villages, answer))).toEqual([2, 0, 3, 1])
  })

  it('are unknown when the answer does not know them', () => {
    const answer = { ids: [3], states: Uint8Array.from([3]), shown: null }
    const unknown = villageStates.unknown
    expect(statesOf(toVillageFeatures(villages, answer))).toEqual([3, unknown, unknown, unknown])
  })

  it('are not drawn before the first answer', () => {
    expect(toVillageFeatures(villages, null).features).toEqual([])
  })

  it('are left out without a place', () => {
    const lost = toCollection([toFeature({ type: 'GeometryCollection', geometries: [] }, {}, 1)])
    expect(toVillageFeatures(lost, { ids: [1], states: Uint8Array.of(1), shown: null }).features).toEqual([])
  })

  it('change between two answers exactly where the states differ', () => {
    const states = fc.uint8Array({ min: 0, max: 3, minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(states, states, (first, second) => {
        const before = { ids, states: first, shown: null }
        const after = { ids, states: second, shown: null }
        const patched = new Map(ids.map((id, index) => [id, first[index]]))
        for (const { id, state } of listChangedStates(villages, before, after)) {
          expect(state).not.toBe(patched.get(id))
          patched.set(id, state)
        }
        expect([...patched.values()]).toEqual([...second])
      }),
    )
  })
})
