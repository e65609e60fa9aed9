/** What share has each unit? Areas coloured by class, unknown hatched, outlines for hover and selection. */
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import type { ChoroplethSet } from '../map/map-view-props.ts'
import { hatchImageId } from './image-ids.ts'
import { choroplethSets, toVisibility, unitSources, type LayerView } from './layer-view.ts'
import { palettes } from './palette.ts'

/** The layer that a click on a unit of the set meets. */
export function toUnitFillId(unit_set: ChoroplethSet): string {
  return `${unitSources[unit_set]}-fill`
}

/** Colours come by feature state, so that a new question recolours the areas without cutting tiles again. */
export function unitFillLayers(view: LayerView): LayerSpecification[] {
  const palette = palettes[view.theme]
  return choroplethSets.flatMap((unit_set): LayerSpecification[] => {
    const source = unitSources[unit_set]
    const visibility = toVisibility(view.unit_set === unit_set)
    const hatched = view.unit_set === unit_set ? [...view.hatched] : []
    const isHatched: FilterSpecification = ['in', ['get', 'code'], ['literal', hatched]]
    return [
      {
        id: toUnitFillId(unit_set),
        type: 'fill',
        source,
        layout: { visibility },
        paint: {
          'fill-color': ['to-color', ['feature-state', 'color'], palette.land],
          // Near, the marks tell more than the class, which then steps back.
          'fill-opacity': [
            'interpolate',
            ['linear'],
            ['zoom'],
            10,
            palette.class_opacity,
            13,
            palette.class_opacity * 0.6,
          ],
        },
      },
      {
        id: `${source}-hatch`,
        type: 'fill',
        source,
        layout: { visibility },
        filter: isHatched,
        paint: { 'fill-pattern': hatchImageId(view.theme) },
      },
      {
        // Lines between classes are paper, which would be lost on a hatch.
        id: `${source}-hatch-line`,
        type: 'line',
        source,
        layout: { visibility, 'line-join': 'round' },
        filter: isHatched,
        paint: { 'line-color': palette.soft_ink, 'line-width': 2.2 },
      },
    ]
  })
}

/** Lines between units: communes whisper inside districts, districts stand out among communes. */
export function unitLineLayers(view: LayerView): LayerSpecification[] {
  const palette = palettes[view.theme]
  return [
    toThinLine(view),
    ...choroplethSets.map((unit_set): LayerSpecification => ({
      id: `${unitSources[unit_set]}-line`,
      type: 'line',
      source: unitSources[unit_set],
      layout: { visibility: toVisibility(view.unit_set === unit_set), 'line-join': 'round' },
      paint: {
        'line-color': palette.unit_line,
        'line-width':
          unit_set === 'district'
            ? ['interpolate', ['linear'], ['zoom'], 7, 1.2, 10, 2.4]
            : ['interpolate', ['linear'], ['zoom'], 7, 0.5, 10, 1.2],
      },
    })),
    {
      id: 'districts-over-communes',
      type: 'line',
      source: 'districts',
      layout: { visibility: toVisibility(view.unit_set === 'commune'), 'line-join': 'round' },
      paint: {
        'line-color': palette.unit_line,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1.6, 10, 2.8],
      },
    },
  ]
}

function toThinLine(view: LayerView): LayerSpecification {
  return {
    id: 'communes-in-districts',
    type: 'line',
    source: 'communes',
    layout: { visibility: toVisibility(view.unit_set === 'district') },
    paint: {
      'line-color': palettes[view.theme].unit_line,
      'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.3, 11, 1],
      'line-opacity': 0.55,
    },
  }
}

/** The unit under the pointer and the selected one, by feature state. Selected: a dark line with a light casing. */
export function unitOutlineLayers(view: LayerView): LayerSpecification[] {
  const palette = palettes[view.theme]
  return choroplethSets.flatMap((unit_set): LayerSpecification[] => {
    const source = unitSources[unit_set]
    const layout = {
      visibility: toVisibility(view.unit_set === unit_set),
      'line-join': 'round',
    } as const
    const isSelected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false]
    const isHovered: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false]
    return [
      {
        id: `${source}-outline-casing`,
        type: 'line',
        source,
        layout,
        paint: {
          'line-color': palette.halo,
          'line-width': 6,
          'line-opacity': ['case', isSelected, 0.9, 0],
        },
      },
      {
        id: `${source}-outline`,
        type: 'line',
        source,
        layout,
        paint: {
          'line-color': palette.ink,
          'line-width': ['case', isSelected, 2.6, 1.8],
          'line-opacity': ['case', isSelected, 1, isHovered, 0.85, 0],
        },
      },
    ]
  })
}
