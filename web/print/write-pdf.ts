/** How does a sheet become a PDF? Words as words, with the page's own font inside; the map as a picture. */
import fontkit from '@pdf-lib/fontkit'
import { PDFDocument, rgb, type PDFFont, type PDFImage, type PDFPage, type RGB } from 'pdf-lib'
import type { SheetDrawing, SheetPart, Weight } from './sheet-drawing.ts'

/** The files of the font, as they are served: each holds some of the letters. */
export interface FontFiles {
  readonly latin: ArrayBuffer
  readonly vietnamese: ArrayBuffer
}

export interface PdfOptions {
  readonly fonts: Readonly<Record<Weight, FontFiles>>
  readonly title: string
  readonly language: string
  /** PNG or JPEG of a canvas. */
  readonly encode: (canvas: HTMLCanvasElement, quality: 'map' | 'mark') => Promise<Uint8Array>
}

const points_per_mm = 72 / 25.4

interface SetFont {
  readonly font: PDFFont
  readonly letters: ReadonlySet<number>
}

interface Writing {
  readonly page: PDFPage
  readonly height_mm: number
  readonly fonts: Readonly<Record<Weight, readonly SetFont[]>>
  readonly pictures: ReadonlyMap<HTMLCanvasElement, PDFImage>
}

export async function writePdf(drawing: SheetDrawing, options: PdfOptions): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  document.setTitle(options.title, { showInWindowTitleBar: true })
  document.setLanguage(options.language)
  document.setCreator('Bản đồ số hạ tầng viễn thông')
  const page = document.addPage([drawing.width_mm * points_per_mm, drawing.height_mm * points_per_mm])
  const fonts = {
    400: await embedFonts(document, options.fonts[400]),
    600: await embedFonts(document, options.fonts[600]),
  }
  const pictures = await embedPictures(document, drawing, options)
  for (const part of drawing.parts) writePart(part, { page, height_mm: drawing.height_mm, fonts, pictures })
  return document.save()
}

/** Vietnamese letters are in one file, the others in another. */
async function embedFonts(document: PDFDocument, files: FontFiles): Promise<SetFont[]> {
  const fonts = await Promise.all(
    [files.latin, files.vietnamese].map((bytes) => document.embedFont(bytes, { subset: true })),
  )
  return fonts.map((font) => ({ font, letters: new Set(font.getCharacterSet()) }))
}

async function embedPictures(
  document: PDFDocument,
  { parts }: SheetDrawing,
  { encode }: PdfOptions,
): Promise<Map<HTMLCanvasElement, PDFImage>> {
  const pictures = new Map<HTMLCanvasElement, PDFImage>()
  for (const part of parts) {
    if (part.type !== 'picture' || pictures.has(part.canvas)) continue
    const bytes = await encode(part.canvas, part.quality)
    const image = part.quality === 'map' ? document.embedJpg(bytes) : document.embedPng(bytes)
    pictures.set(part.canvas, await image)
  }
  return pictures
}

function writePart(part: SheetPart, writing: Writing): void {
  const { page, height_mm, pictures } = writing
  const x_pt = (x: number) => x * points_per_mm
  // PDF counts from the bottom.
  const y_pt = (y: number) => (height_mm - y) * points_per_mm
  switch (part.type) {
    case 'text':
      writeText(part, writing)
      return
    case 'rectangle':
      page.drawRectangle({
        x: x_pt(part.x),
        y: y_pt(part.y + part.height),
        width: x_pt(part.width),
        height: x_pt(part.height),
        ...(part.fill === undefined ? {} : { color: toRgb(part.fill), opacity: part.opacity ?? 1 }),
        ...(part.stroke === undefined
          ? {}
          : { borderColor: toRgb(part.stroke.color), borderWidth: x_pt(part.stroke.width) }),
      })
      return
    case 'line':
      page.drawLine({
        start: { x: x_pt(part.from[0]), y: y_pt(part.from[1]) },
        end: { x: x_pt(part.to[0]), y: y_pt(part.to[1]) },
        thickness: x_pt(part.width),
        color: toRgb(part.color),
        ...(part.dash === undefined ? {} : { dashArray: part.dash.map(x_pt) }),
      })
      return
    case 'circle':
      page.drawCircle({
        x: x_pt(part.x),
        y: y_pt(part.y),
        size: x_pt(part.radius),
        color: toRgb(part.fill),
        opacity: part.opacity ?? 1,
      })
      return
    case 'triangle': {
      const path = part.corners.map(([x, y]) => `${x_pt(x)} ${x_pt(y)}`).join(' L ')
      page.drawSvgPath(`M ${path} Z`, { x: 0, y: y_pt(0), color: toRgb(part.fill) })
      return
    }
    case 'picture':
      page.drawImage(pictures.get(part.canvas)!, {
        x: x_pt(part.x),
        y: y_pt(part.y + part.height),
        width: x_pt(part.width),
        height: x_pt(part.height),
      })
  }
}

function writeText(part: Extract<SheetPart, { type: 'text' }>, { page, height_mm, fonts }: Writing): void {
  let x = part.x * points_per_mm
  const y = (height_mm - part.y) * points_per_mm
  for (const { text, font } of toRuns(part.text.normalize('NFC'), fonts[part.weight])) {
    page.drawText(text, { x, y, size: part.size_pt, font, color: toRgb(part.color) })
    x += font.widthOfTextAtSize(text, part.size_pt)
  }
}

interface Run {
  readonly text: string
  readonly font: PDFFont
}

/** Neighbouring letters of one file; a letter of neither is written as a question mark. */
function toRuns(text: string, fonts: readonly SetFont[]): Run[] {
  const runs: { text: string; font: PDFFont }[] = []
  for (const letter of text) {
    const known = fonts.find(({ letters }) => letters.has(letter.codePointAt(0)!))
    const font = known?.font ?? fonts[0]!.font
    const written = known === undefined ? '?' : letter
    const last = runs.at(-1)
    if (last?.font === font) last.text += written
    else runs.push({ text: written, font })
  }
  return runs
}

function toRgb(color: string): RGB {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
  return rgb(red ?? 0, green ?? 0, blue ?? 0)
}
