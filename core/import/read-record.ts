/** What does a row of a file say once its columns are known? Values as the tables have them, with all that is doubtful. */
import type { Geometry } from 'geojson'
import type { CellProblem } from './problems.ts'

/** Which column holds which field. Several columns may hold one field: `X` and `Y` the position, `2G`, `3G`, `4G` the technologies. */
export interface Mapping {
  /** Rows (as the file counts) that make up the header; empty where the format names its columns itself. */
  readonly header_rows: readonly number[]
  readonly columns: readonly MappedColumn[]
  /** For what no column says: the carrier of the list, the day it speaks of. By the name of the field. */
  readonly constants: Readonly<Record<string, string>>
}

export interface MappedColumn {
  /** Place in the row, from 0. */
  readonly column: number
  /** As the header has it, its rows joined by ` / `. */
  readonly title: string
  /** A field of the noun; null: the column is left out. */
  readonly field: string | null
  /** Why: by its name, by a mapping remembered of this sender, by what its cells look like, by whoever imports. */
  readonly by: 'name' | 'remembered' | 'values' | 'person' | 'none'
}

export type QuestionKind = 'village' | 'commune' | 'district' | 'carrier' | 'mast_kind' | 'act' | 'indicator'

/** What only a person can decide; asked once for all rows that say the same. */
export interface Question {
  /** The same for the same text in the same place, whoever sends it: an answer is remembered under it. */
  readonly key: string
  readonly kind: QuestionKind
  /** As written. */
  readonly text: string
  /** As written of its surroundings: the commune and huyện of a village. */
  readonly context: string | null
  /** Likeliest first. */
  readonly choices: readonly QuestionChoice[]
  /** Whether `new` is an answer as well: none of the choices, the file speaks of one that is not there yet. */
  readonly may_be_new?: boolean
  /** Rows of the file that wait for it: the first ones, and how many. */
  readonly rows: readonly number[]
  readonly row_count: number
}

/** The answer to a question that `may_be_new`. */
export const newAnswer = 'new'

export interface QuestionChoice {
  /** What is answered: a code; of a commune its set as well (`commune-2025:03352`), as all new codes were codes before. */
  readonly code: string
  readonly label: string
  /** `folded`: alike without diacritics; `variant`: a known spelling; `nearest`: so many slips apart. */
  readonly why: 'exact' | 'folded' | 'variant' | 'nearest'
  readonly slips: number
}

export type Scalar = string | number | boolean | null

export interface ReadStation {
  readonly carrier_code: string
  readonly technology: string
  readonly [field: string]: Scalar | readonly number[]
}

/** One record of the noun. Several rows may make one (a row per station), one row several (a column per service). */
export interface ReadRecord {
  /** Rows of the file, the first one leading. */
  readonly rows: readonly number[]
  /** What a person knows it by: code and name. */
  readonly label: string
  /** What tells it from others of the file: `sites` their code; null where the rows do not say it. */
  readonly key: string | null
  /** Only what the file says, by field; texts cleaned, numbers as numbers, days as ISO, references as codes. An empty cell says nothing. */
  readonly values: Readonly<Record<string, Scalar | readonly string[] | readonly ReadStation[]>>
  /** Of a row with a position: as recognised. */
  readonly position: ReadPosition | null
  /** Of a noun with shapes. */
  readonly geometry: Geometry | null
  readonly problems: readonly CellProblem[]
  /** Keys of questions that have no answer yet. */
  readonly questions: readonly string[]
}

export interface ReadPosition {
  readonly lng: number
  readonly lat: number
  readonly format: 'decimal' | 'dms' | 'vn2000' | 'vn2000_other_zone' | 'shape'
  /** Central meridian, where the text was in VN-2000. */
  readonly meridian: number | null
  /** The file has east where north belongs. */
  readonly swapped: boolean
  /** As the file has it. */
  readonly text: string
}
