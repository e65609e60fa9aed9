import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { asOwner, change } from '../../../server/db/change.ts'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createVisitor, type Visitor } from '../accounts/browser-of.ts'
import { listen, type Listening, type ListeningOptions } from './listening.ts'

describeDatabases('the stream of somebody', ({ openOtherProvince }) => {
  let db: Database
  let app: FastifyInstance
  let origin: string
  let admin: Visitor
  let restricted_id: number
  let open: Listening[] = []
  let people = 0

  beforeAll(async () => {
    db = await openOtherProvince()
    await createDemoAccounts(db)
    app = (await openApp({ db })).app
    await app.listen({ port: 0, host: '127.0.0.1' })
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    admin = createVisitor(app)
    await admin.signIn('quan-tri')
    const [site] = await db.query<{ id: number }>(
      `update sites set visibility = 'restricted' where id = (select min(id) from sites) returning id`,
    )
    restricted_id = site!.id
  })
  afterEach(() => {
    for (const listening of open) listening.close()
    open = []
  })
  afterAll(() => app.close())

  const listenAs = async ({ cookies }: Visitor, options: ListeningOptions = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
    const listening = await listen(origin, { ...options, cookie })
    open.push(listening)
    await expect.poll(listening.lastId).not.toBe('')
    return listening
  }
  /** A new member of staff, signed in; with the number of the account and how to sign in once more. */
  const hireStaff = async () => {
    const username = `nguoi-${++people}`
    const person = { username, display_name: 'Người mới', role: 'staff' }
    const hired = (await admin.send('POST', '/api/users', person)).json<{
      user: { id: number }
      initial_password: string
    }>()
    const visitor = createVisitor(app, `10.1.0.${people}`)
    await visitor.signIn(username, hired.initial_password)
    const next = 'một mật khẩu đủ dài'
    await visitor.send('POST', '/api/session/password', { current: hired.initial_password, next })
    const signInAgain = async () => {
      const other = createVisitor(app, `10.2.0.${people}`)
      expect((await other.signIn(username, next)).statusCode).toBe(200)
      return other
    }
    return { visitor, id: hired.user.id, signInAgain }
  }
  /** Only staff see it. */
  const editRestricted = async () => {
    const url = `/api/sites/${restricted_id}`
    const { version, lng } = (await admin.get(url)).json<{ version: number; lng: number }>()
    const changes = { lng: Number((lng + 0.00001).toFixed(6)) }
    const confirm = ['outside_commune', 'near_site', 'moved_far']
    const body = { changes, confirm }
    const answer = await admin.send('PATCH', url, body, { 'if-match': `"${version}"` })
    expect(answer.statusCode).toBe(200)
  }
  /** Everybody sees it. */
  const renameVillage = () =>
    change(asOwner(db, 'test'), async (client) => {
      await client.query(`update villages set name = name || '.' where id = 1 returning id`)
      return { result: undefined, entries: [{ action: 'update', noun: 'villages', noun_id: '1' }] }
    })
  const updateUser = async (id: number, changes: object) => {
    const { users } = (await admin.get('/api/users')).json<{ users: { id: number; version: number }[] }>()
    const { version } = users.find((user) => user.id === id)!
    const url = `/api/users/${id}`
    const answer = await admin.send('PATCH', url, changes, { 'if-match': `"${version}"` })
    expect(answer.statusCode, answer.body).toBe(200)
  }
  const toHeard = ({ events }: Listening) => events.map(({ noun, ids }) => ({ noun, ids }))
  const ofSite = () => ({ noun: 'sites', ids: [restricted_id] })

  it('who stays signed in tells on', async () => {
    const { visitor } = await hireStaff()
    const listening = await listenAs(visitor)
    await editRestricted()
    await editRestricted()
    await expect.poll(() => toHeard(listening).flatMap(({ ids }) => ids).length).toBeGreaterThan(0)
    expect(listening.isEnded()).toBe(false)
  })

  it.each<[string, (person: Awaited<ReturnType<typeof hireStaff>>) => Promise<unknown>]>([
    ['signed out', ({ visitor }) => visitor.send('POST', '/api/session/sign-out')],
    [
      'was signed out everywhere from another browser',
      async ({ signInAgain }) =>
        (await signInAgain()).send('POST', '/api/session/sign-out', { everywhere: true }),
    ],
    ['was disabled', ({ id }) => updateUser(id, { is_disabled: true })],
    ['was given another role', ({ id }) => updateUser(id, { role: 'viewer' })],
    [
      'let the session expire',
      ({ id }) =>
        db.query(
          `update sessions set expires_at = now() - interval '1 second' where user_id = $1::integer returning public_id`,
          [id],
        ),
    ],
  ])('who %s ends, with no further event of what only staff see', async (_, end) => {
    const person = await hireStaff()
    const listening = await listenAs(person.visitor)
    await end(person)
    await editRestricted()
    await expect.poll(listening.isEnded, { timeout: 30_000 }).toBe(true)
    expect(toHeard(listening)).toEqual([])
  })

  it('who was given another role goes on as what the reader is now', async () => {
    const { visitor, id } = await hireStaff()
    const first = await listenAs(visitor)
    await updateUser(id, { role: 'viewer' })
    await editRestricted()
    await expect.poll(first.isEnded, { timeout: 30_000 }).toBe(true)
    const second = await listenAs(visitor, { lastId: first.lastId() })
    await editRestricted()
    await renameVillage()
    await expect.poll(() => toHeard(second)).toContainEqual({ noun: 'villages', ids: [1] })
    expect(toHeard(second)).not.toContainEqual(ofSite())
    expect(second.isEnded()).toBe(false)
  })

  it('who was disabled goes on as that of a visitor', async () => {
    const { visitor, id } = await hireStaff()
    await updateUser(id, { is_disabled: true })
    const listening = await listenAs(visitor)
    await editRestricted()
    await renameVillage()
    await expect.poll(() => toHeard(listening)).toEqual([{ noun: 'villages', ids: [1] }])
  })
})
