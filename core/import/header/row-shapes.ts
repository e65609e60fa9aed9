/** What is a row that holds no record? Numbers of columns, a total, a note, the name of a huyện over its rows. */
import { toSearchText } from '../../text.ts'
import { toCellText } from '../cell-text.ts'
import type { RawCell } from '../raw-table.ts'

/** `(1) (2) (3)`, `1 2 3`, `A B 1 2`: three or more, each one more than the one before. */
export function isNumbering(cells: readonly RawCell[]): boolean {
  const first = cells.find((cell) => cell !== null && cell !== '')
  if (first === undefined || !/^\(?\[?[\dA-C]{1,3}\]?\)?$/.test(toCellText(first))) return false
  const texts = cells.map(toCellText).filter((text) => text !== '')
  const numbers = texts
    .map((text) => /^[([]?(\d{1,3})(?:\s*=.*)?[)\]]?(?:\s*=.*)?$/.exec(text)?.[1])
    .filter((text) => text !== undefined)
  const letters = texts.filter((text) => /^[A-D]$/.test(text)).length
  if (texts.length < 3 || numbers.length < 2 || numbers.length + letters < texts.length) return false
  return numbers.every((text, index) => index === 0 || Number(text) === Number(numbers[index - 1]) + 1)
}

const totalStart = /^(?:tổng|cộng|tong|cong|total|sum)/iu
const total = /^(?:tong|cong|total|sum)(?:$|\s*(?:cong|so|hop|toan|chung|ca|tinh|huyen|xa)\b)/

/** `Tổng cộng`, `Cộng huyện Mường Nhé`: not a bản Cộng Hòa. */
export function isTotal(cells: readonly RawCell[]): boolean {
  for (const cell of cells.slice(0, 6)) {
    if (typeof cell !== 'string' || !totalStart.test(cell.trim())) continue
    if (total.test(toSearchText(cell))) return true
  }
  return false
}

const group = /^(?:huyen|thi xa|thanh pho|tp|tx|xa|phuong|thi tran|tt)\s+\S/
const number = /^(?:[IVX]{1,5}|[A-Z]|\d{1,3})[.)]?$/

/** `II | Huyện Mường Nhé`: alone in its row but for a number. Null where the row is something else. */
export function readGroup(cells: readonly RawCell[]): string | null {
  const texts = cells.map(toCellText).filter((text) => text !== '')
  const named = texts.filter((text) => !number.test(text))
  const [text] = named
  if (named.length !== 1 || text === undefined || texts.length > 2) return null
  const bare = text.replace(/^(?:[IVX]{1,5}|[A-Z]|\d{1,3})[.)]\s*/, '')
  return group.test(toSearchText(bare)) && bare.length < 80 ? bare : null
}
