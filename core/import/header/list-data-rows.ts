/** Which rows of a table hold records, and what are the others? Titles, numbers of columns, totals, notes, names of groups. */
import { toSearchText } from '../../text.ts'
import { toCellText } from '../cell-text.ts'
import type { RawCell, RawRow, RawTable } from '../raw-table.ts'
import type { Mapping } from '../read-record.ts'
import { isNumbering, isTotal, readGroup } from './row-shapes.ts'

export const leftOutReasons = ['title', 'header', 'numbering', 'total', 'group', 'note'] as const

export interface LeftOutRow {
  readonly at: number
  readonly reason: (typeof leftOutReasons)[number]
}

/** What stands alone above rows holds for them: the huyện, the commune. */
export interface RowGroup {
  readonly commune: string
  readonly district: string
}

export interface DataRow {
  readonly row: RawRow
  readonly group: RowGroup
}

export interface DataRows {
  readonly rows: readonly DataRow[]
  readonly left_out: readonly LeftOutRow[]
}

const noGroup: RowGroup = { commune: '', district: '' }

export function listDataRows(table: RawTable, mapping: Mapping): DataRows {
  const left_out: LeftOutRow[] = []
  const lastHeader = Math.max(0, ...mapping.header_rows)
  const isHeader = makeHeaderTest(table, mapping)
  const mapped = mapping.columns.filter(({ field }) => field !== null).map(({ column }) => column)
  const rows: DataRow[] = []
  let group = noGroup
  for (const row of table.rows) {
    if (row.at <= lastHeader) {
      if (!mapping.header_rows.includes(row.at)) left_out.push({ at: row.at, reason: 'title' })
      continue
    }
    const filled = countFilled(row.cells)
    if (filled === 0 && (row.geometry ?? null) === null) continue
    const reason = table.header === null ? findReason(row.cells, { filled, isHeader }) : null
    if (reason === null) {
      rows.push({ row, group })
      continue
    }
    if (reason === 'group') group = enterGroup(group, readGroup(row.cells) ?? '')
    left_out.push({ at: row.at, reason })
  }
  return withoutNotes({ rows, left_out }, mapped)
}

function countFilled(cells: readonly RawCell[]): number {
  let filled = 0
  for (const cell of cells)
    if (cell !== null && cell !== '' && (typeof cell !== 'string' || cell.trim() !== '')) filled += 1
  return filled
}

interface RowTests {
  readonly filled: number
  readonly isHeader: (cells: readonly RawCell[]) => boolean
}

function findReason(cells: readonly RawCell[], { filled, isHeader }: RowTests): LeftOutRow['reason'] | null {
  if (isTotal(cells)) return 'total'
  if (isNumbering(cells)) return 'numbering'
  if (isHeader(cells)) return 'header'
  return filled <= 2 && readGroup(cells) !== null ? 'group' : null
}

/** Printed lists repeat their header on each page, every row of it. */
function makeHeaderTest(table: RawTable, { header_rows }: Mapping): (cells: readonly RawCell[]) => boolean {
  const headers = table.rows
    .filter(({ at }) => header_rows.includes(at))
    .map(({ cells }) => cells.map(toCellText))
    .filter((texts) => texts.some((text) => text !== ''))
  const places = headers.map((texts) => texts.flatMap((text, column) => (text === '' ? [] : [column])))
  return (cells) =>
    headers.some((texts, index) => {
      const columns = places[index] ?? []
      const [first = 0] = columns
      if (cells[first] !== texts[first] && toCellText(cells[first] ?? null) !== texts[first]) return false
      const same = columns.filter((column) => toCellText(cells[column] ?? null) === texts[column]).length
      return same >= 0.6 * columns.length && (same > 1 || countFilled(cells) === same)
    })
}

function enterGroup(before: RowGroup, text: string): RowGroup {
  const isDistrict = /^(?:huyen|thi xa|thanh pho|tp|tx)\s/.test(toSearchText(text))
  return isDistrict ? { commune: '', district: text } : { commune: text, district: before.district }
}

/** Below the last row that is filled like the others stand remarks, places, days and signatures. */
function withoutNotes({ rows, left_out }: DataRows, mapped: readonly number[]): DataRows {
  const least = mapped.length <= 2 ? 1 : 2
  const isRow = ({ row }: DataRow, filled: number) =>
    (row.geometry ?? null) !== null || (countFilled(row.cells) >= filled && !isSignature(row.cells))
  let end = rows.findLastIndex((row) => isRow(row, least + 1)) + 1
  // The last rows may say little, as long as nobody has signed yet.
  while (end < rows.length && isRow(rows[end]!, least)) end += 1
  const notes = rows.slice(end).map(({ row }): LeftOutRow => ({ at: row.at, reason: 'note' }))
  return { rows: rows.slice(0, end), left_out: [...left_out, ...notes].sort((a, b) => a.at - b.at) }
}

const signature =
  /^(?:nguoi lap|ghi chu$|noi nhan|thu truong|giam doc|pho giam doc|kt giam doc|tm ubnd|ky ten|lap bieu|lap bang|nguoi tong hop|thu ky|luu vt|ngay \d+ thang \d+|\D{3,40} ngay (?:\d+ )?thang)/

function isSignature(cells: readonly RawCell[]): boolean {
  return cells.some(
    (cell) => typeof cell === 'string' && cell.length < 60 && signature.test(toSearchText(cell)),
  )
}
