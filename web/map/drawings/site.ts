/** What does a site look like? Its technology inside, its carriers around, and what else a planner must see at a glance. */
import { hasLetterInside, type SiteMark, type SiteSymbol } from '../../layers/image-ids.ts'
import type { MapPalette } from '../../layers/palette.ts'
import { drawOnCanvas, writeLetter, type Drawing } from './canvas.ts'
import { paintGenerator } from './generator.ts'

const size = 32
const middle = size / 2
const coreRadius = 6
const ringRadius = 8.6
const ringWidth = 3

export interface SiteCarrier {
  readonly letter: string
  readonly color: string
}

/**
 * 4G filled disc, 3G ring, 2G small cross, 5G disc with a dot; a ring with a segment per carrier around it; an open bracket
 * where the mast is offered for sharing; a bolt for generator power; dashed when planned; grey and struck when retired.
 */
export function drawSite(mark: SiteMark, carriers: readonly SiteCarrier[], palette: MapPalette): Drawing {
  return drawOnCanvas({ width: size, height: size }, (context) => {
    const isRetired = mark.status === 'retired'
    const color = isRetired ? palette.retired : palette.site
    paintGround(context, palette)
    paintRing(context, isRetired ? [] : carriers, { color, isDashed: mark.status === 'planned' })
    paintSymbol(context, mark.symbol, { color, palette })
    const single = hasLetterInside(mark) ? carriers[0] : undefined
    if (single !== undefined && !isRetired) paintLetter(context, single.letter, { mark, palette })
    if (mark.sharing === 'offered' && !isRetired) paintBracket(context, palette)
    if (isRetired) paintStrike(context, palette)
    if (mark.power === 'generator') paintGenerator(context, { x: 20.5, y: 1.5 }, { side: 10, palette })
  })
}

function paintGround(context: CanvasRenderingContext2D, palette: MapPalette): void {
  context.beginPath()
  context.arc(middle, middle, ringRadius + ringWidth / 2 + 1, 0, 2 * Math.PI)
  context.fillStyle = palette.mark_edge
  context.fill()
}

function paintRing(
  context: CanvasRenderingContext2D,
  carriers: readonly SiteCarrier[],
  { color, isDashed }: { readonly color: string; readonly isDashed: boolean },
): void {
  context.lineWidth = ringWidth
  context.lineCap = 'butt'
  context.setLineDash(isDashed ? [3, 2.4] : [])
  const colors = carriers.length === 0 ? [color] : carriers.map((carrier) => carrier.color)
  const gap = colors.length > 1 ? 0.12 : 0
  colors.forEach((segment, index) => {
    const start = (2 * Math.PI * index) / colors.length - Math.PI / 2
    context.beginPath()
    context.arc(middle, middle, ringRadius, start + gap, start + (2 * Math.PI) / colors.length - gap)
    context.strokeStyle = segment
    context.stroke()
  })
  context.setLineDash([])
}

function paintSymbol(
  context: CanvasRenderingContext2D,
  symbol: SiteSymbol,
  { color, palette }: { readonly color: string; readonly palette: MapPalette },
): void {
  context.fillStyle = color
  context.strokeStyle = color
  if (symbol === '4g' || symbol === '5g') {
    traceDisc(context, coreRadius)
    context.fill()
  }
  if (symbol === '5g') {
    traceDisc(context, 2)
    context.fillStyle = palette.mark_edge
    context.fill()
  }
  if (symbol === '3g') {
    traceDisc(context, coreRadius - 1)
    context.lineWidth = 2
    context.stroke()
  }
  if (symbol === '2g') {
    context.lineWidth = 2.2
    context.beginPath()
    context.moveTo(middle - 3.4, middle)
    context.lineTo(middle + 3.4, middle)
    context.moveTo(middle, middle - 3.4)
    context.lineTo(middle, middle + 3.4)
    context.stroke()
  }
}

function traceDisc(context: CanvasRenderingContext2D, radius: number): void {
  context.beginPath()
  context.arc(middle, middle, radius, 0, 2 * Math.PI)
}

/** Inside a disc or a ring there is room for one letter; where there is none the layer writes it beside the mark. */
function paintLetter(
  context: CanvasRenderingContext2D,
  letter: string,
  { mark, palette }: { readonly mark: SiteMark; readonly palette: MapPalette },
): void {
  const isDisc = mark.symbol === '4g'
  const [size, color] = isDisc ? ([9, palette.mark_edge] as const) : ([7, palette.ink] as const)
  writeLetter(context, letter, { x: middle, y: middle, size, color })
}

/** Open to the right: there is room for another carrier. */
function paintBracket(context: CanvasRenderingContext2D, palette: MapPalette): void {
  const reach = ringRadius + ringWidth / 2 + 2.6
  for (const [width, color] of [
    [3.6, palette.mark_edge],
    [1.8, palette.ink],
  ] as const) {
    context.beginPath()
    context.moveTo(middle - 6, middle - reach)
    context.lineTo(middle - reach, middle - reach)
    context.lineTo(middle - reach, middle + reach)
    context.lineTo(middle - 6, middle + reach)
    context.lineWidth = width
    context.strokeStyle = color
    context.stroke()
  }
}

function paintStrike(context: CanvasRenderingContext2D, palette: MapPalette): void {
  context.beginPath()
  context.moveTo(middle - 10, middle + 10)
  context.lineTo(middle + 10, middle - 10)
  context.lineWidth = 2.2
  context.strokeStyle = palette.retired
  context.stroke()
}
