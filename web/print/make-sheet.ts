/** How does the view become a sheet? The map is drawn at the fineness asked for, then everything around it is laid out. */
import type { BBox } from '../../core/geo.ts'
import type { PrintedMap } from '../map/draw-print-map.ts'
import type { MapScene } from '../map/map-view-props.ts'
import { layoutSheet } from './layout-sheet.ts'
import { createMeasure, loadSheetFonts } from './paint-sheet.ts'
import { toDotsPerInch, toFineness, toMapSize_px, toSheet, type Paper, type Sheet } from './paper.ts'
import type { SheetContent } from './sheet-content.ts'
import type { SheetDrawing } from './sheet-drawing.ts'

export interface SheetOrder {
  readonly scene: MapScene
  readonly bounds: BBox
  readonly paper: Paper
  readonly dots_per_inch: number
  /** What is written around a map, once it is drawn. */
  readonly describe: (map: PrintedMap, sheet: Sheet) => SheetContent
  readonly signal: AbortSignal
}

export interface MadeSheet {
  readonly drawing: SheetDrawing
  /** Of the map, as it came. */
  readonly dots_per_inch: number
}

export async function makeSheet(order: SheetOrder): Promise<MadeSheet> {
  const sheet = toSheet(order.paper)
  const { drawPrintMap } = await import('../map/draw-print-map.ts')
  const map = await drawPrintMap({
    scene: order.scene,
    bounds: order.bounds,
    size_px: toMapSize_px(sheet),
    fineness: toFineness(sheet, order.dots_per_inch),
    signal: order.signal,
  })
  await loadSheetFonts()
  order.signal.throwIfAborted()
  const content = order.describe(map, sheet)
  return {
    drawing: layoutSheet(content, { sheet, measure: createMeasure() }),
    dots_per_inch: Math.round(toDotsPerInch(sheet, map.fineness)),
  }
}
