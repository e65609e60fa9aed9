import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adoptRestored, commitRestore, toPreparedFolder } from '../../../server/backup/adopt-restored.ts'
import { checkArchive } from '../../../server/backup/read-archive.ts'
import { restoreEmbedded, restorePostgres } from '../../../server/backup/restore-archive.ts'
import { writeArchive } from '../../../server/backup/write-archive.ts'
import { actAs, systemActor } from '../../../server/db/act-as.ts'
import { asOwner, change } from '../../../server/db/change.ts'
import type { Database } from '../../../server/db/database.ts'
import { openEmbedded } from '../../../server/db/embedded.ts'
import { toDatabaseDir } from '../../../server/db/open-data-dir.ts'
import { openPostgres } from '../../../server/db/postgres.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { insertRows } from '../../helpers/insert-rows.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'
import { dumpDatabase } from './dump-database.ts'

const oddText = 'Nậm Pồ “ngoặc”\n\\N \\. {a,"b"} \t 🗼 =1+1 á'

/** An account, a private note, a history with before and after, a gap in the numbers. */
async function addHistory(db: Database): Promise<void> {
  await change(asOwner(db, 'tests'), async (client) => {
    await insertRows(
      client,
      'users',
      { username: 'text', display_name: 'text', role: 'text', must_change_password: 'boolean' },
      [{ username: 'lan', display_name: oddText, role: 'staff', must_change_password: true }],
    )
    await client.query(
      `insert into user_passwords (user_id, hash) select id, '$argon2id$x' from users returning user_id`,
    )
    await client.query(
      `insert into site_private (site_id, note) select min(id), $1::text from sites returning site_id`,
      [oddText],
    )
    await client.query(
      `insert into village_lineage (predecessor_id, successor_id) select min(id), max(id) from villages returning 1 as one`,
    )
    await client.query(
      `with file as (
         insert into stored_files (
           id, noun, noun_id, kind, name, media_type, bytes, sha256, stored_as, uploader_id, uploader_role
         )
         select
           gen_random_uuid(), 'assignments', 1, 'photo', $1::text, 'image/jpeg', 1, repeat('0', 64), gen_random_uuid(), id, role
         from users
         returning id
       )
       insert into photo_origins (file_id, taken_at, geom, distance_m)
       select id, now(), st_setsrid(st_makepoint(1, 2), 4326), 12.5 from file returning file_id`,
      [oddText.slice(0, 40)],
    )
    return {
      result: undefined,
      entries: [
        { action: 'update', noun: 'sites', noun_id: '1', before: { note: null }, after: { note: oddText } },
      ],
    }
  })
  // A number that was given out and never used.
  await db
    .transaction(async (client) => {
      await insertRows(client, 'sources', { code: 'text', title: 'text' }, [{ code: 'gone', title: 'x' }])
      await insertRows(client, 'audit_log', { actor: 'text', action: 'text', noun: 'text' }, [
        { actor: 'x', action: 'x', noun: 'x' },
      ])
      throw new Error('taken back')
    })
    .catch(() => undefined)
}

