import { describe, expect, it } from 'vitest'
import { toNameFeatures, toUnitLabelFeatures } from '../../../web/layers/unit-label-features.ts'
import type { Choropleth, UnitValue } from '../../../web/map/map-view-props.ts'
import { toBoxPolygon, toCollection, toFeature, toPointFeature } from './shapes.ts'

const units = toCollection([
  toFeature(toBoxPolygon(10, 10, 11, 11), { code: '701', name: 'Một', label_lng: 10.4, label_lat: 10.6 }),
  toFeature(toBoxPolygon(11, 10, 12, 11), { code: '702', name: 'Hai', label_lng: 11.4, label_lat: 10.6 }),
])
const value: UnitValue = {
  name: 'TX Một',
  label: '50,0 %',
  percent: 50,
  remaining: 2,
  unknown: 0,
  class_index: 0,
}
const choropleth: Choropleth = {
  unit_set: 'district',
  mode: 'share',
  classes: [{ color: '#8c510a' }],
  values: new Map([
    ['701', value],
    ['702', { ...value, name: 'Hai', remaining: 9 }],
  ]),
}
const texts = {
  site_count: (count: number) => `${count} trạm`,
  remaining_count: (count: number) => `còn ${count}`,
}
const sites = toCollection([
  toPointFeature([10.1, 10.1], { district_code: '701', commune_code: '70101', status: 'live' }),
  toPointFeature([10.2, 10.1], { district_code: '701', commune_code: '70102', status: 'live' }),
  toPointFeature([10.3, 10.1], { district_code: '701', commune_code: '70102', status: 'planned' }),
])

describe('labels of units', () => {
  it('stand on the label point with name and share as told', () => {
    const [first] = toUnitLabelFeatures({ units, choropleth, sites: null, ...texts }).features
    expect(first?.geometry.coordinates).toEqual([10.4, 10.6])
    expect(first?.properties).toMatchObject({ name: 'TX Một', label: '50,0 %', remaining_text: 'còn 2' })
  })

  it('count the live sites of the unit, none where there are none', () => {
    const { features } = toUnitLabelFeatures({ units, choropleth, sites, ...texts })
    expect(features.map(({ properties }) => properties?.['site_text'])).toEqual(['2 trạm', '0 trạm'])
  })

  it('count sites in the asked unit set', () => {
    const communes = toCollection([
      toFeature(toBoxPolygon(10, 10, 11, 11), { code: '70102', label_lng: 10, label_lat: 10 }),
    ])
    const asked = { ...choropleth, unit_set: 'commune', values: new Map([['70102', value]]) } as const
    const [label] = toUnitLabelFeatures({ units: communes, choropleth: asked, sites, ...texts }).features
    expect(label?.properties?.['site_text']).toBe('1 trạm')
  })

  it('put small units with most villages remaining first', () => {
    const asked = { ...choropleth, unit_set: 'commune' } as const
    const ranks = toUnitLabelFeatures({ units, choropleth: asked, sites: null, ...texts }).features.map(
      ({ properties }) => Number(properties?.['rank']),
    )
    expect(ranks[1]).toBeLessThan(ranks[0] ?? 0)
  })

  it('leave out a unit without an answer, and everything before the first', () => {
    const values = new Map([['702', value]])
    const some = toUnitLabelFeatures({ units, choropleth: { ...choropleth, values }, sites: null, ...texts })
    expect(some.features.map(({ properties }) => properties?.['code'])).toEqual(['702'])
    expect(toUnitLabelFeatures({ units, choropleth: null, sites: null, ...texts }).features).toEqual([])
    expect(toUnitLabelFeatures({ units: null, choropleth, sites: null, ...texts }).features).toEqual([])
  })

  it('are names alone for districts among communes', () => {
    expect(toNameFeatures(units).features.map(({ properties }) => properties)).toEqual([
      { name: 'Một' },
      { name: 'Hai' },
    ])
  })
})
