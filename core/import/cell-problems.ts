/** Which problems does the understanding of a table find? Each has a text and a remedy in the reader's language. */
import type { ErrorParams } from '../errors.ts'
import type { CellProblem } from './problems.ts'

export const cellProblemCodes = [
  /** Nothing stands where something has to; `field` names what. */
  'value_missing',
  /** The spreadsheet shows `#REF!` and the like. */
  'formula_error',
  /** A formula whose result the file does not hold. */
  'formula_without_value',
  /** Characters that nobody can see, or halves of one. */
  'text_unseen',
  /** `most`: letters that are allowed. */
  'text_too_long',
  /** A code with spaces or signs; `expected`: what it may hold. */
  'code_invalid',
  /** No number. */
  'number_invalid',
  /** `1.234` where nothing says whether the point groups or divides; `either`, `or`: the two numbers. */
  'number_ambiguous',
  /** `least`, `most`. */
  'number_out_of_range',
  /** A count with decimals. */
  'number_not_whole',
  /** No day; `expected`: spellings. */
  'day_invalid',
  /** Day and month cannot be told apart, and others of the column have the month first. */
  'day_ambiguous',
  /** `today`. */
  'day_in_future',
  /** Warning: a month was given, its first day is kept (`day`). */
  'day_from_month',
  /** Warning: a quarter was given, its first day is kept (`day`). */
  'day_from_quarter',
  /** Warning: a year was given, its first day is kept (`day`). */
  'day_from_year',
  /** Warning: the year has two digits; `day` as understood. */
  'day_short_year',
  /** Warning: only month before day makes it a day; `day` as understood. */
  'day_month_first',
  /** A word that is none of those that the field knows; `expected`: what it knows. */
  'word_unknown',
  /** Warning: several were named, the first (`taken`) is kept. */
  'words_several',
  /** No such commune, neither before nor after 7/2025. */
  'commune_unknown',
  /** No such huyện. */
  'district_unknown',
  /** No such village in the commune, and none that is spelled nearly so. */
  'village_unknown',
  /** No carrier is known. */
  'carrier_unknown',
  /** `expected`: known codes. */
  'mast_kind_unknown',
  'source_unknown',
  'act_unknown',
  'indicator_unknown',
  /** The position can be read in no way. */
  'position_unreadable',
  /** One coordinate only. */
  'position_half',
  /** Read, and far from the province in whatever order or zone. */
  'position_far',
  /** Two places could be meant: zones, or orders; `meridians`. A commune beside it, or the meridian of the list, decides. */
  'position_ambiguous',
  /** Warning: east stands where north belongs. */
  'axes_swapped',
  /** Warning: read in another zone of VN-2000 than the province's own; `meridian`. */
  'other_zone',
  /** The shape is of another type; `expected`, `found`. */
  'geometry_type',
  /** Warning: a straight line between both ends. */
  'route_straight',
  /** Warning: a carrier and no technology: no station can be made of it. */
  'technology_missing',
  /** Warning: bands of several technologies together, or of one that the row does not name: whose they are is not said. */
  'bands_unassigned',
  /** A share of households beside a state that is not partial. */
  'share_without_partial',
  /** Warning: fewer than `least` samples. */
  'samples_too_few',
  /** Two rows say different things of one record; `first_row`, `before`, `after`. */
  'twice_in_file',
  /** Warning: the cell is empty and was read as the one above (`row`), as merged cells are. */
  'filled_from_above',
  /** Warning: the row was broken over two (`row` the second). */
  'rows_joined',
] as const
export type CellProblemCode = (typeof cellProblemCodes)[number]

/** A problem before it is known in which cell. */
export interface Fault {
  readonly code: CellProblemCode
  readonly level: CellProblem['level']
  readonly params: ErrorParams
}

export function toError(code: CellProblemCode, params: ErrorParams = {}): Fault {
  return { code, level: 'error', params }
}

export function toWarning(code: CellProblemCode, params: ErrorParams = {}): Fault {
  return { code, level: 'warning', params }
}
