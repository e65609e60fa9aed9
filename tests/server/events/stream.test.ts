import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { anonymous, type Actor } from '../../../core/permissions.ts'
import { asOwner, change } from '../../../server/db/change.ts'
import type { Database } from '../../../server/db/database.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { people } from '../sites/editing.ts'
import { openEditing, type Editing } from '../sites/editing.ts'
import { openApp } from '../../helpers/app.ts'
import { listen, type Listening, type ListeningOptions } from './listening.ts'

describeDatabases('the stream of changes', ({ openDatabase }) => {
  let db: Database
  let editing: Editing
  /** One server for each listener, all over the database that is edited. */
  const servers = new Map<string, { app: FastifyInstance; origin: string }>()
  let open: Listening[] = []

  beforeAll(async () => {
    db = await openDatabase()
    editing = await openEditing(db)
    for (const person of ['staff', 'alpha', 'beta', 'anonymous'] as const) {
      const { app } = await openApp({ db, actor: people[person] satisfies Actor })
      await app.listen({ port: 0, host: '127.0.0.1' })
      servers.set(person, { app, origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` })
    }
  })
  afterEach(() => {
    for (const listening of open) listening.close()
    open = []
  })
  afterAll(async () => {
    await editing.app.close()
    for (const { app } of servers.values()) await app.close()
  })

  const listenAs = async (person: string, options: ListeningOptions = {}) => {
    const listening = await listen(servers.get(person)!.origin, options)
    open.push(listening)
    await expect.poll(listening.lastId).not.toBe('')
    return listening
  }
  const edit = async (id: number, changes: object) => {
    const { version } = await editing.findSite(id)
    const answer = await editing.patch('admin', id, version, { changes })
    expect(answer).toMatchObject({ status: 200 })
  }
  const toHeard = ({ events }: Listening) => events.map(({ noun, ids }) => ({ noun, ids }))
  /** Everybody hears of a village: who has heard of it has heard all before it. */
  const renameVillage = (name: string) =>
    change(asOwner(db, 'test'), async (client) => {
      await client.query(`update villages set name = $1::text where id = 1 returning id`, [name])
      return { result: undefined, entries: [{ action: 'update', noun: 'villages', noun_id: '1' }] }
    })
  const village = { noun: 'villages', ids: [1] }

  it('passes proxies: not compressed, not kept, not collected', async () => {
    const { headers, status } = await listenAs('anonymous')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/event-stream')
    expect(headers.get('content-encoding')).toBeNull()
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('x-accel-buffering')).toBe('no')
  })

  it('tells what another server wrote', async () => {
    const listening = await listenAs('anonymous')
    await edit(1, { name: 'Tên mới của trạm' })
    await expect.poll(() => toHeard(listening)).toEqual([{ noun: 'sites', ids: [1] }])
  })

  it('goes on where it broke off, and loses nothing', async () => {
    const first = await listenAs('anonymous')
    first.close()
    await edit(1, { name: 'Trong lúc vắng 1' })
    await edit(2, { name: 'Trong lúc vắng 2' })
    await renameVillage('Trong lúc vắng')
    const second = await listenAs('anonymous', { lastId: first.lastId() })
    await expect
      .poll(() => new Set(toHeard(second).flatMap(({ noun, ids }) => ids.map((id) => `${noun} ${id}`))))
      .toEqual(new Set(['sites 1', 'sites 2', 'villages 1']))
    const third = await listenAs('anonymous', { lastId: second.lastId() })
    await renameVillage('Sau đó')
    await expect.poll(() => toHeard(third)).toEqual([village])
  })

  it.each(['quite unknown', 'A'.repeat(48), '0'])('looks at all again after the id %s', async (lastId) => {
    const listening = await listenAs('anonymous', { lastId })
    await expect.poll(() => toHeard(listening)).toEqual([{ noun: 'data_state', ids: [] }])
  })

  it('does not tell of what a listener cannot see, nor by its ids', async () => {
    const [visitor, alpha, staff] = [
      await listenAs('anonymous'),
      await listenAs('alpha'),
      await listenAs('staff'),
    ]
    const ids = visitor.lastId()
    await edit(1, { note: 'chỉ Sở và chủ trạm biết' })
    // Site 5 is restricted.
    await edit(5, { name: 'Vị trí hạn chế' })
    await renameVillage('Cho mọi người')
    for (const listening of [visitor, alpha, staff]) {
      await expect.poll(() => toHeard(listening)).toContainEqual(village)
    }
    expect(toHeard(visitor)).toEqual([village])
    expect(toHeard(staff).flatMap(({ noun, ids }) => (noun === 'sites' ? ids : []))).toEqual([1, 5])
    expect(visitor.lastId()).not.toBe(ids)
    expect(toHeard(alpha).flatMap(({ noun, ids }) => (noun === 'sites' ? ids : []))).not.toContain(5)
  })

  it('tells a site that becomes restricted, and one that is no longer', async () => {
    const visitor = await listenAs('anonymous')
    await edit(2, { visibility: 'restricted' })
    await expect.poll(() => toHeard(visitor)).toEqual([{ noun: 'sites', ids: [2] }])
    await edit(2, { visibility: 'public' })
    await expect.poll(() => toHeard(visitor)).toHaveLength(2)
  })

  it('tells nothing of what was taken back', async () => {
    const visitor = await listenAs('anonymous')
    const { version } = await editing.findSite(1)
    expect(await editing.patch('admin', 1, version + 5, { changes: { name: 'Cũ' } })).toMatchObject({
      code: 'version_conflict',
    })
    await renameVillage('Sau xung đột')
    await expect.poll(() => toHeard(visitor)).toEqual([village])
  })

  it('is asked for where a stream cannot pass', async () => {
    const { app } = servers.get('anonymous')!
    const ask = async (since?: string) => {
      const query = since === undefined ? '' : `?since=${since}`
      return (await app.inject(`/api/events/since${query}`)).json<{ last_id: string; events: object[] }>()
    }
    const begin = await ask()
    expect(begin.events).toEqual([])
    const quiet = await ask(begin.last_id)
    expect(quiet.events).toEqual([])
    await renameVillage('Hỏi lại')
    await expect.poll(async () => (await ask(quiet.last_id)).events).toEqual([village])
    const after = await ask((await ask(quiet.last_id)).last_id)
    expect(after.events).toEqual([])
    expect((await ask('0')).events).toEqual([{ noun: 'data_state', ids: [] }])
  })

  it('tells changes whose numbers come late', async () => {
    const visitor = await listenAs('anonymous')
    const [last] = await db.query<{ id: number }>('select max(id) as id from audit_log')
    // The later number is seen before the earlier one.
    for (const [offset, village_id] of [
      [2, 2],
      [1, 3],
    ] as const) {
      await db.query(
        `insert into audit_log (id, actor, action, noun, noun_id)
         values ($1::bigint, 'test', 'update', 'villages', $2::text)
         returning id`,
        [last!.id + offset, String(village_id)],
      )
      await expect.poll(() => toHeard(visitor)).toContainEqual({ noun: 'villages', ids: [village_id] })
    }
    await db.query(`select setval(pg_get_serial_sequence('audit_log', 'id'), $1::bigint) as id`, [
      last!.id + 2,
    ])
  })

  it('ends with the server', async () => {
    const { app } = await openApp({ db, actor: anonymous })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const listening = await listen(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`)
    await expect.poll(listening.lastId).not.toBe('')
    await app.close()
    await expect.poll(listening.isEnded).toBe(true)
  })
})
