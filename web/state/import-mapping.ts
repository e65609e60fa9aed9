/** How is it corrected which row is the header and what a column holds? Pure: mapping in, mapping out. */
import type { ImportRecord } from '../../core/api/imports.ts'

export type ImportMapping = NonNullable<ImportRecord['mapping']>
export type MappedColumn = ImportMapping['columns'][number]

export const emptyMapping: ImportMapping = { header_rows: [], columns: [], constants: {} }

interface ColumnChoice {
  readonly column: number
  readonly title: string
  /** Null: the column is left out. */
  readonly field: string | null
}

export function withField(mapping: ImportMapping, { column, title, field }: ColumnChoice): ImportMapping {
  const chosen: MappedColumn = { column, title, field, by: 'person' }
  const others = mapping.columns.filter((one) => one.column !== column)
  const columns = [...others, chosen].toSorted((a, b) => a.column - b.column)
  return { ...mapping, columns }
}

/** Under another header the columns have other names: what they hold is found anew. */
export function withHeaderRow(mapping: ImportMapping, at: number): ImportMapping {
  const { header_rows } = mapping
  const rows = header_rows.includes(at) ? header_rows.filter((row) => row !== at) : [...header_rows, at]
  return { ...mapping, header_rows: rows.toSorted((a, b) => a - b).slice(-mostHeaderRows), columns: [] }
}

const mostHeaderRows = 5

/** An empty text says nothing. */
export function withConstant(mapping: ImportMapping, field: string, text: string): ImportMapping {
  const { [field]: _before, ...others } = mapping.constants
  const value = text.trim()
  return { ...mapping, constants: value === '' ? others : { ...others, [field]: value } }
}

export function countUnderstood({ columns }: ImportMapping): number {
  return columns.filter(({ field }) => field !== null).length
}

/** As spreadsheets call it: A, B, … Z, AA. */
export function toColumnLetter(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : toColumnLetter((column - rest) / 26 - 1) + letter
}

/** Columns that the sample shows and those that are mapped. */
export function countColumns(
  rows: readonly { readonly cells: readonly unknown[] }[],
  mapping: ImportMapping,
): number {
  const shown = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return mapping.columns.reduce((most, { column }) => Math.max(most, column + 1), shown)
}
