/** What lies over the map for a while: circles tried out, villages gained or lost, flags, measures? One style for each role. */
import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import type { RsrpClass } from '../../core/files/rsrp-classes.ts'
import type { Feature } from '../../core/geo.ts'
import { drivePointLayers } from './drive-points.ts'
import { semiboldFont } from './fonts.ts'
import { overlayMarks, toOverlayImageId } from './image-ids.ts'
import { importDotsId, importMarksId, importPlaceLayers, type ImportMark } from './import-places.ts'
import { lowestUnitLabelsId } from './unit-labels.ts'
import { roomZoom } from './villages.ts'
import { palettes, type MapPalette, type MapTheme } from './palette.ts'

export const overlaySourceId = 'overlay'
export const overlayMarksId = 'overlay-marks'

/** Areas: a circle tried out, an area within reach, an area measured. */
export const overlayAreas = ['trial', 'reach', 'measure'] as const
/** Lines: what is measured, what leads from one thing to another, what has failed, a route of a file. */
export const overlayLines = ['measure', 'link', 'failed', 'import'] as const
/** Points: marks of their own shape each, a ring around something, a text alone, a point of a drive test, a row of a file. */
export const overlayPoints = [...overlayMarks, 'ring', 'text', 'drive', 'import'] as const

export type OverlayRole =
  (typeof overlayAreas)[number] | (typeof overlayLines)[number] | (typeof overlayPoints)[number]

/** `label` is written beside a mark, along nothing; `id` names the village or site that a mark stands for. */
export type OverlayFeature = Feature & {
  readonly properties: {
    readonly role: OverlayRole
    readonly label?: string
    readonly village_id?: number
    readonly site_id?: number
    /** Of a measured point: how strong, and the number of its technology. */
    readonly signal?: RsrpClass
    readonly technology?: string
    /** Of a row of a file: what would become of it. */
    readonly mark?: ImportMark
    /** One of many that nothing becomes of: small. */
    readonly quiet?: true
    /** One of so many that they would cover the map: small while the province is in view. */
    readonly crowded?: true
  }
}

const role: ExpressionSpecification = ['get', 'role']
const isPolygon: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon']

/** Areas lie under cables, villages and names: what is asked about stays in sight. */
const groundIds: readonly string[] = ['overlay-areas', 'overlay-area-casing', 'overlay-reach-edges']

/** The rows of a file lie under names and shares alone: thousands of them would leave none to be read. Lines stay below marks. */
const underLabelIds: readonly string[] = [
  'overlay-line-casing',
  'overlay-lines',
  'overlay-links',
  importDotsId,
  importMarksId,
]

/** Before which layer of the map one of these is put; null where it lies over everything. */
export function findLayerAbove(id: string): string | null {
  if (groundIds.includes(id)) return 'cable-routes-casing'
  return underLabelIds.includes(id) ? lowestUnitLabelsId : null
}

/** In this order, the rest over everything else. */
export function overlayLayers(theme: MapTheme): LayerSpecification[] {
  const palette = palettes[theme]
  return [
    ...areaLayers(palette),
    ...lineLayers(palette),
    ...drivePointLayers(overlaySourceId, palette),
    ...importPlaceLayers({ source: overlaySourceId, theme, palette }),
    ...pointLayers(theme, palette),
  ]
}

function areaLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'overlay-areas',
      type: 'fill',
      source: overlaySourceId,
      filter: isPolygon,
      paint: {
        'fill-color': ['match', role, 'reach', palette.site, palette.accent],
        'fill-opacity': ['match', role, 'reach', 0.22, 'trial', 0.16, 0.14],
      },
    },
    {
      id: 'overlay-area-casing',
      type: 'line',
      source: overlaySourceId,
      filter: ['all', isPolygon, ['!=', role, 'reach']],
      paint: { 'line-color': palette.halo, 'line-width': 3.4, 'line-opacity': 0.8 },
    },
    {
      id: 'overlay-area-edges',
      type: 'line',
      source: overlaySourceId,
      filter: ['all', isPolygon, ['!=', role, 'reach']],
      paint: { 'line-color': palette.accent, 'line-width': 2, 'line-dasharray': [3, 2] },
    },
    {
      id: 'overlay-reach-edges',
      type: 'line',
      source: overlaySourceId,
      filter: ['all', isPolygon, ['==', role, 'reach']],
      paint: { 'line-color': palette.site, 'line-width': 1.2 },
    },
  ]
}

function lineLayers(palette: MapPalette): LayerSpecification[] {
  const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString']
  const width = (extra: number): ExpressionSpecification => [
    'match',
    role,
    'failed',
    4 + extra,
    'measure',
    2.4 + extra,
    1.4 + extra,
  ]
  return [
    {
      id: 'overlay-line-casing',
      type: 'line',
      source: overlaySourceId,
      filter: isLine,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': width(2.6), 'line-opacity': 0.85 },
    },
    {
      id: 'overlay-lines',
      type: 'line',
      source: overlaySourceId,
      filter: ['all', isLine, ['!=', role, 'link']],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': ['match', role, 'failed', palette.gap, palette.ink],
        'line-width': width(0),
      },
    },
    {
      id: 'overlay-links',
      type: 'line',
      source: overlaySourceId,
      filter: ['all', isLine, ['==', role, 'link']],
      paint: { 'line-color': palette.ink, 'line-width': width(0), 'line-dasharray': [2, 2] },
    },
  ]
}

function pointLayers(theme: MapTheme, palette: MapPalette): LayerSpecification[] {
  const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point']
  const isMark: ExpressionSpecification = ['all', isPoint, ['in', role, ['literal', [...overlayMarks]]]]
  const markLayout: SymbolLayerSpecification['layout'] = {
    'icon-image': ['concat', toOverlayImageId(theme, ''), role],
    'icon-overlap': 'always',
    'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.42, 9, 0.75, 11, 1.1],
  }
  return [
    {
      id: 'overlay-rings',
      type: 'circle',
      source: overlaySourceId,
      filter: ['all', isPoint, ['==', role, 'ring']],
      paint: {
        'circle-color': palette.accent,
        'circle-opacity': 0.2,
        'circle-radius': 13,
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 3,
      },
    },
    {
      id: overlayMarksId,
      type: 'symbol',
      source: overlaySourceId,
      filter: isMark,
      layout: { ...markLayout, 'icon-ignore-placement': true },
    },
    // The same marks, not drawn but placed: the labels of units look for room beside them.
    {
      id: 'overlay-marks-room',
      type: 'symbol',
      source: overlaySourceId,
      minzoom: roomZoom,
      filter: isMark,
      layout: { ...markLayout, 'icon-padding': 1 },
      paint: { 'icon-opacity': 0 },
    },
    {
      id: 'overlay-texts',
      type: 'symbol',
      source: overlaySourceId,
      filter: ['all', isPoint, ['has', 'label']],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': semiboldFont,
        'text-size': 13,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.1,
        'text-overlap': 'cooperative',
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 3 },
    },
  ]
}
