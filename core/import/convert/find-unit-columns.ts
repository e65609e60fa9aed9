/** In which columns of a list do communes stand: by name, by code, with their huyện? By the titles, else by what the cells hold. */
import { toSearchText } from '../../text.ts'
import { toCellText } from '../cell-text.ts'
import type { Known } from '../known.ts'
import type { RawCell, RawRow, RawTable } from '../raw-table.ts'
import type { ConvertDirection } from './convert-unit.ts'

export interface UnitColumns {
  /** The row of the titles, as the file counts; null where the format names its columns, or nothing does. */
  readonly header_at: number | null
  /** Places in the row, from 0. */
  readonly name: number | null
  readonly code: number | null
  readonly district: number | null
}

const nameTitle =
  /^(?:ten )?(?:xa|phuong|commune|ward)(?: phuong| xa)?(?: thi tran| tt)?(?: cu| moi| name)?(?: den 6 2025| tu 7 2025)?$|^(?:ten )?(?:don vi hanh chinh|don vi|dia ban|dvhc)(?: cap xa)?$|^xa huyen$/
const codeTitle =
  /^ma (?:so )?(?:xa|phuong|don vi|dvhc)(?: phuong| xa| hanh chinh)?(?: thi tran)?(?: cu| moi)?$|^(?:commune|ward|unit)(?: 2025)? code$/
const districtTitle =
  /^(?:ten )?(?:huyen|quan|thi xa|thanh pho|district)(?: huyen| thi xa| thi| tp| thanh pho| name)*(?: cu)?$/

const deepest = 60
const sampled = 300
const widest = 200
/** Of the cells that say something. */
const leastShare = 0.5

/** Null where no column holds communes. */
export function findUnitColumns(
  table: RawTable,
  known: Known,
  direction: ConvertDirection,
): UnitColumns | null {
  const titled = findTitled(table, direction)
  const rows = table.rows
    .filter(({ at }) => titled.header_at === null || at > titled.header_at)
    .slice(0, sampled)
  const names = listNames(known)
  const codes = new Set(
    known.units.filter(({ unit_set }) => unit_set.startsWith('commune')).map(({ code }) => code),
  )
  const isCode = (text: string) => /^\d{4,5}$/.test(text) && codes.has(text.padStart(5, '0'))
  const isName = (text: string) => names.has(toPlainName(text))
  const nameHolds = titled.name !== null && toShare(rows, titled.name, isCode) > leastShare ? 'code' : 'name'
  const name = nameHolds === 'code' ? null : (titled.name ?? findByValues(rows, isName))
  const code = nameHolds === 'code' ? titled.name : (titled.code ?? findByValues(rows, isCode))
  if (name === null && code === null) return null
  return { ...titled, name, code: code === name ? null : code }
}

function findTitled(table: RawTable, direction: ConvertDirection): UnitColumns {
  const lines: readonly { readonly at: number | null; readonly cells: readonly RawCell[] }[] =
    table.header === null ? table.rows.slice(0, deepest) : [{ at: null, cells: table.header }]
  const found = lines.map(({ at, cells }) => {
    const titles = cells.slice(0, widest).map((cell) => toSearchText(toCellText(cell)))
    return {
      header_at: at,
      name: pick(titles, nameTitle, direction),
      code: pick(titles, codeTitle, direction),
      district: pick(titles, districtTitle, direction),
    }
  })
  const score = ({ name, code, district }: UnitColumns) =>
    (name === null ? 0 : 2) + (code === null ? 0 : 2) + (district === null ? 0 : 1)
  const [best] = found.toSorted((a, b) => score(b) - score(a))
  const none = { header_at: null, name: null, code: null, district: null }
  return best === undefined || score(best) < 2 ? none : best
}

/** Of a list that has both, the column that is to be converted. */
function pick(titles: readonly string[], title: RegExp, direction: ConvertDirection): number | null {
  const other = direction === 'to-new' ? / moi$| 2025/ : / cu$| 6 2025$/
  const all = titles.flatMap((text, at) => (title.test(text) ? [at] : []))
  return all.find((at) => !other.test(titles[at] ?? '')) ?? all[0] ?? null
}

function findByValues(rows: readonly RawRow[], holds: (text: string) => boolean): number | null {
  const width = Math.min(widest, Math.max(0, ...rows.map(({ cells }) => cells.length)))
  const shares = Array.from({ length: width }, (_, column) => toShare(rows, column, holds))
  const most = Math.max(0, ...shares)
  return most > leastShare ? shares.indexOf(most) : null
}

function toShare(rows: readonly RawRow[], column: number, holds: (text: string) => boolean): number {
  const texts = rows.map(({ cells }) => toCellText(cells[column] ?? null)).filter((text) => text !== '')
  return texts.length === 0 ? 0 : texts.filter(holds).length / texts.length
}

function listNames({ units }: Known): ReadonlySet<string> {
  return new Set(
    units
      .filter(({ unit_set }) => unit_set.startsWith('commune'))
      .flatMap(({ name, alt_names }) => [name, ...alt_names].map(toPlainName)),
  )
}

/** `Xã Sam Mứn, huyện Điện Biên` → `sam mun`. */
function toPlainName(text: string): string {
  return toSearchText(text.split(/[,;(]|\s[-–]\s/)[0] ?? '').replace(/^(?:xa|phuong|thi tran|x|p|tt) /, '')
}
