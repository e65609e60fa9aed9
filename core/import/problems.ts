/** What can be wrong in a file or in one of its cells? The code finds the text and its remedy in the reader's language. */
import type { ErrorParams } from '../errors.ts'

/** Nothing of the file can be read. */
export const fileFaults = [
  'file_empty',
  'file_truncated',
  'file_damaged',
  'format_unknown',
  /** An `.xls` of before 2007: to be saved as xlsx. */
  'format_xls',
  'format_not_as_named',
  'file_encrypted',
  'file_too_large',
  'rows_too_many',
  'columns_too_many',
  'cells_too_many',
  'archive_too_large',
  'archive_path_unsafe',
  'archive_without_table',
  'xml_unsafe',
  'encoding_unknown',
  'encoding_unsupported',
  'projection_unknown',
  'part_missing',
  'table_missing',
  'header_not_found',
  'reading_took_too_long',
] as const
export type FileFault = (typeof fileFaults)[number]

/** `params` names what was found and what would be right: `most`, `found`, `expected`, `part`, `encoding`, `line`. */
export class ImportFileError extends Error {
  readonly fault: FileFault
  readonly params: ErrorParams

  constructor(fault: FileFault, params: ErrorParams = {}) {
    super(fault)
    this.name = 'ImportFileError'
    this.fault = fault
    this.params = params
  }
}

/** A cell, or a row as a whole (`column` null). Rows with an error are left out; a warning is only told. */
export interface CellProblem {
  readonly code: string
  readonly level: 'error' | 'warning'
  /** Place in the row from 0; null where no one column is to blame. */
  readonly column: number | null
  readonly field: string | null
  /** As the file has it, shortened. */
  readonly value: string | null
  readonly params: ErrorParams
}
