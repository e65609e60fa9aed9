/** What of a database goes into a backup? Every table that the migrations create, parents first, with its columns as text. */
import type { Client } from './database.ts'
import { listCreated } from './reset.ts'

/** Whoever restores signs in again: an old session must not come back to life, nor an old delay or key. */
const leftOut: ReadonlySet<string> = new Set(['sessions', 'sign_in_failures', 'server_secrets'])

export interface TableColumn {
  readonly name: string
  /** As SQL writes it: `geometry(Point,4326)`, `text[]`. */
  readonly type: string
}

export interface BackupTable {
  readonly name: string
  readonly columns: readonly TableColumn[]
  /** Columns of the primary key: the order of the rows. */
  readonly key: readonly string[]
  /** The column whose numbers the database gives out, where there is one. */
  readonly numbered: string | null
}

export interface SequencePosition {
  readonly last_value: string
  readonly is_called: boolean
}

/** Tables in an order in which every reference finds its row. */
export async function listBackupTables(client: Client): Promise<BackupTable[]> {
  const names = [
    ...new Set((await listCreated()).filter(({ kind }) => kind === 'table').map(({ name }) => name)),
  ].filter((name) => !leftOut.has(name))
  const tables = await client.query<{
    name: string
    columns: string[]
    types: string[]
    key: string[]
    numbered: string | null
    parents: string[]
  }>(
    `
select
  t.name,
  array_agg(a.attname::text order by a.attnum) as columns,
  array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types,
  max(a.attname::text) filter (where a.attidentity <> '') as numbered,
  (
    select coalesce(array_agg(k.attname::text order by array_position(i.indkey::smallint[], k.attnum)), '{}')
    from pg_index i
    join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
    where i.indrelid = to_regclass(t.name)
      and i.indisprimary
  ) as key,
  (
    select coalesce(array_agg(distinct f.confrelid::regclass::text), '{}')
    from pg_constraint f
    where f.conrelid = to_regclass(t.name)
      and f.contype = 'f'
      and f.confrelid <> f.conrelid
  ) as parents
from unnest($1::text[]) as t (name)
join pg_attribute a on a.attrelid = to_regclass(t.name)
where a.attnum > 0
  and not a.attisdropped
  and a.attgenerated = ''
group by t.name`,
    [names],
  )
  const ordered = sortByParents(tables)
  return ordered.map(({ name, columns, types, key, numbered }) => ({
    name,
    columns: columns.map((column, index) => ({ name: column, type: types[index] ?? 'text' })),
    key,
    numbered,
  }))
}

function sortByParents<T extends { readonly name: string; readonly parents: readonly string[] }>(
  tables: readonly T[],
): T[] {
  const waiting = new Map([...tables].sort((a, b) => (a.name < b.name ? -1 : 1)).map((t) => [t.name, t]))
  const ordered: T[] = []
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((t) => !t.parents.some((parent) => waiting.has(parent)))
    if (ready.length === 0) throw new Error(`Tables refer to each other: ${[...waiting.keys()].join(', ')}`)
    for (const table of ready) waiting.delete(table.name)
    ordered.push(...ready)
  }
  return ordered
}

const rowsAtOnce = 2_000

/**
 * The rows of a table, some at a time, each as one line of JSON: an array of the columns' values as PostgreSQL writes them,
 * or null. Within a transaction: a cursor ends with it.
 */
export async function* readRows(client: Client, table: BackupTable): AsyncGenerator<string[]> {
  const values = table.columns.map(({ name }) => `"${name}"::text`).join(', ')
  const order = table.key.map((name) => `"${name}"`).join(', ')
  await client.run(`
declare backup_rows no scroll cursor for
select json_build_array(${values})::text as line
from "${table.name}"
order by ${order}`)
  for (;;) {
    const rows = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from backup_rows`)
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < rowsAtOnce) break
  }
  await client.run('close backup_rows')
}

/** Which number the database gives out next; null for a table that has none. */
export async function findSequence(client: Client, table: BackupTable): Promise<SequencePosition | null> {
  if (table.numbered === null) return null
  const [sequence] = await client.query<{ name: string }>(
    `select pg_get_serial_sequence($1::text, $2::text) as name`,
    [table.name, table.numbered],
  )
  if (sequence === undefined) throw new Error(`${table.name}.${table.numbered} has no sequence`)
  const [position] = await client.query<SequencePosition & Record<string, unknown>>(
    `select last_value::text as last_value, is_called
     from ${sequence.name}`,
  )
  return position ?? null
}

/** Puts rows back as they were, their own numbers included. @returns how many were written */
export async function writeRows(
  client: Client,
  table: Pick<BackupTable, 'name' | 'columns'>,
  lines: readonly string[],
): Promise<number> {
  const names = table.columns.map(({ name }) => `"${name}"`).join(', ')
  const values = table.columns.map(({ type }, index) => `(line->>${index})::${type}`).join(', ')
  const [written] = await client.query<{ count: number }>(
    `
with written as (
  insert into "${table.name}" (${names})
  overriding system value
  select ${values}
  from jsonb_array_elements($1::jsonb) with ordinality as rows (line, n)
  order by n
  returning 1
)
select count(*) as count
from written`,
    [`[${lines.join(',')}]`],
  )
  return written?.count ?? 0
}

export async function setSequence(
  client: Client,
  table: Pick<BackupTable, 'name' | 'numbered'>,
  position: SequencePosition,
): Promise<void> {
  await client.query(
    `select setval(pg_get_serial_sequence($1::text, $2::text), $3::bigint, $4::boolean) as value`,
    [table.name, table.numbered, position.last_value, position.is_called],
  )
}
