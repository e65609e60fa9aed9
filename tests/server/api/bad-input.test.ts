import { request as httpRequest } from 'node:http'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { endpoints } from '../../../core/api/endpoints.ts'
import { errorBody } from '../../../core/api/operations.ts'
import { layerIds } from '../../../core/inventory/layers.ts'
import type { Database } from '../../../server/db/database.ts'
import { admin } from '../../helpers/actors.ts'
import { openApp, type TestApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

interface Refusal {
  readonly code: string
  readonly params: Record<string, unknown>
  readonly request_id: string
}

const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
const long = 'a'.repeat(10_000)
const sql = encodeURIComponent(`'; drop table villages; --`)
const markup = encodeURIComponent('<script>alert(1)</script>')

/** Values that no parameter takes, whatever its type. */
const badForAny = ['', '%00', sql, markup, encodeURIComponent('{"$gt":""}')]

const badValues: Readonly<Record<string, readonly string[]>> = {
  bbox: [
    ...badForAny,
    'NaN,NaN,NaN,NaN',
    'Infinity,0,1,1',
    '1,2,3',
    '1,2,3,4,5',
    ',,,',
    '12.4,40,12.1,41',
    '12.1,41,12.4,40',
    '12,40,12,40',
    '-180,-90,180,90',
    '-1e9,-1e9,1e9,1e9',
    '-9999,-9999,9999,9999',
    '181,0,182,1',
    '0,91,1,92',
    '0x10,0,1,1',
  ],
  district_code: [...badForAny, '7', '701000', 'abc', '-1', '７０１'],
  commune_code: [...badForAny, '1', 'x0101'],
  commune_2025_code: [...badForAny, '1', '70101a'],
  carrier: [...badForAny, 'ALPHA', 'al pha', 'a'.repeat(41)],
  technology: [...badForAny, '6g', '4G', '4'],
  power_source: [...badForAny, 'wind', 'GRID'],
  as_of: [
    ...badForAny,
    tomorrow,
    '2021-02-30',
    '2021-13-01',
    '30/06/2021',
    '2021-6-3',
    '0000-01-01',
    '-2021-01-01',
  ],
  service: [...badForAny, '6g', 'all', 'FIBRE'],
  power: [...badForAny, 'wind', 'NONE', 'true'],
  assigned: [...badForAny, 'maybe', 'true'],
  reason: [...badForAny, 'because', 'NO_SITE'],
  basis: [...badForAny, 'guessed', 'strong'],
  by: [...badForAny, 'village', 'communes'],
  weight: [...badForAny, 'area', '1'],
  partial_from: [...badForAny, 'NaN', 'Infinity', '-0.1', '1.1', 'half', '1e400'],
  limit: [...badForAny, '0', '201', '-1', '1.5', 'NaN', '99999999999999999999'],
  q: ['', 'a'.repeat(201)],
  lng: [...badForAny, 'NaN', 'Infinity', '-180.1', '1e400', '103,1'],
  lat: [...badForAny, 'NaN', '180.1', '-1e400'],
  site_id: [...badForAny, '0', '1.5', '2147483648'],
  village_id: [...badForAny, '0', '-1', 'abc'],
  before_id: [...badForAny, '0', '-1', 'abc'],
  state: [...badForAny, 'done', 'PENDING'],
  noun: [...badForAny, 'sessions', 'user_passwords'],
  noun_id: [...badForAny, '-1', 'abc', '1'.repeat(19)],
  from: [...badForAny, '30/06/2021', '2021-6-3'],
  to: [...badForAny, '30/06/2021', '2021-6-3'],
  actor: ['a'.repeat(101)],
  action: ['a'.repeat(41)],
  act: [...badForAny, 'KE-HOACH', 'a b', 'a'.repeat(61)],
  blocker: [...badForAny, 'weather', 'ROAD'],
  include: [...badForAny, 'withdrawn', 'ALL'],
  size: [...badForAny, 'large', 'SMALL'],
  since: ['a'.repeat(101)],
  status: [...badForAny, 'lost', 'NEW'],
  text: ['a'.repeat(101)],
  offset: [...badForAny, '-1', '1.5', '10000001'],
  table: ['a'.repeat(256)],
  language: [...badForAny, 'fr', 'VI'],
  unit_set: [...badForAny, 'district', 'COMMUNE'],
  unit_code: [...badForAny, '7', 'x0101'],
}

/** What an endpoint needs besides the parameter that is bad. */
const needed: Readonly<Record<string, string>> = {
  '/api/coverage': 'by=district&service=fibre',
  '/api/search': 'q=a',
  '/api/speed-results': 'unit_set=commune',
  '/api/files': 'noun=assignments&noun_id=1',
  '/api/position-check': 'lng=12.1&lat=40.1',
}

function listBadQueries(): string[] {
  const read = Object.values(endpoints).filter(({ method }) => method === 'GET')
  return read.flatMap((endpoint) => {
    const names = 'query' in endpoint ? Object.keys(endpoint.query.properties) : []
    const paths = endpoint.path.includes('/layers/:id')
      ? layerIds.map((id) => endpoint.path.replace(':id', id))
      : [endpoint.path.replace(':id', '1')]
    const queries = [
      ...names.flatMap((name) => badValues[name]!.map((value) => `${name}=${value}`)),
      ...names.flatMap((name) => [`${name}[]=x`, `${name}=x&${name}=y`]),
      'unheard_of=1',
      '__proto__=1',
      `q=${long}`,
      `as_of=${long}`,
    ]
    return paths.flatMap((path) => queries.map((query) => toAddress(path, query)))
  })
}

/** The bad parameter comes instead of the good one of its name. */
function toAddress(path: string, query: string): string {
  const name = query.split(/=|\[/)[0]
  const rest = (needed[path] ?? '').split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`))
  return `${path}?${[...rest, query].join('&')}`
}

const badPaths: readonly (readonly [string, number, string])[] = [
  ...['abc', '0', '-1', '1.5', 'NaN', '2147483648', '1e99', sql, '%00', '%20'].flatMap(
    (id): (readonly [string, number, string])[] => [
      [`/api/sites/${id}`, 400, 'parameter_invalid'],
      [`/api/villages/${id}`, 400, 'parameter_invalid'],
      [`/api/assignments/${id}`, 400, 'parameter_invalid'],
      [`/api/due-papers/${id}`, 400, 'parameter_invalid'],
      [`/api/challenges/${id}`, 400, 'parameter_invalid'],
    ],
  ),
  ['/api/sites/999999', 404, 'site_not_found'],
  ['/api/villages/999999', 404, 'village_not_found'],
  ['/api/assignments/999999', 404, 'assignment_not_found'],
  ['/api/due-papers/999999', 404, 'paper_not_owed'],
  ['/api/challenges/999999', 404, 'challenge_not_found'],
  ['/api/layers/roads.geojson', 404, 'layer_not_found'],
  ['/api/layers/__proto__.geojson', 404, 'layer_not_found'],
  ['/api/layers/constructor.geojson', 404, 'layer_not_found'],
  [`/api/layers/${'x'.repeat(41)}.geojson`, 400, 'parameter_invalid'],
  [`/api/layers/${'x'.repeat(500)}.geojson`, 400, 'parameter_invalid'],
  ['/api/layers/sites', 404, 'route_not_found'],
  ['/api/layers/..%2f..%2fetc%2fpasswd.geojson', 404, 'layer_not_found'],
  ['/api/%ZZ', 400, 'parameter_invalid'],
  ['/api', 404, 'route_not_found'],
  ['/api/nothing', 404, 'route_not_found'],
  ['/etc/passwd', 404, 'route_not_found'],
  ['/api/coverage', 400, 'parameter_invalid'],
  ['/api/coverage?by=district', 400, 'parameter_invalid'],
  ['/api/search', 400, 'parameter_invalid'],
  [`/api/${long}`, 414, 'query_too_long'],
]

/** Lone surrogates cannot be encoded; they cannot be sent either. */
function toEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'))
}

describeDatabases('bad input', ({ openDatabase }) => {
  let db: Database
  let app: FastifyInstance
  let lines: TestApp['lines']

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    // Whoever may ask everything is told what is wrong with the question.
    const opened = await openApp({ db, actor: admin })
    app = opened.app
    lines = opened.lines
  })
  beforeEach(() => void lines.splice(0))
  afterAll(() => app.close())

  const refuse = async (address: string): Promise<{ status: number; refusal: Refusal }> => {
    lines.splice(0)
    const response = await app.inject(address)
    expect(response.statusCode, `${address} ${response.body.slice(0, 300)}`).toBeGreaterThanOrEqual(400)
    expect(response.statusCode, `${address} ${response.body}`).toBeLessThan(500)
    const refusal = response.json<Refusal>()
    expect([...Value.Errors(errorBody, refusal)], address).toEqual([])
    expect(response.body.length, address).toBeLessThan(1_200)
    expect(response.headers['cache-control']).toBe('no-store')
    expect(lines, address).toHaveLength(1)
    expect(lines[0]).toMatchObject({ msg: 'refused', request_id: refusal.request_id, code: refusal.code })
    expect(JSON.stringify(lines[0]).length, address).toBeLessThan(1_200)
    return { status: response.statusCode, refusal }
  }

  it('is refused by every endpoint and every parameter, with one line in the log', async () => {
    const queries = listBadQueries()
    expect(queries.length).toBeGreaterThan(1_000)
    for (const address of queries) {
      const { refusal } = await refuse(address)
      expect(refusal.code, address).toMatch(
        /^(parameter_invalid|parameter_unknown|as_of_in_future|query_too_long)$/,
      )
    }
  })

  it.each(badPaths)('is refused in the path: %s', async (address, status, code) => {
    expect(await refuse(address)).toMatchObject({ status, refusal: { code } })
  })

  it('says which field is wrong, what was given and what is expected', async () => {
    expect((await refuse('/api/coverage?by=district&service=6g')).refusal).toMatchObject({
      code: 'parameter_invalid',
      params: {
        field: 'service',
        value: '6g',
        expected: 'fibre | 2g | 3g | 4g | 5g | mobile | any | 2g-only | fibre-or-4g',
      },
    })
    expect((await refuse('/api/layers/districts.geojson?technology=4g')).refusal).toMatchObject({
      code: 'parameter_unknown',
      params: { field: 'technology', layer: 'districts', expected: 'bbox | district_code' },
    })
    expect((await refuse(`/api/village-services?as_of=${tomorrow}`)).refusal).toMatchObject({
      code: 'as_of_in_future',
      params: { field: 'as_of', value: tomorrow, today: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    })
    expect((await refuse('/api/coverage?by=district')).refusal.params).toMatchObject({
      field: 'service',
      value: null,
      expected: 'required',
    })
    const cut = (await refuse(`/api/search?limit=${'9'.repeat(1_000)}&q=a`)).refusal.params['value']
    expect(cut).toBe(`${'9'.repeat(100)}…`)
  })

  it('tells an unknown unit from a unit of the other set, and what became of that', async () => {
    expect(await refuse('/api/layers/sites.geojson?commune_code=99999')).toMatchObject({
      status: 404,
      refusal: { code: 'unit_not_found', params: { field: 'commune_code', value: '99999' } },
    })
    expect(await refuse('/api/layers/villages.geojson?commune_2025_code=70102')).toMatchObject({
      status: 404,
      refusal: {
        code: 'unit_of_other_set',
        params: {
          field: 'commune_2025_code',
          code: '70102',
          unit_set: 'commune',
          name: 'Na Tông',
          valid_to: '2025-06-30',
          successor_code: '70101',
          successor_name: 'Ẳng Lo',
        },
      },
    })
    expect((await refuse('/api/village-services?commune_code=70199')).refusal).toMatchObject({
      code: 'unit_of_other_set',
      params: { unit_set: 'commune-2025', predecessor_codes: '70204', predecessor_names: 'Bãi Đá' },
    })
    expect((await refuse('/api/layers/sites.geojson?district_code=70101')).refusal.code).toBe(
      'unit_of_other_set',
    )
  })

  it.each([
    '/api/layers/sites.geojson?carrier=nobody',
    '/api/coverage?by=district&service=4g&carrier=nobody',
    '/api/village-services?carrier=nobody',
  ])('tells an unknown carrier: %s', async (address) => {
    expect(await refuse(address)).toMatchObject({ status: 404, refusal: { code: 'carrier_not_found' } })
  })

  it.each(['%', '_', '%25', "'", '"', '\\', `' or 1=1 --`, '<b>', '\u0000', '|', '()', '🗼', 'ﬀ', '\ud800'])(
    'is harmless in a search: %s',
    async (q) => {
      const everything = (await app.inject('/api/layers/villages.geojson')).json<{ features: unknown[] }>()
      const response = await app.inject({ url: '/api/search', query: { q, limit: '50' } })
      expect(response.statusCode, response.body).toBe(200)
      expect(response.json<{ results: unknown[] }>().results.length).toBeLessThan(everything.features.length)
    },
  )

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)('is refused when it comes by %s', async (method) => {
    const headers = { 'content-type': 'application/json' }
    const whole = await app.inject({ method, url: '/api/province', payload: '{}', headers })
    expect(whole.statusCode).toBe(404)
    expect(whole.json<Refusal>().code).toBe('route_not_found')
    const broken = await app.inject({ method, url: '/api/province', payload: '{', headers })
    expect(broken.statusCode).toBe(400)
    expect(broken.json<Refusal>().code).toBe('body_unreadable')
  })

  it('never makes the server fail, whatever it is', async () => {
    // A stream does not end.
    const addresses = Object.values(endpoints)
      .filter(({ path }) => path !== endpoints.streamEvents.path)
      .map(({ path }) => path)
    const names = ['q', 'bbox', 'as_of', 'service', 'by', 'carrier', 'commune_code', 'limit', 'partial_from']
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('district', 'fibre', '1'),
    )
    const query = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), text)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...addresses), text, query, async (path, id, parameters) => {
        const search = Object.entries(parameters).map((pair) => pair.map(toEncoded).join('='))
        const response = await app.inject(`${path.replace(':id', toEncoded(id))}?${search.join('&')}`)
        expect(response.statusCode, response.body).toBeLessThan(500)
      }),
      { numRuns: 400 },
    )
    expect(lines.filter(({ msg }) => msg !== 'refused')).toEqual([])
  })

  it('never harms what is stored', async () => {
    const { features } = (await app.inject('/api/layers/villages.geojson')).json<{ features: unknown[] }>()
    expect(features).toHaveLength(60)
  })
})

describeDatabases('headers over the wire', ({ openDatabase }) => {
  it('refuse more than the server reads, in the same shape', async () => {
    const { app } = await openApp({ db: await openDatabase() })
    const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
    const body = await new Promise<string>((resolve, reject) => {
      const sent = httpRequest(
        {
          ...address,
          hostname: address.hostname,
          port: address.port,
          path: `/api/search?q=${'a'.repeat(60_000)}`,
        },
        (response) => {
          let text = String(response.statusCode)
          response.on('data', (chunk) => (text += String(chunk)))
          response.on('end', () => resolve(text))
        },
      )
      sent.on('error', reject)
      sent.end()
    })
    expect(body).toMatch(/^431/)
    expect(JSON.parse(body.slice(3))).toMatchObject({ code: 'query_too_long' })
    await app.close()
  })
})
