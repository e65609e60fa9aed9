/** How do many whole records reach their table, and which of them are there already? A few thousand at a time. */
import type { Client, Row } from './database.ts'

/** In one statement: it stays small in memory, and its cost hardly shows. */
const atOnce = 5_000

export type Purpose = 'to read' | 'to write'

export interface WrittenRecord {
  /** As the audit log names it. */
  readonly noun_id: string
  /** Null where the noun has no numbers of its own. */
  readonly id: number | null
  readonly version: number
}

interface Writing<D> {
  /** `insert` or `update … from jsonb_to_recordset($1::jsonb) … returning key, noun_id, id, version`. */
  readonly sql: string
  readonly toKey: (draft: D) => string
  /** What the statement needs besides the draft's fields. */
  readonly complete?: (draft: D) => object
}

/** In the order of the drafts. Throws when one of them was not written: the transaction takes back the others. */
export async function writeRecords<D extends object>(
  client: Client,
  drafts: readonly D[],
  { sql, toKey, complete = () => ({}) }: Writing<D>,
): Promise<WrittenRecord[]> {
  const written = new Map<string, WrittenRecord>()
  for (const part of toParts(drafts)) {
    const records = part.map((draft) => ({ ...draft, ...complete(draft) }))
    const rows = await client.query<Row & WrittenRecord & { key: string }>(sql, [JSON.stringify(records)])
    for (const { key, noun_id, id, version } of rows) written.set(key, { noun_id, id, version })
  }
  return drafts.map((draft) => {
    const key = toKey(draft)
    const record = written.get(key)
    if (record === undefined) throw new Error(`${key} was not written`)
    return record
  })
}

interface Keeping<K, S> {
  /** Ends behind its conditions; `$1` holds the keys as JSON, null for all. */
  readonly sql: string
  /** Its rows are held until the transaction ends: their alias. */
  readonly alias: string
  readonly order: string
  readonly purpose: Purpose
  readonly keys: readonly K[] | 'all'
  readonly toKey: (record: S) => string
}

/** By key. Rows are taken in one order, so that two who write many wait for each other and never both. */
export async function listKeptRecords<K, S>(client: Client, keeping: Keeping<K, S>): Promise<Map<string, S>> {
  const { alias, order, purpose, keys, toKey } = keeping
  const sql = `${keeping.sql}
order by ${order}${purpose === 'to write' ? `\nfor update of ${alias}` : ''}`
  const kept = new Map<string, S>()
  for (const part of keys === 'all' ? [null] : toParts(keys)) {
    const rows = await client.query<{ record: S }>(sql, [part === null ? null : JSON.stringify(part)])
    for (const { record } of rows) kept.set(toKey(record), record)
  }
  return kept
}

function toParts<T>(list: readonly T[]): (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / atOnce) }, (_, part) =>
    list.slice(part * atOnce, (part + 1) * atOnce),
  )
}
