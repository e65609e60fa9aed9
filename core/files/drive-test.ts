/** What does a drive test say? Lines of time, position, technology and signal, as measuring apps and spreadsheets write them. */
import { AppError } from '../errors.ts'
import { toSearchText } from '../text.ts'

export const driveTestColumns = ['time', 'lat', 'lng', 'technology', 'rsrp'] as const
export type DriveTestColumn = (typeof driveTestColumns)[number]

export const measuredTechnologies = ['2g', '3g', '4g', '5g'] as const
export type MeasuredTechnology = (typeof measuredTechnologies)[number]

export interface DriveTestPoint {
  /** Of the file, the header being 1. */
  readonly line: number
  /** ISO instant. */
  readonly measured_at: string
  readonly lng: number
  readonly lat: number
  readonly technology: MeasuredTechnology
  readonly rsrp_dbm: number
}

export type Separator = ',' | ';' | '\t'

export type DriveTestProblem =
  | 'separator'
  | 'column_missing'
  | 'column_repeated'
  | 'value'
  | 'outside'
  | 'swapped'
  | 'rows_none'
  | 'rows_many'
  | 'text'

/** What is wrong, where: `params` name the line, the column, the value and what would be right. */
export class DriveTestError extends AppError {
  constructor(
    problem: DriveTestProblem,
    place: {
      readonly line?: number
      readonly field?: string
      readonly value?: string
      readonly expected?: string
    } = {},
  ) {
    super('drive_test_unfit', { problem, ...place })
  }
}

/** Folded headers, Vietnamese and English; units in brackets and after an underscore do not count. */
const namesOf: Readonly<Record<DriveTestColumn, readonly string[]>> = {
  time: [
    'time',
    'timestamp',
    'datetime',
    'date time',
    'thoi gian',
    'thoi diem',
    'ngay gio',
    'gio',
    'measured at',
  ],
  lat: ['lat', 'latitude', 'vi do', 'vy do', 'y'],
  lng: ['lon', 'lng', 'long', 'longitude', 'kinh do', 'x'],
  technology: ['technology', 'tech', 'rat', 'network', 'network type', 'cong nghe', 'mang', 'loai mang'],
  rsrp: [
    'rsrp',
    'rsrp dbm',
    'rscp',
    'rxlev',
    'signal',
    'muc thu',
    'cuong do',
    'muc thu rsrp',
    'cuong do song',
  ],
}

const technologyNames: Readonly<Record<string, MeasuredTechnology>> = {
  '2g': '2g',
  gsm: '2g',
  edge: '2g',
  gprs: '2g',
  '3g': '3g',
  umts: '3g',
  wcdma: '3g',
  hspa: '3g',
  '4g': '4g',
  lte: '4g',
  '5g': '5g',
  nr: '5g',
}

/** By the header: the separator that parts it into most columns. */
export function findSeparator(header: string): Separator {
  const counted = ([',', ';', '\t'] as const).map((separator) => ({
    separator,
    count: header.split(separator).length,
  }))
  const [best] = counted.toSorted((a, b) => b.count - a.count)
  if (best === undefined || best.count < driveTestColumns.length) {
    throw new DriveTestError('separator', { line: 1, value: header.slice(0, 100), expected: ', ; tab' })
  }
  return best.separator
}

/** At which place each column stands. */
export type DriveTestHeader = Readonly<Record<DriveTestColumn, number>>

export function toHeader(cells: readonly string[]): DriveTestHeader {
  const folded = cells.map((cell) => toSearchText(cell.replace(/[([].*?[)\]]/g, ' ')))
  const places = driveTestColumns.map((column) => {
    const found = folded.flatMap((name, at) => (namesOf[column].includes(name) ? [at] : []))
    const expected = namesOf[column].slice(0, 3).join(' | ')
    const value = cells.join(' | ').slice(0, 100)
    if (found.length === 0)
      throw new DriveTestError('column_missing', { line: 1, field: column, value, expected })
    if (found.length > 1)
      throw new DriveTestError('column_repeated', { line: 1, field: column, value, expected })
    return [column, found[0]] as const
  })
  return Object.fromEntries(places) as unknown as DriveTestHeader
}

export interface DriveTestLine {
  readonly line: number
  readonly cells: readonly string[]
  readonly header: DriveTestHeader
  /** A comma in a number is a point only where it does not part columns. */
  readonly separator: Separator
}

export function toPoint({ line, cells, header, separator }: DriveTestLine): DriveTestPoint {
  const textOf = (column: DriveTestColumn) => (cells[header[column]] ?? '').trim()
  const refuse = (field: DriveTestColumn, expected: string): never => {
    throw new DriveTestError('value', { line, field, value: textOf(field).slice(0, 60), expected })
  }
  const numberOf = (column: DriveTestColumn, least: number, most: number) => {
    const text = separator === ',' ? textOf(column) : textOf(column).replace(',', '.')
    const value = /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : refuse(column, `${least} … ${most}`)
  }
  return {
    line,
    measured_at: toInstant(textOf('time')) ?? refuse('time', '2026-11-29 14:05:00 | 29/11/2026 14:05:00'),
    lat: numberOf('lat', -90, 90),
    lng: numberOf('lng', -180, 180),
    technology:
      technologyNames[toSearchText(textOf('technology'))] ??
      refuse('technology', '2G | 3G | 4G (LTE) | 5G (NR)'),
    rsrp_dbm: numberOf('rsrp', -160, 0),
  }
}

const isoTime = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/
const localTime = /^(\d{1,2})\/(\d{1,2})\/(\d{4})[ ,]+(\d{1,2}):(\d\d)(?::(\d\d))?$/

/** ISO, or day/month/year as it is written in Việt Nam; without a zone it is the time there. Null: no time that ever was. */
export function toInstant(text: string): string | null {
  const iso = isoTime.exec(text)
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, zone] = iso
    return toUtc([year, month, day, hour, minute, second], zone)
  }
  const local = localTime.exec(text)
  if (local === null) return null
  const [, day, month, year, hour, minute, second] = local
  return toUtc([year, month, day, hour, minute, second], undefined)
}

function toUtc(parts: readonly (string | undefined)[], zone: string | undefined): string | null {
  const [year = '', month = '', day = '', hour = '', minute = '', second = '00'] = parts.map((part) =>
    part?.padStart(2, '0'),
  )
  const offset = zone === undefined ? '+07:00' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')
  const isDay = !Number.isNaN(Date.parse(`${year}-${month}-${day}T00:00:00Z`))
  const isReal = isDay && new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day)
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return isReal && !Number.isNaN(instant.getTime()) ? instant.toISOString() : null
}
