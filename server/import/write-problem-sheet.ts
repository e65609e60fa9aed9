/** The sender's own sheet with what could not be taken: which comment stands in which cell? */
import type { ImportRow } from '../../core/api/imports.ts'
import {
  fieldsOfConflicts,
  fieldsOfQuestions,
  makeCellFinder,
  type CellFinder,
} from '../../core/import/find-cell.ts'
import type { QuestionKind } from '../../core/import/read-record.ts'
import { toProblemText, type TextLanguage } from '../../core/import/texts/to-problem-text.ts'
import { AppError } from '../../core/errors.ts'
import type { KeptImport } from '../db/imports/imports.ts'
import { toImportPath } from './import-folder.ts'
import { readImportFile } from './read-file.ts'
import { writeProblemRows } from './write-problems.ts'

interface SheetQuestion {
  readonly uploadsDir: string
  readonly language: TextLanguage
  readonly signal: AbortSignal
}

export async function writeProblemSheet(
  { noun, stored_as, file_name, found: { mapping, table }, check }: KeptImport,
  rows: readonly ImportRow[],
  { uploadsDir, language, signal }: SheetQuestion,
): Promise<Uint8Array> {
  const path = toImportPath(uploadsDir, stored_as)
  const findCell = makeCellFinder(mapping ?? null)
  const kinds = new Map(check?.questions.map(({ key, kind }) => [key, kind]))
  const file = await readImportFile(path, { file_name, central_meridian: null, signal }).catch(refuseGone)
  return writeProblemRows(path, file, {
    table: table ?? '',
    header_rows: mapping?.header_rows ?? [],
    language,
    rows: rows.flatMap((row) => toCommented(row, { noun, language, findCell, kinds })),
  })
}

interface TextOf {
  readonly noun: KeptImport['noun']
  readonly language: TextLanguage
  readonly findCell: CellFinder
  /** Of questions, by their keys. */
  readonly kinds: ReadonlyMap<string, QuestionKind>
}

/** A backup holds what was imported, not the files. */
function refuseGone(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    throw new AppError('file_not_found')
  throw error
}

function toCommented({ rows, problems, conflicts, questions }: ImportRow, of: TextOf) {
  const texts = [
    ...problems.map((problem) => ({ column: problem.column, text: toProblemText(problem, of) })),
    ...conflicts.map((code) => ({
      column: of.findCell(fieldsOfConflicts[code]),
      text: toProblemText({ code, params: {} }, of),
    })),
    ...questions.map((key) => ({
      column: of.findCell(toField(of.kinds.get(key))),
      text: toProblemText({ code: 'question_open', params: {} }, of),
    })),
  ]
  return rows.map((at) => ({ at, problems: texts }))
}

function toField(kind: QuestionKind | undefined): string | null {
  return kind === undefined ? null : fieldsOfQuestions[kind]
}
