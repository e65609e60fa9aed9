/** Which number stands in a cell? `1.445`, `1,5`, `42m`: marks as the column has them, units as the cell or header says. */
import { toError, type Fault } from '../cell-problems.ts'
import { isBlank, toCellText } from '../cell-text.ts'
import type { RawCell } from '../raw-table.ts'
import { toFault, toNothing, toReading, type Reading } from '../reading.ts'
import { doubtful, readMark, type DecimalMark } from './decimal-mark.ts'

export interface NumberAsked {
  readonly least: number
  readonly most: number
  readonly whole: 'whole' | 'any'
  /** Of the column: null where its cells do not tell. */
  readonly mark: DecimalMark | null
  /** What one unit of the cell is in the field's: 1000 for km where the field has metres. By the header. */
  readonly factor: number
  /** Units that a cell may name itself, folded, and their factors; `factor` then does not count. */
  readonly units: Readonly<Record<string, number>>
}

const shape = /^[~≈]?\s*([-+]?\d[\d., ']*)\s*(\D*)$/u

export function readNumber(cell: RawCell, asked: NumberAsked): Reading<number> {
  if (typeof cell === 'number') return toRange(cell * asked.factor, asked)
  const text = toCellText(cell)
  if (isBlank(text)) return toNothing()
  const [, digits, unit] = shape.exec(text) ?? []
  if (digits === undefined) return toFault(toError('number_invalid'))
  const factor = toFactor(unit ?? '', asked)
  if (factor === null) return toFault(toError('number_invalid'))
  const value = toValue(digits.trim(), asked)
  if (typeof value !== 'number') return toFault(value)
  return toRange(value * factor, asked)
}

function toFactor(given: string, { units, factor }: NumberAsked): number | null {
  const unit = given.trim().toLocaleLowerCase('vi').replace(/\.$/, '').replace(/\s+/g, '')
  if (unit === '') return factor
  return units[unit] ?? null
}

function toValue(digits: string, { mark, whole }: NumberAsked): number | Fault {
  if (doubtful.test(digits)) {
    const divides = toDivided(digits)
    const groups = Number(digits.replace(/[.,]/, ''))
    if (whole === 'whole') return groups
    if (mark === null) return toError('number_ambiguous', { either: groups, or: divides })
    return digits.includes(mark) ? divides : groups
  }
  const own = readMark(digits) ?? '.'
  const [integer = '', decimals = '', ...others] = digits.split(own)
  const grouped = integer.replace(/[., ']/g, '')
  const isGrouped = /^[-+]?\d{1,3}(?:[., ']\d{3})*$/.test(integer) || grouped === integer
  if (others.length > 0 || !isGrouped || !/^\d*$/.test(decimals)) return toError('number_invalid')
  return Number(`${grouped}.${decimals === '' ? '0' : decimals}`)
}

function toDivided(digits: string): number {
  return Number(digits.replace(',', '.'))
}

function toRange(given: number, { least, most, whole }: NumberAsked): Reading<number> {
  // A product of a decimal and 1000 is not exact: 1,1 km is 1100 m.
  const value = Math.round(given * 1e9) / 1e9
  if (!Number.isFinite(value)) return toFault(toError('number_invalid'))
  if (whole === 'whole' && !Number.isInteger(value)) return toFault(toError('number_not_whole'))
  if (value < least || value > most) return toFault(toError('number_out_of_range', { least, most }))
  return toReading(value)
}
