/** Which migrations does a database still need? Applies them in order, once, under a lock. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../core/errors.ts'
import type { Client, Database } from './database.ts'

export interface Migration {
  readonly version: number
  /** What the file does: `inventory` of 0002_inventory.sql. */
  readonly name: string
  readonly script: string
  readonly checksum: string
}

export type AppliedMigration = Pick<Migration, 'version' | 'name' | 'checksum'>

/** Code and database do not belong together; `problem` says how. */
export class MigrationError extends Error {
  readonly problem: 'changed' | 'newer' | 'failed'
  readonly migration: string

  constructor(problem: MigrationError['problem'], migration: string, options?: ErrorOptions) {
    super(`migration ${migration}: ${problem}`, options)
    this.name = 'MigrationError'
    this.problem = problem
    this.migration = migration
  }
}

const migrationsDir = fileURLToPath(new URL('./migrations', import.meta.url))
const fileName = /^(\d{4})_([a-z0-9_]+)\.sql$/

/**
 * Brings the database to the newest version; the names of what was applied. Safe when several processes start at once:
 * the others wait and find nothing to do.
 */
export async function migrate(db: Database, from = migrationsDir): Promise<string[]> {
  const migrations = await readMigrations(from)
  return db.withLock('migrate', async () => {
    const applied = new Set((await checkApplied(db, migrations)).map(({ version }) => version))
    const missing = migrations.filter(({ version }) => !applied.has(version))
    for (const migration of missing) await apply(db, migration)
    return missing.map(toLabel)
  })
}

/** Migrations that the code has and the database lacks, in order. Changes nothing. */
export async function listMissingMigrations(db: Client, from = migrationsDir): Promise<string[]> {
  const applied = new Set((await listApplied(db)).map(({ version }) => version))
  return (await readMigrations(from)).filter(({ version }) => !applied.has(version)).map(toLabel)
}

/** The numbered files of a folder, in order. */
export async function readMigrations(from = migrationsDir): Promise<Migration[]> {
  const files = (await readdir(from)).filter((file) => file.endsWith('.sql')).sort()
  const migrations = await Promise.all(files.map((file) => readMigration(from, file)))
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) {
      throw new Error(`Migrations must be numbered without gaps: ${toLabel(migration)}`)
    }
  })
  return migrations
}

async function readMigration(from: string, file: string): Promise<Migration> {
  const [, version, name] = fileName.exec(file) ?? []
  if (version === undefined || name === undefined) throw new Error(`Not NNNN_what.sql: ${file}`)
  // Line ends may differ between machines; the statements do not.
  const script = (await readFile(join(from, file), 'utf8')).replaceAll('\r\n', '\n')
  return {
    version: Number(version),
    name,
    script,
    checksum: createHash('sha256').update(script).digest('hex'),
  }
}

/** What is applied, after making sure that the code knows all of it in the same wording. */
async function checkApplied(db: Database, migrations: readonly Migration[]): Promise<AppliedMigration[]> {
  const applied = await listApplied(db)
  requireKnown(applied, migrations)
  return applied
}

/** Throws `MigrationError` when something was applied that the code does not know, or knows in another wording. */
export function requireKnown(applied: readonly AppliedMigration[], migrations: readonly Migration[]): void {
  for (const row of applied) {
    const known = migrations.find(({ version }) => version === row.version)
    if (known === undefined) throw new MigrationError('newer', toLabel(row))
    if (known.checksum !== row.checksum) throw new MigrationError('changed', toLabel(row))
  }
}

/** What is applied, in order. */
export async function listApplied(client: Client): Promise<AppliedMigration[]> {
  const [table] = await client.query<{ name: string | null }>(
    `select to_regclass('schema_migrations')::text as name`,
  )
  if (table?.name == null) return []
  return client.query<AppliedMigration>(
    `select version, name, checksum
     from schema_migrations
     order by version`,
  )
}

async function apply(db: Database, migration: Migration): Promise<void> {
  await db
    .transaction((client) => applyWithin(client, migration))
    .catch((cause: unknown) => {
      if (cause instanceof AppError) throw cause
      throw new MigrationError('failed', toLabel(migration), { cause })
    })
}

/** Applies one migration as part of a transaction. */
export async function applyWithin(client: Client, migration: Migration): Promise<void> {
  // A large table may take longer than any question of a page.
  await client.query(`select set_config('statement_timeout', '0', true)`)
  await client.run(
    `create table if not exists schema_migrations (
       version integer primary key,
       name text not null,
       checksum text not null,
       applied_at timestamptz not null default now()
     )`,
  )
  await client.run(migration.script)
  await client.query(
    `insert into schema_migrations (version, name, checksum)
     values ($1::integer, $2::text, $3::text)
     returning version`,
    [migration.version, migration.name, migration.checksum],
  )
}

function toLabel({ version, name }: Pick<Migration, 'version' | 'name'>): string {
  return `${String(version).padStart(4, '0')}_${name}`
}
