import { booleanPointInPolygon } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { toNeighbourLabels } from '../../../web/layers/neighbour-labels.ts'
import { squareProvince, surroundings, toBoxPolygon, toCollection, toFeature } from './shapes.ts'

describe('names of neighbours', () => {
  const labels = toNeighbourLabels(squareProvince, surroundings).features

  it('name each neighbour once and nothing else of the base map', () => {
    expect(labels.map(({ properties }) => properties)).toEqual([
      { name: 'Đông', is_country: false },
      { name: 'Tây', is_country: true },
    ])
  })

  it('stand inside the neighbour, beside the province', () => {
    const [east] = labels
    const position = east?.geometry.coordinates ?? []
    expect(booleanPointInPolygon(position, toBoxPolygon(12, 9, 13, 13))).toBe(true)
    expect(position[0]).toBeLessThan(12.3)
  })

  it('stand where the data put a country', () => {
    expect(labels[1]?.geometry.coordinates).toEqual([9.6, 11])
  })

  it('leave out a neighbour too far away to be seen', () => {
    const far = toCollection([toFeature(toBoxPolygon(30, 9, 31, 13), { kind: 'neighbour', name: 'Xa' })])
    expect(toNeighbourLabels(squareProvince, far).features).toEqual([])
  })
})
