/** What can be wrong with the files of a data set, and where exactly? */
import type { Problem } from '../../core/errors.ts'

export const datasetProblemCodes = [
  'file_missing',
  'encoding_invalid',
  'json_invalid',
  'csv_invalid',
  'column_missing',
  'column_unknown',
  'value_missing',
  'value_not_allowed',
  'not_nfc',
  'not_text',
  'not_a_code',
  'not_a_number',
  'not_an_integer',
  'not_a_boolean',
  'not_a_date',
  'out_of_range',
  'duplicate',
  'unknown_code',
  'dates_reversed',
  'geometry_missing',
  'geometry_type',
  'geometry_invalid',
  'position_invalid',
  'ring_open',
  'label_outside',
  'outside_province',
  'share_without_partial',
  'count_wrong',
] as const

export type DatasetProblemCode = (typeof datasetProblemCodes)[number]

/** One thing that is wrong. `row` is the row of a table or the feature of a GeoJSON file, counted from 1. */
export interface DatasetProblem extends Problem {
  readonly code: DatasetProblemCode
  /** What would be right, where it can be said in data: allowed values, the other file, the reason of the database. */
  readonly expected: string | null
}

type Place = Partial<Omit<DatasetProblem, 'code' | 'file'>>

/** Collects everything that is wrong, so that a file is corrected once and not once per mistake. */
export class ProblemList {
  readonly problems: DatasetProblem[] = []

  add(code: DatasetProblemCode, file: string, place: Place = {}): void {
    const value = place.value ?? null
    this.problems.push({
      code,
      file,
      row: place.row ?? null,
      field: place.field ?? null,
      value: value === null ? null : shorten(value),
      expected: place.expected ?? null,
    })
  }
}

/** Nothing was loaded, because of these problems. */
export class DatasetError extends Error {
  readonly problems: readonly DatasetProblem[]

  constructor(problems: readonly DatasetProblem[]) {
    const first = problems.slice(0, 3).map(({ file, row, field, code }) => [file, row, field, code].join(' '))
    super(`${problems.length} problems in the data files: ${first.join('; ')}`)
    this.name = 'DatasetError'
    this.problems = problems
  }
}

const longestValue = 80

function shorten(value: string): string {
  return value.length <= longestValue ? value : `${value.slice(0, longestValue)}…`
}
