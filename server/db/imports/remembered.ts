/** What was said of a sender's lists before: how its columns are mapped, and what doubtful names mean? */
import type { Mapping } from '../../../core/import/read-record.ts'
import type { ImportNoun } from '../../../core/import/nouns.ts'
import type { Client } from '../database.ts'

export async function findRememberedMapping(
  client: Client,
  { sender, noun }: { readonly sender: string; readonly noun: ImportNoun },
): Promise<Mapping | null> {
  const [kept] = await client.query<{ columns: Mapping }>(
    `
select m.columns
from import_mappings m
where m.sender = $1::text
  and m.noun = $2::text`,
    [sender, noun],
  )
  return kept?.columns ?? null
}

export async function rememberMapping(
  client: Client,
  { sender, noun }: { readonly sender: string; readonly noun: ImportNoun },
  mapping: Mapping,
): Promise<void> {
  await client.query(
    `
insert into import_mappings (sender, noun, columns)
values ($1::text, $2::text, $3::jsonb)
on conflict (sender, noun) do update
set columns = excluded.columns, changed_at = now()
returning sender`,
    [sender, noun, JSON.stringify(mapping)],
  )
}

export async function listAnswers(client: Client): Promise<ReadonlyMap<string, string>> {
  const answers = await client.query<{ key: string; code: string }>(`
select a.key, a.code
from import_answers a`)
  return new Map(answers.map(({ key, code }) => [key, code]))
}

/** @param answers by the key of the question; null forgets what was said */
export async function rememberAnswers(
  client: Client,
  answers: Readonly<Record<string, string | null>>,
  answered_by: number | null,
): Promise<void> {
  const rows = Object.entries(answers).map(([key, code]) => ({ key, code }))
  const said = rows.filter(({ code }) => code !== null)
  const forgotten = rows.filter(({ code }) => code === null).map(({ key }) => key)
  if (said.length > 0) {
    await client.query(
      `
insert into import_answers (key, code, answered_by)
select r.key, r.code, $2::integer
from jsonb_to_recordset($1::jsonb) as r (key text, code text)
on conflict (key) do update
set code = excluded.code, answered_by = excluded.answered_by, answered_at = now()
returning key`,
      [JSON.stringify(said), answered_by],
    )
  }
  if (forgotten.length > 0) {
    await client.query(
      `
delete from import_answers a
where a.key = any($1::text[])
returning a.key`,
      [forgotten],
    )
  }
}
