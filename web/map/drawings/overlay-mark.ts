/** What marks a village that was gained or lost, or a report to be asked about? A shape for each, so that colour is not needed. */
import type { OverlayMark } from '../../layers/image-ids.ts'
import type { MapPalette } from '../../layers/palette.ts'
import { drawOnCanvas, fillWithEdge, writeLetter, type Drawing } from './canvas.ts'

const size = 20
const middle = size / 2

/** Gained: a triangle up. Lost: a triangle down; hollow where one side alone is known. Flag: a diamond with an exclamation mark. */
export function drawOverlayMark(mark: OverlayMark, palette: MapPalette): Drawing {
  return drawOnCanvas({ width: size, height: size }, (context) => {
    tracePoints(context, corners[mark])
    const color = toColor(mark, palette)
    if (mark.endsWith('unsure')) fillWithEdge(context, { fill: palette.halo, edge: color }, 1.8)
    else fillWithEdge(context, { fill: color, edge: palette.mark_edge }, 1.8)
    if (mark === 'flag') {
      writeLetter(context, '!', { x: middle, y: middle, size: 12, color: palette.halo })
    }
  })
}

type Corner = readonly [number, number]

const up: readonly Corner[] = [
  [middle, 3],
  [17, 16],
  [3, 16],
]
const down: readonly Corner[] = [
  [middle, 17],
  [17, 4],
  [3, 4],
]

const corners: Readonly<Record<OverlayMark, readonly Corner[]>> = {
  gained: up,
  lost: down,
  'gained-unsure': up,
  'lost-unsure': down,
  flag: [
    [middle, 1.5],
    [18.5, middle],
    [middle, 18.5],
    [1.5, middle],
  ],
}

function toColor(mark: OverlayMark, palette: MapPalette): string {
  if (corners[mark] === up) return palette.accent
  return corners[mark] === down ? palette.gap : palette.ink
}

function tracePoints(context: CanvasRenderingContext2D, points: readonly Corner[]): void {
  context.beginPath()
  points.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  })
  context.closePath()
}
