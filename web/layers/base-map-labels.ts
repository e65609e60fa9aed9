/** Who lives around, and which road is this? Names of neighbours and main roads. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { regularFont, semiboldFont } from './fonts.ts'
import type { LayerView } from './layer-view.ts'
import { palettes } from './palette.ts'

export function baseMapLabelLayers({ theme }: LayerView): LayerSpecification[] {
  const palette = palettes[theme]
  return [
    {
      id: 'way-names',
      type: 'symbol',
      source: 'base-map',
      minzoom: 9.5,
      filter: ['all', ['in', ['get', 'kind'], ['literal', ['road', 'river']]], ['has', 'name']],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['coalesce', ['get', 'name'], ''],
        'text-font': regularFont,
        'text-size': 10.5,
      },
      paint: {
        'text-color': palette.soft_ink,
        'text-halo-color': palette.halo,
        'text-halo-width': 1.2,
      },
    },
    {
      id: 'neighbour-names',
      type: 'symbol',
      source: 'neighbour-labels',
      layout: {
        'text-field': ['case', ['get', 'is_country'], ['upcase', ['get', 'name']], ['get', 'name']],
        'text-font': semiboldFont,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          7,
          ['case', ['get', 'is_country'], 12, 11],
          10,
          ['case', ['get', 'is_country'], 20, 16],
        ],
        'text-letter-spacing': ['case', ['get', 'is_country'], 0.3, 0.08],
        'text-max-width': 8,
      },
      paint: {
        'text-color': palette.soft_ink,
        'text-opacity': 0.8,
        'text-halo-color': palette.paper,
        'text-halo-width': 1,
      },
    },
  ]
}
