/**
 * How is a table written so that Excel in Việt Nam opens it with a double click? UTF-8 with its mark, semicolons between
 * fields, decimal commas, days as 15/12/2021, lines that end as on Windows.
 */
import { stringify } from 'csv-stringify/browser/esm/sync'
import { isIsoDate } from '../../core/dates.ts'
import { cleanText } from './clean-text.ts'
import type { ColumnKind, ExportTable, ExportValue } from './export-table.ts'

const byteOrderMark = '\ufeff'

/**
 * Title and notes one per line, an empty line, the titles of the columns, the rows. A text that a spreadsheet would
 * calculate (it begins with = + - @ or a tab) gets an apostrophe in front; numbers stay numbers.
 */
export function writeCsv(table: ExportTable): string {
  const kinds = table.columns.map(({ kind }) => kind)
  const records: ExportValue[][] = [
    ...[table.title, ...table.notes].map((line) => [cleanText(line)]),
    [''],
    table.columns.map(({ title }) => cleanText(title)),
    ...table.rows.map((row) => row.map((value, index) => toField(value, kinds[index] ?? 'text'))),
  ]
  return (
    byteOrderMark +
    stringify(records, {
      delimiter: ';',
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { number: (value, { index }) => toNumberText(value, kinds[index] ?? 'text') },
    })
  )
}

function toField(value: ExportValue, kind: ColumnKind): ExportValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value === null) return null
  return kind === 'date' && isIsoDate(value) ? value.split('-').reverse().join('/') : cleanText(value)
}

function toNumberText(value: number, kind: ColumnKind): string {
  const digits = new Intl.NumberFormat('vi-VN', { useGrouping: false, maximumFractionDigits: 12 }).format(
    value,
  )
  return kind === 'percent' ? `${digits}%` : digits
}
