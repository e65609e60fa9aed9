/** How do converted columns stand beside the sender's own? Runs in a thread of its own: a workbook is held in memory as a whole. */
import type { MessagePort } from 'node:worker_threads'
import { stringify } from 'csv-stringify/sync'
import ExcelJS from 'exceljs'
import type { ConvertedTable } from '../../core/import/convert/convert-table.ts'
import type { RawCell, RawTable } from '../../core/import/raw-table.ts'

export interface ConvertedSheets {
  /** Path of an xlsx, whose looks are kept; null where the rows came from another format. */
  readonly original: string | null
  readonly format: 'xlsx' | 'csv'
  readonly delimiter: string
  readonly tables: readonly RawTable[]
  /** By the names of the tables; those without communes are left as they are. */
  readonly converted: readonly ConvertedTable[]
}

const paleYellow = 'FFFFEB9C'

export async function work(input: ConvertedSheets, port: MessagePort): Promise<void> {
  port.postMessage(input.format === 'csv' ? writeCsv(input) : await writeWorkbook(input))
}

async function writeWorkbook({ original, tables, converted }: ConvertedSheets): Promise<Uint8Array> {
  const workbook = (original === null ? null : await openWorkbook(original)) ?? copyTables(tables)
  for (const table of converted) {
    const sheet = workbook.worksheets.find(({ name }) => name.normalize('NFC') === table.name)
    if (sheet !== undefined) addColumns(sheet, table)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Null where the library cannot read what our own reader could: the rows then come without their looks. */
async function openWorkbook(path: string): Promise<ExcelJS.Workbook | null> {
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.readFile(path, { ignoreNodes: ['extLst', 'drawing'] })
    return workbook
  } catch {
    return null
  }
}

function copyTables(tables: readonly RawTable[]): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  for (const { name, header, rows } of tables) {
    const sheet = workbook.addWorksheet(name.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31) || 'Sheet')
    if (header !== null) sheet.getRow(1).values = [...header]
    for (const { at, cells } of rows) {
      sheet.getRow(at + (header === null ? 0 : 1)).values = cells.map(toValue)
    }
  }
  return workbook
}

function toValue(cell: RawCell): string | number | boolean | null {
  return typeof cell === 'object' && cell !== null ? cell.text : cell
}

/** To the right of everything: nothing of the sender's moves. */
function addColumns(sheet: ExcelJS.Worksheet, { header_at, titles, rows }: ConvertedTable): void {
  const first = sheet.columnCount + 1
  // Of a format that names its columns apart they stand in a first row that the file does not count.
  const shift = header_at === 'names' ? 1 : 0
  const title_row = header_at === 'names' ? 1 : header_at
  titles.forEach((title, at) => {
    if (title_row !== null) {
      const cell = sheet.getRow(title_row).getCell(first + at)
      cell.value = title
      cell.font = { bold: true }
    }
    sheet.getColumn(first + at).width = at === titles.length - 1 ? 60 : 26
  })
  for (const { at, cells, is_doubtful } of rows) {
    cells.forEach((text, place) => {
      if (text === '') return
      const cell = sheet.getRow(at + shift).getCell(first + place)
      cell.value = text
      // Codes keep their zeros.
      cell.numFmt = '@'
      if (is_doubtful) {
        cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: paleYellow } }
      }
    })
  }
}

function writeCsv({ tables, converted, delimiter }: ConvertedSheets): Uint8Array {
  const [table] = tables
  const [beside] = converted
  const added = new Map(beside?.rows.map((row) => [row.at, row.cells]))
  const width = Math.max(0, ...(table?.rows ?? []).map(({ cells }) => cells.length))
  const none = (beside?.titles ?? []).map(() => '')
  const records = (table?.rows ?? []).map(({ at, cells }) => [
    ...Array.from({ length: width }, (_, column) => toText(cells[column] ?? null)),
    ...(at === beside?.header_at ? beside.titles : (added.get(at) ?? none)),
  ])
  return new TextEncoder().encode(`\ufeff${stringify(records, { delimiter, record_delimiter: 'windows' })}`)
}

function toText(cell: RawCell): string {
  const value = toValue(cell)
  return value === null ? '' : String(value)
}
