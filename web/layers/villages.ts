/** Which villages have the service? Gaps are the strongest mark on the map, covered villages a quiet dot. */
import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import { semiboldFont, regularFont } from './fonts.ts'
import { toVisibility, type LayerView } from './layer-view.ts'
import { palettes } from './palette.ts'
import { villageStates } from './village-features.ts'

export const villageDotsId = 'village-dots'
export const villageUnknownId = 'villages-unknown'
export const villageGapsId = 'villages-gaps'

/** Covered villages, drawn under everything that can be picked. */
export function villageDotLayers(view: LayerView): LayerSpecification[] {
  const palette = palettes[view.theme]
  return [
    {
      id: villageDotsId,
      type: 'circle',
      source: 'villages',
      filter: ['==', ['get', 'state'], villageStates.covered],
      layout: { visibility: toVisibility(view.visible.has('villages')) },
      paint: {
        'circle-color': palette.ink,
        'circle-opacity': ['interpolate', ['linear'], ['zoom'], 8, 0.28, 11, 0.6],
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 0.9, 10, 2, 14, 4],
        'circle-stroke-color': palette.mark_edge,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 10, 0, 12, 1],
        'circle-stroke-opacity': 0.7,
      },
    },
  ]
}

/** Names from zoom 12, beside the mark. */
export function villageNameLayers(view: LayerView): LayerSpecification[] {
  const palette = palettes[view.theme]
  const isGap: ExpressionSpecification = ['==', ['get', 'state'], villageStates.not_covered]
  return [
    {
      id: 'village-names',
      type: 'symbol',
      source: 'villages',
      minzoom: 12,
      filter: ['>=', ['get', 'state'], villageStates.unknown],
      layout: {
        visibility: toVisibility(view.visible.has('villages')),
        'text-field': ['get', 'name'],
        'text-font': regularFont,
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11, 15, 14],
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        // Outside of the mark of a gap, which is placed first.
        'text-radial-offset': 1.2,
        'symbol-sort-key': ['get', 'state'],
      },
      paint: {
        'text-color': ['case', isGap, palette.gap, palette.ink],
        'text-halo-color': palette.halo,
        'text-halo-width': 1.4,
      },
    },
  ]
}

/** Unknown villages: hollow and hatched, smaller than a gap since nothing is claimed of them. */
export function villageUnknownLayers(view: LayerView): LayerSpecification[] {
  return [
    {
      id: villageUnknownId,
      type: 'symbol',
      source: 'villages',
      filter: ['==', ['get', 'state'], villageStates.unknown],
      layout: {
        visibility: toVisibility(view.visible.has('villages')),
        'icon-image': `village|${view.theme}|unknown`,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.36, 9, 0.55, 12, 1],
        'icon-overlap': 'always',
        'icon-ignore-placement': true,
      },
    },
  ]
}

/** Not covered and partial: never clustered, never hidden. Names are drawn over them, so that a share can always be read. */
export function villageGapLayers(view: LayerView): LayerSpecification[] {
  return [toGapLayer(view, villageGapsId)]
}

/** Below this zoom, a phone's, there is no room beside the gaps: labels then only keep out of each other's way. */
export const roomZoom = 7.8

/** The same marks, not drawn but placed before any label: labels look for room beside them. */
export function villageGapRoomLayers(view: LayerView): LayerSpecification[] {
  const layer = toGapLayer(view, 'villages-gaps-room')
  // MapLibre places layers of the same layout together, where the first of them stands: this one must differ.
  const layout = { ...layer.layout, 'icon-padding': 1 }
  return [{ ...layer, minzoom: roomZoom, layout, paint: { 'icon-opacity': 0 } }]
}

function toGapLayer(view: LayerView, id: string): SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'villages',
    filter: ['in', ['get', 'state'], ['literal', [villageStates.partial, villageStates.not_covered]]],
    layout: {
      visibility: toVisibility(view.visible.has('villages')),
      'icon-image': [
        'match',
        ['get', 'state'],
        villageStates.not_covered,
        `village|${view.theme}|not_covered`,
        `village|${view.theme}|partial`,
      ],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.4, 8.3, 0.8, 12, 1.15],
      'icon-overlap': 'always',
      'icon-padding': 0,
      // The least covered is drawn last, on top.
      'symbol-sort-key': ['-', 3, ['get', 'state']],
      'symbol-z-order': 'source',
    },
  }
}

/** The village, site or other point that is selected, named. */
export function selectedPointLayers({ theme }: LayerView): LayerSpecification[] {
  const palette = palettes[theme]
  return [
    {
      id: 'selected-point',
      type: 'circle',
      source: 'selected-point',
      paint: {
        'circle-color': palette.halo,
        'circle-opacity': 0.35,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 9, 12, 15],
        'circle-stroke-color': palette.ink,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'selected-point-name',
      type: 'symbol',
      source: 'selected-point',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': semiboldFont,
        'text-size': 13,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.3,
        // A long name over the whole province would cover the shares: the panel says it, the ring where it is.
        'text-overlap': ['step', ['zoom'], 'never', 9, 'always'],
      },
      paint: {
        'text-color': palette.ink,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.8,
      },
    },
  ]
}
