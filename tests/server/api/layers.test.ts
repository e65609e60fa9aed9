import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Feature, FeatureCollection, Point } from '../../../core/geo.ts'
import type { Assignment } from '../../../core/inventory/assignments.ts'
import type { Site } from '../../../core/inventory/sites.ts'
import type { Village } from '../../../core/inventory/villages.ts'
import type { Database } from '../../../server/db/database.ts'
import { viewer } from '../../helpers/actors.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

describeDatabases('layers', ({ openDatabase }) => {
  let db: Database
  let app: FastifyInstance
  /** Visitors are told of today alone. */
  let planner: FastifyInstance

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    app = (await openApp({ db })).app
    planner = (await openApp({ db, actor: viewer })).app
  })
  afterAll(async () => {
    await app.close()
    await planner.close()
  })

  async function list<P>(address: string, from = app): Promise<Feature<Point, P>[]> {
    const response = await from.inject(`/api/layers/${address}`)
    expect(response.statusCode, response.body.slice(0, 200)).toBe(200)
    return response.json<FeatureCollection<Point, P>>().features
  }
  const listSites = async (query = '', from = app) =>
    (await list<Site>(`sites.geojson${query}`, from)).map(({ properties }) => properties)
  const listSiteCodes = async (query: string, from = app) =>
    (await listSites(query, from)).map(({ code }) => code)
  const listUnitCodes = async (address: string) =>
    (await list<{ code: string }>(address)).map(({ properties }) => properties.code)

  it('are collections as RFC 7946 wants them, with a box and ids that stay', async () => {
    const response = await app.inject('/api/layers/sites.geojson')
    expect(response.headers['content-type']).toBe('application/geo+json; charset=utf-8')
    const sites = response.json<FeatureCollection>()
    expect(sites.type).toBe('FeatureCollection')
    expect(sites.bbox).toEqual([12.1, 40.1, 12.5, 40.3])
    expect(sites.features.map(({ id }) => id)).toEqual([1, 2, 3, 4])
    const units = (await app.inject('/api/layers/communes.geojson')).json<FeatureCollection>()
    expect(units.features.map(({ id }) => id)).toEqual(['70101', '70102', '70203', '70204', '70205', '70206'])
    expect(units.bbox).toEqual([12, 40, 12.6, 40.4])
  })

  it('never show the public a restricted site', async () => {
    expect((await app.inject('/api/layers/sites.geojson')).body).not.toContain('SL-0005')
    expect(await listSiteCodes('?commune_code=70102')).toEqual([])
    expect((await app.inject('/api/sites/5')).statusCode).toBe(404)
    expect((await app.inject('/api/search?q=Kín')).json()).toEqual({ results: [] })
    expect((await app.inject('/api/villages/1')).body).not.toContain('SL-0005')
  })

  it('show what is on air at each site on the day', async () => {
    const [market, pass, old, planned] = await listSites()
    expect(market).toMatchObject({
      carriers: ['alpha'],
      has_2g: true,
      has_3g: false,
      has_4g: true,
      shared: false,
    })
    expect(pass).toMatchObject({
      carriers: ['beta'],
      has_3g: true,
      power_source: 'generator',
      status: 'live',
    })
    expect(old).toMatchObject({ carriers: [], has_2g: false, status: 'retired' })
    expect(planned).toMatchObject({ carriers: [], has_5g: false, status: 'planned' })
    const [before] = await listSites('?as_of=2021-12-31', planner)
    expect(before).toMatchObject({ carriers: ['alpha', 'beta'], has_3g: true, shared: true })
    const [lastDay] = await listSites('?as_of=2022-01-01', planner)
    expect(lastDay).toMatchObject({ carriers: ['alpha'], has_3g: false })
  })

  it('count a site as generator-powered while it is live', async () => {
    expect(await listUnitCodes('generator-sites.geojson')).toEqual(['SL-0002'])
  })

  it('answer to carrier and technology by one station that has both', async () => {
    expect(await listSiteCodes('?carrier=beta')).toEqual(['SL-0002'])
    expect(await listSiteCodes('?technology=4g')).toEqual(['SL-0001'])
    expect(await listSiteCodes('?technology=4g&carrier=beta&as_of=2021-01-01', planner)).toEqual([])
    expect(await listSiteCodes('?technology=3g&carrier=beta&as_of=2021-01-01', planner)).toEqual([
      'SL-0001',
      'SL-0002',
    ])
    expect(await listSiteCodes('?power_source=generator')).toEqual(['SL-0002', 'SL-0003'])
  })

  it('answer to units and boxes', async () => {
    expect(await listSiteCodes('?district_code=701')).toEqual(['SL-0001'])
    expect(await listSiteCodes('?commune_2025_code=70205')).toEqual(['SL-0002', 'SL-0003'])
    expect(await listSiteCodes('?commune_code=70205')).toEqual(['SL-0003'])
    expect(await listSiteCodes('?bbox=12.4,40.2,12.6,40.4')).toEqual(['SL-0002'])
    expect(await listUnitCodes('communes.geojson?commune_2025_code=70101')).toEqual([
      '70101',
      '70102',
      '70203',
    ])
    expect(await listUnitCodes('communes.geojson?district_code=701')).toEqual(['70101', '70102'])
    expect(await listUnitCodes('communes-2025.geojson?district_code=701')).toEqual(['70101'])
    expect(await listUnitCodes('communes-2025.geojson?commune_code=70206')).toEqual(['70205'])
    expect(await listUnitCodes('communes.geojson?bbox=12.05,40.05,12.1,40.1')).toEqual(['70101'])
    expect(await listUnitCodes('districts.geojson?district_code=702')).toEqual(['702'])
    expect(await listUnitCodes('cable-routes.geojson?commune_code=70102')).toEqual(['R1'])
    expect(await listUnitCodes('cable-routes.geojson?carrier=beta')).toEqual(['R1'])
    // One that is no more is not drawn.
    expect(await listUnitCodes('facilities.geojson')).toEqual(['CS-1', 'CS-2'])
    expect(await listUnitCodes('facilities.geojson?commune_2025_code=70101&bbox=12,40,12.2,40.2')).toEqual([
      'CS-1',
    ])
    const river = await list<{ name: string | null }>('base-map.geojson?bbox=12.4,40.2,12.5,40.3')
    expect(river.map(({ properties }) => properties.name)).toEqual(['Sông Lam'])
  })

  it('are empty, not wrong, where nothing lies in the box', async () => {
    const empty = (await app.inject('/api/layers/sites.geojson?bbox=0,0,1,1')).json<FeatureCollection>()
    expect(empty).toEqual({ type: 'FeatureCollection', features: [] })
  })

  it('put a village without a position at the label of its commune and say so', async () => {
    const villages = await list<Village>('villages.geojson')
    const placed = villages.filter(({ properties }) => properties.located_by === 'label')
    expect(placed.length).toBeGreaterThan(0)
    const labels = new Map(
      (await list<{ code: string; label_lng: number; label_lat: number }>('communes.geojson')).map(
        ({ properties }) => [properties.code, [properties.label_lng, properties.label_lat]],
      ),
    )
    for (const { geometry, properties } of placed) {
      expect(geometry.coordinates).toEqual(labels.get(properties.commune_code))
    }
    const [first] = placed
    const record = await app.inject(`/api/villages/${first!.id}`)
    expect(record.json()).toMatchObject({ located_by: 'label', nearest_sites: [] })
  })

  it('give the states of villages on the day, as the coverage question counts them', async () => {
    for (const [query, as_of] of [
      ['', ''],
      ['?as_of=2020-12-31', '&as_of=2020-12-31'],
    ]) {
      const villages = await list<Village>(`villages.geojson${query}`)
      for (const [service, field] of [
        ['fibre', 'fibre'],
        ['2g', 'mobile_2g'],
        ['mobile', 'mobile'],
      ] as const) {
        const [province] = (await app.inject(`/api/coverage?by=province&service=${service}${as_of}`)).json<{
          units: Record<string, number>[]
        }>().units
        for (const state of ['covered', 'partial', 'not_covered', 'unknown'] as const) {
          const counted = villages.filter(({ properties }) => properties[field] === state)
          expect(counted, `${service} ${state}`).toHaveLength(province![state]!)
        }
      }
    }
  })

  it('leave out a village that was merged into another', async () => {
    const [merged] = await db.query<{ id: number }>(
      `update villages set valid_to = '2023-01-01' where code = 'V0060' returning id`,
    )
    const listIds = async (query: string) =>
      (await list<Village>(`villages.geojson${query}`)).map(({ id }) => id)
    expect(await listIds('?as_of=2023-01-02')).not.toContain(merged!.id)
    expect(await listIds('?as_of=2023-01-01')).toContain(merged!.id)
    const { units } = (await app.inject('/api/coverage?by=province&service=fibre')).json<{
      units: { total: number }[]
    }>()
    expect(units[0]!.total).toBe(59)
    expect((await app.inject('/api/search?q=V0060')).body).not.toContain('V0060')
    await db.query(`update villages set valid_to = null where code = 'V0060' returning id`)
  })

  it('show an assignment whose village nobody found, without a place', async () => {
    const [known, lost] = await list<Assignment>('assignments.geojson')
    expect(known).toMatchObject({
      geometry: { type: 'Point' },
      properties: { carrier_code: 'alpha', row_no: 1 },
    })
    expect(lost).toMatchObject({ geometry: null, properties: { village_id: null, state: 'unknown' } })
    const [village] = await list<Village>('villages.geojson')
    expect(known!.properties.state).toBe(village!.properties.mobile)
    expect(await list('assignments.geojson?carrier=alpha')).toHaveLength(1)
  })

  it('come in the encoding that the client takes, all saying the same', async () => {
    const get = (encoding: string) =>
      app.inject({ url: '/api/layers/villages.geojson', headers: { 'accept-encoding': encoding } })
    const plain = await get('identity')
    const brotli = await get('gzip, deflate, br')
    const gzip = await get('gzip;q=1.0, br;q=0')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotliDecompressSync(brotli.rawPayload)).toEqual(plain.rawPayload)
    expect(gunzipSync(gzip.rawPayload)).toEqual(plain.rawPayload)
    expect(brotli.rawPayload.length).toBeLessThan(gzip.rawPayload.length)
    for (const { headers } of [plain, brotli, gzip]) {
      expect(headers.vary).toContain('accept-encoding')
      expect(headers['cache-control']).toBe('no-cache')
    }
    const filtered = await app.inject({
      url: '/api/layers/villages.geojson?district_code=701',
      headers: { 'accept-encoding': 'br' },
    })
    expect(filtered.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(filtered.rawPayload).toString()).toContain('FeatureCollection')
  })

  it.each(['villages.geojson', 'villages.geojson?district_code=701', '../village-services', '../province'])(
    'are not sent again to a client that has them: %s',
    async (address) => {
      const url = new URL(`http://host/api/layers/${address}`)
      const path = `${url.pathname}${url.search}`
      const first = await app.inject(path)
      const etag = String(first.headers.etag)
      expect(etag).toMatch(/^"[\w-]+"$/)
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await app.inject({ url: path, headers: { 'if-none-match': known } })
        expect(again.statusCode).toBe(304)
        expect(again.body).toBe('')
        expect(again.headers.etag).toBe(etag)
      }
      const other = await app.inject({ url: path, headers: { 'if-none-match': '"other-br"' } })
      expect(other.statusCode).toBe(200)
    },
  )

  it('answer HEAD with the headers alone', async () => {
    const response = await app.inject({ method: 'HEAD', url: '/api/layers/districts.geojson' })
    expect(response.statusCode).toBe(200)
    expect(response.headers.etag).toBeDefined()
    expect(response.body).toBe('')
  })
})
