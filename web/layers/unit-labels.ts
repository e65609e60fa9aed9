/** What is each unit called, and what is its share? Names with the share under them, where there is room for them. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { ChoroplethSet } from '../map/map-view-props.ts'
import { regularFont, semiboldFont } from './fonts.ts'
import { siteMarkZoom, toVisibility, type LayerView } from './layer-view.ts'
import { palettes } from './palette.ts'

/** The layer whose first drawing means that the shares can be read. */
export const unitLabelsId = 'unit-labels'
/** The lowest of these layers: what lies before it lies under every label. */
export const lowestUnitLabelsId = 'unit-remaining'

/** Districts are named at once; smaller units from the scale at which their names fit. */
const namedFrom: Readonly<Record<ChoroplethSet, number>> = {
  province: 0,
  district: 0,
  'commune-2025': 8,
  commune: 10,
}

const sizes: Readonly<Record<'district' | 'commune', ExpressionSpecification>> = {
  district: ['interpolate', ['linear'], ['zoom'], 6.5, 9.5, 7.5, 10.5, 8.3, 15, 10, 17],
  commune: ['interpolate', ['linear'], ['zoom'], 8, 10, 9.5, 11, 12, 13],
}

/** Where a label may stand around its point, in ems: on it, then in circles around it, the nearest first. */
const circles = [0, 0.8, 1.6, 2.4, 3.2]
const places = circles.flatMap((radius) => toCircle(radius))

function toCircle(radius: number): (string | [number, number])[] {
  const count = radius === 0 ? 1 : 12
  return Array.from({ length: count }, (_, step) => {
    const angle = (2 * Math.PI * step) / count
    const offset: [number, number] = [round(radius * Math.cos(angle)), round(radius * Math.sin(angle))]
    return ['center', offset] as [string, [number, number]]
  }).flat()
}

function round(ems: number): number {
  return Math.round(ems * 100) / 100
}

/** Names with shares; small units below their scale show only how many villages remain, with their district's name. */
export function unitLabelLayers(view: LayerView): LayerSpecification[] {
  const unit_set = view.unit_set ?? 'district'
  return [toRemainingLayer(view, unit_set), toContextLayer(view), toNameLayer(view, unit_set)]
}

function toNameLayer(view: LayerView, unit_set: ChoroplethSet): LayerSpecification {
  const palette = palettes[view.theme]
  const isDistrict = unit_set === 'district' || unit_set === 'province'
  return {
    id: unitLabelsId,
    type: 'symbol',
    source: 'unit-labels',
    minzoom: namedFrom[unit_set],
    layout: {
      'text-field': toText(view),
      'text-font': semiboldFont,
      'text-size': sizes[isDistrict ? 'district' : 'commune'],
      'text-line-height': 1.12,
      'text-max-width': ['step', ['zoom'], 5, 8, 6.5, 10, 9],
      // A label steps aside for a gap, which is placed before it; a district's is drawn in any case.
      'text-variable-anchor-offset': places,
      'text-justify': 'center',
      'text-padding': 0,
      'text-overlap': isDistrict ? 'always' : 'never',
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': palette.ink,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.6,
      'text-halo-blur': 0.3,
    },
  }
}

function toText(view: LayerView): ExpressionSpecification {
  const palette = palettes[view.theme]
  const nameAndShare: ExpressionSpecification = [
    'format',
    ['get', 'name'],
    {},
    '\n',
    {},
    ['get', 'label'],
    { 'font-scale': 1.04 },
  ]
  if (!view.visible.has('sites')) return nameAndShare
  const withSites: ExpressionSpecification = [
    'format',
    ['get', 'name'],
    {},
    '\n',
    {},
    ['get', 'label'],
    { 'font-scale': 1.04 },
    '\n',
    {},
    ['get', 'site_text'],
    { 'font-scale': 0.74, 'text-font': ['literal', regularFont], 'text-color': palette.site },
  ]
  return ['step', ['zoom'], withSites, siteMarkZoom, nameAndShare]
}

function toRemainingLayer(view: LayerView, unit_set: ChoroplethSet): LayerSpecification {
  const palette = palettes[view.theme]
  return {
    id: lowestUnitLabelsId,
    type: 'symbol',
    source: 'unit-labels',
    maxzoom: Math.max(namedFrom[unit_set], 0.1),
    filter: ['>', ['get', 'remaining'], 0],
    layout: {
      visibility: toVisibility(unit_set !== 'district'),
      'text-field': ['get', 'remaining_text'],
      'text-font': semiboldFont,
      'text-size': 11,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.4,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': palette.ink,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.3,
    },
  }
}

function toContextLayer(view: LayerView): LayerSpecification {
  const palette = palettes[view.theme]
  return {
    id: 'district-names-over-communes',
    type: 'symbol',
    source: 'district-names',
    maxzoom: namedFrom.commune,
    layout: {
      visibility: toVisibility(view.unit_set === 'commune'),
      'text-field': ['get', 'name'],
      'text-font': semiboldFont,
      'text-size': ['interpolate', ['linear'], ['zoom'], 7, 11, 9, 14],
      'text-letter-spacing': 0.06,
      'text-max-width': 7,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.5,
    },
    paint: {
      'text-color': palette.ink,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.6,
    },
  }
}
