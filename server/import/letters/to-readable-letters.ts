/** Is a whole table written in the letters of old fonts, and what does it say in ours? */
import type { RawCell, RawTable } from '../../../core/import/raw-table.ts'
import { findLegacyLetters, TellingWords } from './count-words.ts'
import { fromLegacyLetters, type LegacyLetters } from './legacy-letters.ts'

export interface ReadableTable {
  readonly converted: RawTable
  /** Null: nothing was converted. */
  readonly letters: LegacyLetters | null
}

export function toReadableLetters(table: RawTable, known: LegacyLetters | null): ReadableTable {
  const letters = known ?? findLegacyLetters(collectWords(table))
  if (letters === null) return { converted: table, letters }
  const converted = {
    name: convert(table.name, letters),
    header: table.header?.map((name) => convert(name, letters)) ?? null,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => convertCell(cell, letters)) })),
  }
  return { converted, letters }
}

function collectWords(table: RawTable): TellingWords {
  const words = new TellingWords()
  for (const name of table.header ?? []) addLatin(words, name)
  for (const { cells } of table.rows) {
    for (const cell of cells) if (typeof cell === 'string') addLatin(words, cell)
  }
  return words
}

/** The old letters all lie in Latin-1; a text with others is in ours, even where its neighbours are not. */
function addLatin(words: TellingWords, text: string): void {
  if (/[\x80-\xff]/.test(text) && isLatin(text)) words.add(text)
}

function isLatin(text: string): boolean {
  return /^[\x00-\xff]*$/.test(text)
}

function convertCell(cell: RawCell, letters: LegacyLetters): RawCell {
  return typeof cell === 'string' ? convert(cell, letters) : cell
}

function convert(text: string, letters: LegacyLetters): string {
  return /[\x80-\xff]/.test(text) && isLatin(text) ? fromLegacyLetters(text, letters).normalize('NFC') : text
}
