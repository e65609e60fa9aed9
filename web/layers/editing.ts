/** How does a site look that is being edited? Old place, dashed line with its length, commune edge, 20 m ring, faint masts. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { regularFont, semiboldFont } from './fonts.ts'
import { palettes, type MapTheme } from './palette.ts'

export const editingSourceId = 'editing'
export const moveTargetsId = 'editing-move-to'
export const moveLinesId = 'editing-move-line'

type DataColor = ['case', ['get', string], string, string]
type Filter = ['==', ['get', 'part'], string]

/** Over everything else: what is edited must be seen. */
export function editingLayers(theme: MapTheme): LayerSpecification[] {
  return [...siteLayers(theme), ...moveLayers(theme)]
}

function siteLayers(theme: MapTheme): LayerSpecification[] {
  const palette = palettes[theme]
  return [
    // What lies below steps back: nobody asks for shares now, and the mark must be seen on every colour.
    { ...toLayer('wash', 'fill'), paint: { 'fill-color': palette.paper, 'fill-opacity': 0.6 } },
    {
      ...toLayer('commune', 'line'),
      paint: {
        'line-color': palette.ink,
        'line-width': 2,
        'line-dasharray': [5, 2, 1, 2],
        'line-opacity': 0.75,
      },
    },
    {
      ...toLayer('neighbour', 'circle'),
      paint: {
        'circle-color': palette.site,
        'circle-opacity': 0.35,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 2, 15, 6],
        'circle-stroke-color': palette.site,
        'circle-stroke-width': 1,
        'circle-stroke-opacity': 0.6,
      },
    },
    {
      ...toLayer('neighbour', 'symbol', 'neighbour-name'),
      minzoom: 13,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': regularFont,
        'text-size': 11,
        'text-anchor': 'top',
        'text-offset': [0, 0.8],
      },
      paint: { 'text-color': palette.soft_ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.3 },
    },
    { ...toLayer('ring', 'fill'), paint: { 'fill-color': palette.accent, 'fill-opacity': 0.12 } },
    {
      ...toLayer('ring', 'line', 'ring-edge'),
      paint: { 'line-color': palette.accent, 'line-width': 1.5, 'line-dasharray': [2, 2] },
    },
    {
      ...toLayer('line', 'line'),
      paint: { 'line-color': palette.ink, 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
    { ...toLayer('line', 'symbol', 'distance'), ...toLabel(theme) },
    { ...toLayer('from', 'circle'), paint: toOldPlace(theme) },
  ]
}

function moveLayers(theme: MapTheme): LayerSpecification[] {
  const palette = palettes[theme]
  const color: DataColor = ['case', ['get', 'is_selected'], palette.gap, palette.ink]
  return [
    {
      ...toLayer('move-line', 'line'),
      paint: {
        'line-color': color,
        'line-width': ['case', ['get', 'is_selected'], 3.5, 2],
        'line-dasharray': [2, 1],
      },
    },
    { ...toLayer('move-from', 'circle'), paint: toOldPlace(theme) },
    {
      ...toLayer('move-to', 'circle'),
      paint: {
        'circle-color': color,
        'circle-radius': ['case', ['get', 'is_selected'], 9, 6.5],
        'circle-stroke-color': palette.mark_edge,
        'circle-stroke-width': 2,
      },
    },
    { ...toLayer('move-line', 'symbol', 'move-label'), ...toLabel(theme) },
  ]
}

function toOldPlace(theme: MapTheme) {
  const palette = palettes[theme]
  return {
    'circle-color': palette.halo,
    'circle-radius': 6,
    'circle-stroke-color': palette.ink,
    'circle-stroke-width': 2.5,
  }
}

function toLabel(theme: MapTheme) {
  const palette = palettes[theme]
  return {
    layout: {
      'symbol-placement': 'line-center' as const,
      'text-field': ['get', 'label'] as ['get', string],
      'text-font': semiboldFont,
      'text-size': 13,
      'text-offset': [0, -0.9] as [number, number],
      'text-overlap': 'always' as const,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
  }
}

function toLayer<const T extends 'line' | 'circle' | 'symbol' | 'fill'>(part: string, type: T, id = part) {
  const filter: Filter = ['==', ['get', 'part'], part]
  return { id: `editing-${id}`, type, source: editingSourceId, filter }
}
