/** How does an account come into being and change? Every way, page or command, goes through here. */
import type { UserRecord } from '../../core/api/accounts.ts'
import { AppError } from '../../core/errors.ts'
import type { AccountRole, UnitRef } from '../../core/permissions.ts'
import { listUnitsOfCode } from './admin-units.ts'
import { hasCarrier } from './carriers.ts'
import type { AuditEntry } from './change.ts'
import type { Client } from './database.ts'
import { findUserRecord } from './user-records.ts'

export interface NewUser {
  readonly username: string
  readonly display_name: string
  readonly role: AccountRole
  readonly carrier_code?: string | null
  readonly units?: readonly UnitRef[]
  /** Of the provider, where one signs in there; then there is no password. */
  readonly identity?: { readonly issuer: string; readonly subject: string }
}

export interface UserChanges {
  readonly display_name?: string
  readonly role?: AccountRole
  readonly carrier_code?: string | null
  readonly units?: readonly UnitRef[]
  readonly is_disabled?: boolean
}

/** The account as it is now, and what is written down of the change. */
export interface ChangedUser {
  readonly result: UserRecord
  readonly entries: readonly AuditEntry[]
}

type Binding = Pick<UserRecord, 'role' | 'carrier_code'> & { readonly units: readonly UnitRef[] }

/** A carrier's account names its carrier, a local one its units, and no other names any. */
async function requireBinding(client: Client, { role, carrier_code, units }: Binding): Promise<void> {
  if (role === 'carrier') {
    if (carrier_code === null || !(await hasCarrier(client, carrier_code))) {
      throw new AppError('value_invalid', { field: 'carrier_code', value: carrier_code, expected: 'carrier' })
    }
  } else if (carrier_code !== null) {
    throw new AppError('value_invalid', { field: 'carrier_code', value: carrier_code, expected: 'null' })
  }
  if (role === 'local' && units.length === 0) {
    throw new AppError('value_invalid', { field: 'units', value: null, expected: 'units' })
  }
  if (role !== 'local' && units.length > 0) {
    throw new AppError('value_invalid', {
      field: 'units',
      value: units.map(toText).join(', '),
      expected: 'none',
    })
  }
  for (const unit of units) {
    const known = await listUnitsOfCode(client, unit.code)
    if (!known.some(({ unit_set }) => unit_set === unit.unit_set)) {
      throw new AppError('value_invalid', { field: 'units', value: toText(unit), expected: 'unit' })
    }
  }
}

function toText({ unit_set, code }: UnitRef): string {
  return `${unit_set}:${code}`
}

export async function createUser(client: Client, user: NewUser): Promise<ChangedUser> {
  const { username, display_name, role, carrier_code = null, units = [], identity } = user
  await requireBinding(client, { role, carrier_code, units })
  const [created] = await client.query<{ id: number }>(
    `insert into users (
       username, display_name, role, carrier_code, oidc_issuer, oidc_subject, must_change_password
     )
     values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::boolean)
     on conflict (username) do nothing
     returning id`,
    [
      username,
      display_name,
      role,
      carrier_code,
      identity?.issuer ?? null,
      identity?.subject ?? null,
      identity === undefined,
    ],
  )
  if (created === undefined) throw new AppError('username_taken', { field: 'username', value: username })
  await setUnits(client, created.id, units)
  const record = await requireRecord(client, created.id)
  return { result: record, entries: [toEntry('create', null, record)] }
}

export async function updateUser(
  client: Client,
  asked: { readonly id: number; readonly version: number; readonly changes: UserChanges },
): Promise<ChangedUser> {
  // Before any other row, and always in the same order: two administrators who change each other must not wait for each other.
  const admins = await lockAdmins(client)
  const before = await requireRecord(client, asked.id)
  if (before.version !== asked.version) throw new AppError('version_conflict', { current: before.version })
  const { changes } = asked
  const role = changes.role ?? before.role
  const binding = {
    role,
    carrier_code: changes.carrier_code ?? (role === 'carrier' ? before.carrier_code : null),
    units: changes.units ?? (role === 'local' ? before.units : []),
  }
  await requireBinding(client, binding)
  const is_disabled = changes.is_disabled ?? before.is_disabled
  const losesAdmin = before.role === 'admin' && !before.is_disabled && (role !== 'admin' || is_disabled)
  if (losesAdmin && !admins.some((id) => id !== before.id)) throw new AppError('last_admin')
  await client.query(
    `update users
     set
       display_name = $2::text,
       role = $3::text,
       carrier_code = $4::text,
       disabled_at = case when $5::boolean then coalesce(disabled_at, now()) end,
       version = version + 1
     where id = $1::integer
     returning id`,
    [before.id, changes.display_name ?? before.display_name, role, binding.carrier_code, is_disabled],
  )
  await setUnits(client, before.id, binding.units)
  const after = await requireRecord(client, before.id)
  return { result: after, entries: [toEntry(toAction(before, after), before, after)] }
}

/** The password itself is set by whoever made it, as the system. */
export async function demandNewPassword(client: Client, id: number): Promise<ChangedUser> {
  const before = await requireRecord(client, id)
  if (before.signs_in_by === 'provider') {
    throw new AppError('value_invalid', { field: 'id', value: before.username, expected: 'password' })
  }
  await client.query(
    `update users
     set must_change_password = true, version = version + 1
     where id = $1::integer
     returning id`,
    [id],
  )
  const after = await requireRecord(client, id)
  return { result: after, entries: [toEntry('reset_password', before, after)] }
}

/** What an account may has changed: whoever is signed in with it has to come in anew. */
export function isOtherAccess(before: UserRecord, after: UserRecord): boolean {
  const toAccess = ({ role, carrier_code, units, is_disabled }: UserRecord) =>
    JSON.stringify([role, carrier_code, units, is_disabled])
  return toAccess(before) !== toAccess(after)
}

function toAction(before: UserRecord, after: UserRecord): string {
  if (before.is_disabled === after.is_disabled) return 'update'
  return after.is_disabled ? 'disable' : 'enable'
}

/** Of those who are not disabled. Two who step down at once must not both find the other still there. */
async function lockAdmins(client: Client): Promise<number[]> {
  const admins = await client.query<{ id: number }>(
    `select id
     from users
     where role = 'admin'
       and disabled_at is null
     order by id
     for update`,
  )
  return admins.map(({ id }) => id)
}

async function setUnits(client: Client, user_id: number, units: readonly UnitRef[]): Promise<void> {
  await client.query(
    `delete from user_units
     where user_id = $1::integer
     returning user_id`,
    [user_id],
  )
  await client.query(
    `insert into user_units (user_id, unit_set, code)
     select $1::integer, unit_set, code
     from unnest($2::text[], $3::text[]) as unit (unit_set, code)
     on conflict do nothing
     returning user_id`,
    [user_id, units.map(({ unit_set }) => unit_set), units.map(({ code }) => code)],
  )
}

async function requireRecord(client: Client, id: number): Promise<UserRecord> {
  const record = await findUserRecord(client, id)
  if (record === null) throw new AppError('user_not_found', { value: id })
  return record
}

function toEntry(action: string, before: UserRecord | null, after: UserRecord): AuditEntry {
  return {
    action,
    noun: 'users',
    noun_id: String(after.id),
    ...(before === null ? {} : { before: toStable(before) }),
    after: toStable(after),
  }
}

/** Without what changes by itself. */
function toStable({ last_seen_at: _, ...record }: UserRecord): object {
  return record
}
