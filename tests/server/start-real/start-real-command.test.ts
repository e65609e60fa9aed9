import { mkdtemp, rename, rm } from 'node:fs/promises'
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
  const query = async (sql: string) => {
    const db = await openEmbedded({ dataDir: join(folder, 'db') })
    return db.query(sql).finally(() => db.close())
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'start-real-'))
    await rename(await createEmbeddedCopy('other-province'), join(folder, 'db'))
    const db = await openEmbedded({ dataDir: join(folder, 'db') })
    await createDemoAccounts(db)
    await db.close()
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('says what would go, removes it with --yes, and then says what comes first', async () => {
    const asked = await run('start-real')
    expect(asked).toMatchObject({ code: 2, output: expect.stringMatching(/50 villages/) })
    expect(asked.output).toMatch(/npm run backup/)

    // All of it was still there.
    const { code, output } = await run('start-real', '--yes')
    expect(output).toMatch(/50 villages/)
    expect(output).toMatch(
      /npm run users -- add <name> --role admin[\s\S]*● Administrative units: \d+[\s\S]*○ Villages: none/,
    )
    expect(code).toBe(0)

    const again = await run('start-real', '--yes')
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('nothing to remove') })
    expect((await run('status')).output).toMatch(/○ Villages: none/)
    const [left] = await query(
      `select (select count(*) from villages) as villages, (select actor from audit_log where action = 'start_real') as actor`,
    )
    expect(left).toEqual({ villages: 0, actor: 'npm run db' })
  })
})
