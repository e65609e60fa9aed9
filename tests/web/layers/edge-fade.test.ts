import { booleanPointInPolygon } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { toEdgeFade } from '../../../web/layers/edge-fade.ts'
import { squareProvince, surroundings, toCollection } from './shapes.ts'

const fade = toEdgeFade(squareProvince, surroundings)

function opacityAt(position: [number, number]): number[] {
  return fade.features
    .filter(({ geometry }) => booleanPointInPolygon(position, geometry, { ignoreBoundary: true }))
    .map(({ properties }) => Number(properties?.['opacity']))
}

describe('the fade at the edge of the data', () => {
  it('leaves the province clear', () => {
    for (const position of [
      [11, 11],
      [10.001, 10.001],
      [11.999, 11.999],
    ] as const)
      expect(opacityAt([...position])).toEqual([])
  })

  it('hides everything where the neighbours end and beyond', () => {
    for (const position of [
      [13, 11],
      [15, 11],
      [-60, 40],
    ] as const)
      expect(opacityAt([...position])).toEqual([1])
  })

  it('lies once over every place around and grows with the distance', () => {
    const opacities = Array.from({ length: 40 }, (_, step) => opacityAt([12.05 + step * 0.025, 11.013]))
    for (const found of opacities) expect(found.length).toBeLessThanOrEqual(1)
    const values = opacities.map(([value = 0]) => value)
    expect(values).toEqual([...values].sort((a, b) => a - b))
    expect(values[0]).toBeLessThan(0.2)
  })

  it('is not drawn before both province and base map are there', () => {
    expect(toEdgeFade(null, surroundings).features).toEqual([])
    expect(toEdgeFade(squareProvince, null).features).toEqual([])
    expect(toEdgeFade(toCollection([]), surroundings).features).toEqual([])
  })

  it('is there for a province without neighbours in the data', () => {
    expect(toEdgeFade(squareProvince, toCollection([])).features.at(-1)?.properties).toEqual({ opacity: 1 })
  })
})
