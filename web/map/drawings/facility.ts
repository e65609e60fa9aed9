/** What does a facility look like? The sign of its kind on a disc. Fetched when the first one is to be drawn. */
import { facilitySymbols } from '../../layers/facility-symbols.ts'
import { palettes } from '../../layers/palette.ts'
import { drawOnCanvas, fillWithEdge, type Drawing } from './canvas.ts'

const size = 18
/** Of the square in which the signs are drawn. */
const sign = 14

/** Null for an id that asks for no facility. */
export function drawFacility(id: string): Drawing | null {
  const [type, theme, kind] = id.split('|')
  if (type !== 'facility' || (theme !== 'light' && theme !== 'dark')) return null
  const palette = palettes[theme]
  const path = Object.entries(facilitySymbols).find(([known]) => known === kind)?.[1]
  if (path === undefined) return null
  return drawOnCanvas({ width: size, height: size }, (context) => {
    context.beginPath()
    context.arc(size / 2, size / 2, 7.6, 0, 2 * Math.PI)
    fillWithEdge(context, { fill: palette.halo, edge: palette.soft_ink }, 0.9)
    context.translate((size - sign) / 2, (size - sign) / 2)
    context.fillStyle = palette.ink
    context.fill(new Path2D(path))
  })
}
