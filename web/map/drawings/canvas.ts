/** How is a mark drawn so that it stays crisp? On a canvas at twice or three times its size in CSS pixels. */
import { semiboldFont } from '../../layers/fonts.ts'

export interface Drawing {
  readonly image: ImageData
  readonly pixelRatio: number
}

/** At least 2: marks are also enlarged by the layers. */
export function toPixelRatio(): number {
  return Math.min(Math.max(Math.ceil(globalThis.devicePixelRatio || 1), 2), 3)
}

/** Runs `paint` on a canvas of `width` × `height` CSS pixels. */
export function drawOnCanvas(
  size: { readonly width: number; readonly height: number },
  paint: (context: CanvasRenderingContext2D) => void,
): Drawing {
  const pixelRatio = toPixelRatio()
  const canvas = document.createElement('canvas')
  canvas.width = size.width * pixelRatio
  canvas.height = size.height * pixelRatio
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no 2d canvas to draw marks on')
  context.scale(pixelRatio, pixelRatio)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  paint(context)
  return { image: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio }
}

/** Fills the path so far and cuts it out of its ground with an edge. */
export function fillWithEdge(
  context: CanvasRenderingContext2D,
  colors: { readonly fill: string; readonly edge: string },
  edge_width: number,
): void {
  context.lineWidth = edge_width * 2
  context.strokeStyle = colors.edge
  context.stroke()
  context.fillStyle = colors.fill
  context.fill()
}

/** A bolt in a box whose top left is given, for generator power. */
export function traceBolt(
  context: CanvasRenderingContext2D,
  at: { readonly x: number; readonly y: number },
  size: number,
): void {
  const points = [
    [0.58, 0.05],
    [0.18, 0.56],
    [0.47, 0.56],
    [0.4, 0.95],
    [0.82, 0.42],
    [0.53, 0.42],
  ] as const
  context.beginPath()
  points.forEach(([x, y], index) => {
    const corner = [at.x + x * size, at.y + y * size] as const
    if (index === 0) context.moveTo(...corner)
    else context.lineTo(...corner)
  })
  context.closePath()
}

/** A square with rounded corners. */
export function traceSquare(
  context: CanvasRenderingContext2D,
  at: { readonly x: number; readonly y: number },
  size: number,
): void {
  context.beginPath()
  context.roundRect(at.x, at.y, size, size, size * 0.2)
}

/** Bold text in the middle of a point, raised so that capitals look centred. */
export function writeLetter(
  context: CanvasRenderingContext2D,
  letter: string,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly color: string },
): void {
  context.font = `600 ${at.size}px "${semiboldFont[0]}", sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillStyle = at.color
  context.fillText(letter, at.x, at.y + at.size * 0.36)
}
