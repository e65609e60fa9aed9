import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createVisitor } from './browser-of.ts'

describeDatabases('a session', ({ openOtherProvince }) => {
  let db: Database
  let app: FastifyInstance
  let lan: { readonly id: number; readonly password: string }
  let addresses = 0

  const open = () => createVisitor(app, `10.0.0.${++addresses}`)

  beforeAll(async () => {
    db = await openOtherProvince()
    await createDemoAccounts(db)
    app = (await openApp({ db })).app
    const admin = open()
    await admin.signIn('quan-tri')
    const created = await admin.send('POST', '/api/users', {
      username: 'lan',
      display_name: 'Nguyễn Thị Lan',
      role: 'staff',
    })
    const { user, initial_password } = created.json<{ user: { id: number }; initial_password: string }>()
    lan = { id: user.id, password: 'một mật khẩu đủ dài' }
    const first = open()
    await first.signIn('lan', initial_password)
    const changed = await first.send('POST', '/api/session/password', {
      current: initial_password,
      next: lan.password,
    })
    expect(changed.statusCode).toBe(200)
  })
  afterAll(() => app.close())

  it('is nobody’s at first, and no cookie names one', async () => {
    const visitor = open()
    const response = await visitor.get('/api/session')
    expect(response.json()).toMatchObject({ role: 'anonymous', user_id: null, sign_in: 'password' })
    expect(visitor.cookies.has('map_session')).toBe(false)
  })

  it.each(['quy-hoach', 'can-bo-so', 'ubnd-huyen', 'quan-tri'])(
    'of the sample is entered with one click: %s',
    async (username) => {
      const visitor = open()
      const response = await visitor.signIn(username)
      expect(response.statusCode).toBe(200)
      expect((await visitor.get('/api/session')).json()).toMatchObject({ username })
    },
  )

  it('is kept in a cookie that scripts and other sites do not get', async () => {
    const visitor = open()
    const response = await visitor.signIn('lan', lan.password)
    const cookie = response.cookies.find(({ name }) => name === 'map_session')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie?.secure).toBeFalsy()
    const [stored] = await db.query<{ known: boolean }>(
      `select bool_or(strpos($1::text, id_hash) > 0) as known from sessions`,
      [decodeURIComponent(cookie?.value ?? '')],
    )
    expect(stored?.known).toBe(false)
  })

  it('does not say whether the name or the password is wrong', async () => {
    const answers = []
    for (const [username, password] of [
      ['nobody', 'wrong password'],
      ['lan', 'wrong password'],
      ['quan-tri', 'wrong password'],
    ] as const) {
      const { statusCode, body } = await open().signIn(username, password)
      answers.push([statusCode, body.replace(/"request_id":"[^"]+"/, '')])
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.[0]).toBe(401)
  })

  it('is not opened without a password for an account that has one', async () => {
    expect((await open().signIn('lan')).json()).toMatchObject({ code: 'sign_in_failed' })
  })

  it('gets a new id at sign-in: whoever planted the old one knows nothing', async () => {
    const visitor = open()
    await visitor.signIn('lan', lan.password)
    const first = visitor.cookies.get('map_session')
    await visitor.signIn('lan', lan.password)
    expect(visitor.cookies.get('map_session')).not.toBe(first)
    const thief = open()
    thief.cookies.set('map_session', first ?? '')
    expect((await thief.get('/api/session')).json()).toMatchObject({ role: 'anonymous' })
  })

  it('makes whoever guesses wait longer and longer, and nobody elsewhere', async () => {
    const guesser = open()
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await guesser.signIn('lan', `guess ${attempt}`)).statusCode).toBe(401)
    }
    await holdWaits()
    const delayed = await guesser.signIn('lan', lan.password)
    expect(delayed.json()).toMatchObject({ code: 'sign_in_delayed' })
    expect(Number(delayed.headers['retry-after'])).toBeGreaterThan(0)
    expect((await open().signIn('lan', lan.password)).statusCode).toBe(200)
  })

  /** However slow this machine is, a wait that has begun is not over. */
  const holdWaits = () =>
    db.query(
      `update sign_in_failures
       set blocked_until = now() + interval '50 seconds'
       where blocked_until > last_failed_at + interval '1 second'
       returning key`,
    )

  const guessFromEverywhere = async (
    username: string,
    guesses: number,
    toAddress: (guess: number) => string,
  ) => {
    const codes: number[] = []
    for (let guess = 0; guess < guesses; guess++) {
      const guesser = createVisitor(app, toAddress(guess))
      codes.push((await guesser.signIn(username, `guess ${guess}`)).statusCode)
    }
    return codes
  }

  it('makes guesses at one name wait that come from many addresses, and its owner only where they never came in', async () => {
    await db.query('delete from sign_in_failures returning key')
    const home = createVisitor(app, '198.51.100.7')
    expect((await home.signIn('lan', lan.password)).statusCode).toBe(200)
    const toAddress = (guess: number) => `192.0.2.${guess}`
    const codes = await guessFromEverywhere('lan', 20, toAddress)
    expect(new Set(codes)).toEqual(new Set([401]))
    await holdWaits()
    expect(await guessFromEverywhere('lan', 4, (guess) => `192.0.2.${50 + guess}`)).toEqual([
      429, 429, 429, 429,
    ])
    expect((await createVisitor(app, '198.51.100.7').signIn('lan', lan.password)).statusCode).toBe(200)
    expect((await home.get('/api/sessions')).statusCode).toBe(200)
    // Where the owner has never been, they wait like everybody, but never for long.
    await db.query(
      `update sign_in_failures set failures = 5000, blocked_until = now() where key = 'name:lan' returning key`,
    )
    expect((await createVisitor(app, '192.0.2.201').signIn('lan', 'one more')).statusCode).toBe(401)
    const elsewhere = createVisitor(app, '198.51.100.99')
    const delayed = await elsewhere.signIn('lan', lan.password)
    expect(delayed.statusCode).toBe(429)
    expect(Number(delayed.headers['retry-after'])).toBeLessThanOrEqual(60)
    await db.query(`update sign_in_failures set blocked_until = now() where key = 'name:lan' returning key`)
    expect((await elsewhere.signIn('lan', lan.password)).statusCode).toBe(200)
    // A name that nobody has is answered in the same way.
    expect(await guessFromEverywhere('khong-ai', 20, (guess) => `192.0.2.${100 + guess}`)).toEqual(codes)
    await holdWaits()
    expect(await guessFromEverywhere('khong-ai', 1, () => '192.0.2.150')).toEqual([429])
    await db.query('delete from sign_in_failures returning key')
  })

  it('takes all addresses of one network of IPv6 for one', async () => {
    const toAddress = (guess: number) => `2001:db8:1:2:${(guess + 1).toString(16)}::${guess + 1}`
    expect(new Set(await guessFromEverywhere('lan', 5, toAddress))).toEqual(new Set([401]))
    await holdWaits()
    expect(await guessFromEverywhere('lan', 1, () => '2001:db8:1:2:ffff::1')).toEqual([429])
    expect((await createVisitor(app, '2001:db8:1:3::1').signIn('lan', lan.password)).statusCode).toBe(200)
  })

  it('lets nobody guess the present password who sits down at an open session', async () => {
    const visitor = open()
    await visitor.signIn('lan', lan.password)
    const guessPassword = async (current: string) =>
      (await visitor.send('POST', '/api/session/password', { current, next: 'một mật khẩu khác hẳn' }))
        .statusCode
    for (let guess = 0; guess < 5; guess++) expect(await guessPassword(`guess ${guess}`)).toBe(401)
    await holdWaits()
    expect(await guessPassword('guess 6')).toBe(429)
    await db.query('delete from sign_in_failures returning key')
  })

  it('does not let guesses pass together that come at once', async () => {
    const guesser = open()
    // The cookie that all tokens belong to.
    await guesser.get('/api/session')
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => guesser.signIn('lan', `at once ${guess}`)),
    )
    const codes = answers.map(({ statusCode }) => statusCode)
    expect(codes.filter((code) => code === 401)).toHaveLength(5)
    expect(codes.filter((code) => code === 429)).toHaveLength(7)
  })

  it('ends here, everywhere, or one by one', async () => {
    const [here, there, third] = [open(), open(), open()]
    for (const visitor of [here, there, third]) await visitor.signIn('lan', lan.password)
    const { sessions } = (await here.get('/api/sessions')).json<{
      sessions: { id: string; is_this_one: boolean }[]
    }>()
    expect(sessions.filter(({ is_this_one }) => is_this_one)).toHaveLength(1)
    await here.send('POST', '/api/session/sign-out', {})
    expect((await here.get('/api/sessions')).statusCode).toBe(401)
    expect((await there.get('/api/sessions')).statusCode).toBe(200)
    const others = (await there.get('/api/sessions')).json<
      typeof sessions extends infer S ? { sessions: S } : never
    >()
    const other = others.sessions.find(({ is_this_one }) => !is_this_one)
    expect((await there.send('DELETE', `/api/sessions/${other?.id ?? ''}`)).statusCode).toBe(200)
    const strange = open()
    await strange.signIn('quy-hoach')
    const mine = others.sessions.find(({ is_this_one }) => is_this_one)
    expect((await strange.send('DELETE', `/api/sessions/${mine?.id ?? ''}`)).json()).toMatchObject({
      code: 'session_not_found',
    })
    await there.send('POST', '/api/session/sign-out', { everywhere: true })
    expect((await third.get('/api/sessions')).statusCode).toBe(401)
  })

  it('stays as it is when the password is changed; all others end', async () => {
    const [here, there] = [open(), open()]
    for (const visitor of [here, there]) await visitor.signIn('lan', lan.password)
    const wrong = await here.send('POST', '/api/session/password', {
      current: 'not it',
      next: 'x'.repeat(30),
    })
    expect(wrong.statusCode).toBe(401)
    for (const next of ['ngắn', 'lan', 'aaaaaaaaaaaaaa', '1234567890']) {
      const unfit = await here.send('POST', '/api/session/password', { current: lan.password, next })
      expect(unfit.json()).toMatchObject({ code: 'password_unfit', params: { field: 'next' } })
    }
    const next = 'một mật khẩu khác hẳn'
    // The same letters, composed in another way.
    const changed = await here.send('POST', '/api/session/password', {
      current: lan.password.normalize('NFD'),
      next,
    })
    expect(changed.statusCode).toBe(200)
    expect((await here.get('/api/sessions')).statusCode).toBe(200)
    expect((await there.get('/api/sessions')).statusCode).toBe(401)
    expect((await open().signIn('lan', lan.password)).statusCode).toBe(401)
    lan = { ...lan, password: next }
  })

  it.each([
    ['without a token', { 'x-csrf-token': '' }],
    ['with another token', { 'x-csrf-token': 'abc.def' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another origin', { origin: 'https://evil.example' }],
  ])('writes nothing %s', async (_, headers) => {
    const visitor = open()
    await visitor.signIn('lan', lan.password)
    const response = await visitor.send('POST', '/api/session/sign-out', { everywhere: true }, headers)
    expect(response.json()).toMatchObject({ code: 'csrf_token_invalid' })
    expect(response.statusCode).toBe(403)
    expect((await visitor.get('/api/sessions')).statusCode).toBe(200)
  })

  it('does not take the token of another session, nor one from before signing in', async () => {
    const [visitor, other] = [open(), open()]
    const before = (await visitor.get('/api/session')).json<{ csrf_token: string }>().csrf_token
    await visitor.signIn('lan', lan.password)
    await other.signIn('quy-hoach')
    const foreign = (await other.get('/api/session')).json<{ csrf_token: string }>().csrf_token
    for (const token of [before, foreign]) {
      const response = await visitor.send('POST', '/api/session/sign-out', {}, { 'x-csrf-token': token })
      expect(response.json()).toMatchObject({ code: 'csrf_token_invalid' })
    }
  })

  it('that has expired is nobody’s', async () => {
    const visitor = open()
    await visitor.signIn('lan', lan.password)
    await db.query(`update sessions set expires_at = now() where user_id = $1::integer returning id_hash`, [
      lan.id,
    ])
    expect((await visitor.get('/api/sessions')).json()).toMatchObject({ code: 'not_signed_in' })
    expect((await visitor.get('/api/session')).json()).toMatchObject({ role: 'anonymous' })
  })

  it('that was forged or cut is nobody’s', async () => {
    for (const value of ['x', 'a.b', '%00', 'x'.repeat(3_000), 's%3Aabc.def']) {
      const visitor = open()
      visitor.cookies.set('map_session', value)
      expect((await visitor.get('/api/session')).json()).toMatchObject({ role: 'anonymous' })
    }
  })
})
