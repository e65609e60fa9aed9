/** How does a database become empty again? Exactly what the migrations created goes, and nothing that others keep beside it. */
import type { Database } from './database.ts'
import { migrate, readMigrations } from './migrate.ts'

/** What can be dropped by the kind of thing it is; triggers, indexes and comments go with their tables. */
const created = /^create (table|type|function|view|schema) ([\w.]+)/gm

/** Drops every table with its rows, then applies all migrations anew. There is no way back. */
export async function resetDatabase(db: Database): Promise<void> {
  const script = await toDropScript()
  await db.withLock('migrate', () => db.transaction((client) => client.run(script)))
  await migrate(db)
}

/** Drops what any of the migrations creates, whether it is there or not. */
export async function toDropScript(): Promise<string> {
  const drops = (await listCreated())
    .map(({ kind, name }) => `drop ${kind} if exists ${name} cascade;`)
    // A function goes after the tables whose triggers call it.
    .sort((a, b) => Number(b.startsWith('drop table')) - Number(a.startsWith('drop table')))
  return [...drops, 'drop table if exists schema_migrations;'].join('\n')
}

/** Tables, types, functions, views and schemas that the migrations create. */
export async function listCreated(): Promise<readonly { readonly kind: string; readonly name: string }[]> {
  const scripts = (await readMigrations()).map(({ script }) => script).join('\n')
  return [...scripts.matchAll(created)].map(([, kind = '', name = '']) => ({ kind, name }))
}
