/** What is a list to be written to a file? Cells are values: the writer puts them as Excel in Vietnamese reads them. */

export type ExportKind = 'text' | 'integer' | 'decimal' | 'percent' | 'date'

export interface ExportColumn {
  readonly title: string
  /** Of the values: a percent is 94.4, a date is ISO. */
  readonly kind: ExportKind
  /** In characters. */
  readonly width?: number
}

export interface ExportTable {
  readonly title: string
  /** Filter, definition, source and date, sample mark: a line each, above the table. */
  readonly notes: readonly string[]
  readonly columns: readonly ExportColumn[]
  /** Null is not known, and stays an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export type ExportFormat = 'xlsx' | 'csv'
