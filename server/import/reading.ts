/** What has been read of a file so far? Counts against the limits while it grows, and collects what people have to know. */
import { ImportFileError } from '../../core/import/problems.ts'
import type { ImportFormat, RawFile, RawNote, RawTable } from '../../core/import/raw-table.ts'
import { mostCells, mostColumns, mostRows } from './limits.ts'
import { toReadableLetters } from './letters/to-readable-letters.ts'
import type { LegacyLetters } from './letters/legacy-letters.ts'

export interface AskedReading {
  readonly file_name: string
  /** Of the province’s VN-2000 zone: for metres that come without a projection. */
  readonly central_meridian: number | null
  readonly onProgress?: (done: number, total: number | null) => void
}

export interface FinishedTexts {
  readonly encoding: string | null
  /** Where the bytes have already told it; otherwise the letters of each table decide. */
  readonly letters: LegacyLetters | null
}

const rowsPerReport = 2_000

export class Reading {
  readonly file_name: string
  readonly central_meridian: number | null
  /** Rows to come, where the format says it. */
  total: number | null = null
  readonly #onProgress: AskedReading['onProgress']
  readonly #notes = new Map<string, { code: string; table: string | null; count: number | null }>()
  #cells = 0
  #rows = 0

  constructor(asked: AskedReading) {
    this.file_name = asked.file_name
    this.central_meridian = asked.central_meridian
    this.#onProgress = asked.onProgress
  }

  /** Of the file’s name, without its ending: what a table is called that has no name. */
  get stem(): string {
    const base = this.file_name.split(/[\\/]/).at(-1) ?? ''
    return base.replace(/\.[^.]{1,8}$/, '').normalize('NFC') || 'table'
  }

  note(code: string, table: string | null = null, count: number | null = 1): void {
    const key = JSON.stringify([code, table])
    const held = this.#notes.get(key)
    if (held === undefined) this.#notes.set(key, { code, table, count })
    else if (held.count !== null) held.count += count ?? 0
  }

  /** Called with each row before it is kept. */
  countRow(row: {
    readonly table: string
    readonly rows: number
    readonly width: number
    readonly at: number
  }): void {
    const { table, rows, width, at } = row
    if (rows > mostRows) throw new ImportFileError('rows_too_many', { most: mostRows, table })
    this.checkWidth({ table, width, at })
    this.countCells(width)
    this.#rows += 1
    if (this.#rows % rowsPerReport === 0) this.#onProgress?.(this.#rows, this.total)
  }

  checkWidth({
    table,
    width,
    at,
  }: {
    readonly table: string
    readonly width: number
    readonly at: number
  }): void {
    if (width <= mostColumns) return
    throw new ImportFileError('columns_too_many', { most: mostColumns, found: width, table, line: at })
  }

  countCells(count: number): void {
    this.#cells += count
    if (this.#cells > mostCells) throw new ImportFileError('cells_too_many', { most: mostCells })
  }

  finish(format: ImportFormat, tables: readonly RawTable[], texts?: FinishedTexts): RawFile {
    const filled = tables.filter(({ rows }) => rows.length > 0)
    if (filled.length === 0) throw new ImportFileError('file_empty', { format })
    const readable = filled.map((table) => {
      const { converted, letters } = toReadableLetters(table, texts?.letters ?? null)
      if (letters !== null) this.note(`converted_${letters}`, table.name, null)
      return converted
    })
    this.#onProgress?.(this.#rows, this.#rows)
    return { format, tables: readable, encoding: texts?.encoding ?? null, notes: this.#listNotes() }
  }

  #listNotes(): RawNote[] {
    return [...this.#notes.values()].map((note) => ({ ...note }))
  }
}
