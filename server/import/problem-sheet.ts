/** How do problem rows stand in a sheet? Runs in a thread of its own: a workbook is held in memory as a whole. */
import type { MessagePort } from 'node:worker_threads'
import ExcelJS from 'exceljs'
import type { RawTable } from '../../core/import/raw-table.ts'
import { copyRows } from './problems/copy-rows.ts'
import { writePlainRows } from './problems/write-plain-rows.ts'
import type { ProblemRow } from './write-problems.ts'

export interface ProblemSheet {
  /** Path of an xlsx; null where the rows came from another format. */
  readonly original: string | null
  /** Its title, header and problem rows alone. */
  readonly table: RawTable
  /** In the order of the file. */
  readonly problems: readonly ProblemRow[]
  readonly last_header_row: number
  readonly language: 'vi' | 'en'
}

/** Which row of the new sheet is which of the file. */
export type Placed = ReadonlyMap<number, number>

export async function work(input: ProblemSheet, port: MessagePort): Promise<void> {
  port.postMessage(await writeSheet(input))
}

async function writeSheet(input: ProblemSheet): Promise<Uint8Array> {
  const source = input.original === null ? null : await openSheet(input.original, input.table.name)
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(toSheetName(input.table.name))
  const placed = source === null ? writePlainRows(sheet, input) : copyRows(sheet, source, input)
  for (const row of input.problems) {
    const place = placed.get(row.at)
    if (place !== undefined) markRow(sheet.getRow(place), row, input.language)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Null where the library cannot read what our own reader could: the rows then come without their looks. */
async function openSheet(path: string, name: string): Promise<ExcelJS.Worksheet | null> {
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.readFile(path, {
      ignoreNodes: ['dataValidations', 'conditionalFormatting', 'extLst', 'drawing'],
    })
  } catch {
    return null
  }
  return workbook.worksheets.find((sheet) => sheet.name.normalize('NFC') === name) ?? null
}

function toSheetName(name: string): string {
  return (
    name
      .replace(/[*?:\\/[\]]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 31)
      .trim() || 'Sheet'
  )
}

const rowWords = { vi: 'Dòng', en: 'Row' }
const paleRed = 'FFFFC7CE'

/** Several problems of a cell stand in one comment, after the number that the row had in the file. */
function markRow(row: ExcelJS.Row, { at, problems }: ProblemRow, language: 'vi' | 'en'): void {
  const texts = new Map<number, string[]>()
  for (const { column, text } of problems) {
    const place = column ?? 0
    texts.set(place, [...(texts.get(place) ?? []), text])
  }
  for (const [column, lines] of texts) {
    const cell = row.getCell(column + 1)
    cell.note = `${rowWords[language]} ${at}: ${lines.join('\n')}`
    // A style is shared between cells: it is replaced, not changed.
    cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: paleRed } } }
  }
}
