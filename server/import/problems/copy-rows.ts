/** How do rows of a sender’s sheet look in a new one? As they looked: widths, heights, styles; values instead of formulas. */
import type { Cell, CellValue, Row, Worksheet } from 'exceljs'
import { mostColumns } from '../limits.ts'
import type { Placed, ProblemSheet } from '../problem-sheet.ts'

/** Title and header rows keep their places, empty ones too, so that merges fit; the problem rows follow. */
export function copyRows(
  sheet: Worksheet,
  source: Worksheet,
  { problems, last_header_row }: ProblemSheet,
): Placed {
  const placed = new Map<number, number>()
  for (let at = 1; at <= last_header_row; at++) placed.set(at, at)
  for (const { at } of problems) if (!placed.has(at)) placed.set(at, placed.size + 1)
  const width = Math.min(source.columnCount, mostColumns)
  copyWidths(sheet, source, width)
  for (const [at, place] of placed) copyRow(sheet.getRow(place), source.getRow(at), width)
  for (const merge of listMerges(source)) {
    const bottom = Number(/(\d+)$/.exec(merge)?.[1])
    if (bottom <= last_header_row) sheet.mergeCells(merge)
  }
  return placed
}

function copyWidths(sheet: Worksheet, source: Worksheet, width: number): void {
  for (let at = 1; at <= width; at++) {
    const given = source.getColumn(at).width
    if (given !== undefined) sheet.getColumn(at).width = given
  }
}

function copyRow(row: Row, source: Row, width: number): void {
  if (source.height) row.height = source.height
  for (let at = 1; at <= width; at++) {
    const from = source.findCell(at)
    if (from === undefined) continue
    const cell = row.getCell(at)
    cell.style = from.style
    if (!isHiddenBehind(from)) cell.value = toPlainValue(from.value)
  }
}

/** The library gives each cell of a merge the first one’s value: below it that is right, beside it it is not. */
function isHiddenBehind(cell: Cell): boolean {
  return cell.isMerged && cell.master !== cell && cell.master.col !== cell.col
}

/** Nothing is worked out again, and nothing leads elsewhere. */
function toPlainValue(value: CellValue): CellValue {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if ('error' in value) return value.error
  if ('formula' in value || 'sharedFormula' in value) return toPlainValue(value.result ?? null)
  if ('hyperlink' in value) return toPlainValue(value.text as CellValue)
  return value
}

/** The library’s types lack what its model has. */
function listMerges(source: Worksheet): readonly string[] {
  const { merges } = source.model as unknown as { readonly merges?: readonly string[] }
  return merges ?? []
}
