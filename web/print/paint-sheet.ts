/** How does a sheet become a picture? Painted on a canvas, for the preview and for PNG. */
import { point_mm, type Measure, type SheetDrawing, type SheetPart, type TextLook } from './sheet-drawing.ts'

const family = '"Be Vietnam Pro", sans-serif'

export function paintSheet(canvas: HTMLCanvasElement, drawing: SheetDrawing, pixels_per_mm: number): void {
  canvas.width = Math.round(drawing.width_mm * pixels_per_mm)
  canvas.height = Math.round(drawing.height_mm * pixels_per_mm)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no 2d canvas')
  context.imageSmoothingQuality = 'high'
  context.scale(canvas.width / drawing.width_mm, canvas.height / drawing.height_mm)
  for (const part of drawing.parts) paintPart(context, part)
}

/** Measured with the page's own font, which the PDF is set in too. */
export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('no 2d canvas')
  // Measured large: browsers round small sizes.
  const scale = 100
  return (text, { size_pt, weight }) => {
    context.font = `${weight} ${scale}px ${family}`
    return (context.measureText(text).width / scale) * size_pt * point_mm
  }
}

/** Letters of both files that the font comes in. */
export async function loadSheetFonts(): Promise<void> {
  const sample = 'Aa0ăẰđệợữ'
  await Promise.allSettled(
    [400, 600].map((weight) => document.fonts.load(`${weight} 16px "Be Vietnam Pro"`, sample)),
  )
}

function paintPart(context: CanvasRenderingContext2D, part: SheetPart): void {
  context.save()
  switch (part.type) {
    case 'text':
      paintText(context, part)
      break
    case 'rectangle':
      paintRectangle(context, part)
      break
    case 'line':
      context.beginPath()
      context.setLineDash([...(part.dash ?? [])])
      context.moveTo(...part.from)
      context.lineTo(...part.to)
      context.lineWidth = part.width
      context.strokeStyle = part.color
      context.stroke()
      break
    case 'circle':
      context.globalAlpha = part.opacity ?? 1
      context.beginPath()
      context.arc(part.x, part.y, part.radius, 0, 2 * Math.PI)
      context.fillStyle = part.fill
      context.fill()
      break
    case 'triangle':
      context.beginPath()
      part.corners.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
      context.fillStyle = part.fill
      context.fill()
      break
    case 'picture':
      context.drawImage(part.canvas, part.x, part.y, part.width, part.height)
      break
  }
  context.restore()
}

function paintText(
  context: CanvasRenderingContext2D,
  {
    x,
    y,
    text,
    color,
    size_pt,
    weight,
  }: { readonly x: number; readonly y: number } & TextLook & {
      readonly text: string
      readonly color: string
    },
): void {
  // A font of a few millimetres would be rounded: set large and drawn small.
  const scale = (size_pt * point_mm) / 100
  context.translate(x, y)
  context.scale(scale, scale)
  context.font = `${weight} 100px ${family}`
  context.fillStyle = color
  context.fillText(text, 0, 0)
}

function paintRectangle(
  context: CanvasRenderingContext2D,
  part: Extract<SheetPart, { type: 'rectangle' }>,
): void {
  if (part.fill !== undefined) {
    context.globalAlpha = part.opacity ?? 1
    context.fillStyle = part.fill
    context.fillRect(part.x, part.y, part.width, part.height)
  }
  if (part.stroke === undefined) return
  context.globalAlpha = 1
  context.strokeStyle = part.stroke.color
  context.lineWidth = part.stroke.width
  context.strokeRect(part.x, part.y, part.width, part.height)
}
