/** How is a difference of two shares written? With its sign: `+19,4`, `−0,2`, `0,0`. */
import type { Formats } from '../../i18n/format.ts'

/** Without a unit: percentage points. */
export function toPointsText(difference_pp: number, formats: Formats): string {
  const rounded = Math.round(difference_pp * 10) / 10
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : ''
  return `${sign}${formats.points(Math.abs(rounded))}`
}
