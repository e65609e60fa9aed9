import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { distance } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { sameMast_m } from '../../../core/inventory/site-fields.ts'
import { editingLayers, editingSourceId, moveLinesId, moveTargetsId } from '../../../web/layers/editing.ts'
import { sameMastRing_m, toEditingFeatures } from '../../../web/layers/editing-features.ts'
import type { MapEditing } from '../../../web/map/map-view-props.ts'

const nothing = { type: 'FeatureCollection' as const, features: [] }
const editing: MapEditing = {
  site_id: 1,
  from: [103, 21.4],
  position: [103.001, 21.4],
  marker_label: '',
  distance_label: '104 m',
  commune_code: '70101',
  moves: [],
  clicks_mean: 'this',
  onMove: () => undefined,
  onNudge: () => undefined,
  onClick: () => undefined,
}

function site(id: number, lng: number) {
  const geometry = { type: 'Point' as const, coordinates: [lng, 21.4] }
  return { type: 'Feature' as const, id, properties: { name: `Trạm ${id}` }, geometry }
}

function listParts(given: MapEditing, sources: Parameters<typeof toEditingFeatures>[1]) {
  return toEditingFeatures(given, sources).features.map(({ properties }) => String(properties?.['part']))
}

describe('what the map draws of an edit', () => {
  it.each(['light', 'dark'] as const)('is a valid style in %s', (theme) => {
    const sources = { [editingSourceId]: { type: 'geojson' as const, data: nothing } }
    expect(validateStyleMin({ version: 8, sources, layers: editingLayers(theme) })).toEqual([])
    const ids = editingLayers(theme).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([moveLinesId, moveTargetsId]))
  })

  it('has a layer for every part, and no other', () => {
    const unit = { type: 'Feature' as const, properties: { code: '70101' }, geometry: site(9, 103).geometry }
    const parts = listParts(
      { ...editing, moves: [{ id: 5, from: [103, 21], to: [103.1, 21], label: '', is_selected: true }] },
      { sites: { ...nothing, features: [site(2, 103.01)] }, communes: { ...nothing, features: [unit] } },
    )
    const drawn = editingLayers('light').map((layer) => ('filter' in layer ? layer.filter : null))
    expect(new Set(parts)).toEqual(new Set(drawn.map((filter) => (filter as unknown[])[2])))
  })

  it('draws the ring within which another mast is probably the same', () => {
    expect(sameMastRing_m).toBe(sameMast_m)
    const ring = toEditingFeatures(editing, { sites: null, communes: null }).features.find(
      ({ properties }) => properties?.['part'] === 'ring',
    )
    if (ring?.geometry.type !== 'Polygon') throw new Error('no ring')
    for (const place of ring.geometry.coordinates[0] ?? [])
      expect(distance(place, [103.001, 21.4], { units: 'meters' })).toBeCloseTo(sameMast_m, 1)
  })

  it('shows near masts, never the one that is edited', () => {
    const sites = { ...nothing, features: [site(1, 103), site(2, 103.01), site(3, 103.2)] }
    expect(listParts(editing, { sites, communes: null }).filter((part) => part === 'neighbour')).toHaveLength(
      1,
    )
  })

  it('draws no line for a site that has not moved, and none for a new one', () => {
    const still = listParts({ ...editing, position: [103, 21.4] }, { sites: null, communes: null })
    expect(still).not.toContain('line')
    expect(still).toContain('from')
    expect(listParts({ ...editing, from: null }, { sites: null, communes: null })).toEqual(['wash', 'ring'])
    expect(listParts(editing, { sites: null, communes: null })).toContain('line')
  })
  it('lets the rest step back while a site is placed, and not for a list of moves', () => {
    const from = [103, 21.4] as const
    const moves = [{ id: 1, from, to: [103.001, 21.4] as const, label: '104 m', is_selected: false }]
    const nowhere = { sites: null, communes: null }
    expect(listParts(editing, nowhere)[0]).toBe('wash')
    expect(listParts({ ...editing, from: null, position: null, moves }, nowhere)).not.toContain('wash')
  })
})
