/** Where do the marks of the legend stand, with the scale bar and the arrow to the north? Down the column, or along the strip. */
import type { Frame, Sheet } from './paper.ts'
import type { LegendGroup, LegendMark, SheetContent } from './sheet-content.ts'
import { point_mm, type Measure, type SheetPart, type TextLook } from './sheet-drawing.ts'
import { sheetInks } from './sheet-inks.ts'
import { wrapText } from './wrap-text.ts'

interface Options {
  readonly sheet: Sheet
  readonly measure: Measure
}

/** A block of lines that stays together where there is a choice of columns. */
interface Block {
  readonly height: number
  /** Empty below, unless the column ends there. */
  readonly after: number
  readonly draw: (x: number, y: number) => SheetPart[]
}

const pixel_mm = 25.4 / 96
const columnsOfStrip = 3

export function layoutLegend(content: SheetContent, options: Options): SheetPart[] {
  const { legend, enlargement } = options.sheet
  const scale_height = 17 * enlargement
  const isStrip = legend.width > legend.height
  const gap = 4 * enlargement
  const columns = isStrip ? columnsOfStrip : 1
  const width = (legend.width - gap * (columns - 1)) / columns
  const scale: Frame = isStrip
    ? {
        x: legend.x + (width + gap) * (columns - 1),
        y: legend.y + legend.height - scale_height,
        width,
        height: scale_height,
      }
    : { ...legend, y: legend.y + legend.height - scale_height, height: scale_height }
  const roomOf = (column: number) => (column === columns - 1 ? legend.height - scale_height : legend.height)
  for (const attempt of attempts) {
    const blocks = toBlocks(content, { ...options, width, ...attempt })
    const { placed, left_out } = placeBlocks(blocks, { columns, roomOf })
    if (left_out > 0 && attempt !== attempts.at(-1)) continue
    const parts = placed.flatMap(({ block, column, y }) =>
      block.draw(legend.x + column * (width + gap), legend.y + y),
    )
    return [...parts, ...layoutScale(content, scale, options)]
  }
  return []
}

/** Groups stay together as long as they fit; a long legend grows smaller and runs on in the next column. */
const attempts = [
  { shrink: 1, groups: 'whole' },
  { shrink: 0.9, groups: 'whole' },
  { shrink: 0.9, groups: 'running on' },
  { shrink: 0.8, groups: 'running on' },
  { shrink: 0.7, groups: 'running on' },
  { shrink: 0.6, groups: 'running on' },
] as const

interface Placed {
  readonly block: Block
  readonly column: number
  readonly y: number
}

function placeBlocks(
  blocks: readonly Block[],
  { columns, roomOf }: { readonly columns: number; readonly roomOf: (column: number) => number },
): { readonly placed: readonly Placed[]; readonly left_out: number } {
  const placed: Placed[] = []
  let [column, y] = [0, 0]
  for (const block of blocks) {
    if (y + block.height > roomOf(column) && y > 0) [column, y] = [column + 1, 0]
    if (column >= columns || y + block.height > roomOf(column)) break
    placed.push({ block, column, y })
    y += block.height + block.after
  }
  return { placed, left_out: blocks.length - placed.length }
}

interface BlockOptions extends Options {
  readonly width: number
  readonly shrink: number
  readonly groups: 'whole' | 'running on'
}

function toBlocks(content: SheetContent, options: BlockOptions): Block[] {
  const after = 2.6 * options.sheet.enlargement * options.shrink
  return content.legend.flatMap((group) => {
    const rows = toRows(group, options)
    // A title is never left alone at the foot of a column.
    const first = options.groups === 'whole' ? rows.length : rows.findIndex(({ keep }) => keep === 'free') + 1
    const blocks = [stack(rows.slice(0, first)), ...rows.slice(first).map((row) => stack([row]))]
    return blocks.map((block, index) => (index === blocks.length - 1 ? { ...block, after } : block))
  })
}

interface Row {
  readonly height: number
  readonly keep: 'free' | 'with next'
  readonly draw: (x: number, y: number) => SheetPart[]
}

function stack(rows: readonly Row[]): Block {
  return {
    height: rows.reduce((sum, row) => sum + row.height, 0),
    after: 0,
    draw: (x, y) => {
      let at = y
      return rows.flatMap((row) => {
        const parts = row.draw(x, at)
        at += row.height
        return parts
      })
    },
  }
}

