import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createVisitor, type Visitor } from './browser-of.ts'

interface Created {
  readonly user: { readonly id: number; readonly version: number; readonly must_change_password: boolean }
  readonly initial_password: string
}

describeDatabases('accounts', ({ openOtherProvince }) => {
  let db: Database
  let app: FastifyInstance
  let admin: Visitor
  let addresses = 0
  let names = 0

  const open = () => createVisitor(app, `10.0.1.${++addresses}`)
  const create = async (fields: object = {}) => {
    const username = `nguoi-${++names}`
    const response = await admin.send('POST', '/api/users', {
      username,
      display_name: 'Người mới',
      role: 'staff',
      ...fields,
    })
    return { username, response, ...response.json<Created>() }
  }

  beforeAll(async () => {
    db = await openOtherProvince()
    await createDemoAccounts(db)
    app = (await openApp({ db })).app
    admin = open()
    await admin.signIn('quan-tri')
  })
  afterAll(() => app.close())

  it('are there for an administrator alone', async () => {
    for (const username of ['quy-hoach', 'can-bo-so', 'ubnd-huyen']) {
      const visitor = open()
      await visitor.signIn(username)
      expect((await visitor.get('/api/users')).json()).toMatchObject({ code: 'not_allowed' })
    }
    expect((await open().get('/api/users')).json()).toMatchObject({ code: 'not_signed_in' })
    expect((await admin.get('/api/users')).statusCode).toBe(200)
  })

  it('begin with a password that must be changed before anything else is done or read', async () => {
    const { username, initial_password, user } = await create()
    expect(user.must_change_password).toBe(true)
    const visitor = open()
    expect((await visitor.signIn(username, initial_password)).statusCode).toBe(200)
    for (const url of ['/api/province', '/api/layers/sites.geojson', '/api/sessions', '/api/search?q=a']) {
      expect((await visitor.get(url)).json()).toMatchObject({ code: 'password_change_required' })
    }
    const next = 'ruộng bậc thang mùa nước'
    await visitor.send('POST', '/api/session/password', { current: initial_password, next })
    expect((await visitor.get('/api/province')).statusCode).toBe(200)
  })

  it.each([
    [{ role: 'carrier' }, 'carrier_code'],
    [{ role: 'carrier', carrier_code: 'nobody' }, 'carrier_code'],
    [{ role: 'staff', carrier_code: 'alpha-tel' }, 'carrier_code'],
    [{ role: 'local' }, 'units'],
    [{ role: 'local', units: [{ unit_set: 'district', code: '99999' }] }, 'units'],
    [{ role: 'viewer', units: [{ unit_set: 'district', code: '901' }] }, 'units'],
  ])('name what their role is bound to, and nothing else: %j', async (fields, field) => {
    const { response } = await create(fields)
    expect(response.json()).toMatchObject({ code: 'value_invalid', params: { field } })
  })

  it('have names that nobody else has', async () => {
    const { username } = await create()
    const again = await create({ username })
    expect(again.response.json()).toMatchObject({ code: 'username_taken', params: { value: username } })
  })

  it('change from the version that was seen; with new rights one comes in anew', async () => {
    const { username, initial_password, user } = await create()
    const visitor = open()
    await visitor.signIn(username, initial_password)
    const url = `/api/users/${user.id}`
    const stale = await admin.send(
      'PATCH',
      url,
      { display_name: 'x' },
      { 'if-match': `"${user.version + 1}"` },
    )
    expect(stale.json()).toMatchObject({ code: 'version_conflict' })
    expect((await admin.send('PATCH', url, { display_name: 'x' })).json()).toMatchObject({
      code: 'version_required',
    })
    const renamed = await admin.send(
      'PATCH',
      url,
      { display_name: 'Lan' },
      { 'if-match': `"${user.version}"` },
    )
    expect(renamed.json()).toMatchObject({ user: { display_name: 'Lan', version: user.version + 1 } })
    expect((await visitor.get('/api/session')).json()).toMatchObject({ display_name: 'Lan' })
    const disabled = await admin.send(
      'PATCH',
      url,
      { is_disabled: true },
      { 'if-match': `"${user.version + 1}"` },
    )
    expect(disabled.json()).toMatchObject({ user: { is_disabled: true } })
    expect((await visitor.get('/api/session')).json()).toMatchObject({ role: 'anonymous' })
    expect((await visitor.signIn(username, initial_password)).json()).toMatchObject({
      code: 'sign_in_failed',
    })
  })

  it('get a new password from an administrator, and lose every session with the old one', async () => {
    const { username, initial_password, user } = await create()
    const visitor = open()
    await visitor.signIn(username, initial_password)
    const reset = await admin.send('POST', `/api/users/${user.id}/reset-password`)
    const next = reset.json<Created>().initial_password
    expect(next).not.toBe(initial_password)
    expect((await visitor.get('/api/session')).json()).toMatchObject({ role: 'anonymous' })
    expect((await visitor.signIn(username, initial_password)).statusCode).toBe(401)
    expect((await visitor.signIn(username, next)).json()).toMatchObject({ must_change_password: true })
  })

  it('always leave one administrator, even when two step down at once', async () => {
    const second = await create({ role: 'admin' })
    const [first] = (await admin.get('/api/users'))
      .json<{ users: { id: number; username: string; version: number }[] }>()
      .users.filter(({ username }) => username === 'quan-tri')
    const stepDown = (id: number, version: number) =>
      admin.send('PATCH', `/api/users/${id}`, { is_disabled: true }, { 'if-match': `"${version}"` })
    const answers = await Promise.all([
      stepDown(first?.id ?? 0, first?.version ?? 0),
      stepDown(second.user.id, second.user.version),
    ])
    const [left] = await db.query<{ n: number }>(
      `select count(*) as n from users where role = 'admin' and disabled_at is null`,
    )
    expect(left?.n).toBe(1)
    // The other is refused, as the last one or as no administrator any more, or finds that it is signed out by now; neither fails.
    const codes = answers.map(({ statusCode }) => statusCode).sort()
    expect(codes[0]).toBe(200)
    expect([401, 403, 409]).toContain(codes[1])
    await db.query(`update users set disabled_at = null where username = 'quan-tri' returning id`)
    await admin.signIn('quan-tri')
  })

  it('are written down without any password or hash', async () => {
    const { user, initial_password } = await create()
    const entries = await db.query<{ text: string; actor: string; action: string }>(
      `select a::text as text, actor, action from audit_log a where noun = 'users' and noun_id = $1::text`,
      [String(user.id)],
    )
    expect(entries).toMatchObject([{ actor: 'quan-tri', action: 'create' }])
    expect(entries[0]?.text).not.toContain('argon2')
    expect(entries[0]?.text).not.toContain(initial_password)
  })
})
