/** Under which name does a file stand? Asked by the application itself, which looks after the folder. */
import type { Client, Row } from './database.ts'

/** Null where no file has that key. */
export async function findStoredAs(client: Client, id: string): Promise<string | null> {
  const [found] = await client.query<Row & { readonly stored_as: string }>(
    `
select f.stored_as
from stored_files f
where f.id = $1::uuid`,
    [id],
  )
  return found?.stored_as ?? null
}
