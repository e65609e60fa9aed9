/** `npm run users -- add|list|disable|enable|reset`: accounts from the terminal, among them the first administrator's. */
import { parseArgs } from 'node:util'
import type { UserRecord } from '../core/api/accounts.ts'
import { unitSets } from '../core/coverage/question.ts'
import { AppError } from '../core/errors.ts'
import { accountRoles, type UnitRef } from '../core/permissions.ts'
import { createInitialPassword } from '../server/accounts/initial-password.ts'
import { hashPassword } from '../server/accounts/passwords.ts'
import { toConfig } from '../server/config.ts'
import { actAs, systemActor, type ActingDatabase } from '../server/db/act-as.ts'
import { change } from '../server/db/change.ts'
import type { Client } from '../server/db/database.ts'
import { endSessionsOf } from '../server/db/sessions.ts'
import { listUserRecords } from '../server/db/user-records.ts'
import { setPasswordHash } from '../server/db/users.ts'
import {
  createUser,
  demandNewPassword,
  isOtherAccess,
  updateUser,
  type ChangedUser,
} from '../server/db/write-users.ts'
import { messages, toExplanation } from '../server/messages.ts'
import type { Messages } from '../server/messages-vi.ts'
import { withClosedDatabase } from './lib/with-closed-database.ts'

interface Asked {
  readonly name: string
  readonly display_name: string
  readonly role: string
  readonly carrier: string | undefined
  readonly units: readonly string[]
}

type Command = (db: ActingDatabase, asked: Asked, say: Messages) => Promise<void>

const commands: Readonly<Record<string, Command>> = {
  add: runAdd,
  list: runList,
  disable: (db, asked, say) => runSwitch(db, asked, say, 'disable'),
  enable: (db, asked, say) => runSwitch(db, asked, say, 'enable'),
  reset: runReset,
}

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const { language } = toConfig({ LANGUAGE: process.env['LANGUAGE'] })
  const say = messages[language]
  const understood = parse(args)
  if (understood === null) {
    console.error(say.usersUsage)
    return 2
  }
  try {
    const { command, asked } = understood
    // As the application itself: the audit log says that it was done by this command.
    return await withClosedDatabase(toConfig(), async (db) => {
      await command(actAs(db, { ...systemActor, username: 'npm run users' }, null), asked, say)
      return 0
    })
  } catch (error) {
    if (error instanceof AppError && error.code !== 'database_unavailable') {
      console.error(say.usersRefused(error.code, error.params))
      return 1
    }
    console.error(toExplanation(error, language) ?? (error instanceof Error ? error.message : error))
    return 1
  }
}

function parse(args: readonly string[]): { readonly command: Command; readonly asked: Asked } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        role: { type: 'string' },
        carrier: { type: 'string' },
        unit: { type: 'string', multiple: true },
      },
    })
    const [verb = '', name = '', ...others] = positionals
    const command = commands[verb]
    const isComplete = verb === 'list' ? name === '' : name !== ''
    if (command === undefined || !isComplete || others.length > 0) return null
    if (verb === 'add' && values.role === undefined) return null
    const { carrier, unit: units = [], role = '' } = values
    return { command, asked: { name, display_name: values.name ?? name, role, carrier, units } }
  } catch {
    return null
  }
}

async function runAdd(db: ActingDatabase, asked: Asked, say: Messages): Promise<void> {
  const role = accountRoles.find((known) => known === asked.role)
  if (role === undefined) {
    throw new AppError('value_invalid', {
      field: 'role',
      value: asked.role,
      expected: accountRoles.join(' | '),
    })
  }
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(asked.name)) {
    throw new AppError('value_invalid', { field: 'username', value: asked.name, expected: 'a-z 0-9 . _ -' })
  }
  const user = {
    username: asked.name,
    display_name: asked.display_name.normalize('NFC'),
    role,
    carrier_code: asked.carrier ?? null,
    units: asked.units.map(toUnit),
  }
  await withPassword(db, say, (client) => createUser(client, user))
}

function toUnit(text: string): UnitRef {
  const [set, code = ''] = text.split(':')
  const unit_set = unitSets.find((known) => known === set)
  if (unit_set === undefined) {
    throw new AppError('value_invalid', { field: 'unit', value: text, expected: 'district:103' })
  }
  return { unit_set, code }
}

async function runList(db: ActingDatabase, _: Asked, say: Messages): Promise<void> {
  const users = await listUserRecords(db)
  if (users.length === 0) console.log(say.usersNone)
  for (const user of users) {
    const bound = [user.carrier_code, ...user.units.map(({ unit_set, code }) => `${unit_set}:${code}`)]
    console.log(
      [user.username, user.role, ...bound.filter((part) => part !== null), user.display_name]
        .concat(user.is_disabled ? [say.userDisabled] : [])
        .join('  '),
    )
  }
}

async function runSwitch(
  db: ActingDatabase,
  { name }: Asked,
  say: Messages,
  to: 'disable' | 'enable',
): Promise<void> {
  await change(db, async (client) => {
    const before = await requireUser(client, name)
    const { id, version } = before
    const changed = await updateUser(client, { id, version, changes: { is_disabled: to === 'disable' } })
    if (isOtherAccess(before, changed.result)) await endSessionsOf(client, id)
    return changed
  })
  console.log(to === 'disable' ? say.userIsDisabled(name) : say.userIsEnabled(name))
}

function runReset(db: ActingDatabase, { name }: Asked, say: Messages): Promise<void> {
  return withPassword(db, say, async (client) =>
    demandNewPassword(client, (await requireUser(client, name)).id),
  )
}

/** The password is shown here, once: an argument would stay in the shell's history. */
async function withPassword(
  db: ActingDatabase,
  say: Messages,
  work: (client: Client) => Promise<ChangedUser>,
): Promise<void> {
  const password = createInitialPassword()
  const hash = await hashPassword(password)
  const user = await change(db, async (client) => {
    const changed = await work(client)
    await setPasswordHash(client, changed.result.id, hash)
    await endSessionsOf(client, changed.result.id)
    return changed
  })
  console.log(say.initialPassword(user.username, password))
}

async function requireUser(client: Client, username: string): Promise<UserRecord> {
  const found = (await listUserRecords(client)).find((user) => user.username === username)
  if (found === undefined) throw new AppError('user_not_found', { value: username })
  return found
}
