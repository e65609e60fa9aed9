/** Where does cable run, and how is it laid? Underground solid, aerial dashed, in a duct dotted. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { cableRouteDashes, cableRouteKindsDrawn } from './cable-route-dashes.ts'
import { toVisibility, type LayerView } from './layer-view.ts'
import { palettes } from './palette.ts'

export function toCableRouteId(kind: (typeof cableRouteKindsDrawn)[number]): string {
  return `cable-routes-${kind}`
}

/** A casing first, so that dashes read on every class of the choropleth. */
export function cableRouteLayers(view: LayerView): LayerSpecification[] {
  const palette = palettes[view.theme]
  const visibility = toVisibility(view.visible.has('cable-routes'))
  const isSelected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false]
  const casing: LayerSpecification = {
    id: 'cable-routes-casing',
    type: 'line',
    source: 'cable-routes',
    layout: { visibility, 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': ['case', isSelected, palette.ink, palette.halo],
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 2.4, 10, 4.5, 14, 8],
      'line-opacity': 0.8,
    },
  }
  const lines = cableRouteKindsDrawn.map((kind): LayerSpecification => {
    const dash = cableRouteDashes[kind]
    return {
      id: toCableRouteId(kind),
      type: 'line',
      source: 'cable-routes',
      filter: ['==', ['get', 'kind'], kind],
      layout: { visibility, 'line-cap': kind === 'duct' ? 'round' : 'butt', 'line-join': 'round' },
      paint: {
        'line-color': palette.cable,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.1, 10, 2.2, 14, 4],
        ...(dash === null ? {} : { 'line-dasharray': dash }),
      },
    }
  })
  return [casing, ...lines]
}
