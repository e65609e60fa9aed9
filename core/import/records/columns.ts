/** Where in a row does a field stand, and how is it read there? Columns and what is said of the list as a whole alike. */
import { toSearchText } from '../../text.ts'
import { isBlank, toCellText } from '../cell-text.ts'
import type { ImportField } from '../fields/field.ts'
import { importFields } from '../fields/import-fields.ts'
import type { DataRow } from '../header/list-data-rows.ts'
import type { NameMatcher } from '../match-names.ts'
import type { ImportNoun } from '../nouns.ts'
import type { RawCell } from '../raw-table.ts'
import type { Mapping } from '../read-record.ts'
import type { Place } from './draft.ts'
import { makeCellReader, type CellReader } from './read-cell.ts'

export interface FieldColumn {
  readonly field: ImportField
  /** Null: a constant of the mapping, `cell` for all rows. */
  readonly column: number | null
  readonly cell: RawCell
  readonly title: string
  /** Without what stands in brackets. */
  readonly folded: string
  readonly read: CellReader
}

export interface Columns {
  readonly of: (field: string) => readonly FieldColumn[]
  /** Those that are read by the kind of their field alone. */
  readonly plain: readonly FieldColumn[]
  readonly all: readonly FieldColumn[]
}

interface Given {
  readonly noun: ImportNoun
  readonly mapping: Mapping
  readonly rows: readonly DataRow[]
  readonly names: NameMatcher
  readonly today: string
}

export function makeColumns({ noun, mapping, rows, names, today }: Given): Columns {
  const fields = new Map(importFields[noun].map((field) => [field.name, field]))
  const context = { names, today }
  const all: FieldColumn[] = []
  for (const { column, title, field: name } of mapping.columns) {
    const field = name === null ? undefined : fields.get(name)
    if (field === undefined) continue
    const cells = () => rows.map(({ row }) => row.cells[column] ?? null)
    const folded = toSearchText(title.replace(/\([^)]*\)/g, ' '))
    all.push({
      field,
      column,
      cell: null,
      title,
      folded,
      read: makeCellReader(field, { ...context, title, cells }),
    })
  }
  const held = new Set(all.map(({ field }) => field.name))
  for (const [name, value] of Object.entries(mapping.constants)) {
    const field = fields.get(name)
    if (field === undefined || held.has(name) || isBlank(value)) continue
    const read = makeCellReader(field, { ...context, title: '', cells: () => [value] })
    all.push({ field, column: null, cell: value, title: '', folded: '', read })
  }
  const byField = groupByField(all)
  return {
    all,
    plain: all.filter(({ field }) => field.read.as !== 'noun'),
    of: (field) => byField.get(field) ?? [],
  }
}

export function getCell({ column, cell }: FieldColumn, { row }: DataRow): RawCell {
  return column === null ? cell : (row.cells[column] ?? null)
}

export function toPlace(one: FieldColumn, row: DataRow): Place {
  return { column: one.column, field: one.field.name, cell: getCell(one, row) }
}

export interface FoundText {
  readonly text: string
  readonly place: Place
}

/** The first column of the field that says something. */
export function findText(columns: Columns, field: string, row: DataRow): FoundText | null {
  for (const one of columns.of(field)) {
    const cell = getCell(one, row)
    if (cell === null) continue
    const text = toCellText(cell)
    if (!isBlank(text)) return { text, place: { column: one.column, field, cell } }
  }
  return null
}

function groupByField(all: readonly FieldColumn[]): ReadonlyMap<string, readonly FieldColumn[]> {
  const groups = new Map<string, FieldColumn[]>()
  for (const one of all) groups.set(one.field.name, [...(groups.get(one.field.name) ?? []), one])
  return groups
}
