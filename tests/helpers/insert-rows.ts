/** Puts rows of a test into a table, in one statement and in their order. */
import type { Client } from '../../server/db/database.ts'

/** Column → SQL type; `geojson` is a geometry given as GeoJSON. */
export type Columns = Readonly<Record<string, string>>

export async function insertRows(
  client: Client,
  table: string,
  columns: Columns,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const names = Object.keys(columns)
  const record = names.map((name) => `"${name}" ${columns[name] === 'geojson' ? 'jsonb' : columns[name]}`)
  const values = names.map((name) =>
    columns[name] === 'geojson' ? `st_setsrid(st_geomfromgeojson(r."${name}"), 4326)` : `r."${name}"`,
  )
  await client.query(
    `
insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
select ${values.join(', ')}
from jsonb_to_recordset($1::text::jsonb) as r (${record.join(', ')})
returning 1 as inserted`,
    [JSON.stringify(rows)],
  )
}
