import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runUsers } from '../../../scripts/lib/run-users.ts'
import type { Database } from '../../../server/db/database.ts'
import { runToEnd, type Environment } from '../../helpers/commands.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createEmbeddedCopy } from '../../helpers/embedded-copies.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'

describeDatabases('npm run users', ({ openOtherProvince }) => {
  let db: Database
  beforeAll(async () => {
    db = await openOtherProvince()
  })

  const run = (...args: readonly string[]) =>
    runUsers(args, { language: 'vi', withDatabase: (work) => work(db) })

  it('adds the first administrator, and whoever is bound to a carrier or units', async () => {
    const added = await run('add', 'quan-tri-that', '--role', 'admin', '--name', 'Lò Văn Quản')
    expect(added).toMatchObject({ code: 0 })
    expect(added.output).toMatch(/Mật khẩu ban đầu của quan-tri-that: \S+-\S+/)
    expect(await run('add', 'alpha', '--role', 'carrier', '--carrier', 'alpha-tel')).toMatchObject({
      code: 0,
    })
    expect(await run('add', 'xa', '--role', 'local', '--unit', 'district:901')).toMatchObject({ code: 0 })
    const { output } = await run('list')
    expect(output).toContain('quan-tri-that  admin  Lò Văn Quản')
    expect(output).toContain('alpha  carrier  alpha-tel')
    expect(output).toContain('xa  local  district:901')
  })

  it('disables, enables and resets', async () => {
    await run('add', 'hai', '--role', 'staff')
    expect((await run('disable', 'hai')).code).toBe(0)
    expect((await run('list')).output).toContain('hai  staff  hai  (đã khóa)')
    expect((await run('enable', 'hai')).code).toBe(0)
    expect((await run('reset', 'hai')).output).toContain('Mật khẩu ban đầu của hai')
  })

  it.each([
    [['add', 'quan-tri-that', '--role', 'admin'], 'đã được dùng'],
    [['add', 'ba', '--role', 'root'], 'viewer | local | carrier | staff | admin'],
    [['add', 'Bà Ba', '--role', 'staff'], 'username'],
    [['add', 'ba', '--role', 'carrier'], 'carrier_code'],
    [['add', 'ba', '--role', 'local', '--unit', 'huyen:701'], 'district:103'],
    [['disable', 'nobody'], 'nobody'],
    [['disable', 'quan-tri-that'], 'cuối cùng'],
  ])('says what is wrong: %j', async (args, words) => {
    const { code, output } = await run(...args)
    expect(code).toBe(1)
    expect(output).toContain(words)
    expect(output).not.toMatch(/\.ts:\d+/)
  })

  it.each([[[]], [['add', 'ba']], [['remove', 'ba']], [['list', 'ba']], [['add', 'ba', '--password', 'x']]])(
    'explains itself: %j',
    async (args) => {
      const { code, output } = await run(...args)
      expect(code).toBe(2)
      expect(output).toContain('npm run users')
    },
  )

  it('signs the audit log with its own name', async () => {
    const entries = await db.query(`select distinct actor from audit_log where noun = 'users'`)
    expect(entries).toEqual([{ actor: 'npm run users' }])
  })
})

/** Each start costs seconds: of the processes only what no call within one shows. */
describe('the command npm run users', () => {
  const removals: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const remove of removals) await remove()
  })

  const onEmbedded = async (): Promise<Environment> => {
    const folder = await mkdtemp(join(tmpdir(), 'users-'))
    removals.push(() => rm(folder, { recursive: true, force: true }))
    await mkdir(join(folder, 'var'))
    await rename(await createEmbeddedCopy('other-province'), join(folder, 'var', 'db'))
    return { DATA_DIR: join(folder, 'var') }
  }
  const onPostgres = async (): Promise<Environment> => {
    const { url, drop } = await createPostgresCopy('other-province')
    removals.push(drop)
    return { DATABASE_URL: url }
  }

  it.each([
    ['embedded', onEmbedded],
    ['postgres', onPostgres],
  ] as const)('writes what the next one finds, and ends as it says (%s)', async (_, prepare) => {
    const environment = { ...(await prepare()), LANGUAGE: 'vi' }
    const run = (...args: readonly string[]) => runToEnd('scripts/users.ts', args, environment)
    const added = await run('add', 'quan-tri-that', '--role', 'admin', '--name', 'Lò Văn Quản')
    expect(added).toMatchObject({ code: 0, output: expect.stringContaining('Mật khẩu ban đầu của') })
    const again = await run('add', 'quan-tri-that', '--role', 'admin')
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('đã được dùng') })
    expect(again.output).not.toMatch(/\n\s+at /)
  })

  it('explains itself in the language that is set, and says where there is no database', async () => {
    const explained = await runToEnd('scripts/users.ts', [], { LANGUAGE: 'en' })
    expect(explained).toMatchObject({ code: 2, output: expect.stringContaining('npm run users') })
    const folder = await mkdtemp(join(tmpdir(), 'users-'))
    removals.push(() => rm(folder, { recursive: true, force: true }))
    const empty = await runToEnd('scripts/users.ts', ['list'], { DATA_DIR: folder, LANGUAGE: 'vi' })
    expect(empty).toMatchObject({ code: 1, output: expect.stringContaining(folder) })
  })
})
