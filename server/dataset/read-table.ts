/** Which rows does a file of the data set hold? CSV and GeoJSON become the same rows, each wrong value a problem. */
import type { Geometry } from '../../core/geo.ts'
import { listSeparator, Refusal, type Column, type Columns } from './columns.ts'
import type { ProblemList } from './problems.ts'
import { readCsv } from './read-csv.ts'
import { readFeatures } from './read-features.ts'
import { tables, type Table, type TableName, type TableRow } from './tables.ts'

/** A row as its file spells it, before its values are checked. */
export interface RawRow {
  readonly values: Readonly<Record<string, unknown>>
  /** Checked and rounded; null in a CSV file or when it is wrong. */
  readonly geometry: Geometry | null
}

export interface ReadRow<V> {
  /** Row of a table or feature of a GeoJSON file, counted from 1. */
  readonly row: number
  readonly values: V
  readonly geometry: Geometry | null
}

export interface ReadTable<V> {
  readonly file: string
  /** False when the file as a whole could not be read: then nothing is known of what it lacks. */
  readonly isRead: boolean
  /** Rows without any problem of their own. */
  readonly rows: readonly ReadRow<V>[]
  /** Values of the first key column, also of rows with a problem: other files may refer to them. */
  readonly codes: ReadonlySet<string>
}

/** Reads and checks one file. `path` is where it lies, `file` how problems name it. */
export async function readTable<N extends TableName>(
  name: N,
  { path, file, problems }: { readonly path: string; readonly file: string; readonly problems: ProblemList },
): Promise<ReadTable<TableRow<N>>> {
  const table: Table = tables[name]
  const raw =
    table.geometry === null
      ? await readCsv(path, { file, columns: table.columns, problems })
      : await readFeatures(path, { file, columns: table.columns, geometry: table.geometry, problems })
  const codes = new Set<string>()
  const seen = new Map<string, number>()
  const rows: ReadRow<TableRow<N>>[] = []
  raw?.forEach(({ values: given, geometry }, index) => {
    const row = index + 1
    const values = readValues(given, { columns: table.columns, file, row, problems })
    const first = table.key[0] === undefined ? undefined : given[table.key[0]]
    if (typeof first === 'string') codes.add(first.trim())
    if (values === null) return
    const before = findDuplicate(table, values, seen, row)
    if (before !== null) {
      problems.add('duplicate', file, { row, field: table.key.join('+'), ...before })
      return
    }
    if (table.geometry !== null && geometry === null) return
    rows.push({ row, values: values as TableRow<N>, geometry })
  })
  return { file, isRead: raw !== null, rows, codes }
}

export interface Place {
  readonly columns: Columns
  readonly file: string
  readonly row: number | null
  readonly problems: ProblemList
}

/** The checked values of one row, or null when any of them is wrong. */
export function readValues(
  given: Readonly<Record<string, unknown>>,
  { columns, file, row, problems }: Place,
): Readonly<Record<string, unknown>> | null {
  const values: Record<string, unknown> = {}
  let isRight = true
  for (const [field, column] of Object.entries(columns)) {
    try {
      values[field] = readValue(given[field], column)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      isRight = false
      const value = given[field] === undefined ? null : toText(given[field])
      problems.add(error.code, file, { row, field, value, expected: error.expected })
    }
  }
  return isRight ? values : null
}

function readValue(given: unknown, column: Column<unknown>): unknown {
  const isEmpty = given === null || given === undefined || (typeof given === 'string' && given.trim() === '')
  if (isEmpty && column.json === 'list') return []
  if (isEmpty && column.optional) return null
  if (isEmpty) throw new Refusal('value_missing')
  if (!isOfType(given, column.json)) throw new Refusal('value_not_allowed', column.json)
  return column.parse(toText(given).trim())
}

// A CSV file has nothing but texts; in JSON a number must be a number, or a code would lose its leading zeros.
function isOfType(given: unknown, json: Column<unknown>['json']): boolean {
  return typeof given === 'string' || (json === 'list' ? Array.isArray(given) : typeof given === json)
}

function toText(given: unknown): string {
  if (typeof given === 'string') return given
  return Array.isArray(given) ? given.map(String).join(listSeparator) : JSON.stringify(given)
}

function findDuplicate(
  table: Table,
  values: Readonly<Record<string, unknown>>,
  seen: Map<string, number>,
  row: number,
): { readonly value: string; readonly expected: string } | null {
  if (table.key.length === 0) return null
  const value = table.key.map((field) => String(values[field])).join(' ')
  const before = seen.get(value)
  if (before !== undefined) return { value, expected: String(before) }
  seen.set(value, row)
  return null
}
