/** Which papers are there, and where does what stand on each? In millimetres from the top left. */

export const paperSizes = ['a4', 'a3'] as const
export type PaperSize = (typeof paperSizes)[number]
export const orientations = ['landscape', 'portrait'] as const
export type Orientation = (typeof orientations)[number]

export interface Paper {
  readonly size: PaperSize
  readonly orientation: Orientation
}

export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Sheet {
  readonly width: number
  readonly height: number
  /** Letters, marks and lines grow with the paper, which is looked at from farther away. */
  readonly enlargement: number
  readonly head: Frame
  readonly map: Frame
  readonly legend: Frame
  readonly foot: Frame
}

const sides: Readonly<Record<PaperSize, readonly [short: number, long: number]>> = {
  a4: [210, 297],
  a3: [297, 420],
}

const cssPixel_mm = 25.4 / 96

export function toSheet({ size, orientation }: Paper): Sheet {
  const [short, long] = sides[size]
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  const enlargement = size === 'a3' ? 1.25 : 1
  const [margin, space] = [9 * enlargement, 4 * enlargement]
  const inner = width - 2 * margin
  const head = { x: margin, y: margin, width: inner, height: 20 * enlargement }
  const foot_height = 15 * enlargement
  const foot = { x: margin, y: height - margin - foot_height, width: inner, height: foot_height }
  const top = head.y + head.height
  const between = foot.y - space - top
  if (orientation === 'landscape') {
    const column = 56 * enlargement
    const map = { x: margin, y: top, width: inner - column - space, height: between }
    const legend = { x: margin + inner - column, y: top, width: column, height: between }
    return { width, height, enlargement, head, map, legend, foot }
  }
  const strip = 46 * enlargement
  const map = { x: margin, y: top, width: inner, height: between - strip - space }
  const legend = { x: margin, y: top + map.height + space, width: inner, height: strip }
  return { width, height, enlargement, head, map, legend, foot }
}

/** Of the map on the sheet, in the CSS pixels that its marks and labels are measured in. */
export function toMapSize_px(sheet: Sheet): { readonly width: number; readonly height: number } {
  const pixel_mm = cssPixel_mm * sheet.enlargement
  return { width: Math.round(sheet.map.width / pixel_mm), height: Math.round(sheet.map.height / pixel_mm) }
}

/** Pixels per CSS pixel for a resolution on paper. */
export function toFineness(sheet: Sheet, dots_per_inch: number): number {
  return (dots_per_inch / 96) * sheet.enlargement
}

export function toDotsPerInch(sheet: Sheet, fineness: number): number {
  return (fineness * 96) / sheet.enlargement
}
