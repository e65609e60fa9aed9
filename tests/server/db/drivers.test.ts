import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { NoColumnsError } from '../../../server/db/statements.ts'
import { describeDatabases } from '../../helpers/databases.ts'

/** A bow tie: its line crosses itself, which GEOS refuses to unite with anything. */
const bowTie = `st_geomfromtext('POLYGON((0 0,2 2,2 0,0 2,0 0))', 4326)`
const square = `st_geomfromtext('POLYGON((0 0,2 0,2 2,0 2,0 0))', 4326)`

describeDatabases('a database', ({ driver, openDatabase }) => {
  let db: Database

  beforeAll(async () => {
    db = await openDatabase()
    await db.run('create table shapes (id integer, area double precision)')
  })

  const insert = (id: number) => `insert into shapes (id) values (${id}) returning id`
  const countRows = async (id: number) => {
    const [row] = await db.query<{ n: number }>(
      `select count(*) as n
       from shapes
       where id = $1::integer`,
      [id],
    )
    return row?.n
  }

  describe('values', () => {
    it('gives days as the days that were stored, whatever the time zone', async () => {
      const [row] = await db.query(`select date '2021-06-30' as day, array[date '2021-01-01', null] as days`)
      expect(row).toEqual({ day: '2021-06-30', days: ['2021-01-01', null] })
    })

    it('gives counts and numerics as numbers', async () => {
      const [row] = await db.query(
        `select count(*) as n, 0.25::numeric as share, array[7::bigint] as ns, array[1.5::numeric] as shares
         from generate_series(1, 3)`,
      )
      expect(row).toEqual({ n: 3, share: 0.25, ns: [7], shares: [1.5] })
    })

    it('gives instants as ISO texts in UTC', async () => {
      const [row] = await db.query(
        `select timestamptz '2021-06-30 07:00:00.5+07' as at, array[timestamptz '2021-06-30 00:00:00Z'] as ats`,
      )
      expect(row).toEqual({ at: '2021-06-30T00:00:00.500Z', ats: ['2021-06-30T00:00:00.000Z'] })
    })

    it('works in UTC, so that a day cut from an instant is the same on every machine', async () => {
      const [row] = await db.query(`select (timestamptz '2021-06-30 23:30:00Z')::date as day`)
      expect(row).toEqual({ day: '2021-06-30' })
    })

    it('takes and gives every kind of value alike', async () => {
      const [row] = await db.query(
        `select $1::text as text, $2::integer as number, $3::boolean as yes, $4::text as nothing,
           $5::text[] as texts, $6::double precision[] as numbers, $7::jsonb as json`,
        ['Ẳng Tở; "x"', 7, true, null, ['a,b', 'c"d', ''], [1.5, -2], '{"a":[1,null]}'],
      )
      expect(row).toEqual({
        text: 'Ẳng Tở; "x"',
        number: 7,
        yes: true,
        nothing: null,
        texts: ['a,b', 'c"d', ''],
        numbers: [1.5, -2],
        json: { a: [1, null] },
      })
    })

    it('tells an empty result from one that is not there', async () => {
      await expect(db.query('select id from shapes where false')).resolves.toEqual([])
    })
  })

  describe('guards', () => {
    it('refuses a write that returns no columns', async () => {
      await expect(db.query(`insert into shapes (id) values (10)`)).rejects.toThrow(NoColumnsError)
    })

    it.each(['st_union', 'st_intersection'])(
      'makes an error of what %s says of an invalid polygon',
      async (name) => {
        await expect(db.query(`select ${name}(${bowTie}, ${square}) as shape`)).rejects.toThrow(
          driver === 'embedded' ? NoColumnsError : /TopologyException/,
        )
      },
    )

    it('rolls back the transaction around a geometry error', async () => {
      const work = db.transaction(async (client) => {
        await client.query(insert(20))
        await client.query(
          `insert into shapes select 21, st_area(st_union(${bowTie}, ${square})) returning id`,
        )
      })
      await expect(work).rejects.toThrow()
      expect([await countRows(20), await countRows(21)]).toEqual([0, 0])
    })

    it('rolls back even when the work goes on after a failed statement', async () => {
      const work = db.transaction(async (client) => {
        await client.query(insert(30))
        await client.query(`select st_union(${bowTie}, ${square}) as shape`).catch(() => null)
        return 'done'
      })
      await expect(work).rejects.toThrow()
      expect(await countRows(30)).toBe(0)
    })

    it('makes an error of a geometry error in the middle of a script', async () => {
      const script = `
        insert into shapes (id) values (40);
        insert into shapes select 41, st_area(st_union(${bowTie}, ${square}));
        insert into shapes (id) values (42)`
      await expect(db.transaction((client) => client.run(script))).rejects.toThrow()
      expect([await countRows(40), await countRows(41), await countRows(42)]).toEqual([0, 0, 0])
    })

    it('refuses the database itself inside a transaction', async () => {
      const work = db.transaction(async (client) => {
        await client.query(insert(50))
        await db.query('select 1 as one')
      })
      await expect(work).rejects.toThrow(/transaction/)
      await expect(db.transaction(() => db.transaction(async () => 1))).rejects.toThrow(/transaction/)
      expect(await countRows(50)).toBe(0)
    })

    it('refuses the client of a transaction that has ended', async () => {
      const kept = await db.transaction(async (client) => client)
      await expect(kept.query('select 1 as one')).rejects.toThrow(/ended/)
    })
  })

  describe('transactions', () => {
    it('commits what resolves and gives its result', async () => {
      await expect(db.transaction(async (client) => (await client.query(insert(60)))[0])).resolves.toEqual({
        id: 60,
      })
      expect(await countRows(60)).toBe(1)
    })

    it('rolls back what throws', async () => {
      const work = db.transaction(async (client) => {
        await client.query(insert(61))
        throw new Error('no')
      })
      await expect(work).rejects.toThrow('no')
      expect(await countRows(61)).toBe(0)
    })

    it('answers a question whose plan it keeps when it is first asked twice at once', async () => {
      const ask = (n: number) => [`select $1::integer + 1 as answer`, [n]] as const
      const answers = await db.transaction(
        (client) => Promise.all([1, 2, 3].map((n) => client.query(...ask(n)))),
        { planned: 'at once' },
      )
      expect(answers).toEqual([[{ answer: 2 }], [{ answer: 3 }], [{ answer: 4 }]])
    })

    it('runs what is asked first before what follows it unawaited, though it has no plan of it yet', async () => {
      await db.transaction(
        async (client) => {
          const first = client.query(`select set_config('app.asked', 'first', true) as told`)
          await client.run(
            `insert into shapes (id) select 77 where current_setting('app.asked', true) = 'first'`,
          )
          await first
        },
        { planned: 'in order' },
      )
      expect(await countRows(77)).toBe(1)
    })

    it('does not show a question from outside what is not committed', async () => {
      let ask = () => {}
      const asked = new Promise<void>((resolve) => (ask = resolve))
      // Begun out here, so that it does not count as part of the transaction.
      const seen = asked.then(() => countRows(70))
      const work = db.transaction(async (client) => {
        await client.query(insert(70))
        ask()
        await client.query('select pg_sleep(0.05) as slept')
        throw new Error('taken back')
      })
      await expect(work).rejects.toThrow('taken back')
      expect(await seen).toBe(0)
    })

    it('keeps transactions that run at once apart', async () => {
      const add = () =>
        db.transaction(async (client) => {
          await client.run('lock table shapes')
          const [row] = await client.query<{ next: number }>(
            `select coalesce(max(id), 0) + 1 as next
             from shapes
             where id >= 1000`,
          )
          const next = Math.max(row?.next ?? 0, 1000)
          await client.query('insert into shapes (id) values ($1::integer) returning id', [next])
          return next
        })
      const ids = await Promise.all([add(), add(), add(), add()])
      expect(ids.toSorted()).toEqual([1000, 1001, 1002, 1003])
    })
  })

  it('runs what holds a lock one after the other, also after one has failed', async () => {
    const order: string[] = []
    const work = (name: string) => async () => {
      order.push(`${name} begins`)
      await db.query('select pg_sleep(0.02) as slept')
      order.push(`${name} ends`)
      if (name === 'a') throw new Error('a failed')
    }
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => db.withLock('trial', work(name))))
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    const pairs = [0, 2, 4].map((at) => `${order[at]}, ${order[at + 1]}`)
    expect(pairs.toSorted()).toEqual(['a begins, a ends', 'b begins, b ends', 'c begins, c ends'])
  })
})