describeDatabases('a backup', ({ openOtherProvince }) => {
  let db: Database
  let folder: string
  let file: string
  const uploadsDir = () => join(folder, 'uploads')

  beforeAll(async () => {
    db = await openOtherProvince()
    await addHistory(db)
    folder = await mkdtemp(join(tmpdir(), 'backup-'))
    await mkdir(join(uploadsDir(), 'a b'), { recursive: true })
    await writeFile(join(uploadsDir(), 'a b', 'ảnh.jpg'), Buffer.from([0, 255, 10, 13]))
    // Half a file is nobody's yet.
    await mkdir(join(uploadsDir(), 'incoming'))
    await writeFile(join(uploadsDir(), 'incoming', '1-x.part'), 'x')
    file = join(folder, 'saved.tar.gz')
    await writeArchive(db, { file, uploadsDir: uploadsDir() })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const restoreInto = async (target: 'embedded' | 'postgres') => {
    const dataDir = await mkdtemp(join(tmpdir(), 'restored-'))
    const plan = { file, dataDir, uploadsDir: join(dataDir, 'uploads'), existing: 'keep' } as const
    if (target === 'embedded') {
      await restoreEmbedded(plan)
      const restored = await openEmbedded({ dataDir: toDatabaseDir(dataDir) })
      return {
        restored,
        dataDir,
        remove: async () => {
          await restored.close()
          await rm(dataDir, { recursive: true, force: true })
        },
      }
    }
    const { url, drop } = await createPostgresCopy('empty')
    const restored = await openPostgres({ url })
    await restorePostgres(restored, plan)
    return {
      restored,
      dataDir,
      remove: async () => {
        await restored.close()
        await drop()
        await rm(dataDir, { recursive: true, force: true })
      },
    }
  }

  const expectEqual = async ({ restored, dataDir }: Awaited<ReturnType<typeof restoreInto>>) => {
    expect(await dumpDatabase(restored)).toEqual(await dumpDatabase(db))
    expect(await readFile(join(dataDir, 'uploads', 'a b', 'ảnh.jpg'))).toEqual(Buffer.from([0, 255, 10, 13]))
    expect(existsSync(join(dataDir, 'uploads', 'incoming'))).toBe(false)
  }

  it('comes back equal into postgres: rows, history, numbers, structure and files', async () => {
    const into = await restoreInto('postgres')
    await expectEqual(into)
    await into.remove()
  })

  // An embedded database takes seconds to make: one for all that is asked of it.
  it('comes back equal into embedded, is not put over data unasked, and is alive', async () => {
    const into = await restoreInto('embedded')
    const { restored, dataDir } = into
    await expectEqual(into)

    const plan = { file, dataDir, uploadsDir: join(dataDir, 'uploads'), existing: 'keep' } as const
    await expect(restoreEmbedded(plan)).rejects.toMatchObject({ problem: 'restoreFilled' })
    await expect(restorePostgres(db, plan)).rejects.toMatchObject({ problem: 'restoreFilled' })
    await expectEqual(into)

    // The next numbers follow, the history stays closed, policies hold.
    const [last] = await restored.query<{ id: number }>('select max(id) as id from audit_log')
    await change(asOwner(restored, 'tests'), async () => ({
      result: undefined,
      entries: [{ action: 'look', noun: 'sites' }],
    }))
    const [next] = await restored.query<{ id: number }>('select max(id) as id from audit_log')
    expect(next?.id).toBeGreaterThan(last?.id ?? 0)
    await expect(restored.query('delete from audit_log returning id')).rejects.toThrow('append-only')
    const stranger = actAs(restored, { ...systemActor, role: 'anonymous' }, 'count')
    expect(await stranger.query('select id from users')).toEqual([])
    await into.remove()
  })

  it('leaves sessions behind: everybody signs in again', async () => {
    const manifest = await checkArchive(file)
    expect(manifest.tables.map(({ name }) => name)).not.toContain('sessions')
    expect(manifest.tables.map(({ name }) => name)).toContain('user_passwords')
  })

  it('does not overwrite another one', async () => {
    const before = await readFile(file)
    await expect(writeArchive(db, { file, uploadsDir: uploadsDir() })).rejects.toMatchObject({
      problem: 'backupExists',
    })
    expect(await readFile(file)).toEqual(before)
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4_000), 'backupDamaged'],
    [
      'changed in one byte',
      (bytes: Buffer) => {
        const copy = Buffer.from(bytes)
        copy[copy.length >> 1]! ^= 1
        return copy
      },
      'backupDamaged',
    ],
    ['something else', () => Buffer.from('PK\u0003\u0004 not ours'), 'backupForeign'],
    ['empty', () => Buffer.alloc(0), 'backupForeign'],
  ])('that is %s is refused before anything is touched', async (_, damage, problem) => {
    const damaged = join(folder, 'damaged.tar.gz')
    await writeFile(damaged, damage(await readFile(file)))
    const before = await dumpDatabase(db)
    const plan = { file: damaged, dataDir: folder, uploadsDir: uploadsDir(), existing: 'replace' } as const
    await expect(restorePostgres(db, plan)).rejects.toMatchObject({ problem })
    await expect(restoreEmbedded(plan)).rejects.toMatchObject({ problem })
    expect(await dumpDatabase(db)).toEqual(before)
    expect(existsSync(toDatabaseDir(folder))).toBe(false)
  })

  it('of a newer structure is refused and changes nothing', async () => {
    const before = await dumpDatabase(db)
    const { restoreDatabase } = await import('../../../server/db/restore-database.ts')
    const manifest = await checkArchive(file)
    const saved = {
      ...manifest,
      migrations: [...manifest.migrations, { version: 9999, name: 'tomorrow', checksum: 'x' }],
      forEachPart: async () => undefined,
    }
    await expect(restoreDatabase(db, saved)).rejects.toMatchObject({ problem: 'newer' })
    // A restore that loses its rows on the way takes everything back.
    const without = { ...manifest, forEachPart: async () => undefined }
    await expect(restoreDatabase(db, without)).rejects.toThrow('are missing')
    expect(await dumpDatabase(db)).toEqual(before)
  })

  it('carries any text, number, day and list unchanged', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((value) => !value.includes('\0'))
    const row = fc.record({
      name: text,
      alt_names: fc.array(text, { maxLength: 4 }),
      households: fc.option(fc.integer({ min: 0, max: 2_147_483_647 })),
      at: fc.oneof(fc.constantFrom('infinity', '0044-03-15 BC', '2021-06-30'), fc.constant(null)),
      height: fc.double({ noNaN: true, noDefaultInfinity: true }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const { listBackupTables, readRows, writeRows } = await import('../../../server/db/backup-tables.ts')
        await db
          .transaction(async (client) => {
            await client.run(
              'create table odd (n integer primary key, name text, alt_names text[], households integer, at date, height double precision, facts jsonb)',
            )
            await insertRows(
              client,
              'odd',
              {
                n: 'integer',
                name: 'text',
                alt_names: 'text[]',
                households: 'integer',
                at: 'date',
                height: 'double precision',
              },
              rows.map((values, n) => ({ n, ...values })),
            )
            await client.query('update odd set facts = to_jsonb(odd) returning n')
            expect((await listBackupTables(client)).some(({ name }) => name === 'odd')).toBe(false)
            const columns = [
              'n integer',
              'name text',
              'alt_names text[]',
              'households integer',
              'at date',
              'height double precision',
              'facts jsonb',
            ].map((column) => ({ name: column.split(' ')[0]!, type: column.slice(column.indexOf(' ') + 1) }))
            const table = { name: 'odd', columns, key: ['n'], numbered: null }
            const saved: string[] = []
            for await (const lines of readRows(client, table)) saved.push(...lines)
            await client.run('truncate odd')
            expect(await writeRows(client, table, saved)).toBe(rows.length)
            const again: string[] = []
            for await (const lines of readRows(client, table)) again.push(...lines)
            expect(again).toEqual(saved)
            throw new Error('taken back')
          })
          .catch((error: Error) => {
            if (error.message !== 'taken back') throw error
          })
      }),
      { numRuns: 30 },
    )
  })
})

