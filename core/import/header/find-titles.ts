/** Where in a table is its header, and what is the title of each column? Group titles reach to the right over their columns. */
import { toCellText } from '../cell-text.ts'
import type { ImportNoun } from '../nouns.ts'
import type { RawCell, RawRow, RawTable } from '../raw-table.ts'
import { isNumbering } from './row-shapes.ts'
import { matchTitles, type ColumnTitle, type TitleMatch } from './match-titles.ts'

export interface FoundTitles extends TitleMatch {
  readonly header_rows: readonly number[]
}

/** A header stands near the top; below are data. */
const deepest = 60
const tallest = 3
/** No list has more columns that mean anything; the rest is left out. */
export const mostColumns = 1000

export function findTitles(table: RawTable, noun: ImportNoun): FoundTitles | null {
  if (table.header !== null) {
    const titles = table.header.slice(0, mostColumns).map((title, column) => ({ column, parts: [title] }))
    return { header_rows: [], ...matchTitles(titles, noun) }
  }
  const rows = table.rows.slice(0, deepest)
  let best: (FoundTitles & { readonly rank: number }) | null = null
  for (let first = 0; first < rows.length; first += 1) {
    for (let height = 1; height <= tallest && first + height <= rows.length; height += 1) {
      const found = tryHeader(rows.slice(first, first + height), noun)
      if (found !== null && (best === null || found.rank > best.rank)) best = found
    }
  }
  return best
}

function tryHeader(
  rows: readonly RawRow[],
  noun: ImportNoun,
): (FoundTitles & { readonly rank: number }) | null {
  const [first] = rows
  if (first === undefined || rows.some((row) => isNumbering(row.cells)) || isEmpty(first.cells)) return null
  if (rows.length > 1 && (isEmpty(rows.at(-1)?.cells ?? []) || isOverAll(rows))) return null
  const cells = rows
    .flatMap((row) => row.cells.slice(0, mostColumns))
    .filter((cell) => cell !== null && cell !== '')
  const data = cells.filter(looksLikeData).length
  if (data * 2 > cells.length) return null
  const titles = listTitles(rows.map(({ cells }) => cells.slice(0, mostColumns)))
  const match = matchTitles(titles, noun)
  const least = titles.length <= 2 ? 1 : 2
  // Each row has to bring something: the shortest header that says as much is the header.
  const rank = match.score - 0.7 * data - 0.1 * (rows.length - 1)
  const found = match.columns.filter(({ field }) => field !== null).length
  return found < least || rank <= 0 ? null : { ...match, rank, header_rows: rows.map(({ at }) => at) }
}

function isEmpty(cells: readonly RawCell[]): boolean {
  return cells.every((cell) => toCellText(cell) === '')
}

/** `Doanh nghiệp: …` alone over the whole table: a line about the list, of no column more than of another. */
function isOverAll([first, ...below]: readonly RawRow[]): boolean {
  const texts = (first?.cells ?? []).map(toCellText)
  if (texts.filter((text) => text !== '').length !== 1) return false
  const at = texts.findIndex((text) => text !== '')
  return below.every(({ cells }) => isEmpty(cells.slice(0, at)))
}

/** A number, a day, a code: titles have letters. */
function looksLikeData(cell: RawCell): boolean {
  if (cell === null) return false
  // A column per year has the year for its title.
  if (typeof cell === 'number') return cell < 1900 || cell > 2100
  if (typeof cell !== 'string') return true
  const text = toCellText(cell)
  return text !== '' && /^[\d\s.,/:°'"-]+$/.test(text) && !/^(?:19|20)\d\d$/.test(text)
}

/**
 *      Tọa độ  |         | Loại cột      a title reaches right as long as titles stand below and none beside it;
 *      X       | Y       |               what stands alone over its column has no second row
 */
export function listTitles(rows: readonly (readonly RawCell[])[]): ColumnTitle[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  const texts = rows.map((cells) =>
    Array.from({ length: width }, (_, column) => toCellText(cells[column] ?? null)),
  )
  const spread = texts.map((line, level) => spreadTitles(line, texts.slice(level + 1)))
  const titles: ColumnTitle[] = []
  for (let column = 0; column < width; column += 1) {
    const parts = spread.map((line) => line[column] ?? '').filter((text) => text !== '')
    if (parts.length > 0) titles.push({ column, parts })
  }
  return titles
}

function spreadTitles(line: readonly string[], below: readonly (readonly string[])[]): string[] {
  let group = ''
  return line.map((text, column) => {
    const hasBelow = below.some((lower) => (lower[column] ?? '') !== '')
    if (text !== '') group = hasBelow ? text : ''
    else if (!hasBelow) group = ''
    return text === '' ? group : text
  })
}
