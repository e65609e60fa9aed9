/**
 * How is a table written as a workbook? Numbers as numbers, days as days, codes as text, with the formats of the office;
 * title and notes above, the titles of the columns fixed while one scrolls.
 */
import writeWorkbook, { type CellObject, type SheetData } from 'write-excel-file/universal'
import { isIsoDate } from '../../core/dates.ts'
import { cleanText } from './clean-text.ts'
import type { ColumnKind, ExportColumn, ExportTable, ExportValue } from './export-table.ts'

const narrowest = 8
const widest = 48
const mostDecimals = 6

export function writeXlsx(table: ExportTable): Promise<Blob> {
  const formats = table.columns.map(({ kind }, index) =>
    toFormat(
      kind,
      table.rows.map((row) => row[index] ?? null),
    ),
  )
  const above: SheetData = [
    [{ value: cleanText(table.title), fontWeight: 'bold', fontSize: 14 }],
    ...table.notes.map((note) => [{ value: cleanText(note) }]),
    [],
  ]
  const data: SheetData = [
    ...above,
    table.columns.map(toHeader),
    ...table.rows.map((row) =>
      table.columns.map(({ kind }, index) => toCell(row[index] ?? null, { kind, format: formats[index]! })),
    ),
  ]
  return writeWorkbook(
    data,
    {
      sheet: toSheetName(table.title),
      stickyRowsCount: above.length + 1,
      columns: table.columns.map((column, index) => ({
        width:
          column.width ??
          toWidth(
            column,
            table.rows.map((row) => row[index] ?? null),
          ),
      })),
      orientation: 'landscape',
    },
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBlob()
}

function toHeader({ title, kind }: ExportColumn): CellObject {
  return {
    value: cleanText(title),
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
    align: kind === 'text' || kind === 'date' ? 'left' : 'right',
    backgroundColor: '#dcebe9',
    bottomBorderStyle: 'thin',
    bottomBorderColor: '#00695c',
  }
}

interface CellShape {
  readonly kind: ColumnKind
  readonly format: string
}

function toCell(value: ExportValue, { kind, format }: CellShape): CellObject | null {
  if (value === null || value === '') return null
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null
    const stored = kind === 'percent' ? Number((value / 100).toPrecision(15)) : value
    return kind === 'text' ? { type: Number, value } : { type: Number, value: stored, format }
  }
  if (kind === 'date' && isIsoDate(value)) {
    return { type: Date, value: new Date(`${value}T00:00:00Z`), format, align: 'left' }
  }
  // The format “text” keeps the zeros of a code when somebody edits the cell.
  return { type: String, value: cleanText(value), format: '@' }
}

/** As Excel writes them; it puts the marks of the reader's language itself: 1.445 · 94,4 % · 15/12/2021. */
function toFormat(kind: ColumnKind, values: readonly ExportValue[]): string {
  if (kind === 'integer') return '#,##0'
  if (kind === 'percent') return '0.0 %'
  if (kind === 'date') return 'dd/mm/yyyy'
  if (kind === 'text') return '@'
  const decimals = Math.max(1, ...values.map(countDecimals))
  return `#,##0.${'0'.repeat(decimals)}`
}

function countDecimals(value: ExportValue): number {
  if (typeof value !== 'number') return 0
  return Math.min(mostDecimals, (String(value).split('.')[1] ?? '').length)
}

function toWidth({ title, kind }: ExportColumn, values: readonly ExportValue[]): number {
  const words = Math.max(...title.split(/\s+/).map((word) => word.length))
  const longest = values.reduce<number>((most, value) => Math.max(most, String(value ?? '').length), 0)
  const marks = kind === 'integer' || kind === 'decimal' ? 2 : 0
  return Math.min(widest, Math.max(narrowest, words, Math.ceil(title.length / 2), longest + marks) + 2)
}

/** Excel takes 31 characters and none of its own signs. */
function toSheetName(title: string): string {
  const name = cleanText(title)
    .replaceAll(/[\][*?:/\\]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 31)
    .trim()
  return name.replaceAll(/^'+|'+$/g, '') || 'Danh sách'
}
