/** Which villages are assigned to which carrier? A tag with the carrier's letter and colour, hollow once it is done. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { toVisibility, type LayerView } from './layer-view.ts'

export const assignmentsId = 'assignment-tags'

/** The tag stands above the village, so that the village's own mark stays in sight. */
export function assignmentLayers(view: LayerView): LayerSpecification[] {
  return [
    {
      id: assignmentsId,
      type: 'symbol',
      source: 'assignments',
      layout: {
        visibility: toVisibility(view.visible.has('assignments')),
        'icon-image': [
          'concat',
          `assignment|${view.theme}|`,
          ['get', 'carrier_code'],
          '|',
          ['case', ['==', ['get', 'state'], 'covered'], 'done', 'open'],
        ],
        'icon-anchor': 'bottom',
        'icon-offset': [0, -4],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.72, 9, 0.9, 12, 1.1],
        'icon-overlap': 'always',
        'icon-padding': 0,
        'symbol-z-order': 'viewport-y',
      },
    },
  ]
}
