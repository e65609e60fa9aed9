/** Where are offices, schools, clinics and places of wifi? A disc with the sign of its kind. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { toVisibility, type LayerView } from './layer-view.ts'

export const facilitiesId = 'facilities'

export function facilityLayers(view: LayerView): LayerSpecification[] {
  return [
    {
      id: facilitiesId,
      type: 'symbol',
      source: facilitiesId,
      layout: {
        visibility: toVisibility(view.visible.has(facilitiesId)),
        'icon-image': ['concat', `facility|${view.theme}|`, ['get', 'kind']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 6, 0.34, 8, 0.56, 9.5, 0.8, 12, 1.1],
        'icon-overlap': 'always',
        'icon-ignore-placement': true,
      },
    },
  ]
}
