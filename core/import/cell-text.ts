/** What does a cell say, whatever it is made of? One line of composed text, without spaces that nobody sees. */
import { toNfc } from '../text.ts'
import type { RawCell } from './raw-table.ts'

const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const spaces = /[\s\u00a0\u3000]+/g

/** A cell that holds no value of its own is empty text; line breaks are kept for `toCellLines` only. */
export function toCellText(cell: RawCell): string {
  if (typeof cell === 'string') return cleanText(cell)
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  if (typeof cell === 'boolean') return cell ? 'true' : 'false'
  return cell === null ? '' : cleanText(cell.text)
}

export function cleanText(text: string): string {
  // Most cells are plain already, and there are hundreds of thousands of them.
  if (/^[!-~]*$/.test(text)) return text
  const known = cleaned.get(text)
  if (known !== undefined) return known
  const clean = toNfc(text).replace(invisible, '').replace(spaces, ' ').trim()
  if (cleaned.size >= mostCleaned) cleaned.clear()
  cleaned.set(text, clean)
  return clean
}

/** The same few thousand texts come again and again. */
const cleaned = new Map<string, string>()
const mostCleaned = 20_000

/** As `toCellText`, where a text may have several lines. */
export function toCellLines(cell: RawCell): string {
  if (typeof cell !== 'string') return toCellText(cell)
  return toNfc(cell)
    .replace(invisible, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(spaces, ' ').trim())
    .join('\n')
    .trim()
}

/** A dash and the like stand for "nothing to say". */
export function isBlank(text: string): boolean {
  return text === '' || /^[-–—.…/_]+$/.test(text)
}

export function shorten(text: string, most = 80): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`
}
