/** What would each row of a file do? Kept until the next comparison, and after it was applied for the next list to be compared with. */
import type { ImportRow } from '../../../core/api/imports.ts'
import { toSearchText } from '../../../core/text.ts'
import type { Client, Row } from '../database.ts'
import { hasText, toWhere } from '../layer-request.ts'
import { createSqlParameters } from '../sql-parameters.ts'
import { mapPortions } from '../portions.ts'
import type { CheckSide, KeptCheck } from './imports.ts'

export interface KeptRow {
  readonly key: string | null
  readonly shown: ImportRow
  /** What the file says of the record. */
  readonly said: Readonly<Record<string, unknown>>
}

export interface CheckOf {
  readonly import_id: number
  readonly side: CheckSide
}

/** In the place of the comparison before; what it came to is known when its rows are. */
export async function beginCheck(client: Client, { import_id, side }: CheckOf): Promise<void> {
  await client.query(
    `
delete from import_checks c
where c.import_id = $1::integer
  and c.side = $2::text
returning c.import_id`,
    [import_id, side],
  )
  await client.query(
    `
insert into import_checks (import_id, side, counts, conflicts, questions, fingerprint)
values ($1::integer, $2::text, '{}', '[]', '[]', '')
returning import_id`,
    [import_id, side],
  )
}

export interface RowsToKeep {
  readonly rows: Iterable<readonly KeptRow[]> | AsyncIterable<readonly KeptRow[]>
  /** How many stand before them. */
  readonly from: number
}

/** How many there are now. */
export async function keepRows(
  client: Client,
  { import_id, side }: CheckOf,
  { rows, from }: RowsToKeep,
): Promise<number> {
  let place = from
  await mapPortions(rows, (portion) => {
    const records = portion.map(({ key, shown, said }) => ({
      place: place++,
      key,
      at: shown.at,
      status: shown.status,
      label: shown.label,
      search_label: toSearchText(shown.label),
      record_id: shown.record_id,
      shown: toStoredRow(shown),
      said,
    }))
    return client.query(insertRows, [import_id, side, JSON.stringify(records)])
  })
  return place
}

export async function endCheck(
  client: Client,
  { import_id, side }: CheckOf,
  { counts, conflicts, questions, fingerprint }: Omit<KeptCheck, 'checked_at'>,
): Promise<void> {
  const ended = await client.query(
    `
update import_checks c
set
  counts = $3::jsonb,
  conflicts = $4::jsonb,
  questions = $5::jsonb,
  fingerprint = $6::text
where c.import_id = $1::integer
  and c.side = $2::text
returning c.import_id`,
    [
      import_id,
      side,
      JSON.stringify(counts),
      JSON.stringify(conflicts),
      JSON.stringify(questions),
      fingerprint,
    ],
  )
  if (ended.length === 0) throw new Error('A comparison was not kept')
}

/** Most rows have little of what a row can have: what is not there is not kept. */
function toBlankRow() {
  return {
    changes: [],
    moved_m: null,
    from: null,
    to: null,
    problems: [],
    conflicts: [],
    questions: [],
    decision: null,
  } satisfies Partial<ImportRow>
}

type StoredRow = Partial<Omit<ImportRow, RowColumn>> & Pick<ImportRow, 'rows'>
/** Columns of their own. */
type RowColumn = 'at' | 'status' | 'label' | 'record_id'

