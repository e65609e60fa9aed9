import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { client, startIdentityProvider, type IdentityProvider } from '../../helpers/identity-provider.ts'
import { createVisitor, type Visitor } from './browser-of.ts'

const publicUrl = 'http://localhost:18120'

describeDatabases('signing in through a provider', ({ openOtherProvince }) => {
  let db: Database
  let provider: IdentityProvider
  let app: FastifyInstance
  let people = 0

  beforeAll(async () => {
    db = await openOtherProvince()
    provider = await startIdentityProvider(`${publicUrl}/api/session/provider/return`)
    const environment = {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: 'Cổng của tỉnh',
      OIDC_ROLES: 'so:kh:staff, doanh-nghiep:carrier, huyen:local, quan-tri:admin',
      PUBLIC_URL: publicUrl,
    }
    app = (await openApp({ db, environment })).app
  })
  afterAll(async () => {
    await app.close()
    await provider.close()
  })

  let subject = ''
  let visitor: Visitor
  beforeEach(() => {
    subject = `person-${++people}`
    visitor = createVisitor(app, `10.1.0.${people}`)
  })

  /** Where the browser is sent in the end. */
  const goThere = async (browser = visitor) => {
    const sent = await browser.get('/api/session/provider')
    return provider.signIn(String(sent.headers.location), subject)
  }
  const comeBack = async (address: string, browser = visitor) => {
    const { pathname, search } = new URL(address)
    return browser.get(`${pathname}${search}`)
  }
  const signIn = async () => comeBack(await goThere())
  const ask = async (browser = visitor) => (await browser.get('/api/session')).json<Record<string, unknown>>()

  it('is what the sign-in page offers instead of passwords', async () => {
    expect(await ask()).toMatchObject({
      sign_in: 'provider',
      provider_name: 'Cổng của tỉnh',
      demo_accounts: [],
    })
    const refused = await visitor.signIn('anybody', 'any password at all')
    expect(refused.statusCode).toBe(403)
  })

  it('makes an account with the role of the claim, and a session with a new id', async () => {
    provider.people.set(subject, {
      role: ['other', 'so:kh'],
      name: 'Nguyễn Thị Lan',
      preferred_username: 'Lan.Nguyễn',
    })
    const there = await goThere()
    const cookieBefore = visitor.cookies.get('map_session')
    const response = await comeBack(there)
    expect(response.headers.location).toBe(`${publicUrl}/`)
    expect(visitor.cookies.get('map_session')).not.toBe(cookieBefore)
    expect(await ask()).toMatchObject({
      role: 'staff',
      display_name: 'Nguyễn Thị Lan',
      username: 'lan.nguyen',
      must_change_password: false,
    })
    const entries = await db.query(
      `select a.actor, a.action, a.after ->> 'signs_in_by' as signs_in_by
       from audit_log a
       where a.noun = 'users'
         and a.after ->> 'username' = 'lan.nguyen'`,
    )
    expect(entries).toEqual([{ actor: 'system', action: 'create', signs_in_by: 'provider' }])
  })

  it('signs out there as well, and comes back to the map', async () => {
    provider.people.set(subject, { role: 'so:kh' })
    await signIn()
    const { provider_url } = (await visitor.send('POST', '/api/session/sign-out')).json<{
      provider_url: string
    }>()
    expect(await ask()).toMatchObject({ role: 'anonymous' })
    const there = new URL(provider_url)
    expect(there.origin).toBe(provider.issuer)
    expect(Object.fromEntries(there.searchParams)).toEqual({
      client_id: client.id,
      post_logout_redirect_uri: `${publicUrl}/`,
    })
    // The provider takes it for a client's of its own, and asks whether one means it.
    const page = await fetch(provider_url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('logout')
  })

  it('finds the same account again, and never that of somebody else with the same name', async () => {
    await db.query(
      `insert into users (username, display_name, role)
       values ($1::text, 'Has a password', 'admin')
       returning id`,
      [`twin${people}`],
    )
    provider.people.set(subject, { role: 'so:kh', preferred_username: `twin${people}` })
    await signIn()
    const first = await ask()
    expect(first).toMatchObject({ role: 'staff', username: `twin${people}-2` })
    visitor = createVisitor(app)
    await signIn()
    expect((await ask())['user_id']).toBe(first['user_id'])
  })

  it('binds a carrier’s account to its carrier and a local one to its units, as claimed', async () => {
    const [carrier] = await db.query<{ code: string }>('select code from carriers order by code limit 1')
    const [district] = await db.query<{ code: string }>(
      `select code from admin_units where unit_set = 'district' order by code limit 1`,
    )
    provider.people.set(subject, { role: 'doanh-nghiep', carrier: carrier?.code })
    await signIn()
    expect(await ask()).toMatchObject({ role: 'carrier', carrier_code: carrier?.code })
    provider.people.set(subject, { role: 'huyen', units: [`district:${district?.code}`] })
    await signIn()
    expect(await ask()).toMatchObject({
      role: 'local',
      carrier_code: null,
      units: [{ unit_set: 'district', code: district?.code }],
    })
  })

  it.each([
    ['no role of ours', { role: 'visitor' }, 'not_allowed'],
    ['no role at all', {}, 'not_allowed'],
    ['a carrier that is not there', { role: 'doanh-nghiep', carrier: 'nobody' }, 'value_invalid'],
    ['a unit that is not there', { role: 'huyen', units: ['district:999'] }, 'value_invalid'],
    ['a unit of no set', { role: 'huyen', units: ['planet:1'] }, 'value_invalid'],
  ])('refuses who has %s', async (_, claims, code) => {
    provider.people.set(subject, claims)
    const response = await signIn()
    expect(response.headers.location).toBe(`${publicUrl}/?sign_in_problem=${code}`)
    expect(await ask()).toMatchObject({ role: 'anonymous' })
  })

  it('refuses who has lost the role, and ends what they had open', async () => {
    provider.people.set(subject, { role: 'so:kh' })
    await signIn()
    const elsewhere = createVisitor(app)
    provider.people.set(subject, { role: 'pensioner' })
    const response = await comeBack(await goThere(elsewhere), elsewhere)
    expect(response.headers.location).toContain('sign_in_problem=not_allowed')
    expect(await ask()).toMatchObject({ role: 'anonymous' })
  })

  it('refuses who is disabled here, whatever the provider says', async () => {
    provider.people.set(subject, { role: 'so:kh' })
    await signIn()
    const { user_id } = await ask()
    await db.query('update users set disabled_at = now() where id = $1::integer returning id', [
      Number(user_id),
    ])
    expect(await ask()).toMatchObject({ role: 'anonymous' })
    expect((await signIn()).headers.location).toContain('sign_in_problem=not_allowed')
  })

  it('takes a code once, and only from the browser that went for it', async () => {
    provider.people.set(subject, { role: 'so:kh' })
    const there = await goThere()
    const thief = createVisitor(app)
    expect((await comeBack(there, thief)).headers.location).toContain('sign_in_problem=provider_failed')
    // One who is on the way there as well, with a state of its own.
    await thief.get('/api/session/provider')
    expect((await comeBack(there, thief)).headers.location).toContain('sign_in_problem=provider_failed')
    expect(await ask(thief)).toMatchObject({ role: 'anonymous' })
    expect((await comeBack(there)).headers.location).toBe(`${publicUrl}/`)
    expect((await comeBack(there)).headers.location).toContain('sign_in_problem=provider_failed')
  })

  it.each(['', '?code=made-up', '?code=made-up&state=made-up', '?error=access_denied&state=x'])(
    'refuses an answer that the provider did not give: %s',
    async (query) => {
      await visitor.get('/api/session/provider')
      const response = await visitor.get(`/api/session/provider/return${query}`)
      expect(response.headers.location).toBe(`${publicUrl}/?sign_in_problem=provider_failed`)
      expect(await ask()).toMatchObject({ role: 'anonymous' })
    },
  )

  it('says so when the provider is down, while the map goes on', async () => {
    const environment = {
      OIDC_ISSUER: 'http://127.0.0.1:9',
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      PUBLIC_URL: publicUrl,
    }
    const without = (await openApp({ db, environment })).app
    const response = await without.inject('/api/session/provider')
    expect(response.headers.location).toBe(`${publicUrl}/?sign_in_problem=provider_failed`)
    expect((await without.inject('/api/province')).statusCode).toBe(200)
    await without.close()
  })
})
