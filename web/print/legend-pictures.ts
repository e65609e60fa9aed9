/** How do the map's own marks come into a printed legend? Drawn by the functions that draw them for the map. */
import { drawImage } from '../map/draw-image.ts'
import { drawFacility } from '../map/drawings/facility.ts'
import type { MapCarrier } from '../map/map-view-props.ts'
import type { LegendMark } from './sheet-content.ts'

interface MarkOptions {
  readonly carriers: readonly MapCarrier[]
  /** As the layer enlarges it. */
  readonly size: number
}

/** Null for an id that no mark has. */
export function drawMark(id: string, { carriers, size }: MarkOptions): LegendMark | null {
  const drawing = drawImage(id, carriers) ?? drawFacility(id)
  if (drawing === null) return null
  const { image, pixelRatio } = drawing
  return {
    type: 'picture',
    canvas: toCanvas(image),
    width_px: (image.width / pixelRatio) * size,
    height_px: (image.height / pixelRatio) * size,
  }
}

const [swatch_width, swatch_height] = [30, 12]

/** A piece of the pattern, framed. */
export function drawHatchSwatch(carriers: readonly MapCarrier[]): LegendMark {
  const drawing = drawImage('hatch|light', carriers)
  if (drawing === null) throw new Error('the hatch is one of our own images')
  const canvas = document.createElement('canvas')
  canvas.width = swatch_width * drawing.pixelRatio
  canvas.height = swatch_height * drawing.pixelRatio
  const context = canvas.getContext('2d')
  const pattern = context?.createPattern(toCanvas(drawing.image), 'repeat')
  if (context == null || pattern == null) throw new Error('no 2d canvas')
  context.fillStyle = pattern
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.strokeStyle = '#5b6a6e'
  context.lineWidth = drawing.pixelRatio
  context.strokeRect(0, 0, canvas.width, canvas.height)
  return { type: 'picture', canvas, width_px: swatch_width, height_px: swatch_height }
}

function toCanvas(image: ImageData): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas
}
