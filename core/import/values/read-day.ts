/** Which day stands in a cell? As officials write it: 30/6/2021, 6/2021, quý 2/2021, 2021, a serial number of Excel. */
import { fromDayNumber, isIsoDate } from '../../dates.ts'
import { toSearchText } from '../../text.ts'
import { toError, toWarning, type CellProblemCode } from '../cell-problems.ts'
import { isBlank, toCellText } from '../cell-text.ts'
import type { RawCell } from '../raw-table.ts'
import { toFault, toNothing, toReading, type Reading } from '../reading.ts'

/** `day_first`: 5/6 is 5 June, as everybody here writes; `unclear`: other cells of the column have the month first. */
export type DayOrder = 'day_first' | 'unclear'

export interface DayAsked {
  readonly order: DayOrder
  /** ISO day after which none may lie; null where the future is allowed. */
  readonly latest: string | null
}

const expected = '30/6/2021; 6/2021; 2021; 2021-06-30'
const firstDay = '1900-01-01'
/** Serial numbers of Excel that are days of 1982 to 2064; day 25569 is 1970-01-01. */
const serials = { least: 30_000, most: 60_000, epoch: 25_569 }

export function readDay(cell: RawCell, asked: DayAsked): Reading<string> {
  const text = typeof cell === 'number' ? String(Math.trunc(cell)) : toCellText(cell)
  if (isBlank(text)) return toNothing()
  const reading = readDayText(text, asked)
  if (reading.value === null) return reading
  if (!isIsoDate(reading.value) || reading.value < firstDay)
    return toFault(toError('day_invalid', { expected }))
  if (asked.latest !== null && reading.value > asked.latest) {
    return toFault(toError('day_in_future', { today: asked.latest }))
  }
  return reading
}

function readDayText(text: string, asked: DayAsked): Reading<string> {
  const withoutTime = text.replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\s*[AP]M)?$/i, '')
  if (/^\d+$/.test(withoutTime)) return readPlainNumber(Number(withoutTime))
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(withoutTime) ?? []
  if (day !== undefined) return toReading(toIso(year, month, day))
  return readThreeParts(withoutTime, asked) ?? readWords(toSearchText(withoutTime))
}

function readPlainNumber(value: number): Reading<string> {
  if (value >= 1900 && value <= 2100) return toStart(`${value}-01-01`, 'day_from_year')
  if (value < serials.least || value > serials.most) return toFault(toError('day_invalid', { expected }))
  return toReading(fromDayNumber(value - serials.epoch))
}

function readThreeParts(text: string, asked: DayAsked): Reading<string> | null {
  const found = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})$/.exec(text)
  if (found === null) return null
  const [, first = '', second = '', given = ''] = found
  const year = given.length === 4 ? given : `20${given}`
  if (Number(second) > 12 && Number(first) <= 12) {
    const iso = toIso(year, first, second)
    return toReading(iso, toWarning('day_month_first', { day: iso }))
  }
  const isOne = Number(first) > 12 || first === second
  if (asked.order === 'unclear' && !isOne) return toFault(toError('day_ambiguous', { expected }))
  const iso = toIso(year, second, first)
  return given.length === 4 ? toReading(iso) : toReading(iso, toWarning('day_short_year', { day: iso }))
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const quarters: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
}

/** @param text folded: signs are spaces */
function readWords(text: string): Reading<string> {
  const [, day, ofDay, yearOfDay] =
    /^(?:ngay )?(\d{1,2}) (?:thang )?(\d{1,2}) (?:nam )?(\d{4})$/.exec(text) ?? []
  if (day !== undefined) return toReading(toIso(yearOfDay, ofDay, day))
  const [, englishDay, name = '', englishYear = ''] =
    /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4}|\d{2})$/.exec(text) ?? []
  const englishMonth = monthNames.indexOf(name) + 1
  if (englishDay !== undefined && englishMonth > 0) {
    return toReading(toIso(englishYear.padStart(4, '20'), String(englishMonth), englishDay))
  }
  const [, month, yearOfMonth] = /^(?:thang |t)?(\d{1,2}) (?:nam )?(\d{4})$/.exec(text) ?? []
  if (month !== undefined) return toStart(toIso(yearOfMonth, month, '1'), 'day_from_month')
  const [, yearFirst, monthSecond] = /^(\d{4}) (\d{1,2})$/.exec(text) ?? []
  if (yearFirst !== undefined) return toStart(toIso(yearFirst, monthSecond, '1'), 'day_from_month')
  const [, quarter = '', yearOfQuarter] = /^(?:quy |q)(iv|i{1,3}|[1-4]) (?:nam )?(\d{4})$/.exec(text) ?? []
  if (yearOfQuarter !== undefined) {
    const first = String(3 * (quarters[quarter] ?? 1) - 2)
    return toStart(toIso(yearOfQuarter, first, '1'), 'day_from_quarter')
  }
  const [, year] = /^nam (\d{4})$/.exec(text) ?? []
  return year === undefined
    ? toFault(toError('day_invalid', { expected }))
    : toStart(`${year}-01-01`, 'day_from_year')
}

function toStart(iso: string, code: CellProblemCode): Reading<string> {
  return toReading(iso, toWarning(code, { day: iso }))
}

function toIso(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The order of a column: one cell that can only have the month first makes those that could be either doubtful. */
export function findDayOrder(cells: Iterable<RawCell>): DayOrder {
  for (const cell of cells) {
    if (typeof cell !== 'string') continue
    const [, first, second] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(cell) ?? []
    if (first !== undefined && Number(second) > 12 && Number(first) <= 12) return 'unclear'
  }
  return 'day_first'
}
