import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endpoints } from '../../../core/api/endpoints.ts'
import type { Endpoint } from '../../../core/api/endpoint.ts'
import { errorBody } from '../../../core/api/operations.ts'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createVisitor, type Visitor } from './browser-of.ts'
import { writingRequests, type WritingName } from './writing-requests.ts'

const writing = (Object.entries(endpoints) as [string, Endpoint][]).filter(
  ([, { method }]) => method !== 'GET',
)

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** The same value with one part of it replaced, for each part that `replace` has something for. */
function listChanged(value: Json, replace: (part: Json) => readonly Json[]): Json[] {
  const own = [...replace(value)]
  if (Array.isArray(value)) {
    const items = value as readonly Json[]
    return [
      ...own,
      ...items.flatMap((item, at) => listChanged(item, replace).map((one) => items.with(at, one))),
    ]
  }
  if (typeof value !== 'object' || value === null) return own
  const fields = Object.entries(value as Readonly<Record<string, Json>>)
  return [
    ...own,
    ...fields.flatMap(([name, part]) =>
      listChanged(part, replace).map((one) => ({ ...value, [name]: one }) as Json),
    ),
  ]
}

const isRecord = (part: Json) => typeof part === 'object' && part !== null && !Array.isArray(part)

/** JSON knows no such number; in its place stands what becomes one when it is read. */
const infinite = '∞'
const toText = (body: Json) => JSON.stringify(body).replaceAll(`"${infinite}"`, '1e400')

