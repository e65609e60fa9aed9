import { describe, expect, it } from 'vitest'
import { allLayers } from '../../../web/layers/all-layers.ts'
import type { Choropleth } from '../../../web/map/map-view-props.ts'
import { isOpeningSource, listInsertions, listOpeningLayers } from '../../../web/map/opening.ts'
import { describeView, layerViews } from '../layers/layer-views.ts'

function toChoropleth(unit_set: Choropleth['unit_set'] | null): Choropleth | null {
  return unit_set === null ? null : { unit_set, mode: 'share', classes: [], values: new Map() }
}

describe('the opening of the map', () => {
  it('holds the asked units, their labels and the villages, and nothing that waits for the answer', () => {
    const choropleth = toChoropleth('commune-2025')
    const opening = ['communes-2025', 'unit-labels', 'villages']
    for (const id of opening) expect(isOpeningSource(id, { choropleth }), id).toBe(true)
    for (const id of ['districts', 'communes', 'base-map', 'edge-fade', 'sites', 'assignments'])
      expect(isOpeningSource(id, { choropleth }), id).toBe(false)
  })

  it('shows the layer of the shares and the paper from the start', () => {
    for (const view of layerViews) {
      const choropleth = toChoropleth(view.unit_set)
      const ids = listOpeningLayers(allLayers(view), { choropleth }).map(({ id }) => id)
      expect(ids, describeView(view)).toEqual(
        expect.arrayContaining(['paper', 'unit-labels', 'villages-gaps']),
      )
    }
  })

  it('ends with every layer in its order, whatever was there first', () => {
    for (const view of layerViews) {
      const layers = allLayers(view)
      const drawn = listOpeningLayers(layers, { choropleth: toChoropleth(view.unit_set) }).map(({ id }) => id)
      for (const { layer, before } of listInsertions(layers, (id) => drawn.includes(id))) {
        const at = before === undefined ? drawn.length : drawn.indexOf(before)
        expect(at, `${before} has to be there before ${layer.id}`).toBeGreaterThanOrEqual(0)
        drawn.splice(at, 0, layer.id)
      }
      expect(drawn).toEqual(layers.map(({ id }) => id))
    }
  })
})
