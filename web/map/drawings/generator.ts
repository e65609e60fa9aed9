/** What does generator power look like? A bolt in a violet square. */
import type { MapPalette } from '../../layers/palette.ts'
import { drawOnCanvas, fillWithEdge, traceBolt, traceSquare, type Drawing } from './canvas.ts'

const size = 20

export function drawGenerator(palette: MapPalette): Drawing {
  return drawOnCanvas({ width: size, height: size }, (context) =>
    paintGenerator(context, { x: 3, y: 3 }, { side: 14, palette }),
  )
}

/** The square at a place of a larger drawing. */
export function paintGenerator(
  context: CanvasRenderingContext2D,
  at: { readonly x: number; readonly y: number },
  { side, palette }: { readonly side: number; readonly palette: MapPalette },
): void {
  traceSquare(context, at, side)
  fillWithEdge(context, { fill: palette.generator, edge: palette.mark_edge }, side / 12)
  traceBolt(context, { x: at.x + side * 0.1, y: at.y + side * 0.1 }, side * 0.8)
  context.fillStyle = palette.halo
  context.fill()
}
