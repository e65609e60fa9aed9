/** What does a sender get back? The rows that cannot be taken, in their own sheet, with a comment in each bad cell. */
import type { RawFile, RawRow, RawTable } from '../../core/import/raw-table.ts'
import { runInThread, usualBounds } from './in-thread.ts'
import type { ProblemSheet } from './problem-sheet.ts'

export interface ProblemRow {
  /** As the file counts. */
  readonly at: number
  readonly problems: readonly {
    /** Place in the row from 0; null: the row as a whole, told in its first cell. */
    readonly column: number | null
    /** In the sender’s language. */
    readonly text: string
  }[]
}

export interface AskedProblems {
  readonly table: string
  readonly rows: readonly ProblemRow[]
  /** What stands above the last of them is kept too. */
  readonly header_rows: readonly number[]
  readonly language: 'vi' | 'en'
}

/**
 * An xlsx. Of an xlsx it is the sender’s sheet, with its looks; of another format a new one with the same columns.
 *
 * @param path of the file as it was sent
 */
export async function writeProblemRows(
  path: string,
  file: RawFile,
  asked: AskedProblems,
): Promise<Uint8Array> {
  const table = file.tables.find(({ name }) => name === asked.table)
  if (table === undefined) throw new Error(`The file has no table ${asked.table}`)
  const input: ProblemSheet = {
    original: file.format === 'xlsx' ? path : null,
    table: { ...table, rows: listKept(table, asked) },
    problems: [...asked.rows].sort((a, b) => a.at - b.at),
    last_header_row: Math.max(0, ...asked.header_rows),
    language: asked.language,
  }
  let written: Uint8Array | null = null
  await runInThread({
    module: new URL('./problem-sheet.ts', import.meta.url),
    input,
    bounds: usualBounds,
    onMessage: (message) => {
      written = message as Uint8Array
    },
  })
  if (written === null) throw new Error('The thread ended without a sheet')
  return written
}

/** Only what is written travels to the thread. */
function listKept({ rows }: RawTable, { header_rows, rows: problems }: AskedProblems): RawRow[] {
  const kept = new Set(problems.map(({ at }) => at))
  const lastHeader = Math.max(0, ...header_rows)
  return rows.filter(({ at }) => at <= lastHeader || kept.has(at)).map(({ at, cells }) => ({ at, cells }))
}
