import { describe, expect, it } from 'vitest'
import type { MapSources } from '../../../web/map/map-view-props.ts'
import { countInView } from '../../../web/map/view-counts.ts'
import { toCollection, toFeature, toPointFeature } from '../layers/shapes.ts'

const technologies = { has_2g: true, has_3g: false, has_4g: false, has_5g: false }
const sources: MapSources = {
  province: null,
  districts: null,
  communes: null,
  'communes-2025': null,
  'base-map': null,
  villages: toCollection([
    toPointFeature([10, 10], {}, 1),
    toPointFeature([10.5, 10.5], {}, 2),
    toPointFeature([20, 20], {}, 3),
  ]),
  sites: toCollection([
    toPointFeature([10.1, 10.1], technologies, 1),
    toPointFeature([10.1, 10.1], { ...technologies, has_4g: true }, 2),
    toPointFeature([30, 10.1], technologies, 3),
  ]),
  'generator-sites': null,
  'cable-routes': toCollection([
    toFeature(
      {
        type: 'LineString',
        coordinates: [
          [5, 5],
          [10.2, 10.2],
        ],
      },
      {},
      1,
    ),
    toFeature(
      {
        type: 'LineString',
        coordinates: [
          [5, 5],
          [6, 6],
        ],
      },
      {},
      2,
    ),
  ]),
  facilities: toCollection([
    toPointFeature([10, 10], { kind: 'school' }, 1),
    toPointFeature([20, 20], { kind: 'school' }, 2),
    toPointFeature([11, 11], { kind: 'clinic' }, 3),
  ]),
  assignments: toCollection([
    toPointFeature([10, 10], { carrier_code: 'mot' }, 1),
    toPointFeature([10.2, 10], { carrier_code: 'mot' }, 2),
    toPointFeature([20, 20], { carrier_code: 'hai' }, 3),
  ]),
}
const village_states = { ids: [1, 2, 3], states: Uint8Array.of(3, 1, 1), shown: null }
const bounds = [10, 10, 11, 11] as const

describe('counts in view', () => {
  it('count what lies within the bounds, edges included, by kind', () => {
    const visible = new Set(['villages', 'sites', 'cable-routes', 'facilities', 'assignments'] as const)
    expect(countInView({ sources, village_states, visible }, bounds)).toEqual({
      villages: [0, 1, 0, 1],
      sites: { '5g': 0, '4g': 1, '3g': 0, '2g': 1, none: 0 },
      'cable-routes': 1,
      facilities: { school: 1, clinic: 1 },
      assignments: { mot: 2 },
    })
  })

  it('say nothing of layers that are off or not loaded', () => {
    const visible = new Set(['generator-sites'] as const)
    expect(countInView({ sources, village_states, visible }, bounds)).toEqual({})
  })

  it('count no villages before the first answer', () => {
    const visible = new Set(['villages'] as const)
    expect(countInView({ sources, village_states: null, visible }, bounds)).toEqual({})
  })
})
