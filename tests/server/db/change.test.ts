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

  it('writes the row and the audit entry, and announces it after the commit', async () => {
    const heard: string[][] = []
    const announce = (nouns: ReadonlySet<string>) => void heard.push([...nouns])
    const result = await change({ ...asOwner(db, 'tests'), announce }, async (client) => {
      await insertSource(client, 'kept')
      return {
        result: 'the result',
        entries: [{ action: 'create', noun: 'sources', noun_id: 'kept', after: { code: 'kept' } }],
      }
    })
    expect(result).toBe('the result')
    expect(heard).toEqual([['sources']])
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

  it('keeps its entries in their order, and a value that is null apart from one that is missing', async () => {
    const entries = Array.from({ length: 20 }, (_, n) => ({
      action: 'update',
      noun: 'sources',
      noun_id: `${n}`,
      before: { title: null, text: 'một "hai"\n\\ ba' },
      reason: n % 2 === 0 ? null : 'vì thế',
      batch_id: '6a1f0f6e-6a53-4b5c-9c2c-111111111111',
    }))
    const ids = await change(asOwner(db, 'tests'), async () => ({ entries, toResult: (made) => made }))
    const kept = await db.query<{ id: number }>(
      `select id, action, noun, noun_id, before, after, reason, batch_id::text, restricted
       from audit_log
       where batch_id is not null
       order by id`,
    )
    expect(kept.map(({ id }) => id)).toEqual(ids)
    expect(kept).toEqual(
      entries.map((entry, n) => ({ ...entry, id: ids[n], after: null, restricted: false })),
    )
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
