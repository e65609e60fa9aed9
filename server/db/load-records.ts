/** How do many checked rows reach the database in one statement? As one JSON array that the statement unpacks. */
import { toStoredDegrees } from '../../core/stored-degrees.ts'
import { toSearchText } from '../../core/text.ts'
import type { ReadTable } from '../dataset/read-table.ts'
import type { Client } from './database.ts'

/**
 * Runs an `insert … select … from jsonb_to_recordset($1::jsonb) … returning …` over the rows of a file and answers with what
 * it returned. Each record carries its number in the file as `n`: rows are inserted in that order on every database.
 */
export async function insertRecords<V extends object>(
  client: Client,
  sql: string,
  table: ReadTable<V>,
  complete: (values: V) => object = () => ({}),
): Promise<readonly string[]> {
  if (table.rows.length === 0) return []
  const records = table.rows.map(({ row, values, geometry }) => ({
    n: row,
    ...values,
    ...(geometry === null ? {} : { geom: geometry }),
    ...complete(values),
  }))
  const inserted = await client.query<{ key: string }>(sql, [JSON.stringify(records)])
  return inserted.map(({ key }) => key)
}

/** The column `search_names`: every name and the code, folded, so that a whole name is told from a part. */
export function toSearchNames({ name, code, alt_names = [] }: Nameable): { readonly search_names: string } {
  const folded = [name, ...alt_names, code].map(toSearchText).filter((text) => text !== '')
  return { search_names: [...new Set(folded)].join(' | ') }
}

interface Nameable {
  readonly name: string
  readonly code: string
  readonly alt_names?: readonly string[]
}

/** A position as it is stored; nothing where there is none. */
export function toPosition({
  lng,
  lat,
}: {
  readonly lng: number | null
  readonly lat: number | null
}): object {
  return lng === null || lat === null ? {} : { lng: toStoredDegrees(lng), lat: toStoredDegrees(lat) }
}
