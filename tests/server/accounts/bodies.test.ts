import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createVisitor, type Visitor } from './browser-of.ts'

describeDatabases('a body', ({ openOtherProvince }) => {
  let db: Database
  let app: FastifyInstance
  let admin: Visitor

  beforeAll(async () => {
    db = await openOtherProvince()
    await createDemoAccounts(db)
    app = (await openApp({ db })).app
    admin = createVisitor(app)
    await admin.signIn('quan-tri')
  })
  afterAll(() => app.close())

  const countAll = () =>
    db.query(`select (select count(*) from users) as users, (select count(*) from audit_log) as entries`)

  const send = async (payload: string, headers: Readonly<Record<string, string>> = {}) => {
    const { csrf_token } = (await admin.get('/api/session')).json<{ csrf_token: string }>()
    return app.inject({
      method: 'POST',
      url: '/api/users',
      payload,
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf_token, ...headers },
      cookies: Object.fromEntries(admin.cookies),
    })
  }

  const toUser = (fields: object) =>
    JSON.stringify({ username: 'x1', display_name: 'x', role: 'staff', ...fields })

  it.each([
    ['of 10 MB', toUser({ display_name: 'x'.repeat(10_000_000) }), 413, 'body_too_large'],
    ['cut short', '{"username": "x', 400, 'body_unreadable'],
    ['empty', '', 400, 'body_unreadable'],
    ['of NaN', '{"username": NaN}', 400, 'body_unreadable'],
    ['that nests without end', '['.repeat(5_000) + ']'.repeat(5_000), 400, 'body_unreadable'],
    ['that is a list', '[]', 400, 'parameter_invalid'],
    ['that is nothing', 'null', 400, 'parameter_invalid'],
    ['with a field nobody knows', toUser({ is_admin: true }), 400, 'parameter_unknown'],
    ['that would change its own prototype', '{"__proto__": {"role": "admin"}}', 400, 'body_unreadable'],
    ['with a wrong type', toUser({ display_name: 5 }), 400, 'parameter_invalid'],
    ['with a role nobody has', toUser({ role: 'root' }), 400, 'parameter_invalid'],
    ['with a control character', toUser({ display_name: 'a\u0000b' }), 422, 'value_invalid'],
    ['with half a character', toUser({ display_name: 'a\ud83d' }), 422, 'value_invalid'],
    [
      'with an infinite number',
      toUser({ units: [{ unit_set: 'district', code: 1e400 }] }).replace('null', '1e400'),
      422,
      'value_invalid',
    ],
  ])('%s is refused, and nothing is written', async (_, payload, status, code) => {
    const before = await countAll()
    const response = await send(payload)
    expect(response.json()).toMatchObject({ code })
    expect(response.statusCode).toBe(status)
    expect(response.body).not.toMatch(/at .*\.ts|node_modules|stack/)
    expect(await countAll()).toEqual(before)
  })

  it('is read as JSON or not at all', async () => {
    const response = await send('username=x1', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(response.json()).toMatchObject({ code: 'body_unreadable' })
  })

  it('of nobody who may send it is not even read', async () => {
    const visitor = createVisitor(app, '10.0.2.1')
    const response = await visitor.send('POST', '/api/users', { display_name: 'x'.repeat(10_000_000) })
    expect(response.json()).toMatchObject({ code: 'not_signed_in' })
  })

  it('is kept in composed Vietnamese, and markup is text', async () => {
    const name = 'Nguyễn <b>Ánh</b> & “Lò”'
    const response = await send(toUser({ username: 'anh', display_name: name.normalize('NFD') }))
    expect(response.json()).toMatchObject({ user: { display_name: name.normalize('NFC') } })
  })
})
