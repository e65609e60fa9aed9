/** What stands beside each row of a list once its communes are converted? */
import type { UnitKind } from '../../inventory/admin-units.ts'
import { toSearchText } from '../../text.ts'
import { toCellText } from '../cell-text.ts'
import type { Known, KnownUnit } from '../known.ts'
import type { RawRow, RawTable } from '../raw-table.ts'
import { makeUnitConverter, type Conversion, type ConvertDirection } from './convert-unit.ts'
import { convertTexts, type ConvertTexts } from './convert-texts.ts'
import { findUnitColumns, type UnitColumns } from './find-unit-columns.ts'

export interface ConvertedTable {
  readonly name: string
  /** The row of the titles, as the file counts; `names`: the format names its columns apart; null: there are none. */
  readonly header_at: number | 'names' | null
  /** Titles of the columns that are added. */
  readonly titles: readonly string[]
  readonly rows: readonly ConvertedRow[]
}

export interface ConvertedRow {
  readonly at: number
  /** One for each title. */
  readonly cells: readonly string[]
  readonly is_doubtful: boolean
}

export interface ConvertAsked {
  readonly direction: ConvertDirection
  readonly language: 'vi' | 'en'
}

/** Null where the table names no communes. */
export function convertTable(table: RawTable, known: Known, asked: ConvertAsked): ConvertedTable | null {
  const chunks = convertChunks(table, known, asked)
  for (;;) {
    const step = chunks.next()
    if (step.done === true) return step.value
  }
}

/** A name that is none of those that are known is compared with all of them: some milliseconds of work between two pauses. */
const rowsPerChunk = 50

export function* convertChunks(
  table: RawTable,
  known: Known,
  { direction, language }: ConvertAsked,
): Generator<undefined, ConvertedTable | null, void> {
  const columns = findUnitColumns(table, known, direction)
  if (columns === null) return null
  const convert = remember(makeUnitConverter(known, direction))
  const words = convertTexts[language]
  const { header_at } = columns
  const rows: ConvertedRow[] = []
  for (const [index, row] of table.rows.entries()) {
    if (index % rowsPerChunk === 0) yield
    const given = header_at === null || row.at > header_at ? readRow(row, columns) : null
    if (given === null) continue
    const found = convert(given)
    rows.push({
      at: row.at,
      cells: toCells(found, { words, units: known.units, direction }),
      is_doubtful: found.type === 'doubtful',
    })
  }
  return {
    name: table.name,
    header_at: table.header === null ? header_at : 'names',
    titles: words.titles[direction],
    rows,
  }
}

interface Given {
  readonly name: string
  readonly district: string
  readonly code: string
}

/** A list says the same of many rows. */
function remember(convert: (given: Given) => Conversion): (given: Given) => Conversion {
  const known = new Map<string, Conversion>()
  return (given) => {
    const key = `${given.name}\n${given.district}\n${given.code}`
    const found = known.get(key) ?? convert(given)
    known.set(key, found)
    return found
  }
}

/** Totals, the numbers of columns and empty rows name no commune. */
const noUnit = /^(?:tong|cong|total)\b|^\d{1,3}$/

function readRow({ cells }: RawRow, { name, code, district }: UnitColumns): Given | null {
  const toText = (column: number | null) => (column === null ? '' : toCellText(cells[column] ?? null))
  const digits = toText(code).replace(/\D/g, '')
  const given = {
    name: toText(name),
    district: toText(district),
    code: /^\d{4,5}$/.test(digits) ? digits : '',
  }
  const isNamed = given.name !== '' && !noUnit.test(toSearchText(given.name))
  if (!isNamed && given.code === '') return null
  return isNamed ? given : { ...given, name: '' }
}

interface Writing {
  readonly words: ConvertTexts
  readonly units: readonly KnownUnit[]
  readonly direction: ConvertDirection
}

function toCells(found: Conversion, writing: Writing): string[] {
  const { words } = writing
  if (found.type === 'found') {
    const names = found.units.map((unit) => toName(unit, writing))
    return [names.join('; '), found.units.map(({ code }) => code).join('; '), words.by[found.by], '']
  }
  const choices = found.choices.map(({ read_as, units }) => {
    const meant = words.read_as(toLongName(read_as, writing), read_as.code)
    const result = units.map((unit) => `${toName(unit, writing)} (${unit.code})`).join('; ')
    return `${meant} → ${result === '' ? words.none : result}`
  })
  const doubt = words.doubts[found.doubt]
  return ['', '', words.doubtful, choices.length === 0 ? doubt : `${doubt}: ${choices.join(' | ')}`]
}

const kindWords: Readonly<Record<UnitKind, string>> = {
  tinh: 'Tỉnh',
  thanh_pho: 'Thành phố',
  thi_xa: 'Thị xã',
  huyen: 'Huyện',
  xa: 'Xã',
  phuong: 'Phường',
  thi_tran: 'Thị trấn',
}

/** Of an old commune with its huyện: its name alone may be another’s too. */
function toName(unit: KnownUnit, { direction, units }: Writing): string {
  const name = `${kindWords[unit.kind]} ${unit.name}`
  if (direction === 'to-new' || unit.unit_set !== 'commune') return name
  const district = units.find(({ unit_set, code }) => unit_set === 'district' && code === unit.parent_code)
  return district === undefined
    ? name
    : `${name} (${kindWords[district.kind].toLocaleLowerCase('vi')} ${district.name})`
}

function toLongName(unit: KnownUnit, { words }: Writing): string {
  const age = unit.unit_set === 'commune-2025' ? words.new : words.old
  return `${kindWords[unit.kind]} ${unit.name} ${age}`
}
