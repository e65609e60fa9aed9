/** What do the empty cells of merged ones and the halves of broken rows say? As whoever reads the printed list sees it. */
import { toSearchText } from '../../text.ts'
import { toWarning } from '../cell-problems.ts'
import { toCellText } from '../cell-text.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import type { ImportNoun } from '../nouns.ts'
import type { RawCell } from '../raw-table.ts'
import type { MappedColumn, Mapping } from '../read-record.ts'
import { addFault, type Draft } from './draft.ts'

export interface CompleteRow extends DataRow {
  /** Columns whose cell is that of a row above, and its number. */
  readonly filled: readonly { readonly column: MappedColumn; readonly from: number }[]
  /** The row of the file that the end of this one had slipped into. */
  readonly joined: number | null
}

/** Fields that lists merge over several rows. */
const merged: Partial<Record<ImportNoun, readonly string[]>> = {
  sites: ['code', 'commune', 'district'],
  village_services: ['village', 'village_code', 'carrier_code', 'commune', 'district'],
}
const mergedAnywhere = ['commune', 'district']
/** A column that is filled in more rows than this is not merged: its empty cells are empty. */
const mostFilled = 0.6

const none: CompleteRow['filled'] = []

interface Table {
  readonly noun: ImportNoun
  readonly mapping: Mapping
}

export function completeRows(rows: readonly DataRow[], { noun, mapping }: Table): CompleteRow[] {
  const whole = joinBroken(rows, { noun, mapping })
  const fields = merged[noun] ?? mergedAnywhere
  const columns = mapping.columns.filter(
    ({ field, column }) => field !== null && fields.includes(field) && isMerged(rows, column),
  )
  return columns.length === 0 ? whole : fillDown(whole, columns)
}

function isEmpty(cell: RawCell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')
}

function isMerged(rows: readonly DataRow[], column: number): boolean {
  const filled = rows.filter(({ row }) => !isEmpty(row.cells[column])).length
  return filled > 0 && filled <= mostFilled * rows.length
}

function fillDown(rows: readonly CompleteRow[], columns: readonly MappedColumn[]): CompleteRow[] {
  const above = new Map<number, { readonly cell: RawCell; readonly at: number }>()
  let group: DataRow['group'] | null = null
  return rows.map((row) => {
    if (row.group !== group) above.clear()
    group = row.group
    const { cells, at } = row.row
    // A new huyện has its own communes, a new commune its own villages: nothing is carried past them.
    const order = [...columns].sort((a, b) => toDepth(a) - toDepth(b))
    const own = order.findIndex(({ column }) => !isEmpty(cells[column]))
    const filled: { column: MappedColumn; from: number }[] = []
    const copy = [...cells]
    for (const [index, column] of order.entries()) {
      const cell = cells[column.column]
      const known = above.get(column.column)
      if (!isEmpty(cell)) above.set(column.column, { cell: cell ?? null, at })
      else if (own >= 0 && index > own) above.delete(column.column)
      else if (known !== undefined) {
        copy[column.column] = known.cell
        filled.push({ column, from: known.at })
      }
    }
    return filled.length === 0 ? row : { ...row, row: { ...row.row, cells: copy }, filled }
  })
}

const depths = ['district', 'commune', 'village', 'village_code', 'code', 'carrier_code']

function toDepth({ field }: MappedColumn): number {
  return depths.indexOf(field ?? '')
}

const numberTitles = new Set(['tt', 'stt', 'so tt', 'so thu tu', 'no'])

/**
 *      25 | Mường Toong 6 | Xã Mường | Huyện Mường Nhé      a page ends here
 *         |               | Toong    |
 */
function joinBroken(rows: readonly DataRow[], { noun, mapping }: Table): CompleteRow[] {
  const counter = mapping.columns.find(({ title }) => numberTitles.has(toSearchText(title)))?.column
  const isCounted =
    counter !== undefined && !isMerged(rows, counter) && noun !== 'sites' && noun !== 'village_services'
  const joined: CompleteRow[] = []
  for (const row of rows) {
    const before = joined.at(-1)
    const isRest = isCounted && before !== undefined && isRestOf(row, before, counter)
    if (isRest) joined[joined.length - 1] = join(before, row)
    else joined.push({ row: row.row, group: row.group, filled: none, joined: null })
  }
  return joined
}

function isRestOf({ row }: DataRow, before: CompleteRow, counter: number): boolean {
  const filled = row.cells.flatMap((cell, column) => (isEmpty(cell) ? [] : [column]))
  return (
    isEmpty(row.cells[counter]) &&
    !isEmpty(before.row.cells[counter]) &&
    filled.length > 0 &&
    filled.length <= 2 &&
    filled.every(
      (column) => typeof row.cells[column] === 'string' && typeof before.row.cells[column] === 'string',
    )
  )
}

function join(before: CompleteRow, { row }: DataRow): CompleteRow {
  const cells = before.row.cells.map((cell, column) => {
    const rest = row.cells[column] ?? null
    return isEmpty(rest) ? cell : `${toCellText(cell)} ${toCellText(rest)}`
  })
  return { ...before, row: { ...before.row, cells }, joined: row.at }
}

export function warnOfCompletion({ filled, joined, row }: CompleteRow, draft: Draft): void {
  for (const { column, from } of filled) {
    const place = { column: column.column, field: column.field, cell: row.cells[column.column] ?? null }
    addFault(draft, toWarning('filled_from_above', { row: from }), place)
  }
  if (joined !== null)
    addFault(draft, toWarning('rows_joined', { row: joined }), { column: null, field: null, cell: null })
}
