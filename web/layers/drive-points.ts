/** How do the points of a drive test lie on the map? Coloured and sized by the signal, hollow where there is next to none, numbered by technology. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { rsrpClasses, type RsrpClass } from '../../core/files/rsrp-classes.ts'
import { semiboldFont } from './fonts.ts'
import type { MapPalette } from './palette.ts'

/** Told apart by whoever sees no red and green: they also grow darker from the strong to the weak. */
export const signalColors: Readonly<Record<RsrpClass, string>> = {
  strong: '#2fbf8f',
  good: '#7fb800',
  fair: '#f0a202',
  weak: '#d95d39',
  none: '#7b1e3a',
}

const radii: Readonly<Record<RsrpClass, number>> = { strong: 7, good: 6.2, fair: 5.4, weak: 4.6, none: 4 }

/** Above it the number of the technology stands in a point. */
const numberedZoom = 13

export function drivePointLayers(source: string, palette: MapPalette): LayerSpecification[] {
  const filter: ExpressionSpecification = ['==', ['get', 'role'], 'drive']
  return [
    {
      id: 'overlay-drive-points',
      type: 'circle',
      source,
      filter,
      paint: {
        'circle-color': bySignal(signalColors),
        'circle-opacity': ['match', ['get', 'signal'], 'none', 0, 0.92],
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          9,
          ['*', 0.45, bySignal(radii)],
          numberedZoom,
          bySignal(radii),
          16,
          ['*', 1.6, bySignal(radii)],
        ],
        'circle-stroke-color': ['match', ['get', 'signal'], 'none', signalColors.none, palette.mark_edge],
        'circle-stroke-width': ['match', ['get', 'signal'], 'none', 2, 1],
      },
    },
    {
      id: 'overlay-drive-numbers',
      type: 'symbol',
      source,
      filter,
      minzoom: numberedZoom,
      layout: { 'text-field': ['get', 'technology'], 'text-font': semiboldFont, 'text-size': 10 },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
    },
  ]
}

function bySignal<V extends string | number>(
  values: Readonly<Record<RsrpClass, V>>,
): ExpressionSpecification {
  const cases = rsrpClasses.flatMap(({ name }) => [name, values[name]])
  return ['match', ['get', 'signal'], ...cases, values.none] as unknown as ExpressionSpecification
}
