/** How do the rows of a file lie on the map before they are written? Each under the mark of what would become of it; what stays is a dot. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { toOverlayImageId, type OverlayMark } from './image-ids.ts'
import type { MapPalette, MapTheme } from './palette.ts'

/** Told apart by their shapes: plus, square, triangle, question mark, cross, triangle downwards, hollow ring. */
export const importMarks = [
  'unchanged',
  'missing',
  'blocked',
  'todo',
  'awaiting',
  'returned',
  'added',
  'conflict',
] as const satisfies readonly (OverlayMark | 'unchanged')[]
export type ImportMark = (typeof importMarks)[number]

export const importDotsId = 'overlay-import-dots'
export const importMarksId = 'overlay-import-marks'

interface ImportLayers {
  readonly source: string
  readonly theme: MapTheme
  readonly palette: MapPalette
}

/** @param crowded how much of its size a mark has that is one of a thousand */
const toSize = (size: number, crowded = 1): ExpressionSpecification => [
  'case',
  ['has', 'quiet'],
  size * 0.6,
  ['has', 'crowded'],
  size * crowded,
  size,
]

export function importPlaceLayers({ source, theme, palette }: ImportLayers): LayerSpecification[] {
  const isPlace: ExpressionSpecification = [
    'all',
    ['==', ['geometry-type'], 'Point'],
    ['==', ['get', 'role'], 'import'],
  ]
  const isDot: ExpressionSpecification = ['==', ['get', 'mark'], 'unchanged']
  return [
    {
      id: importDotsId,
      type: 'circle',
      source,
      filter: ['all', isPlace, isDot],
      paint: {
        'circle-color': palette.soft_ink,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 1.6, 13, 4],
        'circle-stroke-color': palette.mark_edge,
        'circle-stroke-width': 0.8,
      },
    },
    {
      id: importMarksId,
      type: 'symbol',
      source,
      filter: ['all', isPlace, ['!', isDot]],
      layout: {
        'icon-image': ['concat', toOverlayImageId(theme, ''), ['get', 'mark']],
        'icon-overlap': 'always',
        'icon-ignore-placement': true,
        // A list may have thousands, and there may be many that it does not speak of: small while the province is in view.
        'icon-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          7,
          toSize(0.45, 0.6),
          9,
          toSize(0.75, 0.6),
          11,
          toSize(1.1, 0.8),
          13,
          toSize(1.25),
        ],
        // What has to be decided lies above what goes its way.
        'symbol-sort-key': ['index-of', ['get', 'mark'], ['literal', [...importMarks]]],
      },
    },
  ]
}
