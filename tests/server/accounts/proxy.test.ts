import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'

const throughTls = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' }

describeDatabases('a proxy in front that speaks TLS', ({ openOtherProvince }) => {
  let db: Database
  const closing: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    db = await openOtherProvince()
    await createDemoAccounts(db)
  })
  afterAll(async () => {
    for (const close of closing) await close()
  })

  /** The cookies of somebody who signs in. */
  const signIn = async (environment: Readonly<Record<string, string>>) => {
    const { app } = await openApp({ db, environment })
    closing.push(() => app.close())
    const first = await app.inject({ url: '/api/session', headers: throughTls })
    const cookies = Object.fromEntries(first.cookies.map(({ name, value }) => [name, value]))
    const response = await app.inject({
      method: 'POST',
      url: '/api/session/sign-in',
      payload: { username: 'can-bo-so' },
      cookies,
      headers: { ...throughTls, 'x-csrf-token': first.json<{ csrf_token: string }>().csrf_token },
    })
    expect(response.statusCode).toBe(200)
    return [...first.cookies, ...response.cookies]
  }

  it('is believed where it was named: every cookie goes over TLS alone', async () => {
    const cookies = await signIn({ TRUST_PROXY: 'loopback' })
    expect(cookies.map(({ name, secure }) => [name, secure])).toEqual([
      ['map_csrf', true],
      ['map_session', true],
    ])
  })

  it('is not believed where nobody named it', async () => {
    const cookies = await signIn({})
    expect(cookies.map(({ name, secure }) => [name, secure === true])).toEqual([
      ['map_csrf', false],
      ['map_session', false],
    ])
  })
})