describe('a restore that was killed', () => {
  it('is finished by the next start once it was decided, and leaves no trace before', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'killed-'))
    const folders = [join(dataDir, 'db'), join(dataDir, 'uploads')]
    for (const folder of folders) {
      await mkdir(folder)
      await writeFile(join(folder, 'which'), 'old')
      await mkdir(toPreparedFolder(folder))
      await writeFile(join(toPreparedFolder(folder), 'which'), 'new')
    }
    const which = () => Promise.all(folders.map((folder) => readFile(join(folder, 'which'), 'utf8')))
    // Killed while it prepared.
    await adoptRestored(dataDir)
    expect(await which()).toEqual(['old', 'old'])
    // Killed between the two: the first has taken its place, the second has not.
    await writeFile(join(dataDir, 'restored.json'), JSON.stringify(folders))
    await rm(folders[0]!, { recursive: true })
    spawnSync('mv', [toPreparedFolder(folders[0]!), folders[0]!])
    await adoptRestored(dataDir)
    expect(await which()).toEqual(['new', 'new'])
    expect(existsSync(join(dataDir, 'restored.json'))).toBe(false)
    await commitRestore(dataDir, folders)
    expect(await which()).toEqual(['new', 'new'])
    await rm(dataDir, { recursive: true })
  })
})
