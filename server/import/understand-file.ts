/** What do the rows of a file say? Read in a thread of its own, its columns found, its names matched: nothing is written. */
import { withNoneOfThem } from '../../core/import/answers.ts'
import { findHeader, readHeaderRows, suggestNoun } from '../../core/import/find-header.ts'
import { interpretChunks } from '../../core/import/interpret.ts'
import type { Known } from '../../core/import/known.ts'
import type { ImportNoun } from '../../core/import/nouns.ts'
import { ImportFileError } from '../../core/import/problems.ts'
import type { RawFile, RawTable } from '../../core/import/raw-table.ts'
import type { Mapping, Question, ReadRecord } from '../../core/import/read-record.ts'
import type { ImportStep } from '../../core/import/states.ts'
import type { FileSample, FoundFile, ImportChoices } from '../db/imports/imports.ts'
import { readImportFile } from './read-file.ts'
import { takeTurns } from './take-turns.ts'

export type TellStep = (step: ImportStep, done: number, total: number | null) => void

export interface UnderstandQuestion {
  readonly path: string
  readonly file_name: string
  readonly noun: ImportNoun
  readonly choices: ImportChoices
  /** For what no column says and nobody has said: a carrier's own code. */
  readonly constants: Readonly<Record<string, string>>
  readonly known: Known
  readonly remembered: Mapping | null
  readonly answers: ReadonlyMap<string, string>
  readonly signal: AbortSignal
  readonly tell: TellStep
}

export interface UnderstoodFile {
  readonly found: FoundFile
  readonly records: readonly ReadRecord[]
  readonly questions: readonly Question[]
}

export async function understandFile(question: UnderstandQuestion): Promise<UnderstoodFile> {
  const { path, file_name, known, signal, tell } = question
  tell('reading', 0, null)
  const file = await readImportFile(path, {
    file_name,
    central_meridian: known.area.grid?.central_meridian ?? null,
    onProgress: (done, total) => tell('reading', done, total),
    signal,
  })
  const table = pickTable(file, question)
  const mapping = toMapping(table, question)
  await takeTurns(signal)
  const suggested_noun = suggestNoun(table, question.noun)
  await takeTurns(signal)
  const found = {
    format: file.format,
    encoding: file.encoding,
    notes: file.notes,
    tables: file.tables.map(({ name, rows }) => ({ name, rows: rows.length })),
    table: table.name,
    mapping,
    suggested_noun,
    samples: file.tables.map(toSample),
  }
  if (mapping === null) return { found, records: [], questions: [] }
  return { found, ...(await interpret(table, mapping, question)) }
}

function pickTable({ tables }: RawFile, { choices }: UnderstandQuestion): RawTable {
  const asked = tables.find(({ name }) => name === choices.table)
  const [longest] = tables.toSorted((a, b) => b.rows.length - a.rows.length)
  const table = asked ?? longest
  if (table === undefined) throw new ImportFileError('file_empty')
  return table
}

/** As a person said; else by the names of the columns and what is remembered of the sender. */
function toMapping(
  table: RawTable,
  { noun, choices, remembered, constants }: UnderstandQuestion,
): Mapping | null {
  if (choices.mapping !== undefined) {
    const said = choices.mapping
    // Whoever names the header leaves it to its titles what stands below.
    const mapping = said.columns.length > 0 ? said : readHeaderRows(table, noun, said.header_rows)
    return { ...mapping, constants: { ...constants, ...mapping.constants, ...said.constants } }
  }
  const { mapping } = findHeader(table, noun, remembered ?? undefined)
  return { ...mapping, constants: { ...constants, ...mapping.constants, ...choices.constants } }
}

async function interpret(
  table: RawTable,
  mapping: Mapping,
  { noun, known, answers, signal, tell }: UnderstandQuestion,
): Promise<{ readonly records: readonly ReadRecord[]; readonly questions: readonly Question[] }> {
  const work = interpretChunks(table, { noun, mapping, known, answers })
  for (;;) {
    const step = work.next()
    if (step.done === true) return withNoneOfThem(step.value, answers)
    tell('understanding', step.value.done, step.value.total)
    await takeTurns(signal)
  }
}

const sampled = { rows: 30, columns: 80, letters: 80 }

function toSample({ name, header, rows }: RawTable): FileSample {
  const shown = rows.slice(0, sampled.rows).map(({ at, cells }) => ({
    at,
    cells: cells.slice(0, sampled.columns).map((cell) => {
      if (cell === null) return null
      return (typeof cell === 'object' ? cell.text : String(cell)).slice(0, sampled.letters)
    }),
  }))
  const titles = header === null ? [] : [{ at: 0, cells: header.slice(0, sampled.columns) }]
  return { table: name, rows: [...titles, ...shown] }
}
