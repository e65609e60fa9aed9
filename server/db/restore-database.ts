/** How does a database become what a backup says? In one transaction: all of it, or as it was before. */
import type { Client, Database } from './database.ts'
import { setSequence, writeRows, type SequencePosition, type TableColumn } from './backup-tables.ts'
import {
  applyWithin,
  listApplied,
  migrate,
  readMigrations,
  requireKnown,
  type AppliedMigration,
} from './migrate.ts'
import { toDropScript } from './reset.ts'

export interface SavedTable {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly numbered: string | null
  readonly rows: number
  readonly sequence: SequencePosition | null
}

export interface SavedDatabase {
  readonly migrations: readonly AppliedMigration[]
  /** Parents first. */
  readonly tables: readonly SavedTable[]
  /** Calls back with the lines of each part of a table, in the order of `tables`. */
  readonly forEachPart: (write: (table: string, lines: readonly string[]) => Promise<void>) => Promise<void>
}

/**
 * Replaces everything that our migrations ever created. The structure is first that of the day of the backup, then brought
 * up to date like any older database.
 *
 * @throws MigrationError when the backup knows migrations that this code does not
 */
export async function restoreDatabase(db: Database, saved: SavedDatabase): Promise<void> {
  const migrations = await readMigrations()
  requireKnown(saved.migrations, migrations)
  const versions = new Set(saved.migrations.map(({ version }) => version))
  const drops = await toDropScript()
  await db.withLock('migrate', () =>
    db.transaction(async (client) => {
      await client.query(`select set_config('statement_timeout', '0', true) as off`)
      await client.run(drops)
      for (const migration of migrations) {
        if (versions.has(migration.version)) await applyWithin(client, migration)
      }
      await fillTables(client, saved)
    }),
  )
  await migrate(db)
}

async function fillTables(client: Client, { tables, forEachPart }: SavedDatabase): Promise<void> {
  const tableOf = new Map(tables.map((table) => [table.name, table]))
  const names = tables.map(({ name }) => `"${name}"`)
  // Triggers judge new changes; these rows were judged when they were made.
  await client.run(names.map((name) => `alter table ${name} disable trigger user;`).join('\n'))
  // What migrations put into new tables.
  await client.run(`truncate ${names.join(', ')} cascade`)
  const written = new Map<string, number>()
  await forEachPart(async (name, lines) => {
    const table = tableOf.get(name)
    if (table === undefined) throw new Error(`The manifest does not know the table ${name}`)
    written.set(name, (written.get(name) ?? 0) + (await writeRows(client, table, lines)))
  })
  for (const table of tables) {
    if ((written.get(table.name) ?? 0) !== table.rows) throw new Error(`Rows of ${table.name} are missing`)
    if (table.sequence !== null) await setSequence(client, table, table.sequence)
  }
  // What is judged at the end is judged here: a table that waits for it cannot be altered.
  await client.run('set constraints all immediate')
  await client.run(names.map((name) => `alter table ${name} enable trigger user;`).join('\n'))
}

/** Whether there is anything to lose: migrated is not filled. */
export async function isFilled(db: Database): Promise<boolean> {
  if ((await listApplied(db)).length === 0) return false
  const [state] = await db.query<{ filled: boolean }>(
    `select exists (select code from admin_units) or exists (select id from audit_log) as filled`,
  )
  return state?.filled === true
}
