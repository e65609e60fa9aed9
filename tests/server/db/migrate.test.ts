import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { listMissingMigrations, migrate, readMigrations } from '../../../server/db/migrate.ts'
import { openPostgres } from '../../../server/db/postgres.ts'
import { resetDatabase } from '../../../server/db/reset.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'

const realMigrations = fileURLToPath(new URL('../../../server/db/migrations', import.meta.url))
const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

/** The real migrations and more. */
async function createFolder(more: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  folders.push(folder)
  await cp(realMigrations, folder, { recursive: true })
  for (const [name, script] of Object.entries(more)) await writeFile(join(folder, name), script)
  return folder
}

async function nextName(what: string): Promise<string> {
  const { length } = await readMigrations(realMigrations)
  return `${String(length + 1).padStart(4, '0')}_${what}`
}

const tableExists = async (db: Database, name: string) =>
  (await db.query('select to_regclass($1::text) is not null as is_there', [name]))[0]?.['is_there']

describeDatabases('migrations', ({ openDatabase }) => {
  let db: Database

  beforeAll(async () => {
    db = await openDatabase()
  })

  it('have nothing to do the second time', async () => {
    await expect(migrate(db)).resolves.toEqual([])
    await expect(listMissingMigrations(db)).resolves.toEqual([])
  })

  it('keep a record of each with its checksum', async () => {
    const known = await readMigrations(realMigrations)
    const applied = await db.query('select version, name, checksum from schema_migrations order by version')
    expect(applied).toEqual(known.map(({ version, name, checksum }) => ({ version, name, checksum })))
  })

  it('leave nothing of a script that fails half way, and no record', async () => {
    const name = await nextName('broken')
    const folder = await createFolder({ [`${name}.sql`]: 'create table half (id integer); select 1 / 0;' })
    await expect(migrate(db, folder)).rejects.toMatchObject({ problem: 'failed', migration: name })
    expect(await tableExists(db, 'half')).toBe(false)
    await expect(listMissingMigrations(db, folder)).resolves.toEqual([name])
  })

  it('leave nothing of a script whose geometry error would be swallowed', async () => {
    const name = await nextName('swallowed')
    const script = `create table half (id integer);
      select st_union('POLYGON((0 0,2 2,2 0,0 2,0 0))'::geometry, 'POLYGON((0 0,2 0,2 2,0 2,0 0))'::geometry);`
    const folder = await createFolder({ [`${name}.sql`]: script })
    await expect(migrate(db, folder)).rejects.toMatchObject({ problem: 'failed', migration: name })
    expect(await tableExists(db, 'half')).toBe(false)
  })

  it('refuse one that was edited after it was applied', async () => {
    const folder = await createFolder({ '0001_units_and_sources.sql': 'create table other (id integer);' })
    await expect(migrate(db, folder)).rejects.toMatchObject({
      problem: 'changed',
      migration: '0001_units_and_sources',
    })
  })

  it('do not mind other line ends', async () => {
    const [first] = await readMigrations(realMigrations)
    const folder = await createFolder({
      '0001_units_and_sources.sql': (first?.script ?? '').replaceAll('\n', '\r\n'),
    })
    await expect(migrate(db, folder)).resolves.toEqual([])
  })

  it('refuse a database that is newer than the code, and one number left out', async () => {
    const name = await nextName('from_the_future')
    const folder = await createFolder({ [`${name}.sql`]: 'create table future (id integer);' })
    await expect(migrate(db, folder)).resolves.toEqual([name])
    await expect(migrate(db)).rejects.toMatchObject({ problem: 'newer', migration: name })
    const gap = await createFolder({ '0099_far_away.sql': 'select 1;' })
    await expect(migrate(db, gap)).rejects.toThrow('0099_far_away')
  })

  it('come again from nothing after a reset, which leaves what is not ours', async () => {
    await db.run('create table kept_by_others (id integer)')
    await db.query(`insert into sources (code, title) values ('x', 'x') returning code`)
    await resetDatabase(db)
    await expect(db.query('select code from sources')).resolves.toEqual([])
    expect(await tableExists(db, 'kept_by_others')).toBe(true)
    await expect(listMissingMigrations(db)).resolves.toEqual([])
  })
})

describe('two processes that migrate one PostgreSQL at once', () => {
  it('apply each migration once', async () => {
    const { url, drop } = await createPostgresCopy('empty')
    const both = await Promise.all([openPostgres({ url }), openPostgres({ url })])
    try {
      const applied = await Promise.all(both.map((db) => migrate(db)))
      const known = await readMigrations(realMigrations)
      expect(applied.map(({ length }) => length).toSorted()).toEqual([0, known.length])
    } finally {
      for (const db of both) await db.close()
      await drop()
    }
  })

  it('need no more than one connection of the pool each', async () => {
    const { url, drop } = await createPostgresCopy('empty')
    const db = await openPostgres({ url, poolSize: 1 })
    try {
      await expect(migrate(db)).resolves.not.toEqual([])
    } finally {
      await db.close()
      await drop()
    }
  })
})