describeDatabases('every endpoint that writes', ({ openOtherProvince }) => {
  let db: Database
  let app: FastifyInstance
  const visitors = new Map<string, Visitor>()

  beforeAll(async () => {
    db = await openOtherProvince()
    await createDemoAccounts(db)
    app = (await openApp({ db })).app
    for (const username of ['quan-tri', 'can-bo-so', 'ubnd-huyen', 'alpha-tel']) {
      const visitor = createVisitor(app, `10.9.0.${visitors.size + 1}`)
      expect((await visitor.signIn(username)).statusCode, username).toBe(200)
      visitors.set(username, visitor)
    }
  })
  afterAll(() => app.close())
  beforeEach(() => db.query('delete from sign_in_failures returning key'))

  it('stands in the registry', () => {
    const routes = app.printRoutes({ commonPrefix: false })
    const methods = [...routes.matchAll(/\(([A-Z, ]+)\)/g)].flatMap(([, list = '']) => list.split(', '))
    expect(methods.filter((method) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method))).toHaveLength(
      writing.length,
    )
    expect(Object.keys(writingRequests).sort()).toEqual(writing.map(([name]) => name).sort())
  })

  const countAll = () =>
    db.query(`
select
  (select count(*) from audit_log) as entries,
  (select count(*) from users) as users,
  (select count(*) from sessions) as sessions,
  (select count(*) from proposals) as proposals,
  (select count(*) from sites) as sites,
  (select count(*) from stations) as stations,
  (select count(*) from villages) as villages,
  (select count(*) from village_services) as statements,
  (select count(*) from mast_kinds) as mast_kinds`)

  describe.each(writing)('%s', (name, endpoint) => {
    const { place = '', body } = writingRequests[name as WritingName]
    const example = body as Json

    const getVisitor = () => {
      const { access } = endpoint
      if (!Array.isArray(access) || access.includes('admin')) return visitors.get('quan-tri')!
      return visitors.get(access.includes('local') ? 'ubnd-huyen' : 'alpha-tel')!
    }

    interface Sent {
      readonly payload?: string
      readonly at?: string
      readonly headers?: Readonly<Record<string, string>>
    }

    async function send({
      payload = body === null ? '' : JSON.stringify(body),
      at = place,
      headers = {},
    }: Sent) {
      const visitor = getVisitor()
      const { csrf_token } = (await visitor.get('/api/session')).json<{ csrf_token: string }>()
      const response = await app.inject({
        method: endpoint.method,
        url: endpoint.path.replace(/:\w+/, encodeURIComponent(at)),
        remoteAddress: '10.9.1.1',
        cookies: Object.fromEntries(visitor.cookies),
        headers: {
          'x-csrf-token': csrf_token,
          ...(payload === '' ? {} : { 'content-type': 'application/json' }),
          ...(endpoint.needsVersion === true ? { 'if-match': '"1"' } : {}),
          ...headers,
        },
        ...(payload === '' ? {} : { payload }),
      })
      return {
        status: response.statusCode,
        ...response.json<{ code: string; params: Record<string, unknown> }>(),
      }
    }

    /** Refused in the shape of every refusal, by a code of these, and nothing is written. */
    async function isRefused(sent: Sent, codes: readonly string[]) {
      const before = await countAll()
      const { status, ...answer } = await send(sent)
      const what = JSON.stringify({ ...sent, payload: sent.payload?.slice(0, 300), answer })
      expect(codes, what).toContain(answer.code)
      expect(status, what).toBeGreaterThanOrEqual(400)
      expect(status, what).toBeLessThan(500)
      expect([...Value.Errors(errorBody, answer)], what).toEqual([])
      expect(await countAll(), what).toEqual(before)
    }

    const ofBody = ['body_unreadable', 'parameter_invalid', 'value_invalid']

    it('has an example that its schema takes', () => {
      if (endpoint.body === undefined) return expect(body).toBeNull()
      expect([...Value.Errors(endpoint.body, body)]).toEqual([])
    })

    it('writes nothing for a page of another site, without a token or with another’s', async () => {
      const other = visitors.get(getVisitor() === visitors.get('can-bo-so') ? 'quan-tri' : 'can-bo-so')!
      const { csrf_token } = (await other.get('/api/session')).json<{ csrf_token: string }>()
      for (const headers of [
        { 'x-csrf-token': '' },
        { 'x-csrf-token': 'abc.def' },
        { 'x-csrf-token': csrf_token },
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'https://evil.example' },
        { origin: 'null' },
      ]) {
        await isRefused({ headers }, ['csrf_token_invalid'])
      }
    })

    it('reads no body of 10 MB, none that is no JSON, and none of another type', async () => {
      const length = (endpoint.bodyLimit_bytes ?? 1_048_576) + 1_000
      await isRefused({ payload: `{"x":"${'x'.repeat(Math.max(length, 10_000_000))}"}` }, ['body_too_large'])
      if (endpoint.body === undefined) return
      for (const payload of [
        '{"x": NaN}',
        '{"x": Infinity}',
        '{"x": -Infinity}',
        '{"x"',
        '[]',
        'null',
        '"x"',
        '7',
      ]) {
        await isRefused({ payload }, ofBody)
      }
      await isRefused(
        { payload: 'x=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        ofBody,
      )
    })

    it('takes no field that it does not know, wherever it stands', async () => {
      for (const changed of listChanged(example, (part) =>
        isRecord(part) ? [{ ...(part as object), la: 1 } as Json] : [],
      )) {
        await isRefused({ payload: toText(changed) }, ['parameter_unknown', 'parameter_invalid'])
      }
    })

    it('takes no number that is none, no control character and no half of a character', async () => {
      const wrong = (part: Json): readonly Json[] => {
        if (typeof part === 'number') return [infinite, 'NaN']
        return typeof part === 'string' ? ['a\u0000b', 'a\u001bb', 'a\u0085b', 'a\ud800'] : []
      }
      for (const changed of listChanged(example, wrong)) await isRefused({ payload: toText(changed) }, ofBody)
    })

    it('takes no id that is none, and no version but the one that is there', async () => {
      if (place !== '' && name !== 'putMastKind') {
        for (const at of [
          '0',
          '-1',
          '1.5',
          'abc',
          '99999999999',
          '2147483648',
          '1e400',
          '\u0000',
          "1' or '1'='1",
        ]) {
          await isRefused({ at }, ['parameter_invalid', 'route_not_found', 'session_not_found'])
        }
      }
      if (endpoint.needsVersion !== true) return
      for (const version of ['', '3', 'W/"3"', '"0"', '"-1"', '"abc"', '"1e3"', '*', '"99999999999"']) {
        await isRefused({ headers: { 'if-match': version } }, ['version_required', 'parameter_invalid'])
      }
      await isRefused({ headers: { 'if-match': '"999"' } }, [
        'version_conflict',
        'unit_not_found',
        // Nobody has saved one.
        'plan_not_found',
        'paper_not_owed',
        'challenge_not_found',
        'import_not_found',
        'value_invalid',
      ])
    })
  })
})
