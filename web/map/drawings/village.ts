/** What does a village look like that is not covered? Shape and colour both tell its state. */
import type { VillageMark } from '../../layers/image-ids.ts'
import type { MapPalette } from '../../layers/palette.ts'
import { drawOnCanvas, fillWithEdge, type Drawing } from './canvas.ts'

const size = 18
const middle = size / 2
const radius = 7

/** Not covered: a full diamond. Partial: a diamond filled to the half. Unknown: a hollow hatched circle. */
export function drawVillage(state: VillageMark, palette: MapPalette): Drawing {
  return drawOnCanvas({ width: size, height: size }, (context) => {
    if (state === 'unknown') paintUnknown(context, palette)
    else paintDiamond(context, state, palette)
  })
}

function traceDiamond(context: CanvasRenderingContext2D, reach: number): void {
  context.beginPath()
  context.moveTo(middle, middle - reach)
  context.lineTo(middle + reach, middle)
  context.lineTo(middle, middle + reach)
  context.lineTo(middle - reach, middle)
  context.closePath()
}

function paintDiamond(
  context: CanvasRenderingContext2D,
  state: 'partial' | 'not_covered',
  palette: MapPalette,
): void {
  traceDiamond(context, radius)
  const fill = state === 'not_covered' ? palette.gap : palette.halo
  fillWithEdge(context, { fill, edge: palette.mark_edge }, 1.6)
  if (state === 'not_covered') return
  context.save()
  context.clip()
  context.fillStyle = palette.gap
  context.fillRect(0, 0, middle, size)
  context.restore()
  traceDiamond(context, radius - 0.8)
  context.strokeStyle = palette.gap
  context.lineWidth = 1.6
  context.stroke()
}

function paintUnknown(context: CanvasRenderingContext2D, palette: MapPalette): void {
  const reach = radius - 1
  context.beginPath()
  context.arc(middle, middle, reach, 0, 2 * Math.PI)
  fillWithEdge(context, { fill: palette.halo, edge: palette.mark_edge }, 1)
  context.save()
  context.clip()
  context.strokeStyle = palette.soft_ink
  context.lineWidth = 1.1
  context.beginPath()
  for (const shift of [-8, -4, 0, 4, 8]) {
    context.moveTo(middle + shift - reach, middle + reach)
    context.lineTo(middle + shift + reach, middle - reach)
  }
  context.stroke()
  context.restore()
  context.beginPath()
  context.arc(middle, middle, reach, 0, 2 * Math.PI)
  context.lineWidth = 1.5
  context.strokeStyle = palette.soft_ink
  context.stroke()
}
