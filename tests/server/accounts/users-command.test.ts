import { expect, it, beforeAll, describe, afterAll } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runToEnd, type Environment } from '../../helpers/commands.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'
import { datasetFolders } from '../../helpers/fill-database.ts'
import { openPostgres } from '../../../server/db/postgres.ts'

describe.each(['embedded', 'postgres'] as const)('npm run users (%s)', (driver) => {
  let environment: Environment
  let remove: () => Promise<void>

  const run = (...args: readonly string[]) => runToEnd('scripts/users.ts', args, environment)

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'users-'))
    environment = { DATA_DIR: dataDir, DATASET_DIR: datasetFolders['other-province'], LANGUAGE: 'vi' }
    remove = () => rm(dataDir, { recursive: true, force: true })
    if (driver === 'postgres') {
      const { url, drop } = await createPostgresCopy('other-province')
      environment = { ...environment, DATABASE_URL: url }
      remove = async () => {
        await drop()
        await rm(dataDir, { recursive: true, force: true })
      }
    } else {
      await runToEnd('scripts/db.ts', ['seed'], environment)
    }
  })
  afterAll(() => remove())

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

  // What is said does not depend on the database, and starting an embedded one takes its time.
  it.runIf(driver === 'postgres').each([
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

  it.runIf(driver === 'postgres')('signs the audit log with its own name', async () => {
    const db = await openPostgres({ url: environment['DATABASE_URL'] ?? '' })
    const entries = await db.query(`select distinct actor from audit_log where noun = 'users'`)
    await db.close()
    expect(entries).toEqual([{ actor: 'npm run users' }])
  })
})
