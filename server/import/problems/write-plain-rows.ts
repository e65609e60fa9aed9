/** How do rows of a text or a GIS file stand in a sheet? Column by column, as text where a spreadsheet might read a formula. */
import type { Row, Worksheet } from 'exceljs'
import type { RawCell } from '../../../core/import/raw-table.ts'
import type { Placed, ProblemSheet } from '../problem-sheet.ts'

export function writePlainRows(sheet: Worksheet, { table, last_header_row }: ProblemSheet): Placed {
  const placed = new Map<number, number>()
  let place = 0
  if (table.header !== null) {
    place += 1
    writeRow(sheet.getRow(place), table.header)
    sheet.getRow(place).font = { bold: true }
  }
  for (const { at, cells } of table.rows) {
    place += 1
    placed.set(at, place)
    writeRow(sheet.getRow(place), cells)
    if (at <= last_header_row) sheet.getRow(place).font = { bold: true }
  }
  return placed
}

function writeRow(row: Row, cells: readonly RawCell[]): void {
  cells.forEach((value, at) => {
    if (value === null) return
    const cell = row.getCell(at + 1)
    cell.value = typeof value === 'object' ? value.text : value
    if (typeof cell.value === 'string') cell.numFmt = '@'
  })
}
