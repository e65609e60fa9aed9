/** What does the reading of a row need besides the row? */
import type { Known } from '../known.ts'
import type { NameMatcher } from '../match-names.ts'
import type { PositionReader } from '../read-position.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import type { Columns } from './columns.ts'
import type { Draft, Questions } from './draft.ts'

export interface Context {
  readonly known: Known
  readonly names: NameMatcher
  readonly columns: Columns
  readonly positions: PositionReader
  readonly questions: Questions
}

/** A row may say several records (a column per service); none where it is refused as a whole by its draft. */
export interface ReadRow {
  readonly draft: Draft
  readonly label: string
  readonly key: string | null
}

export type RowReader = (row: DataRow, draft: Draft, context: Context) => readonly ReadRow[]
