/** A fresh database on the run's PostgreSQL, cloned from a template that is filled once per run. */
import pg from 'pg'
import { openPostgres } from '../../server/db/postgres.ts'
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

export async function copyPostgres(content: Content): Promise<Copy> {
  const { url, drop } = await createPostgresCopy(content)
  const database = await openPostgres({ url })
  return {
    database,
    remove: async () => {
      await database.close()
      await drop()
    },
  }
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
