import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isForThisMachineOnly } from '../../../server/accounts/prepare-demo-accounts.ts'
import { openEmbedded } from '../../../server/db/embedded.ts'
import { runCommand, type Environment, type RunningCommand } from '../../helpers/commands.ts'
import { createEmbeddedCopy } from '../../helpers/embedded-copies.ts'

const address = /http:\/\/[\d.]+:\d+/

interface Session {
  readonly demo_accounts: readonly { readonly username: string; readonly role: string }[]
}

describe('accounts without a password', () => {
  let folder = ''
  let dataDir = ''
  const running: RunningCommand[] = []

  const start = (environment: Environment = {}): RunningCommand => {
    const command = runCommand('server/main.ts', [], {
      PORT: '0',
      DATA_DIR: dataDir,
      LANGUAGE: 'en',
      ...environment,
    })
    running.push(command)
    return command
  }
  const stop = async (command: RunningCommand) => {
    command.child.kill('SIGTERM')
    await command.ended
  }
  const listDemoAccounts = async (command: RunningCommand) => {
    const [origin] = await command.waitFor(address)
    const session = (await (await fetch(`${origin}/api/session`)).json()) as Session
    return session.demo_accounts
  }
  const runSql = async (statement: string) => {
    const db = await openEmbedded({ dataDir: join(dataDir, 'db') })
    await db.run(statement)
    await db.close()
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-'))
    dataDir = join(folder, 'var')
    await mkdir(dataDir)
    await rename(await createEmbeddedCopy('other-province'), join(dataDir, 'db'))
  })
  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
    await rm(folder, { recursive: true, force: true })
  })

  it('are there for every role in an embedded sample, once', async () => {
    const first = start()
    const accounts = await listDemoAccounts(first)
    expect(new Set(accounts.map(({ role }) => role))).toEqual(
      new Set(['viewer', 'local', 'carrier', 'staff', 'admin']),
    )
    await stop(first)
    expect(await listDemoAccounts(start())).toEqual(accounts)
  }, 240_000)

  it.each<readonly [string, Environment]>([
    ['it listens to others', { HOST: '0.0.0.0' }],
    ['a proxy in front lets others in', { TRUST_PROXY: 'loopback' }],
    ['it has a public address', { PUBLIC_URL: 'https://map.example' }],
  ])(
    'keep the server from starting when %s, until they are disabled',
    async (_, environment) => {
      await stop(await started(start()))
      const refused = start(environment)
      expect(await refused.ended).toBe(1)
      expect(refused.output()).toMatch(/quan-tri.*npm run users -- disable/)
      expect(refused.output()).not.toMatch(/\n\s+at /)
      await runSql(`update users set disabled_at = now()`)
      const allowed = start(environment)
      expect(await listDemoAccounts(allowed)).toEqual([])
    },
    240_000,
  )

  it('are not made where others could use them: the first administrator comes from the command', async () => {
    const server = start({ HOST: '0.0.0.0' })
    await server.waitFor(/npm run users -- add <name> --role admin/)
    expect(await listDemoAccounts(server)).toEqual([])
  })

  it('keep the server from starting on data that are no sample', async () => {
    await stop(await started(start()))
    await runSql(`update data_state set is_sample = false`)
    const refused = start({ LANGUAGE: 'vi' })
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toMatch(/không phải dữ liệu mẫu.*npm run users -- disable/)
  }, 240_000)

  it('are not made for data that are no sample', async () => {
    await runSql(`update data_state set is_sample = false`)
    const server = start()
    await server.waitFor(/npm run users -- add/)
    expect(await listDemoAccounts(server)).toEqual([])
  })

  it.each([
    [{ host: '127.0.0.1', trustProxy: [], publicUrl: null }, true],
    [{ host: '127.8.0.1', trustProxy: [], publicUrl: null }, true],
    [{ host: '::1', trustProxy: [], publicUrl: 'http://localhost:8080' }, true],
    [{ host: 'localhost', trustProxy: [], publicUrl: null }, true],
    [{ host: '::', trustProxy: [], publicUrl: null }, false],
    [{ host: '127.0.0.1.example', trustProxy: [], publicUrl: null }, false],
    [{ host: '10.0.0.2', trustProxy: [], publicUrl: null }, false],
    [{ host: '127.0.0.1', trustProxy: ['10.0.0.1'], publicUrl: null }, false],
    [{ host: '127.0.0.1', trustProxy: [], publicUrl: 'https://map.example' }, false],
  ] as const)('belong to this machine only: %o → %s', (reach, expected) => {
    expect(isForThisMachineOnly(reach)).toBe(expected)
  })
})

/** When it answers, everything is in its place. */
async function started(command: RunningCommand): Promise<RunningCommand> {
  await command.waitFor(address)
  return command
}
