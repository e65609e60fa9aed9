/** Which kinds of masts (loại cột) are there to choose from? */
import type { Client, Row } from './database.ts'

export interface MastKind {
  readonly code: string
  readonly title: string
  readonly retired: boolean
}

export function listMastKinds(client: Client): Promise<MastKind[]> {
  return client.query<Row & MastKind>(
    `
select k.code, k.title, k.retired
from mast_kinds k
order by k.retired, k.code`,
  )
}

/** Kept for this transaction; null where the code is new. */
export async function findMastKindToWrite(client: Client, code: string): Promise<MastKind | null> {
  const [kind] = await client.query<Row & MastKind>(
    `
select k.code, k.title, k.retired
from mast_kinds k
where k.code = $1::text
for update`,
    [code],
  )
  return kind ?? null
}

export async function upsertMastKind(client: Client, { code, title, retired }: MastKind): Promise<void> {
  await client.query(
    `
insert into mast_kinds (code, title, retired)
values ($1::text, $2::text, $3::boolean)
on conflict (code) do update
set title = excluded.title, retired = excluded.retired
returning code`,
    [code, title, retired],
  )
}
