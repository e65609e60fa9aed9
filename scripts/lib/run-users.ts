/** What `npm run users` does with a database: adds, lists, disables, enables and resets accounts. */
import { parseArgs } from 'node:util'
import type { UserRecord } from '../../core/api/accounts.ts'
import { unitSets } from '../../core/coverage/question.ts'
import { AppError } from '../../core/errors.ts'
import { accountRoles, type UnitRef } from '../../core/permissions.ts'
import { createInitialPassword } from '../../server/accounts/initial-password.ts'
import { hashPassword } from '../../server/accounts/passwords.ts'
import { actAs, systemActor, type ActingDatabase } from '../../server/db/act-as.ts'
import { change } from '../../server/db/change.ts'
import type { Client, Database } from '../../server/db/database.ts'
import { endSessionsOf } from '../../server/db/sessions.ts'
import { listUserRecords } from '../../server/db/user-records.ts'
import { setPasswordHash } from '../../server/db/users.ts'
import {
  createUser,
  demandNewPassword,
  isOtherAccess,
  updateUser,
  type ChangedUser,
} from '../../server/db/write-users.ts'
import type { Language } from '../../server/config.ts'
import { messages, toExplanation } from '../../server/messages.ts'
import type { Messages } from '../../server/messages-vi.ts'

interface Asked {
  readonly name: string
  readonly display_name: string
  readonly role: string
  readonly carrier: string | undefined
  readonly units: readonly string[]
}

/** @returns what the terminal says */
type Command = (db: ActingDatabase, asked: Asked, say: Messages) => Promise<string>

const commands: Readonly<Record<string, Command>> = {
  add: runAdd,
  list: runList,
  disable: (db, asked, say) => runSwitch(db, asked, say, 'disable'),
  enable: (db, asked, say) => runSwitch(db, asked, say, 'enable'),
  reset: runReset,
}

export interface UsersRun {
  readonly language: Language
  /** Opens the database for the work; the exit code is the work's, or 1 where there is none. */
  readonly withDatabase: (work: (db: Database) => Promise<number>) => Promise<number>
}

/** @returns the exit code, and what the terminal says */
export async function runUsers(
  args: readonly string[],
  { language, withDatabase }: UsersRun,
): Promise<{ readonly code: number; readonly output: string }> {
  const say = messages[language]
  const understood = parse(args)
  if (understood === null) return { code: 2, output: say.usersUsage }
  const { command, asked } = understood
  let output = ''
  try {
    // As the application itself: the audit log says that it was done by this command.
    const code = await withDatabase(async (db) => {
      output = await command(actAs(db, { ...systemActor, username: 'npm run users' }, null), asked, say)
      return 0
    })
    return { code, output }
  } catch (error) {
    return { code: 1, output: explain(error, language) }
  }
}

function explain(error: unknown, language: Language): string {
  if (error instanceof AppError && error.code !== 'database_unavailable') {
    return messages[language].usersRefused(error.code, error.params)
  }
  return toExplanation(error, language) ?? (error instanceof Error ? error.message : String(error))
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

async function runAdd(db: ActingDatabase, asked: Asked, say: Messages): Promise<string> {
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
  return withPassword(db, say, (client) => createUser(client, user))
}

function toUnit(text: string): UnitRef {
  const [set, code = ''] = text.split(':')
  const unit_set = unitSets.find((known) => known === set)
  if (unit_set === undefined) {
    throw new AppError('value_invalid', { field: 'unit', value: text, expected: 'district:103' })
  }
  return { unit_set, code }
}

async function runList(db: ActingDatabase, _: Asked, say: Messages): Promise<string> {
  const users = await listUserRecords(db)
  if (users.length === 0) return say.usersNone
  return users
    .map((user) => {
      const bound = [user.carrier_code, ...user.units.map(({ unit_set, code }) => `${unit_set}:${code}`)]
      return [user.username, user.role, ...bound.filter((part) => part !== null), user.display_name]
        .concat(user.is_disabled ? [say.userDisabled] : [])
        .join('  ')
    })
    .join('\n')
}

async function runSwitch(
  db: ActingDatabase,
  { name }: Asked,
  say: Messages,
  to: 'disable' | 'enable',
): Promise<string> {
  await change(db, async (client) => {
    const before = await requireUser(client, name)
    const { id, version } = before
    const changed = await updateUser(client, { id, version, changes: { is_disabled: to === 'disable' } })
    if (isOtherAccess(before, changed.result)) await endSessionsOf(client, id)
    return changed
  })
  return to === 'disable' ? say.userIsDisabled(name) : say.userIsEnabled(name)
}

function runReset(db: ActingDatabase, { name }: Asked, say: Messages): Promise<string> {
  return withPassword(db, say, async (client) =>
    demandNewPassword(client, (await requireUser(client, name)).id),
  )
}

/** The password is shown here, once: an argument would stay in the shell's history. */
async function withPassword(
  db: ActingDatabase,
  say: Messages,
  work: (client: Client) => Promise<ChangedUser>,
): Promise<string> {
  const password = createInitialPassword()
  const hash = await hashPassword(password)
  const user = await change(db, async (client) => {
    const changed = await work(client)
    await setPasswordHash(client, changed.result.id, hash)
    await endSessionsOf(client, changed.result.id)
    return changed
  })
  return say.initialPassword(user.username, password)
}

async function requireUser(client: Client, username: string): Promise<UserRecord> {
  const found = (await listUserRecords(client)).find((user) => user.username === username)
  if (found === undefined) throw new AppError('user_not_found', { value: username })
  return found
}
