/** How is a table written? Comma CSV with a header; empty is null, lists are joined with `;`. */
import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | boolean | null | readonly (string | number)[]

/** The columns are the keys of the first row, in its order. */
export function toCsv(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const lines = rows.map((row) => Object.values(row).map(toText))
  return stringify([Object.keys(rows[0] ?? {}), ...lines]).normalize('NFC')
}

function toText(cell: Cell): string {
  if (cell === null) return ''
  return Array.isArray(cell) ? cell.join(';') : String(cell)
}
