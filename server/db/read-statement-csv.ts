/** Which statements does a CSV text hold, and what is wrong where? As people's spreadsheets write it. */
import { CsvError, parse } from 'csv-parse/sync'
import type { StatementImport } from '../../core/api/village-edits.ts'
import { bases, services, statementStates } from '../../core/coverage/states.ts'
import { isIsoDate } from '../../core/dates.ts'
import { toPlainText } from '../../core/plain-text.ts'
import { toSearchText } from '../../core/text.ts'

export type StatementProblem = StatementImport['problems'][number]

export interface StatementRow {
  /** From 1 after the header. */
  readonly row: number
  readonly village_code: string
  readonly service: string
  readonly carrier_code: string
  readonly basis: string
  readonly state: string
  readonly households_share: number | null
  readonly observed_on: string
  readonly source_code: string | null
  readonly note: string | null
}

export interface ReadStatements {
  /** How many rows the text has, right ones and wrong ones. */
  readonly count: number
  readonly rows: readonly StatementRow[]
  readonly problems: readonly StatementProblem[]
}

type Column = Exclude<keyof StatementRow, 'row'>

/** Names in the header, folded; the name in the contract is one of them. */
const columnNames: Readonly<Record<Column, readonly string[]>> = {
  village_code: ['village_code', 'ma thon ban', 'ma thon, ban', 'ma thon'],
  service: ['service', 'dich vu'],
  carrier_code: ['carrier_code', 'nha mang', 'ma nha mang'],
  basis: ['basis', 'nguon tin'],
  state: ['state', 'tinh trang'],
  households_share: ['households_share', 'ti le ho', 'ty le ho', 'phan ho'],
  observed_on: ['observed_on', 'ngay'],
  source_code: ['source_code', 'nguon', 'ma nguon'],
  note: ['note', 'ghi chu'],
}

const optional: readonly Column[] = ['households_share', 'source_code', 'note']
const columns = Object.keys(columnNames) as readonly Column[]

export function readStatementCsv(csv: string, today: string): ReadStatements {
  const records = parseRecords(csv)
  if (!Array.isArray(records)) return { count: 0, rows: [], problems: [records] }
  const [header = [], ...lines] = records
  const { places, problems } = readHeader(header)
  if (problems.length > 0) return { count: lines.length, rows: [], problems }
  const read = lines.map((cells, index) =>
    readRow(cells, { row: index + 1, places, width: header.length, today }),
  )
  return {
    count: lines.length,
    rows: read.flatMap((result) => ('village_code' in result ? [result] : [])),
    problems: read.flatMap((result) => ('village_code' in result ? [] : result)),
  }
}

function parseRecords(csv: string): string[][] | StatementProblem {
  const text = csv.replace(/^\ufeff/, '')
  const options = {
    delimiter: findDelimiter(text),
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }
  try {
    const records: string[][] = parse(text, options)
    return records.filter((cells) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = 'lines' in error && typeof error.lines === 'number' ? Math.max(error.lines - 1, 1) : null
    return { row, field: null, value: null, code: 'csv_unreadable' }
  }
}

/** Whatever stands most often in the header: no name of a column holds one of them. */
function findDelimiter(text: string): string {
  const [header = ''] = text.trimStart().split(/[\r\n]/, 1)
  const count = (mark: string) => header.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

type Places = ReadonlyMap<Column, number>

function readHeader(header: readonly string[]): { places: Places; problems: StatementProblem[] } {
  const places = new Map<Column, number>()
  const problems: StatementProblem[] = []
  for (const [at, given] of header.entries()) {
    const column = columns.find((name) => columnNames[name].includes(toHeaderName(given)))
    if (column !== undefined && !places.has(column)) {
      places.set(column, at)
      continue
    }
    const code = column === undefined ? 'column_unknown' : 'column_twice'
    problems.push({ row: null, field: shorten(given), value: null, code })
  }
  const missing = columns.filter((column) => !places.has(column) && !optional.includes(column))
  problems.push(...missing.map((field) => ({ row: null, field, value: null, code: 'column_missing' })))
  return { places, problems }
}

function toHeaderName(given: string): string {
  const name = given.trim().toLowerCase()
  return name.includes('_') ? name : toSearchText(name)
}

interface RowPlace {
  readonly row: number
  readonly places: Places
  readonly width: number
  readonly today: string
}

function readRow(
  cells: readonly string[],
  { row, places, width, today }: RowPlace,
): StatementRow | StatementProblem[] {
  const problems: StatementProblem[] = []
  const add = (field: string | null, value: string | null, code: string) =>
    void problems.push({ row, field, value: value === null ? null : shorten(value), code })
  if (cells.length > width) add(null, cells[width] ?? null, 'csv_unreadable')
  const text = (column: Column) => {
    const at = places.get(column)
    const value = (at === undefined ? undefined : cells[at]) ?? ''
    const plain = toPlainText(value, column === 'note' ? 'lines' : 'line')
    if (plain === null) add(column, value, 'value_invalid')
    else if (plain === '' && !optional.includes(column)) add(column, null, 'value_missing')
    return plain ?? ''
  }
  const word = (column: Column, allowed: readonly string[]) => {
    const value = text(column).toLowerCase()
    if (value !== '' && !allowed.includes(value)) add(column, value, 'value_invalid')
    return value
  }
  const read = {
    row,
    village_code: text('village_code'),
    service: word('service', services),
    carrier_code: text('carrier_code').toLowerCase(),
    basis: word('basis', bases),
    state: word('state', statementStates),
    households_share: readShare(text('households_share')),
    observed_on: readDay(text('observed_on')),
    source_code: text('source_code') || null,
    note: text('note') || null,
  }
  const share = read.households_share
  if (Number.isNaN(share)) add('households_share', text('households_share'), 'value_invalid')
  else if (share !== null && read.state !== 'partial')
    add('households_share', String(share), 'share_without_partial')
  if (read.observed_on > today) add('observed_on', read.observed_on, 'day_in_future')
  else if (read.observed_on !== '' && !isDay(read.observed_on))
    add('observed_on', read.observed_on, 'day_invalid')
  if ((read.note?.length ?? 0) > 500) add('note', read.note, 'value_invalid')
  return problems.length > 0 ? problems : read
}

/** `0.4`, `0,4` and `40%`; NaN where it is none. */
function readShare(text: string): number | null {
  if (text === '') return null
  const [, digits, percent] = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text) ?? []
  if (digits === undefined) return Number.NaN
  const value = Number(digits.replace(',', '.')) / (percent === '%' ? 100 : 1)
  return value <= 1 ? value : Number.NaN
}

/** `2021-06-30`, `30/6/2021`; another text as it is. */
function readDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (day === undefined || month === undefined || year === undefined) return text
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function isDay(text: string): boolean {
  return isIsoDate(text) && text >= '1900-01-01'
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`
}
