import type { StyleSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { toOnlineBaseMap } from '../../../web/map/online-base-map.ts'

const style: StyleSpecification = {
  version: 8,
  glyphs: 'https://maps.example/{fontstack}/{range}.pbf',
  sources: { villages: { type: 'raster', tiles: ['https://maps.example/{z}/{x}/{y}.png'], tileSize: 256 } },
  layers: [
    { id: 'paper', type: 'background', paint: { 'background-color': '#ffffff' } },
    { id: 'images', type: 'raster', source: 'villages' },
    { id: 'woods', type: 'fill', source: 'villages', paint: { 'fill-pattern': 'tree' } },
    { id: 'names', type: 'symbol', source: 'villages', layout: { 'text-field': ['get', 'name'] } },
  ],
}

describe('an online base map', () => {
  it('keeps ground and images, under names that cannot meet ours', () => {
    const { sources, layers } = toOnlineBaseMap(style)
    expect(Object.keys(sources)).toEqual(['online-villages'])
    expect(layers.map(({ id }) => id)).toEqual(['online-paper', 'online-images'])
    expect(layers[1]).toMatchObject({ source: 'online-villages' })
  })

  it('brings neither names nor pictures, for which it would need fonts of its own', () => {
    const ids = toOnlineBaseMap(style).layers.map(({ id }) => id)
    expect(ids).not.toContain('online-names')
    expect(ids).not.toContain('online-woods')
  })
})
