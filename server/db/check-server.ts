/** Can this PostgreSQL hold the map? Version and extensions are asked before anything is changed. */
import type { Client } from './database.ts'

/** The server lacks something; `subject` is its version or the extension. */
export class ServerUnfitError extends Error {
  readonly problem: 'serverTooOld' | 'extensionMissing' | 'extensionRefused'
  readonly subject: string

  constructor(problem: ServerUnfitError['problem'], subject: string) {
    super(`${problem}: ${subject}`)
    this.name = 'ServerUnfitError'
    this.problem = problem
    this.subject = subject
  }
}

const oldestVersion = 15
const extensions = ['postgis', 'pg_trgm']

/** Throws `ServerUnfitError` with the first thing that is missing. */
export async function checkServer(client: Client): Promise<void> {
  const [server] = await client.query<{ major: number; version: string }>(
    `select
       current_setting('server_version_num')::integer / 10000 as major,
       current_setting('server_version') as version`,
  )
  if (server === undefined || server.major < oldestVersion) {
    throw new ServerUnfitError('serverTooOld', server?.version ?? '?')
  }
  const found = await client.query<{ name: string; is_created: boolean; may_create: boolean }>(
    `select
       available.name,
       available.installed_version is not null as is_created,
       me.rolsuper
         or (version.trusted and has_database_privilege(current_database(), 'create')) as may_create
     from pg_available_extensions available
     join pg_available_extension_versions version
       on version.name = available.name
       and version.version = available.default_version
     join pg_roles me on me.rolname = current_user
     where available.name = any ($1::text[])`,
    [extensions],
  )
  for (const name of extensions) {
    const extension = found.find((one) => one.name === name)
    if (extension === undefined) throw new ServerUnfitError('extensionMissing', name)
    if (!extension.is_created && !extension.may_create) throw new ServerUnfitError('extensionRefused', name)
  }
}