function toRows(group: LegendGroup, { sheet, measure, width, shrink }: BlockOptions): Row[] {
  const size = sheet.enlargement * shrink
  const title: TextLook = { size_pt: 8.5 * size, weight: 600 }
  const label: TextLook = { size_pt: 8.5 * size, weight: 400 }
  const line = 4.3 * size
  const indent = 10 * size
  const rows: Row[] = []
  const addText = (text: string, look: TextLook & { color: string; keep: Row['keep'] }) => {
    for (const part of wrapText(text, { look, width_mm: width, measure }))
      rows.push({
        height: line * 0.95,
        keep: look.keep,
        draw: (x, y) => [{ type: 'text', x, y: y + line * 0.72, text: part, ...toLook(look) }],
      })
  }
  if (group.title !== null) addText(group.title, { ...title, color: sheetInks.ink, keep: 'with next' })
  for (const { mark, label: words } of group.entries) {
    const lines = wrapText(words, { look: label, width_mm: width - indent, measure })
    rows.push({
      height: Math.max(line * Math.max(lines.length, 1), toMarkHeight(mark, size) * 1.08),
      keep: 'free',
      draw: (x, y) => [
        ...drawMark(mark, { x: x + 4 * size, y: y + line / 2, size }),
        ...lines.map((text, index): SheetPart => ({
          type: 'text',
          x: x + indent,
          y: y + line * (index + 0.5) + label.size_pt * point_mm * 0.35,
          text,
          color: sheetInks.ink,
          ...label,
        })),
      ],
    })
  }
  if (group.note !== null)
    addText(group.note, { ...label, size_pt: 7.5 * size, color: sheetInks.soft_ink, keep: 'free' })
  return rows
}

function toLook({ size_pt, weight, color }: TextLook & { readonly color: string }) {
  return { size_pt, weight, color }
}

function toMarkHeight(mark: LegendMark, size: number): number {
  return mark.type === 'picture' ? mark.height_px * pixel_mm * size : 0
}

interface MarkPlace {
  /** Middle of the mark. */
  readonly x: number
  readonly y: number
  readonly size: number
}

function drawMark(mark: LegendMark, { x, y, size }: MarkPlace): SheetPart[] {
  const px = pixel_mm * size
  switch (mark.type) {
    case 'swatch': {
      const [width, height] = [8 * size, 3.2 * size]
      return [
        {
          type: 'rectangle',
          x: x - width / 2,
          y: y - height / 2,
          width,
          height,
          fill: mark.color,
          opacity: mark.opacity,
        },
      ]
    }
    case 'dot':
      return [
        {
          type: 'circle',
          x,
          y,
          radius: Math.max(mark.radius_px * px, 0.35),
          fill: mark.color,
          opacity: mark.opacity,
        },
      ]
    case 'line': {
      const width = mark.width_px * px
      const reach = 4 * size
      const dash = mark.dash === null ? {} : { dash: mark.dash.map((part) => part * width) }
      return [{ type: 'line', from: [x - reach, y], to: [x + reach, y], color: mark.color, width, ...dash }]
    }
    case 'picture': {
      const [width, height] = [mark.width_px * px, mark.height_px * px]
      return [
        {
          type: 'picture',
          x: x - width / 2,
          y: y - height / 2,
          width,
          height,
          canvas: mark.canvas,
          quality: 'mark',
        },
      ]
    }
  }
}

/** The bar with its length, the scale, and the arrow: the map is never turned, so north is up. */
function layoutScale({ scale, north }: SheetContent, frame: Frame, { sheet, measure }: Options): SheetPart[] {
  const size = sheet.enlargement
  const look: TextLook = { size_pt: 8 * size, weight: 400 }
  const bar_y = frame.y + frame.height - 2.4 * size
  const half = scale.length_mm / 2
  const arrow = frame.x + frame.width - 5 * size
  const [tip, foot] = [frame.y + 4.2 * size, frame.y + frame.height - 2 * size]
  const north_look: TextLook = { size_pt: 9 * size, weight: 600 }
  return [
    {
      type: 'text',
      x: frame.x,
      y: frame.y + 5 * size,
      text: scale.scale_text,
      color: sheetInks.ink,
      ...look,
    },
    {
      type: 'text',
      x: frame.x,
      y: bar_y - 2.2 * size,
      text: scale.length_text,
      color: sheetInks.ink,
      ...look,
    },
    {
      type: 'rectangle',
      x: frame.x,
      y: bar_y - 0.6 * size,
      width: scale.length_mm,
      height: 1.2 * size,
      fill: '#ffffff',
      stroke: { color: sheetInks.ink, width: 0.2 * size },
    },
    {
      type: 'rectangle',
      x: frame.x,
      y: bar_y - 0.6 * size,
      width: half,
      height: 1.2 * size,
      fill: sheetInks.ink,
    },
    {
      type: 'triangle',
      corners: [
        [arrow, tip],
        [arrow + 2.6 * size, foot],
        [arrow, foot - 2.4 * size],
      ],
      fill: sheetInks.ink,
    },
    {
      type: 'triangle',
      corners: [
        [arrow, tip],
        [arrow - 2.6 * size, foot],
        [arrow, foot - 2.4 * size],
      ],
      fill: sheetInks.soft_ink,
    },
    {
      type: 'text',
      x: arrow - measure(north, north_look) / 2,
      y: frame.y + 3 * size,
      text: north,
      color: sheetInks.ink,
      ...north_look,
    },
  ]
}
