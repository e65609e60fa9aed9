/** What lies under the data? Paper, neighbours, rivers, roads and borders: they help to find the way and whisper. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { LayerView } from './layer-view.ts'
import { palettes } from './palette.ts'

/** Paper, the neighbours' land and the province's own before it has a colour. */
export function groundLayers({ theme }: LayerView): LayerSpecification[] {
  const palette = palettes[theme]
  return [
    { id: 'paper', type: 'background', paint: { 'background-color': palette.paper } },
    {
      id: 'neighbours',
      type: 'fill',
      source: 'base-map',
      filter: ['all', ['==', ['get', 'kind'], 'neighbour'], ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': palette.neighbour },
    },
    {
      id: 'province-ground',
      type: 'fill',
      source: 'province',
      paint: { 'fill-color': palette.land },
    },
  ]
}

/** Rivers and roads: over the choropleth, thin enough to leave its colours alone. */
export function wayLayers({ theme }: LayerView): LayerSpecification[] {
  const palette = palettes[theme]
  return [
    {
      id: 'rivers',
      type: 'line',
      source: 'base-map',
      filter: ['==', ['get', 'kind'], 'river'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.water,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.6, 10, 1.6, 14, 4],
        'line-opacity': 0.75,
      },
    },
    {
      id: 'roads',
      type: 'line',
      source: 'base-map',
      filter: ['in', ['get', 'kind'], ['literal', ['road', 'railway']]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.road,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.7, 10, 1.8, 14, 5],
        'line-opacity': 0.8,
      },
    },
  ]
}

/** Borders between provinces, and the national border, which is stronger; then the fade that hides where data end. */
export function borderLayers({ theme }: LayerView): LayerSpecification[] {
  const palette = palettes[theme]
  return [
    {
      id: 'neighbour-borders',
      type: 'line',
      source: 'base-map',
      // Generalised to 60 m: nearer, it would run beside the province's own line.
      maxzoom: 10.5,
      filter: ['all', ['==', ['get', 'kind'], 'neighbour'], ['==', ['geometry-type'], 'Polygon']],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.neighbour_line, 'line-width': 0.8, 'line-dasharray': [4, 2] },
    },
    {
      id: 'province-border',
      type: 'line',
      source: 'province',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.province_line,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.8, 10, 1.6],
      },
    },
    {
      id: 'national-border',
      type: 'line',
      source: 'base-map',
      filter: ['==', ['get', 'kind'], 'border'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.national_line,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.3, 10, 2.4],
        'line-dasharray': [5, 2, 1, 2],
      },
    },
    {
      id: 'edge-fade',
      type: 'fill',
      source: 'edge-fade',
      paint: {
        'fill-color': palette.paper,
        'fill-opacity': ['get', 'opacity'],
        'fill-antialias': false,
      },
    },
  ]
}
