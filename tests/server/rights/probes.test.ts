import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FeatureCollection, Point } from '../../../core/geo.ts'
import type { VillageRecord } from '../../../core/api/records.ts'
import type { Site } from '../../../core/inventory/sites.ts'
import { anonymous, publicSitesModes, type Actor, type PublicSites } from '../../../core/permissions.ts'
import { asOwner, change } from '../../../server/db/change.ts'
import type { Database } from '../../../server/db/database.ts'
import { staff, toCarrierActor, viewer } from '../../helpers/actors.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillGuardedSites, type GuardedSite } from '../../helpers/guarded-sites.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

type Sites = FeatureCollection<Point, Site>

describeDatabases('probes of what is hidden', ({ openDatabase }) => {
  let db: Database
  let sites: GuardedSite[]
  let actor: Actor = anonymous
  const apps = new Map<PublicSites, FastifyInstance>()

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    sites = await db.transaction(fillGuardedSites)
    for (const mode of publicSitesModes) {
      const { app } = await openApp({ db, actor: () => actor, environment: { PUBLIC_SITES: mode } })
      apps.set(mode, app)
    }
  })
  afterAll(async () => {
    for (const app of apps.values()) await app.close()
  })

  const alpha = toCarrierActor('alpha')
  const beta = toCarrierActor('beta')
  const rival = () => sites.find(({ kind }) => kind === 'rival')!

  async function get(asking: Actor, mode: PublicSites, url: string) {
    actor = asking
    return apps.get(mode)!.inject(url)
  }
  const listSites = async (asking: Actor, mode: PublicSites, query = '') =>
    (await get(asking, mode, `/api/layers/sites.geojson${query}`)).json<Sites>().features
  const toBox = (lng: number, lat: number, reach: number) =>
    `?bbox=${[lng - reach, lat - reach, lng + reach, lat + reach].join(',')}`

  it('find by a box only where the site is said to stand', async () => {
    const { id, values } = rival()
    const [lng, lat] = [Number(values['lng']), Number(values['lat'])]
    const [shown] = (await listSites(alpha, 'generalised')).filter((site) => site.id === id)
    const [shownLng, shownLat] = shown!.geometry.coordinates as [number, number]
    for (const reach of [0.001, 0.0001, 0.00001]) {
      const there = (await listSites(alpha, 'generalised', toBox(shownLng, shownLat, reach))).map(
        (site) => site.id,
      )
      expect(there, `${reach}`).toContain(id)
      const around = (await listSites(alpha, 'generalised', toBox(lng, lat, reach))).map((site) => site.id)
      expect(around.includes(id), `${reach}`).toBe(
        Math.abs(shownLng - lng) <= reach && Math.abs(shownLat - lat) <= reach,
      )
      expect(await listSites(anonymous, 'count', toBox(lng, lat, reach))).toEqual([])
    }
  })

  it('show the same cell wherever in it a site stands, and no site more than its half diagonal away', async () => {
    const place = fc.tuple(
      fc.double({ min: 102, max: 104, noNaN: true }),
      fc.double({ min: 20.5, max: 23, noNaN: true }),
    )
    const distance = `st_distance(p::geography, to_cell_centre(p)::geography)`
    await fc.assert(
      fc.asyncProperty(place, async ([lng, lat]) => {
        const [cell] = await db.query<{ moved_m: number; again: boolean; neighbour: boolean }>(
          `select
             ${distance} as moved_m,
             st_equals(to_cell_centre(to_cell_centre(p)), to_cell_centre(p)) as again,
             st_distance(to_cell_centre(p)::geography, to_cell_centre(st_translate(p, 0.02, 0.02))::geography) > 1000 as neighbour
           from st_setsrid(st_makepoint($1::float8, $2::float8), 4326) as p`,
          [lng, lat],
        )
        // Half the diagonal of 1 km × 1 km on a sphere; the spheroid differs by less than one in a hundred.
        expect(cell!.moved_m).toBeLessThan(715)
        expect(cell).toMatchObject({ again: true, neighbour: true })
      }),
      { numRuns: 60 },
    )
  })

  it('learn no day of a rival’s station: every day shows what is on air today', async () => {
    const days = [
      '1900-01-01',
      '1930-01-01',
      '1950-01-01',
      '1965-01-01',
      '1990-01-01',
      '2010-01-01',
      '2024-02-29',
    ]
    const toState = (features: Sites['features']) =>
      features
        .filter(({ properties }) => properties.access !== 'full')
        .map(({ id, properties: { carriers, has_2g, has_3g, has_4g, has_5g } }) => {
          const others = carriers.filter((carrier) => carrier !== 'alpha')
          // A mast that alpha shares carries alpha's own history too.
          return carriers.length === others.length
            ? { id, others, has_2g, has_3g, has_4g, has_5g }
            : { id, others }
        })
    const rivals = async (query = '') => {
      const told = toState(await listSites(alpha, 'full', query))
      const tenant = sites.find(({ kind }) => kind === 'tenant')!.id
      return told.map((site) => (site.id === tenant ? { id: site.id, others: site.others } : site))
    }
    const today = await rivals()
    expect(today).toHaveLength(3)
    for (const day of days) {
      expect(await rivals(`?as_of=${day}`), day).toEqual(today)
      expect(await listSites(anonymous, 'full', `?as_of=${day}`), day).toEqual(
        await listSites(anonymous, 'full'),
      )
    }
    // A planner sees that the days differ.
    expect(await listSites(viewer, 'full', '?as_of=1930-01-01')).not.toEqual(await listSites(viewer, 'full'))
  })

  it('find by carrier and technology only what is on air today', async () => {
    for (const technology of ['2g', '5g']) {
      const found = await listSites(alpha, 'full', `?carrier=beta&technology=${technology}`)
      expect(found.map(({ id }) => id)).not.toContain(rival().id)
    }
    const live = await listSites(alpha, 'full', '?carrier=beta&technology=4g')
    expect(live.map(({ id }) => id)).toContain(rival().id)
  })

  it('come in an order that tells nothing: by id, whatever is asked', async () => {
    for (const query of ['', '?power_source=generator', '?carrier=beta']) {
      const ids = (await listSites(alpha, 'full', query)).map(({ id }) => Number(id))
      expect(ids).toEqual([...ids].sort((a, b) => a - b))
    }
  })

  it('measure the distance to the nearest site from where the reader may see it', async () => {
    const { id, values } = rival()
    await db.query(
      `update villages set geom = st_setsrid(st_makepoint($1::float8, $2::float8), 4326), located_by = 'position'
       where id = 4 returning id`,
      [Number(values['lng']), Number(values['lat'])],
    )
    const nearest = async (asking: Actor, mode: PublicSites) =>
      (await get(asking, mode, '/api/villages/4'))
        .json<VillageRecord>()
        .nearest_sites.find(({ site_id }) => site_id === id)?.distance_m
    expect(await nearest(staff, 'count')).toBe(0)
    expect(await nearest(anonymous, 'full')).toBe(0)
    expect(await nearest(anonymous, 'generalised')).toBeGreaterThan(0)
    expect(await nearest(anonymous, 'count')).toBeUndefined()
  })

  it('notice nothing when somebody’s private column changes: bytes, tags, counts and catalogue stay', async () => {
    const urls = [
      '/api/layers/sites.geojson',
      '/api/layers/generator-sites.geojson',
      '/api/layers/sites.geojson?carrier=beta',
      '/api/layers',
      '/api/site-counts',
      '/api/station-months',
      '/api/stations',
      '/api/province',
      '/api/ready',
      '/api/search?q=rival',
      `/api/sites/${rival().id}`,
      '/api/villages/4',
    ]
    const look = async (asking: Actor) => {
      const seen = []
      for (const mode of publicSitesModes) {
        for (const url of urls) {
          const { statusCode, headers, body } = await get(asking, mode, url)
          seen.push({
            mode,
            url,
            statusCode,
            etag: headers.etag,
            body: body.replace(/"request_id":"[^"]+"/, ''),
          })
        }
      }
      return seen
    }
    const before = { alpha: await look(alpha), visitor: await look(anonymous), beta: await look(beta) }
    const edit = (sql: string) =>
      change(asOwner(db, 'test'), async (client) => {
        await client.query(sql)
        return { result: undefined, entries: [{ action: 'update', noun: 'sites' }] }
      })
    await edit(
      `update sites set backhaul = 'satellite', mast_height_m = 99, version = version + 1 where id = ${rival().id} returning id`,
    )
    await edit(
      `update stations set on_air_on = on_air_on + 1, power_w = 1 where site_id = ${rival().id} and on_air_on < '2000-01-01' returning id`,
    )
    await edit(
      `update sites set status = 'retired', name = 'Khác' where visibility = 'restricted' returning id`,
    )
    await expect
      .poll(async () => (await look(beta)).some(({ body }) => body.includes('satellite')), {
        timeout: 20_000,
      })
      .toBe(true)
    expect(await look(alpha)).toEqual(before.alpha)
    expect(await look(anonymous)).toEqual(before.visitor)
    expect(await look(beta)).not.toEqual(before.beta)
  })

  it('keep an answer for a reader out of everybody else’s cache', async () => {
    for (const url of ['/api/layers/sites.geojson', `/api/sites/${sites[0]!.id}`, '/api/layers']) {
      expect((await get(alpha, 'full', url)).headers['cache-control']).toBe('private, no-cache')
    }
    const visitor = await get(anonymous, 'full', '/api/layers/sites.geojson')
    expect(visitor.headers['cache-control']).toBe('no-cache')
    expect(visitor.headers.vary).toContain('cookie')
  })

  it('read the server’s figures from this machine, with the token, or as an admin', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.7' }
    const app = (
      await openApp({ db, actor: () => actor, environment: { METRICS_TOKEN: 'mot-ma-that-dai-de-doc' } })
    ).app
    const read = async (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
      (await app.inject({ url: '/metrics', headers, remoteAddress })).statusCode
    actor = anonymous
    expect(await read({})).toBe(200)
    expect(await read(forwarded)).toBe(404)
    expect(await read({}, '203.0.113.7')).toBe(404)
    expect(await read({ ...forwarded, authorization: 'Bearer mot-ma-that-dai-de-doc' })).toBe(200)
    expect(await read({ ...forwarded, authorization: 'Bearer mot-ma-that-dai-de-do' })).toBe(404)
    actor = staff
    expect(await read(forwarded)).toBe(404)
    actor = { ...anonymous, role: 'admin' }
    expect(await read(forwarded)).toBe(200)
    await app.close()
  })
})
