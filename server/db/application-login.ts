/** May the server work with this login of PostgreSQL? It must be a member of `app_user` and pass no policy by any other way. */
import pg from 'pg'
import type { Client, Database } from './database.ts'
import { listMissingMigrations } from './migrate.ts'

/** `subject` is the login, or what it lacks. */
export class LoginUnfitError extends Error {
  readonly problem: 'loginTooStrong' | 'loginNoMember' | 'loginMissing' | 'migrationsMissing'
  readonly subject: string

  constructor(problem: LoginUnfitError['problem'], subject: string) {
    super(`${problem}: ${subject}`)
    this.name = 'LoginUnfitError'
    this.problem = problem
    this.subject = subject
  }
}

/** Throws `LoginUnfitError` when a policy would not hold for the login, or the database is not ready for it. */
export async function checkApplicationLogin(db: Client): Promise<void> {
  const [login] = await db.query<{ name: string; is_too_strong: boolean; is_member: boolean }>(
    `
select
  me.rolname as name,
  -- Whoever can become such a role is as strong as it.
  exists (
    select 1
    from pg_roles strong
    where pg_has_role(me.oid, strong.oid, 'member')
      and (
        strong.rolsuper
        or strong.rolbypassrls
        or exists (
          select 1
          from pg_class c
          where c.relowner = strong.oid
            and c.oid in (to_regclass('schema_migrations'), to_regclass('sites'), to_regclass('users'), to_regclass('audit_log'))
        )
      )
  ) as is_too_strong,
  exists (
    select 1
    from pg_roles app
    where app.rolname = 'app_user'
      and pg_has_role(me.oid, app.oid, 'member')
  )
  and coalesce(has_table_privilege(me.oid, to_regclass('schema_migrations'), 'select'), true) as is_member
from pg_roles me
where me.rolname = current_user`,
  )
  if (login === undefined || login.is_too_strong) {
    throw new LoginUnfitError('loginTooStrong', login?.name ?? '?')
  }
  if (!login.is_member) throw new LoginUnfitError('loginNoMember', login.name)
  const missing = await listMissingMigrations(db)
  if (missing.length > 0) throw new LoginUnfitError('migrationsMissing', missing.join(', '))
}

/**
 * Lets the login of this address work as the application: makes it where it is missing, and grants it what it needs. The name
 * of a login that was made, otherwise null.
 *
 * @throws LoginUnfitError `loginMissing` where the owner may not do that
 */
export async function grantApplicationLogin(owner: Database, applicationUrl: string): Promise<string | null> {
  // As the driver reads the address: name and password may come from elsewhere, or be written with escapes.
  const { user: name = '', password } = new pg.Client({ connectionString: applicationUrl })
  return owner.withLock('migrate', () =>
    owner
      .transaction(async (client) => {
        const [state] = await client.query<{ is_there: boolean; is_ready: boolean }>(
          `
select
  login.oid is not null as is_there,
  coalesce(pg_has_role(login.oid, app.oid, 'member'), false) as is_ready
from pg_roles app
left join pg_roles login on login.rolname = $1::text
where app.rolname = 'app_user'`,
          [name],
        )
        const isMade = state?.is_there !== true
        if (isMade) await createLogin(client, name, password ?? '')
        if (state?.is_ready !== true) await grantMembership(client, name)
        // Whether anything is missing, the application asks at its start.
        await client.run('grant select on schema_migrations to app_user')
        return isMade ? name : null
      })
      .catch((error: unknown) => {
        const isRefused = error instanceof Error && 'code' in error && error.code === '42501'
        throw isRefused ? new LoginUnfitError('loginMissing', name) : error
      }),
  )
}

async function createLogin(client: Client, name: string, password: string): Promise<void> {
  const [statement] = await client.query<{ text: string }>(
    `select
       case
         when $2::text = '' then format('create role %I login', $1::text)
         else format('create role %I login password %L', $1::text, $2::text)
       end as text`,
    [name, password],
  )
  await client.run(statement?.text ?? '')
}

async function grantMembership(client: Client, name: string): Promise<void> {
  const [statement] = await client.query<{ text: string }>(
    `select format('grant app_user to %I', $1::text) as text`,
    [name],
  )
  await client.run(statement?.text ?? '')
}
