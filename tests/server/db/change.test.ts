import { beforeAll, expect, it } from 'vitest'
import { asOwner, change } from '../../../server/db/change.ts'
import { getDataState } from '../../../server/db/data-state.ts'
import type { Client, Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'

const insertSource = (client: Client, code: string) =>
  client.query(
    `insert into sources (code, title)
     values ($1::text, $1::text)
     returning code`,
    [code],
  )

describeDatabases('a change', ({ openDatabase }) => {
  let db: Database

  beforeAll(async () => {
    db = await openDatabase()
  })

  it('writes the row, the audit entry and the next version, and tells who listens', async () => {
    const { version } = await getDataState(db)
    const heard: string[] = []
    const stop = await db.listen('data_changed', (payload) => heard.push(payload))
    const result = await change(asOwner(db, 'tests'), async (client) => {
      await insertSource(client, 'kept')
      return {
        result: 'the result',
        entries: [{ action: 'create', noun: 'sources', noun_id: 'kept', after: { code: 'kept' } }],
      }
    })
    expect(result).toBe('the result')
    await expect.poll(() => heard).toEqual([String(version + 1)])
    await stop()
    expect((await getDataState(db)).version).toBe(version + 1)
    const [entry] = await db.query(
      `select actor, action, noun, noun_id, before, after
       from audit_log
       order by id desc
       limit 1`,
    )
    expect(entry).toEqual({
      actor: 'tests',
      action: 'create',
      noun: 'sources',
      noun_id: 'kept',
      before: null,
      after: { code: 'kept' },
    })
  })

  it('leaves no trace when it fails', async () => {
    const before = await getDataState(db)
    const entries = await db.query('select count(*) as n from audit_log')
    const work = change(asOwner(db, 'tests'), async (client) => {
      await insertSource(client, 'lost')
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await getDataState(db)).toEqual(before)
    expect(await db.query('select count(*) as n from audit_log')).toEqual(entries)
    expect(await db.query(`select code from sources where code = 'lost'`)).toEqual([])
  })

  it.each([`update audit_log set actor = 'someone else' returning id`, 'delete from audit_log returning id'])(
    'cannot be hidden: %s',
    async (statement) => {
      await expect(db.query(statement)).rejects.toThrow('append-only')
      await expect(db.run('truncate audit_log')).rejects.toThrow('append-only')
    },
  )
})
