import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isForThisMachineOnly, prepareDemoAccounts } from '../../../server/accounts/prepare-demo-accounts.ts'
import { toConfig } from '../../../server/config.ts'
import type { Database } from '../../../server/db/database.ts'
import { openEmbedded } from '../../../server/db/embedded.ts'
import { listDemoAccounts } from '../../../server/db/users.ts'
import { toExplanation } from '../../../server/messages.ts'
import { runCommand, type Environment, type RunningCommand } from '../../helpers/commands.ts'
import { copyEmbedded, createEmbeddedCopy } from '../../helpers/embedded-copies.ts'

const address = /http:\/\/[\d.]+:\d+/
const everyRole = new Set(['viewer', 'local', 'carrier', 'staff', 'admin'])

const open: readonly (readonly [string, Environment])[] = [
  ['it listens to others', { HOST: '0.0.0.0' }],
  ['a proxy in front lets others in', { TRUST_PROXY: 'loopback' }],
  ['it has a public address', { PUBLIC_URL: 'https://map.example' }],
]

describe('accounts without a password', () => {
  let db: Database
  let remove: () => Promise<void>
  beforeAll(async () => {
    const copy = await copyEmbedded('other-province')
    db = copy.database
    remove = copy.remove
  })
  afterAll(() => remove())

  const prepare = (environment: Environment = {}) => prepareDemoAccounts(db, toConfig(environment))
  const explainRefusal = async (environment: Environment, language: 'vi' | 'en') =>
    toExplanation(await prepare(environment).catch((error: unknown) => error), language)
  const callReal = (is: boolean) => db.run(`update data_state set is_sample = ${String(!is)}`)

  it.each(open)('are not made where %s', async (_, environment) => {
    await prepare(environment)
    expect(await listDemoAccounts(db)).toEqual([])
  })

  it('are not made for data that are no sample', async () => {
    await callReal(true)
    await prepare()
    await callReal(false)
    expect(await listDemoAccounts(db)).toEqual([])
  })

  it('are there for every role in an embedded sample, once', async () => {
    await prepare()
    const accounts = await listDemoAccounts(db)
    expect(new Set(accounts.map(({ role }) => role))).toEqual(everyRole)
    await prepare()
    expect(await listDemoAccounts(db)).toEqual(accounts)
  })

  it.each(open)('keep the server from starting when %s', async (_, environment) => {
    expect(await explainRefusal(environment, 'en')).toMatch(/quan-tri.*npm run users -- disable/)
  })

  it('keep the server from starting on data that are no sample', async () => {
    await callReal(true)
    const explanation = await explainRefusal({}, 'vi')
    await callReal(false)
    expect(explanation).toMatch(/không phải dữ liệu mẫu.*npm run users -- disable/)
  })

  it.each(open)('keep nobody from starting once they are disabled: %s', async (_, environment) => {
    await db.run(`update users set disabled_at = now()`)
    await prepare(environment)
    expect(await listDemoAccounts(db)).toEqual([])
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

/** Each start costs seconds: of the process only that it asks, in which order, and what it tells. */
describe('a server that may have accounts without a password', () => {
  let folder = ''
  const running: RunningCommand[] = []

  const start = (environment: Environment = {}): RunningCommand => {
    const command = runCommand('server/main.ts', [], {
      PORT: '0',
      DATA_DIR: folder,
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
  const listOffered = async (command: RunningCommand) => {
    const [origin] = await command.waitFor(address)
    const session = (await (await fetch(`${origin}/api/session`)).json()) as {
      readonly demo_accounts: readonly { readonly role: string }[]
    }
    return session.demo_accounts.map(({ role }) => role)
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-'))
    await rename(await createEmbeddedCopy('other-province'), join(folder, 'db'))
  })
  afterAll(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
    await rm(folder, { recursive: true, force: true })
  })

  it('makes none where others could use them: the first administrator comes from the command', async () => {
    const reachable = start({ HOST: '0.0.0.0' })
    await reachable.waitFor(/npm run users -- add <name> --role admin/)
    expect(await listOffered(reachable)).toEqual([])
    await stop(reachable)
  })

  it('offers them on this machine, refuses to be reached with them, and starts when they are disabled', async () => {
    const closed = start()
    expect(new Set(await listOffered(closed))).toEqual(everyRole)
    await stop(closed)

    const refused = start({ HOST: '0.0.0.0' })
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toMatch(/quan-tri.*npm run users -- disable/)
    expect(refused.output()).not.toMatch(/\n\s+at /)

    const db = await openEmbedded({ dataDir: join(folder, 'db') })
    await db.run(`update users set disabled_at = now()`)
    await db.close()
    const allowed = start(Object.assign({}, ...open.map(([, environment]) => environment)) as Environment)
    expect(await listOffered(allowed)).toEqual([])
  })
})
