/** What marks a village that was gained or lost, or a report to be asked about? A shape for each, so that colour is not needed. */
import type { OverlayMark } from '../../layers/image-ids.ts'
import type { MapPalette } from '../../layers/palette.ts'
import { drawOnCanvas, fillWithEdge, writeLetter, type Drawing } from './canvas.ts'

const size = 20
const middle = size / 2

/** Gained: a triangle up. Lost: a triangle down. Flag: a diamond with an exclamation mark. */
export function drawOverlayMark(mark: OverlayMark, palette: MapPalette): Drawing {
  return drawOnCanvas({ width: size, height: size }, (context) => {
    tracePoints(context, corners[mark])
    const fill = mark === 'gained' ? palette.accent : mark === 'lost' ? palette.gap : palette.ink
    fillWithEdge(context, { fill, edge: palette.mark_edge }, 1.8)
    if (mark === 'flag') {
      writeLetter(context, '!', { x: middle, y: middle, size: 12, color: palette.halo })
    }
  })
}

type Corner = readonly [number, number]

const corners: Readonly<Record<OverlayMark, readonly Corner[]>> = {
  gained: [
    [middle, 3],
    [17, 16],
    [3, 16],
  ],
  lost: [
    [middle, 17],
    [17, 4],
    [3, 4],
  ],
  flag: [
    [middle, 1.5],
    [18.5, middle],
    [middle, 18.5],
    [1.5, middle],
  ],
}

function tracePoints(context: CanvasRenderingContext2D, points: readonly Corner[]): void {
  context.beginPath()
  points.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  })
  context.closePath()
}
