/** How does a database become empty again? Exactly what the migrations created goes, and nothing that others keep beside it. */
import type { Database } from './database.ts'
import { migrate, readMigrations } from './migrate.ts'

/** What can be dropped by the kind of thing it is; triggers, indexes and comments go with their tables. */
const created = /^create (table|type|function) (\w+)/gm

/** Drops every table with its rows, then applies all migrations anew. There is no way back. */
export async function resetDatabase(db: Database): Promise<void> {
  const scripts = (await readMigrations()).map(({ script }) => script).join('\n')
  const drops = [...scripts.matchAll(created)]
    .map(([, kind, name]) => `drop ${kind} if exists ${name} cascade;`)
    // A function goes after the tables whose triggers call it.
    .sort((a, b) => Number(b.startsWith('drop table')) - Number(a.startsWith('drop table')))
  await db.withLock('migrate', () =>
    db.transaction((client) => client.run([...drops, 'drop table if exists schema_migrations;'].join('\n'))),
  )
  await migrate(db)
}
