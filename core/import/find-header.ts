/** Which row of a table is its header, and which column holds what? By the titles, by a mapping remembered, by the cells. */
import { readTitleConstants } from './header/title-rows.ts'
import { findLook } from './header/column-values.ts'
import { findTitles, listTitles, mostColumns } from './header/find-titles.ts'
import { listDataRows } from './header/list-data-rows.ts'
import { matchTitles } from './header/match-titles.ts'
import { findField, importFields } from './fields/import-fields.ts'
import { importNouns, type ImportNoun } from './nouns.ts'
import type { RawTable } from './raw-table.ts'
import type { MappedColumn, Mapping } from './read-record.ts'
import { toSearchText } from '../text.ts'

export type HeaderReading =
  | { readonly type: 'found'; readonly mapping: Mapping }
  /** No row looks like one: every column is left for a person, but those whose cells tell. */
  | { readonly type: 'not_found'; readonly mapping: Mapping }

export function findHeader(table: RawTable, noun: ImportNoun, remembered?: Mapping): HeaderReading {
  const titles = findTitles(table, noun)
  if (titles === null)
    return { type: 'not_found', mapping: applyValues(table, { noun, mapping: toBlank(table) }) }
  const { header_rows, columns } = titles
  const named: Mapping = { header_rows, columns, constants: {} }
  const mapping = remembered === undefined ? named : applyRemembered(named, remembered)
  const completed = applyValues(table, { noun, mapping })
  const constants = { ...readTitleConstants(table, { noun, mapping: completed }), ...completed.constants }
  return { type: 'found', mapping: { ...completed, constants } }
}

/** The columns below the rows that a person calls the header. */
export function readHeaderRows(table: RawTable, noun: ImportNoun, header_rows: readonly number[]): Mapping {
  const rows = table.rows.filter(({ at }) => header_rows.includes(at)).map(({ cells }) => cells)
  const titles = listTitles(rows.map((cells) => cells.slice(0, mostColumns)))
  const { columns } = matchTitles(titles, noun)
  return applyValues(table, { noun, mapping: { header_rows, columns, constants: {} } })
}

function toBlank(table: RawTable): Mapping {
  const width = Math.min(
    mostColumns,
    Math.max(0, ...table.rows.slice(0, 200).map(({ cells }) => cells.length)),
  )
  const columns = Array.from({ length: width }, (_, column): MappedColumn => ({
    column,
    title: '',
    field: null,
    by: 'none',
  }))
  return { header_rows: [], columns, constants: {} }
}

/** What a sender's last list was understood to hold, by the titles of its columns; what this list has anew is kept. */
export function applyRemembered(mapping: Mapping, remembered: Mapping): Mapping {
  const fields = new Map(remembered.columns.map(({ title, field }) => [toSearchText(title), field]))
  const columns = mapping.columns.map((column): MappedColumn => {
    const field = fields.get(toSearchText(column.title))
    if (field === undefined || field === column.field) return column
    return { ...column, field, by: 'remembered' }
  })
  return { ...mapping, columns, constants: { ...remembered.constants, ...mapping.constants } }
}

const sampled = 200

interface Mapped {
  readonly noun: ImportNoun
  readonly mapping: Mapping
}

/** Only for fields that no title has claimed. */
function applyValues(table: RawTable, { noun, mapping }: Mapped): Mapping {
  const { rows } = listDataRows({ ...table, rows: table.rows.slice(0, sampled) }, mapping)
  const claimed = new Set(mapping.columns.map(({ field }) => field))
  const open = (name: string) => !claimed.has(name) && findField(noun, name) !== null
  const columns = mapping.columns.map((column): MappedColumn => {
    if (column.field !== null || column.by === 'remembered' || column.by === 'person') return column
    const look = findLook(rows.map(({ row }) => row.cells[column.column] ?? null))
    const name = { coordinate: 'position', carrier: 'carrier_code', technology: 'technologies', none: '' }[
      look
    ]
    return name !== '' && open(name) ? { ...column, field: name, by: 'values' } : column
  })
  return { ...mapping, columns: limitColumns(columns, noun) }
}

/** What cells look like may be true of several columns; a field that has one takes the first. */
function limitColumns(columns: readonly MappedColumn[], noun: ImportNoun): MappedColumn[] {
  const taken = new Map<string, number>()
  return columns.map((column) => {
    if (column.field === null || column.by !== 'values') return column
    const count = (taken.get(column.field) ?? 0) + 1
    taken.set(column.field, count)
    const most =
      column.field === 'position' ? 2 : findField(noun, column.field)?.columns === 'many' ? count : 1
    return count > most ? { ...column, field: null, by: 'none' } : column
  })
}

/** Less may be chance: many lists have a name, a commune and a position. */
const clearlyBetter = 2

/** Of which other noun the table clearly holds rows; null where the one that was said may be meant. */
export function suggestNoun(table: RawTable, noun: ImportNoun): ImportNoun | null {
  const own = rateNoun(table, noun)
  if (own.missing === 0) return null
  const [best] = rankNouns(table)
  return best !== undefined && best.score - own.score >= clearlyBetter ? best.noun : null
}

interface RankedNoun {
  readonly noun: ImportNoun
  /** How many of its fields the table has; more is likelier. */
  readonly score: number
  /** How many that it would need the table has not. */
  readonly missing: number
}

/** Of which noun does a table most likely hold rows? Likeliest first. */
export function rankNouns(table: RawTable): RankedNoun[] {
  return importNouns.map((noun) => rateNoun(table, noun)).sort((a, b) => b.score - a.score)
}

function rateNoun(table: RawTable, noun: ImportNoun): RankedNoun {
  const shape = table.rows.find(({ geometry }) => (geometry ?? null) !== null)?.geometry?.type ?? ''
  const found = findTitles(table, noun)
  const fields = new Set((found?.columns ?? []).map(({ field }) => field))
  const required = importFields[noun].filter((field) => field.required !== 'no')
  const missing = required.filter(({ name }) => !fields.has(name)).length
  return { noun, score: (found?.score ?? 0) - 0.5 * missing + toShapeScore(noun, shape), missing }
}

function toShapeScore(noun: ImportNoun, shape: string): number {
  if (shape.endsWith('LineString')) return noun === 'cable_routes' ? 3 : -3
  if (shape.endsWith('Polygon')) return noun === 'admin_units' ? 3 : -3
  return shape === '' || ['sites', 'villages', 'facilities'].includes(noun) ? 0 : -2
}