function toStoredRow({
  at: _at,
  status: _status,
  label: _label,
  record_id: _id,
  ...shown
}: ImportRow): StoredRow {
  const said = Object.entries(shown).filter(([, value]) => value !== null && !isEmptyList(value))
  return { rows: shown.rows, ...Object.fromEntries(said) }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

type ShownRow = Row & Pick<ImportRow, RowColumn> & { readonly shown: StoredRow }

function toShownRow({ at, status, label, record_id, shown }: ShownRow): ImportRow {
  return { ...toBlankRow(), ...shown, at, status, label, record_id }
}

const insertRows = `
insert into import_rows (import_id, side, place, at, status, key, label, search_label, record_id, shown, said)
select $1::integer, $2::text, r.place, r.at, r.status, r.key, r.label, r.search_label, r.record_id, r.shown, r.said
from jsonb_to_recordset($3::jsonb) as r (
  place integer, at integer, status text, key text, label text, search_label text, record_id integer, shown jsonb, said jsonb
)
returning place`

export interface RowFilter {
  readonly status?: string | undefined
  readonly text?: string | undefined
  readonly offset: number
  readonly limit: number
}

export async function listImportRows(
  client: Client,
  of: CheckOf,
  { status, text, offset, limit }: RowFilter,
): Promise<{ readonly total: number; readonly rows: ImportRow[] }> {
  const { bind, values } = createSqlParameters()
  const where = toWhere([
    `r.import_id = ${bind(of.import_id, 'integer')}`,
    `r.side = ${bind(of.side, 'text')}`,
    hasText(bind, 'r.status', status),
    text === undefined ? undefined : `strpos(r.search_label, ${bind(toSearchText(text), 'text')}) > 0`,
  ])
  const [count] = await client.query<{ total: number }>(
    `
select count(*) as total
from import_rows r
${where}`,
    [...values],
  )
  const rows = await client.query<ShownRow & { said: SaidRow['said'] }>(
    `
select
  r.at, r.status, r.label, r.record_id, r.shown,
  case when r.record_id is null and r.status in ('new', 'conflicting') then r.said else '{}' end as said
from import_rows r
${where}
order by r.place
limit ${bind(limit, 'integer')}
offset ${bind(offset, 'integer')}`,
    values,
  )
  return { total: count?.total ?? 0, rows: rows.map((row) => withFields(toShownRow(row), row.said)) }
}

/** Stand in the label of a row. */
const labelled: readonly string[] = ['code', 'name']

/** Of a new record everything is new: what the file says of it stands with the row already. */
function withFields(shown: ImportRow, said: SaidRow['said']): ImportRow {
  if (shown.changes.length > 0) return shown
  const fields = Object.entries(said).filter(([field, value]) => value !== null && !labelled.includes(field))
  return { ...shown, changes: fields.map(([field, after]) => ({ field, before: null, after })) }
}

/** Those that change something first. */
export function listPlacedRows(client: Client, of: CheckOf, most: number): Promise<(Row & PlacedRow)[]> {
  return client.query<Row & PlacedRow>(
    `
select
  r.at, r.status, r.label, r.shown -> 'from' as "from", r.shown -> 'to' as "to", r.shown -> 'line' as line
from import_rows r
where r.import_id = $1::integer
  and r.side = $2::text
  and (r.shown -> 'from' <> 'null'::jsonb or r.shown -> 'to' <> 'null'::jsonb or r.shown -> 'line' is not null)
order by r.status = 'unchanged', r.place
limit $3::integer`,
    [of.import_id, of.side, most],
  )
}

export interface PlacedRow {
  readonly at: number
  readonly status: ImportRow['status']
  readonly label: string
  readonly from: [number, number] | null
  readonly to: [number, number] | null
  readonly line: [number, number][] | null
}

/** All rows with what they say, to be compared with another list. */
export function listSaid(client: Client, of: CheckOf): Promise<(Row & SaidRow)[]> {
  return client.query<Row & SaidRow>(
    `
select r.at, r.status, r.key, r.label, r.record_id, r.said
from import_rows r
where r.import_id = $1::integer
  and r.side = $2::text
  and r.key is not null
order by r.place`,
    [of.import_id, of.side],
  )
}

export interface SaidRow {
  readonly at: number
  readonly status: ImportRow['status']
  readonly key: string
  readonly label: string
  readonly record_id: number | null
  readonly said: Readonly<Record<string, unknown>>
}

/** Rows with something to correct, for the sheet that goes back. */
export async function listProblemRows(client: Client, of: CheckOf): Promise<ImportRow[]> {
  const rows = await client.query<ShownRow>(
    `
select r.at, r.status, r.label, r.record_id, r.shown
from import_rows r
where r.import_id = $1::integer
  and r.side = $2::text
  and (r.status in ('refused', 'asking', 'conflicting') or jsonb_array_length(r.shown -> 'problems') > 0)
order by r.place`,
    [of.import_id, of.side],
  )
  return rows.map(toShownRow)
}
