/** What may stand in a column? One declaration checks the values of CSV and GeoJSON alike and gives the row its type. */
import { isIsoDate } from '../../core/dates.ts'
import { toNfc } from '../../core/text.ts'
import type { DatasetProblemCode } from './problems.ts'

export interface Column<T> {
  /** The JSON type in a GeoJSON file. */
  readonly json: 'string' | 'number' | 'boolean' | 'list'
  readonly optional: boolean
  /** The value of a text that is not empty; throws `Refusal`. */
  readonly parse: (text: string) => T
}

export type Columns = Readonly<Record<string, Column<unknown>>>
export type RowOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never }

/** Why a value was not taken. */
export class Refusal extends Error {
  readonly code: DatasetProblemCode
  readonly expected: string | null

  constructor(code: DatasetProblemCode, expected: string | null = null) {
    super(code)
    this.code = code
    this.expected = expected
  }
}

/** Lists are joined with this in CSV. */
export const listSeparator = ';'

export function text(): Column<string> {
  return { json: 'string', optional: false, parse: toText }
}

/** A text of a fixed form: `pattern` covers all of it. */
export function code(pattern = /^[^\s;,]+$/): Column<string> {
  return {
    json: 'string',
    optional: false,
    parse: (given) => (pattern.test(toText(given)) ? given : refuse('not_a_code', pattern.source)),
  }
}

export function oneOf<const V extends readonly string[]>(values: V): Column<V[number]> {
  return {
    json: 'string',
    optional: false,
    parse: (given) =>
      values.find((value) => value === given) ?? refuse('value_not_allowed', values.join(', ')),
  }
}

export function date(): Column<string> {
  return {
    json: 'string',
    optional: false,
    parse: (given) => (isIsoDate(given) ? given : refuse('not_a_date', 'YYYY-MM-DD')),
  }
}

export function number(least = -Infinity, most = Infinity): Column<number> {
  return {
    json: 'number',
    optional: false,
    parse: (given) =>
      decimal.test(given) ? toRange(Number(given), least, most) : refuse('not_a_number', null),
  }
}

export function integer(least = -largestInteger, most = largestInteger): Column<number> {
  return {
    json: 'number',
    optional: false,
    parse: (given) =>
      /^-?\d+$/.test(given) ? toRange(Number(given), least, most) : refuse('not_an_integer', null),
  }
}

export function boolean(): Column<boolean> {
  return {
    json: 'boolean',
    optional: false,
    parse: (given) =>
      given === 'true' ? true : given === 'false' ? false : refuse('not_a_boolean', 'true, false'),
  }
}

/** A list of values of another column; empty is the empty list. */
export function listOf<T>(item: Column<T>): Column<readonly T[]> {
  return {
    json: 'list',
    optional: false,
    parse: (given) => (given === '' ? [] : given.split(listSeparator).map((part) => item.parse(part.trim()))),
  }
}

export function optional<T>(column: Column<T>): Column<T | null> {
  return { ...column, optional: true }
}

const decimal = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const largestInteger = 2 ** 31 - 1

function toText(given: string): string {
  if (/[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/.test(given)) refuse('not_text', null)
  return toNfc(given) === given ? given : refuse('not_nfc', toNfc(given))
}

function toRange(value: number, least: number, most: number): number {
  return value >= least && value <= most ? value : refuse('out_of_range', `${least}…${most}`)
}

function refuse(reason: DatasetProblemCode, expected: string | null): never {
  throw new Refusal(reason, expected)
}
