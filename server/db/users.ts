/** Who has an account, in which role, for which carrier or units? */
import type { UnitSet } from '../../core/coverage/question.ts'
import type { AccountRole, Actor, UnitRef } from '../../core/permissions.ts'
import type { Client, Row } from './database.ts'

export interface Account {
  readonly id: number
  readonly username: string
  readonly display_name: string
  readonly role: AccountRole
  readonly carrier_code: string | null
  readonly units: readonly UnitRef[]
  readonly must_change_password: boolean
  readonly is_disabled: boolean
  readonly is_demo: boolean
  readonly version: number
}

export type AccountRow = Row & Omit<Account, 'units'> & { readonly units: readonly string[] }

/** Of a row `u` of users. */
export const accountColumns = `
  u.id,
  u.username,
  u.display_name,
  u.role,
  u.carrier_code,
  array(
    select unit.unit_set || ':' || unit.code
    from user_units unit
    where unit.user_id = u.id
    order by unit.unit_set, unit.code
  ) as units,
  u.must_change_password,
  u.disabled_at is not null as is_disabled,
  u.is_demo,
  u.version`

export function toAccount(row: AccountRow): Account {
  const { id, username, display_name, role, carrier_code, must_change_password, is_disabled, is_demo } = row
  return {
    id,
    username,
    display_name,
    role,
    carrier_code,
    units: row.units.map(toUnitRef),
    must_change_password,
    is_disabled,
    is_demo,
    version: row.version,
  }
}

function toUnitRef(text: string): UnitRef {
  const [unit_set = '', code = ''] = text.split(':')
  return { unit_set: unit_set as UnitSet, code }
}

export function toActor({ id, username, role, carrier_code, units }: Account): Actor {
  return { role, user_id: id, username, carrier_code, units }
}

/** Null where nobody has the name. */
export async function findAccount(client: Client, username: string): Promise<Account | null> {
  const [row] = await client.query<AccountRow>(
    `select ${accountColumns}
     from users u
     where u.username = $1::text`,
    [username],
  )
  return row === undefined ? null : toAccount(row)
}

/** Everybody who may sign in. */
export async function listActiveAccounts(client: Client): Promise<Account[]> {
  const rows = await client.query<AccountRow>(
    `select ${accountColumns}
     from users u
     where u.disabled_at is null
     order by u.id`,
  )
  return rows.map(toAccount)
}

/** The account that the provider knows under this subject. */
export async function findAccountOfProvider(
  client: Client,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<Account | null> {
  const [row] = await client.query<AccountRow>(
    `select ${accountColumns}
     from users u
     where u.oidc_issuer = $1::text
       and u.oidc_subject = $2::text`,
    [issuer, subject],
  )
  return row === undefined ? null : toAccount(row)
}

export async function findPasswordHash(client: Client, user_id: number): Promise<string | null> {
  const [row] = await client.query<{ hash: string }>(
    `select hash
     from user_passwords
     where user_id = $1::integer`,
    [user_id],
  )
  return row?.hash ?? null
}

export async function setPasswordHash(client: Client, user_id: number, hash: string): Promise<void> {
  await client.query(
    `insert into user_passwords (user_id, hash)
     values ($1::integer, $2::text)
     on conflict (user_id) do update
     set hash = excluded.hash, changed_at = now()
     returning user_id`,
    [user_id, hash],
  )
}

/** The password is the account's own choice now. */
export async function clearPasswordDemand(client: Client, user_id: number): Promise<void> {
  await client.query(
    `update users
     set must_change_password = false, version = version + 1
     where id = $1::integer
     returning id`,
    [user_id],
  )
}

export async function listDemoAccounts(
  client: Client,
): Promise<Pick<Account, 'username' | 'display_name' | 'role'>[]> {
  return client.query<Row & Pick<Account, 'username' | 'display_name' | 'role'>>(
    `select username, display_name, role
     from users
     where is_demo
       and disabled_at is null
     order by id`,
  )
}

export async function hasAccounts(client: Client): Promise<boolean> {
  const [answer] = await client.query<{ has_any: boolean }>('select exists (select from users) as has_any')
  return answer?.has_any === true
}
