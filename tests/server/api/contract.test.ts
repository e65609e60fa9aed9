import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, type Endpoints } from '../../../core/api/endpoints.ts'
import { layerFilters } from '../../../core/api/layer-filters.ts'
import type { LayerCatalogue } from '../../../core/api/layers.ts'
import { errorBody } from '../../../core/api/operations.ts'
import { layerIds } from '../../../core/inventory/layers.ts'
import type { Database } from '../../../server/db/database.ts'
import { admin } from '../../helpers/actors.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

/** An address that each endpoint answers. */
const addresses: Readonly<Partial<Record<keyof Endpoints, string>>> = {
  getProvince: '/api/province',
  listLayers: '/api/layers',
  getLayer: '/api/layers/villages.geojson',
  listVillageServices: '/api/village-services',
  getCoverage: '/api/coverage?by=commune&service=mobile',
  getSite: '/api/sites/1',
  getVillage: '/api/villages/1',
  search: '/api/search?q=lo',
  getHealth: '/api/health',
  getReady: '/api/ready',
  listSiteCounts: '/api/site-counts',
  listStationMonths: '/api/station-months',
  listStationsOnAir: '/api/stations?as_of=2021-06-30',
  listImplausible: '/api/implausible-statements',
  getSession: '/api/session',
  listUsers: '/api/users',
  checkPosition: '/api/position-check?lng=12.1&lat=40.1&site_id=2',
  listMastKinds: '/api/mast-kinds',
  listPlans: '/api/plans',
  listProposals: '/api/proposals',
  listAudit: '/api/audit',
  listEvents: '/api/events/since',
}

const names = Object.keys(endpoints) as (keyof Endpoints)[]

describe('the contract', () => {
  it.each(names)('shows an example of %s that its schema admits', (name) => {
    expect([...Value.Errors(endpoints[name].response, endpoints[name].example)]).toEqual([])
  })
})

describeDatabases('the contract, answered', ({ openDatabase, driver }) => {
  let db: Database
  let app: FastifyInstance
  let admins: FastifyInstance

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    app = (await openApp({ db })).app
    admins = (await openApp({ db, actor: admin })).app
  })
  afterAll(async () => {
    await app.close()
    await admins.close()
  })

  it.each(Object.entries(addresses) as [keyof Endpoints, string][])(
    '%s answers as its schema says',
    async (name, address) => {
      const response = await admins.inject(address)
      expect(response.statusCode).toBe(200)
      expect([...Value.Errors(endpoints[name].response, response.json())]).toEqual([])
    },
  )

  it('describes every endpoint in OpenAPI, with its refusals and an example', async () => {
    const { paths } = (await app.inject('/api/openapi.json')).json<{
      paths: Record<string, Record<string, Record<string, unknown>>>
    }>()
    for (const endpoint of Object.values(endpoints)) {
      const operation = paths[endpoint.path.replace(/:(\w+)/, '{$1}')]?.[endpoint.method.toLowerCase()]
      expect(operation).toMatchObject({
        summary: endpoint.summary,
        description: endpoint.description,
        tags: [endpoint.tag],
      })
      const responses = operation!['responses'] as Record<string, unknown>
      expect(Object.keys(responses)).toEqual(['200', '4XX', '5XX'])
      expect(JSON.stringify(responses['200'])).toContain(JSON.stringify(endpoint.example))
      expect(JSON.stringify(responses['4XX'])).toContain('request_id')
    }
    expect(Object.values(paths).flatMap((path) => Object.keys(path))).toHaveLength(names.length)
  })

  it('shows the documentation to people, from this host alone', async () => {
    const page = await app.inject('/api/docs')
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//)
    for (const [, url] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await app.inject(url!)).statusCode, url).toBe(200)
    }
  })

  it('catalogues every layer with the count, fields and filters that it has', async () => {
    const { layers } = (await app.inject('/api/layers')).json<LayerCatalogue>()
    expect(layers.map(({ id }) => id)).toEqual(layerIds)
    for (const layer of layers) {
      const response = await app.inject(layer.url)
      const { features } = response.json<{ features: { properties: object }[] }>()
      expect(features, layer.id).toHaveLength(layer.count)
      expect(features.length, layer.id).toBeGreaterThan(0)
      for (const { properties } of features) {
        expect(Object.keys(properties)).toEqual(layer.fields.map(({ name }) => name))
      }
      expect(layer.filters).toEqual(layerFilters[layer.id as keyof typeof layerFilters])
    }
    expect(layers.find(({ id }) => id === 'villages')).toMatchObject({ date: '2024-02-29', is_sample: false })
    expect(layers.find(({ id }) => id === 'sites')).toMatchObject({
      source: 'Tỉnh không có thật',
      is_sample: true,
    })
  })

  it('says that it is alive and ready', async () => {
    expect((await app.inject('/api/health')).json()).toEqual({ status: 'ok' })
    const ready = await app.inject('/api/ready')
    expect(ready.json()).toEqual({ status: 'ready', database: driver })
  })

  it('counts requests by route for Prometheus, not by address', async () => {
    await app.inject('/api/villages/1')
    await app.inject('/api/nothing/here')
    const { body } = await app.inject('/metrics')
    expect(body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/villages\/:id",status="200"\} [1-9]/,
    )
    expect(body).not.toContain('/api/nothing/here')
    expect(body).toContain('process_resident_memory_bytes')
  })

  it('names each refusal in a body of one shape', async () => {
    const response = await app.inject('/api/sites/4711')
    expect([...Value.Errors(errorBody, response.json())]).toEqual([])
    expect(response.json()).toMatchObject({ code: 'site_not_found', params: { value: 4711 } })
    expect(response.headers['x-request-id']).toBe(response.json<{ request_id: string }>().request_id)
  })
})
