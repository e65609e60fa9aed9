/** Which rows does a text with separators hold? Every cell is text as it stands: what it means is decided later. */
import { CsvError, parse } from 'csv-parse/sync'
import { ImportFileError } from '../../../core/import/problems.ts'
import type { RawFile } from '../../../core/import/raw-table.ts'
import { decodeText } from '../decode-text.ts'
import { SheetRows } from '../raw-rows.ts'
import type { Reading } from '../reading.ts'
import { toTextCell } from '../to-cell.ts'
import { findSeparator } from './csv/find-separator.ts'

export function readCsv(bytes: Buffer, reading: Reading): RawFile {
  const { text, encoding, letters } = decodeText(bytes)
  checkIsText(text)
  const { separator, isNamed } = findSeparator(text)
  const rows = new SheetRows(reading, reading.stem)
  let line = 1
  let isNaming = isNamed
  parseText(text, separator, (record) => {
    const at = line
    line += countLines(record)
    // Spreadsheets understand a first line `sep=;`, which is no row.
    if (!isNaming) rows.add(at, record.map(toTextCell))
    isNaming = false
  })
  return reading.finish('csv', [rows.toTable()], { encoding, letters })
}

/** Signs that no text has: what is read here may be anything that no other reader knows. */
function checkIsText(text: string): void {
  const unprintable = text.slice(0, 100_000).match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0
  if (unprintable > Math.min(text.length, 100_000) / 200)
    throw new ImportFileError('format_unknown', { found: 'binary' })
}

function parseText(text: string, separator: string, onRecord: (record: readonly string[]) => void): void {
  try {
    parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      // Nothing is collected: rows are counted and kept one by one.
      on_record: (record: readonly string[]) => {
        onRecord(record)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null
    const fault = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'file_truncated' : 'file_damaged'
    throw new ImportFileError(fault, { line })
  }
}

function countLines(record: readonly string[]): number {
  let lines = 1
  for (const cell of record) {
    if (cell.includes('\n') || cell.includes('\r')) lines += cell.match(/\r\n|\n|\r/g)?.length ?? 0
  }
  return lines
}
