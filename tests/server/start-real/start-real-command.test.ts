import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import { openEmbedded } from '../../../server/db/embedded.ts'
import { runToEnd } from '../../helpers/commands.ts'
import { createEmbeddedCopy } from '../../helpers/embedded-copies.ts'

describe('npm run db -- start-real', () => {
  let folder = ''
  const run = (...args: readonly string[]) =>
    runToEnd('scripts/db.ts', args, { DATA_DIR: folder, LANGUAGE: 'en' })
  const ask = async <T>(sql: string) => {
    const db = await openEmbedded({ dataDir: join(folder, 'db') })
    try {
      return (await db.query<Record<string, T>>(sql))[0]?.['answer']
    } finally {
      await db.close()
    }
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'start-real-'))
    await mkdir(folder, { recursive: true })
    await rename(await createEmbeddedCopy('other-province'), join(folder, 'db'))
    const db = await openEmbedded({ dataDir: join(folder, 'db') })
    await createDemoAccounts(db)
    await db.close()
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('says what would go and how to back up, and removes nothing without --yes', async () => {
    const { code, output } = await run('start-real')
    expect(code).toBe(2)
    expect(output).toMatch(/50 villages/)
    expect(output).toMatch(/npm run backup/)
    expect(await ask('select count(*) as answer from villages')).toBe(50)
  }, 120_000)

  it('removes the sample, and says that somebody has to administer and what comes first', async () => {
    const { code, output } = await run('start-real', '--yes')
    expect(output).toMatch(
      /npm run users -- add <name> --role admin[\s\S]*● Administrative units: \d+[\s\S]*○ Villages: none/,
    )
    expect(code).toBe(0)
    expect(await ask('select count(*) as answer from villages')).toBe(0)
    expect(await ask(`select actor as answer from audit_log where action = 'start_real'`)).toBe('npm run db')
  }, 120_000)

  it('finds nothing to remove the second time, and status goes on saying what is missing', async () => {
    const again = await run('start-real', '--yes')
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('nothing to remove') })
    expect((await run('status')).output).toMatch(/○ Villages: none/)
  }, 120_000)
})
