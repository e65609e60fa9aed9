import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { openPostgres } from '../../../server/db/postgres.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'

describe('a connection to PostgreSQL', () => {
  let url = ''
  let drop: () => Promise<void>
  const opened: Database[] = []

  const open = async () => {
    const db = await openPostgres({ url })
    opened.push(db)
    return db
  }

  beforeEach(async () => {
    const copy = await createPostgresCopy('empty')
    url = copy.url
    drop = copy.drop
  })

  afterEach(async () => {
    for (const db of opened.splice(0)) await db.close()
    await drop()
  })

  const breakOthers = (db: Database) =>
    db.query(
      `select pg_terminate_backend(pid) as ended
       from pg_stat_activity
       where datname = current_database()
         and pid <> pg_backend_pid()`,
    )

  it('says that the database is out of reach, and not with which password', async () => {
    const wrong = Object.assign(new URL(url), { port: '1', password: 'geheim' }).href
    const failure = await openPostgres({ url: wrong }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'database_unavailable', params: { reason: 'ECONNREFUSED' } })
    expect(JSON.stringify(failure) + String(failure)).not.toContain('geheim')
  })

  it('says so of a database that does not exist', async () => {
    const wrong = Object.assign(new URL(url), { pathname: '/nowhere' }).href
    await expect(openPostgres({ url: wrong })).rejects.toMatchObject({
      code: 'database_unavailable',
      params: { reason: '3D000' },
    })
  })

  it('answers again after its connections were broken', async () => {
    const [db, other] = [await open(), await open()]
    await breakOthers(other)
    // The first question may meet the broken connection; it then says so.
    await db.query('select 1 as one').catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'database_unavailable' })
    })
    await expect(db.query('select 1 as one')).resolves.toEqual([{ one: 1 }])
  })

  it('ends a transaction whose connection broke with an error, and the pool lives on', async () => {
    const [db, other] = [await open(), await open()]
    const work = db.transaction(async (client) => {
      await breakOthers(other)
      await client.query('select 1 as one')
    })
    await expect(work).rejects.toMatchObject({ code: 'database_unavailable' })
    await expect(db.query('select 1 as one')).resolves.toEqual([{ one: 1 }])
  })
})
