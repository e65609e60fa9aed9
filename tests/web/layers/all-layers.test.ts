import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { allLayers } from '../../../web/layers/all-layers.ts'
import { parseImageId } from '../../../web/layers/image-ids.ts'
import { mapSourceIds, toSourceSpecification } from '../../../web/map/map-data.ts'
import { diffLayers } from '../../../web/map/diff-layers.ts'
import { describeView, layerViews } from './layer-views.ts'

const nothing = { type: 'FeatureCollection' as const, features: [] }

function toStyle(view: (typeof layerViews)[number]): StyleSpecification {
  const sources = Object.fromEntries(mapSourceIds.map((id) => [id, toSourceSpecification(id, nothing)]))
  return { version: 8, sources, layers: allLayers(view) }
}

describe('all layers', () => {
  it.each(layerViews.map((view) => [describeView(view), view] as const))(
    'are a valid style: %s',
    (_, view) => {
      expect(validateStyleMin(toStyle(view))).toEqual([])
    },
  )

  it('are the same layers in the same order for every view, each once', () => {
    const lists = layerViews.map((view) => allLayers(view).map(({ id }) => id))
    for (const list of lists) expect(list).toEqual(lists[0])
    expect(new Set(lists[0]).size).toBe(lists[0]?.length)
  })

  it('draw gaps above all other marks and place them before any label, so that labels make room for them', () => {
    for (const view of layerViews) {
      const ids = allLayers(view).map(({ id }) => id)
      expect(ids.at(-1)).toBe('villages-gaps-room')
      for (const mark of ['village-dots', 'villages-unknown', 'site-dots', 'site-marks', 'generator-sites'])
        expect(ids.indexOf('villages-gaps')).toBeGreaterThan(ids.indexOf(mark))
      expect(ids.indexOf('unit-labels')).toBeGreaterThan(ids.indexOf('villages-gaps'))
      // Layers of one layout are placed together, where the first of them stands.
      const [drawn, room] = ['villages-gaps', 'villages-gaps-room'].map(
        (id) => allLayers(view)[ids.indexOf(id)],
      )
      expect(room?.layout).not.toEqual(drawn?.layout)
    }
  })

  it('name only images that can be drawn', () => {
    for (const view of layerViews) {
      const named = [...JSON.stringify(allLayers(view)).matchAll(/"((?:village|hatch|generator)\|[^"]*)"/g)]
      expect(named.length).toBeGreaterThan(0)
      for (const [, id = ''] of named) expect(parseImageId(id), id).not.toBeNull()
    }
  })

  it('show only the switched layers', () => {
    for (const view of layerViews) {
      const switched = [
        'villages-gaps',
        'site-marks',
        'generator-sites',
        'cable-routes-aerial',
        'assignment-tags',
      ]
      for (const layer of allLayers(view).filter(({ id }) => switched.includes(id)))
        expect(layer.layout?.visibility, layer.id).toBe(view.visible.size > 0 ? 'visible' : 'none')
    }
  })

  it('colour one unit set at a time', () => {
    for (const view of layerViews) {
      const shown = allLayers(view)
        .filter(({ id, layout }) => id.endsWith('-fill') && layout?.visibility === 'visible')
        .map(({ id }) => id)
      const expected = {
        province: 'province-fill',
        district: 'districts-fill',
        commune: 'communes-fill',
        'commune-2025': 'communes-2025-fill',
      }
      expect(shown).toEqual(view.unit_set === null ? [] : [expected[view.unit_set]])
    }
  })
})

describe('the difference between two views', () => {
  it('is nothing between a view and itself', () => {
    for (const view of layerViews) expect(diffLayers(allLayers(view), allLayers(view))).toEqual([])
  })

  it('turns every view into every other', () => {
    for (const from of layerViews) {
      for (const to of layerViews) {
        const changed = structuredClone(allLayers(from)) as unknown as Record<string, unknown>[]
        for (const change of diffLayers(allLayers(from), allLayers(to))) {
          const layer = changed.find(({ id }) => id === change.id) ?? {}
          if (change.type === 'paint' || change.type === 'layout')
            layer[change.type] = { ...(layer[change.type] as object), [change.name]: change.value }
          if (change.type === 'filter') layer['filter'] = change.filter
          if (change.type === 'zoom')
            Object.assign(layer, { minzoom: change.minzoom, maxzoom: change.maxzoom })
        }
        const withZooms = allLayers(to).map((layer, index) => ({
          ...layer,
          ...('minzoom' in (changed[index] ?? {}) ? { minzoom: layer.minzoom ?? 0 } : {}),
          ...('maxzoom' in (changed[index] ?? {}) ? { maxzoom: layer.maxzoom ?? 24 } : {}),
        }))
        expect(changed).toEqual(withZooms)
      }
    }
  })

  it('touches no data layer when only the theme changes its colours', () => {
    const light = layerViews.find(({ theme, visible }) => theme === 'light' && visible.size > 0)
    if (light === undefined) throw new Error('a light view with everything on is missing')
    const changes = diffLayers(allLayers(light), allLayers({ ...light, theme: 'dark' }))
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.filter(({ type }) => type === 'filter' || type === 'zoom')).toEqual([])
  })
})
