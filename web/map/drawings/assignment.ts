/** What does an assigned village look like? A tag in the carrier's colour with its letter; hollow once covered. */
import type { AssignmentProgress } from '../../layers/image-ids.ts'
import type { MapPalette } from '../../layers/palette.ts'
import { drawOnCanvas, fillWithEdge, writeLetter, type Drawing } from './canvas.ts'

const width = 20
const height = 24
const side = 15

export function drawAssignment(
  carrier: { readonly letter: string; readonly color: string },
  progress: AssignmentProgress,
  palette: MapPalette,
): Drawing {
  return drawOnCanvas({ width, height }, (context) => {
    const isDone = progress === 'done'
    traceTag(context)
    const fill = isDone ? palette.halo : carrier.color
    fillWithEdge(context, { fill, edge: palette.mark_edge }, 1.4)
    if (isDone) {
      context.lineWidth = 1.6
      context.strokeStyle = carrier.color
      context.stroke()
    }
    const color = isDone ? palette.ink : '#ffffff'
    writeLetter(context, carrier.letter, { x: width / 2, y: 2 + side / 2, size: 11, color })
  })
}

/** A square with a tip that points at the village. */
function traceTag(context: CanvasRenderingContext2D): void {
  const left = (width - side) / 2
  const [right, top, bottom] = [left + side, 2, 2 + side]
  context.beginPath()
  context.moveTo(left + 3, top)
  context.arcTo(right, top, right, bottom, 3)
  context.arcTo(right, bottom, width / 2 + 4, bottom, 3)
  context.lineTo(width / 2 + 4, bottom)
  context.lineTo(width / 2, bottom + 5)
  context.lineTo(width / 2 - 4, bottom)
  context.arcTo(left, bottom, left, top, 3)
  context.arcTo(left, top, right, top, 3)
  context.closePath()
}
