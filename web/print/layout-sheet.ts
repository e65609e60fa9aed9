/** Where does each word, mark and line of a sheet stand? One drawing for the preview, the picture and the PDF. */
import { layoutLegend } from './layout-legend.ts'
import type { Frame, Sheet } from './paper.ts'
import type { SheetContent } from './sheet-content.ts'
import { point_mm, type Measure, type SheetDrawing, type SheetPart, type TextLook } from './sheet-drawing.ts'
import { sheetInks } from './sheet-inks.ts'
import { wrapText } from './wrap-text.ts'

export interface LayoutOptions {
  readonly sheet: Sheet
  readonly measure: Measure
}

export function layoutSheet(content: SheetContent, options: LayoutOptions): SheetDrawing {
  const { sheet } = options
  return {
    width_mm: sheet.width,
    height_mm: sheet.height,
    parts: [
      { type: 'rectangle', x: 0, y: 0, width: sheet.width, height: sheet.height, fill: '#ffffff' },
      ...layoutHead(content, options),
      { type: 'picture', ...sheet.map, canvas: content.map.canvas, quality: 'map' },
      { type: 'rectangle', ...sheet.map, stroke: { color: sheetInks.line, width: 0.25 } },
      ...layoutSampleMark(content, options),
      ...layoutLegend(content, options),
      ...layoutFoot(content, options),
    ],
  }
}

/** The title in one line as large as it fits, then what was asked and what came out. */
function layoutHead(content: SheetContent, { sheet, measure }: LayoutOptions): SheetPart[] {
  const { head, enlargement } = sheet
  const title = fitText(content.title, {
    look: { size_pt: 17 * enlargement, weight: 600 },
    width: head.width,
    measure,
  })
  const small: TextLook = { size_pt: 9 * enlargement, weight: 400 }
  const lines = [
    { text: content.answer, look: { ...small, weight: 600 } as TextLook, color: sheetInks.ink },
    ...wrapText(content.question, { look: small, width_mm: head.width, measure })
      .slice(0, 2)
      .map((text) => ({ text, look: small, color: sheetInks.soft_ink })),
  ]
  const top = head.y + title.look.size_pt * point_mm * 0.95
  const step = small.size_pt * point_mm * 1.35
  return [
    { type: 'text', x: head.x, y: top, text: title.text, color: sheetInks.ink, ...title.look },
    ...lines
      .filter(({ text }) => text !== '')
      .map(({ text, look, color }, index): SheetPart => {
        const y = top + step * (index + 1.1)
        return { type: 'text', x: head.x, y, text, color, ...look }
      }),
  ]
}

interface Fitting {
  readonly look: TextLook
  readonly width: number
  readonly measure: Measure
}

const smallest = 0.55

/** Smaller letters where a line is too long; below half the size the rest is cut. */
export function fitText(
  text: string,
  { look, width, measure }: Fitting,
): { readonly text: string; readonly look: TextLook } {
  const needed = measure(text, look)
  if (needed <= width) return { text, look }
  const smaller = { ...look, size_pt: look.size_pt * Math.max(smallest, width / needed) }
  let shown = text
  while (shown.length > 1 && measure(shown === text ? text : `${shown}…`, smaller) > width * 1.001)
    shown = shown.slice(0, -1)
  return { text: shown === text ? text : `${shown.trimEnd()}…`, look: smaller }
}

/** In a corner of the map itself, so that a map cut out of its sheet still says what it is. */
function layoutSampleMark({ sample }: SheetContent, { sheet, measure }: LayoutOptions): SheetPart[] {
  if (sample === null) return []
  const { map, enlargement } = sheet
  const mark: TextLook = { size_pt: 13 * enlargement, weight: 600 }
  const reason: TextLook = { size_pt: 7 * enlargement, weight: 400 }
  const pad = 2.2 * enlargement
  const inset = 2.5 * enlargement
  const width = Math.max(measure(sample.mark, mark), measure(sample.reason, reason)) + 2 * pad
  const height = (mark.size_pt + reason.size_pt) * point_mm * 1.25 + 2 * pad * 0.7
  const box: Frame = { x: map.x + map.width - width - inset, y: map.y + inset, width, height }
  const first = box.y + pad * 0.7 + mark.size_pt * point_mm
  return [
    {
      type: 'rectangle',
      ...box,
      fill: '#ffffff',
      opacity: 0.92,
      stroke: { color: sheetInks.warning, width: 0.5 * enlargement },
    },
    { type: 'text', x: box.x + pad, y: first, text: sample.mark, color: sheetInks.warning, ...mark },
    {
      type: 'text',
      x: box.x + pad,
      y: first + reason.size_pt * point_mm * 1.45,
      text: sample.reason,
      color: sheetInks.warning,
      ...reason,
    },
  ]
}

/** From the top of the foot, smaller where it would not fit: an address can be long. */
function layoutFoot({ footer }: SheetContent, { sheet, measure }: LayoutOptions): SheetPart[] {
  const { foot, enlargement } = sheet
  for (const size of [7, 6.3, 5.6, 5]) {
    const look: TextLook = { size_pt: size * enlargement, weight: 400 }
    const step = look.size_pt * point_mm * 1.3
    const lines = footer.flatMap((text) => wrapText(text, { look, width_mm: foot.width, measure }))
    if (lines.length * step > foot.height && size > 5) continue
    return lines.map((text, index) => ({
      type: 'text',
      x: foot.x,
      y: foot.y + step * (index + 0.8),
      text,
      color: sheetInks.soft_ink,
      ...look,
    }))
  }
  return []
}
