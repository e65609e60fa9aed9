/** What is wrong, or doubtful, in a record that somebody wants to keep? Told, never thrown: a list has many of them. */
import { isIsoDate } from '../dates.ts'

export interface RecordProblem {
  /** An error keeps the record out; a warning is told. */
  readonly level: 'error' | 'warning'
  readonly code: string
  readonly field: string
  readonly value: string | number | null
  /** What would be right: a range, a form, another field. */
  readonly expected: string
}

type Value = string | number | null

/** Null where nothing is wrong, so that a noun's rules read as a list. */
export type Finding = RecordProblem | null

export function keepFound(findings: readonly Finding[]): RecordProblem[] {
  return findings.filter((finding) => finding !== null)
}

export function findMissing(field: string, value: Value): Finding {
  if (value !== null && String(value).trim() !== '') return null
  return { level: 'error', code: 'value_missing', field, value, expected: 'text' }
}

export function findOutOfRange(
  field: string,
  value: number | null,
  [least, most]: readonly [number, number],
): Finding {
  if (value === null || (Number.isFinite(value) && value >= least && value <= most)) return null
  return { level: 'error', code: 'out_of_range', field, value, expected: `${least}…${most}` }
}

/** A whole number that counts things. */
export function findNoCount(field: string, value: number | null, most: number): Finding {
  if (value !== null && !Number.isInteger(value)) {
    return { level: 'error', code: 'not_an_integer', field, value, expected: `0…${most}` }
  }
  return findOutOfRange(field, value, [0, most])
}

export function findNoDay(field: string, value: string | null): Finding {
  if (value === null || (isIsoDate(value) && value >= '1900-01-01' && value <= '2199-12-31')) return null
  return { level: 'error', code: 'not_a_date', field, value, expected: 'YYYY-MM-DD' }
}

export function findReversed(field: string, from: string | null, to: string | null): Finding {
  if (from === null || to === null || to >= from) return null
  return { level: 'error', code: 'dates_reversed', field, value: to, expected: `≥ ${from}` }
}

export function findNotOf(field: string, value: string | null, known: readonly string[]): Finding {
  if (value === null || known.includes(value)) return null
  return { level: 'error', code: 'value_not_allowed', field, value, expected: known.join(', ') }
}
