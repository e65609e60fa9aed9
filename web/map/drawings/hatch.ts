/** What does "unknown" look like on an area? Diagonal lines on paper, never a pale class of "no". */
import type { MapPalette } from '../../layers/palette.ts'
import { drawOnCanvas, type Drawing } from './canvas.ts'

const size = 10

/** A tile that repeats without a seam. */
export function drawHatch(palette: MapPalette): Drawing {
  return drawOnCanvas({ width: size, height: size }, (context) => {
    context.fillStyle = palette.land
    context.fillRect(0, 0, size, size)
    context.strokeStyle = palette.soft_ink
    context.globalAlpha = 0.6
    context.lineWidth = 1.4
    context.lineCap = 'butt'
    context.beginPath()
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift - 1, size + 1)
      context.lineTo(shift + size + 1, -1)
    }
    context.stroke()
  })
}
