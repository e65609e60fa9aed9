/** What do the cells of a column without a telling title look like? Coordinates, carriers, technologies. */
import { readValue, toPlainSpelling } from '../../coordinates/read-value.ts'
import { toSearchText } from '../../text.ts'
import { toCellText } from '../cell-text.ts'
import type { RawCell } from '../raw-table.ts'
import { brands } from '../names/match-carriers.ts'

export type ValueLook = 'coordinate' | 'carrier' | 'technology' | 'none'

/** Nearly all: a few slips do not change what a column is. */
const share = 0.8
const fewest = 3

export function findLook(cells: readonly RawCell[]): ValueLook {
  const texts = cells.map(toCellText).filter((text) => text !== '')
  if (texts.length < fewest) return 'none'
  const isMostly = (test: (text: string) => boolean) => texts.filter(test).length >= share * texts.length
  if (isMostly(isCoordinate)) return 'coordinate'
  if (isMostly(isCarrier)) return 'carrier'
  return isMostly((text) => technologies.test(text)) ? 'technology' : 'none'
}

const technologies = /^\s*[2-5]\s*g?(?:\s*[,/+&;-]\s*[2-5]\s*g?)*\s*$/i

/** Of Việt Nam: degrees with at least three decimals or with signs, metres of a grid. */
function isCoordinate(text: string): boolean {
  return readValue(toPlainSpelling(text)).some(({ format, value }) => {
    if (format === 'vn2000')
      return (
        (value > 900_000 && value < 2_700_000) || (value > 150_000 && value < 850_000 && text.length >= 6)
      )
    const isPlace = (value >= 8 && value <= 24) || (value >= 102 && value <= 110)
    return isPlace && (format === 'dms' ? /[°'"o]/.test(text) : /[.,]\d{3,}/.test(text))
  })
}

const words = new Set(brands.flat())

function isCarrier(text: string): boolean {
  const [first = ''] = toSearchText(text).split(' ')
  return words.has(first)
}
