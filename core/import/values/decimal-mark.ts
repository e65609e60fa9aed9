/** Does a column write decimals with a comma or with a point? Its clear cells decide the doubtful ones. */
import { toCellText } from '../cell-text.ts'
import type { RawCell } from '../raw-table.ts'

export type DecimalMark = ',' | '.'

/** Digits, then one mark with three digits: `1.234` groups or divides. */
export const doubtful = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/
const body = /[-+]?\d[\d., ]*/

/** What the shape of a number alone says; null where it says nothing. */
export function readMark(digits: string): DecimalMark | null {
  const comma = digits.lastIndexOf(',')
  const point = digits.lastIndexOf('.')
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.'
  if (comma < 0 && point < 0) return null
  const mark = comma >= 0 ? ',' : '.'
  // Twice the same mark: it groups, so the other one divides.
  if (digits.indexOf(mark) !== digits.lastIndexOf(mark)) return mark === ',' ? '.' : ','
  return doubtful.test(digits) ? null : mark
}

/** Null where the clear cells of a column disagree, or there are none. */
export function findDecimalMark(cells: Iterable<RawCell>): DecimalMark | null {
  const votes = { ',': 0, '.': 0 }
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const found = body.exec(toCellText(cell))?.[0].trim()
    const mark = found === undefined ? null : readMark(found)
    if (mark !== null) votes[mark] += 1
  }
  // One slip among many does not make a column doubtful.
  if (votes[','] > 3 * votes['.']) return ','
  if (votes['.'] > 3 * votes[',']) return '.'
  return null
}
