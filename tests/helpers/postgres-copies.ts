/** A fresh database on the run's PostgreSQL, cloned from a template that is filled once per run. */
import pg from 'pg'
import { openPostgres } from '../../server/db/postgres.ts'
import type { Database } from '../../server/db/database.ts'
import type { Content, Copy } from './databases.ts'
import { fillDatabase } from './fill-database.ts'
import { withRunLock } from './run-lock.ts'

let copies = 0

/** Address of a new empty or filled database, and how to drop it. */
export async function createPostgresCopy(
  content: Content | 'empty',
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `copy_${process.pid}_${++copies}`
  const template = content === 'empty' ? 'template0' : await ensureTemplate(content)
  await runOnCluster(`create database ${name} template ${template}`)
  return { url: toUrl(name), drop: () => runOnCluster(`drop database ${name} with (force)`) }
}

/** A login as a deployment has it: a member of `app_user` and nothing else. */
const login = 'tests_application'

/** How a server comes to each copy; opened when one first does. */
const applications = new WeakMap<Database, () => Promise<Database>>()

export async function copyPostgres(content: Content): Promise<Copy> {
  const { url, drop } = await createPostgresCopy(content)
  const database = await openPostgres({ url })
  let application: Promise<Database> | undefined
  applications.set(database, () => {
    application ??= openApplication(url)
    return application
  })
  return {
    database,
    remove: async () => {
      await (await application)?.close()
      await database.close()
      await drop()
    },
  }
}

/**
 * The same database as a server is let in: on PostgreSQL by a login that owns nothing and passes no policy. What is no copy of
 * ours stays as it is.
 */
export async function toApplication(database: Database): Promise<Database> {
  return (await applications.get(database)?.()) ?? database
}

async function openApplication(url: string): Promise<Database> {
  await withRunLock('application-login', async () => {
    await runOnCluster(`create role ${login} login`)
    await runOnCluster(`grant app_user to ${login}`)
  })
  return openPostgres({ url: Object.assign(new URL(url), { username: login }).href })
}

async function ensureTemplate(content: Content): Promise<string> {
  const template = `template_${content.replaceAll('-', '_')}`
  await withRunLock(template, async () => {
    await runOnCluster(`drop database if exists ${template}_unfinished`)
    await runOnCluster(`create database ${template}_unfinished template template0`)
    const database = await openPostgres({ url: toUrl(`${template}_unfinished`) })
    try {
      await fillDatabase(database, content)
    } finally {
      await database.close()
    }
    await runOnCluster(`alter database ${template}_unfinished rename to ${template}`)
  })
  return template
}

/** Names are our own: no value from outside reaches these statements. */
async function runOnCluster(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: toUrl('postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function toUrl(database: string): string {
  const url = process.env['TEST_DATABASE_URL']
  if (url === undefined)
    throw new Error('No TEST_DATABASE_URL: this project needs tests/helpers/database-cluster.ts')
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}
