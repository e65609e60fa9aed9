import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { allLayers } from '../../../web/layers/all-layers.ts'
import { findLayerAbove, overlayLayers, overlaySourceId } from '../../../web/layers/overlay.ts'
import { layerViews } from './layer-views.ts'

const [view] = layerViews
if (view === undefined) throw new Error('there is a view')
const mapIds = allLayers(view).map(({ id }) => id)

/** As the map has them in the end. */
function toOrder(): string[] {
  const ids = [...mapIds]
  for (const { id } of overlayLayers('light')) {
    const above = findLayerAbove(id)
    ids.splice(above === null ? ids.length : ids.indexOf(above), 0, id)
  }
  return ids
}

describe('what lies over the map for a while', () => {
  it.each(['light', 'dark'] as const)('is a valid style: %s', (theme) => {
    const data = { type: 'FeatureCollection' as const, features: [] }
    const sources = { [overlaySourceId]: { type: 'geojson' as const, data } }
    const glyphs = 'https://example.org/{fontstack}/{range}'
    expect(validateStyleMin({ version: 8, glyphs, sources, layers: overlayLayers(theme) })).toEqual([])
  })

  it('is put below layers that the map has', () => {
    const above = overlayLayers('light').flatMap(({ id }) => findLayerAbove(id) ?? [])
    expect(above.length).toBeGreaterThan(0)
    expect(mapIds).toEqual(expect.arrayContaining(above))
  })

  it('leaves names and shares to be read above the rows of a file, which lie over villages and sites', () => {
    const order = toOrder()
    for (const mark of ['overlay-import-dots', 'overlay-import-marks'].map((id) => order.indexOf(id))) {
      for (const label of ['unit-remaining', 'unit-labels'])
        expect(order.indexOf(label)).toBeGreaterThan(mark)
      for (const below of ['overlay-links', 'overlay-lines', 'villages-gaps', 'site-marks', 'facilities'])
        expect(order.indexOf(below)).toBeLessThan(mark)
    }
    expect(order.indexOf('overlay-rings')).toBeGreaterThan(order.indexOf('unit-labels'))
  })
})
