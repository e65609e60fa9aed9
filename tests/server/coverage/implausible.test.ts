import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImplausibleList } from '../../../core/api/implausible.ts'
import type { StationsOnAir } from '../../../core/api/stations.ts'
import { implausibleReasons } from '../../../core/coverage/implausible/reasons.ts'
import { anonymous, type Actor } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { listImplausible } from '../../../server/db/implausible-statements.ts'
import { admin, staff, toCarrierActor, toLocalActor, viewer } from '../../helpers/actors.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { insertRows } from '../../helpers/insert-rows.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

const columns = {
  village_id: 'integer',
  service: 'text',
  carrier_code: 'text',
  basis: 'coverage_basis',
  state: 'text',
  observed_on: 'date',
  is_sample: 'boolean',
}
const others: readonly Actor[] = [
  anonymous,
  viewer,
  toCarrierActor('gamma'),
  toLocalActor({ unit_set: 'district', code: '701' }),
]

describeDatabases('implausible reports', ({ openDatabase, openSampleDatabase }) => {
  let db: Database
  let app: FastifyInstance
  let actor: Actor = staff
  let village: { id: number; name: string; district_code: string }

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    // Only what the test says is said.
    await db.query(`update village_services set withdrawn_at = now() returning id`)
    const [found] = await db.query<typeof village>(
      `select v.id, v.name, v.district_code
       from villages v
       where v.geom is not null
         and not exists (
           select 1 from sites s where st_distance(s.geom::geography, v.geom::geography) < 7000
         )
       order by v.id
       limit 1`,
    )
    village = found!
    await insertRows(db, 'village_services', columns, [
      toRow({ carrier_code: 'gamma', service: '4g', observed_on: '2021-06-30' }),
      toRow({ carrier_code: 'gamma', service: '5g', observed_on: '2020-06-30' }),
      toRow({ carrier_code: 'alpha', service: '2g', state: 'not_covered', observed_on: '2020-06-30' }),
    ])
    app = (await openApp({ db, actor: () => actor })).app
  })
  afterAll(() => app.close())

  const toRow = (change: Readonly<Record<string, unknown>>) => ({
    village_id: village.id,
    basis: 'declared',
    state: 'covered',
    is_sample: false,
    ...change,
  })
  const ask = async (asking: Actor, query = '') => {
    actor = asking
    return app.inject(`/api/implausible-statements${query}`)
  }
  const list = async (query = '', asking: Actor = staff) => (await ask(asking, query)).json<ImplausibleList>()

  it('come with their reasons and the facts behind them, for the staff and the administrator', async () => {
    for (const reader of [staff, admin]) {
      const { judged, counts, statements } = await list('', reader)
      expect(judged).toBe(3)
      expect(counts).toMatchObject({ no_site_in_reach: 2, before_on_air: 0 })
      expect(statements.map(({ service }) => service)).toEqual(['4g', '5g'])
      expect(statements[0]).toMatchObject({
        village_id: village.id,
        village_name: village.name,
        carrier_code: 'gamma',
        observed_on: '2021-06-30',
        is_current: true,
      })
      // The one 4G station of the carrier stands at a restricted site, which these two may see.
      expect(statements[0]!.reasons).toEqual([
        {
          code: 'no_site_in_reach',
          reach_m: 5_000,
          nearest: expect.objectContaining({ code: 'SL-0005', noun: 'sites' }) as object,
          gone: null,
        },
      ])
      // Planned is not on air.
      expect(statements[1]!.reasons).toMatchObject([{ code: 'no_site_in_reach', nearest: null }])
    }
  })

  it('can be asked for by carrier, service, reason, unit and day', async () => {
    expect((await list('?carrier=alpha')).statements).toEqual([])
    expect((await list('?carrier=gamma&service=5g')).statements).toHaveLength(1)
    expect((await list('?reason=before_on_air')).statements).toEqual([])
    expect((await list('?reason=before_on_air')).counts.no_site_in_reach).toBe(2)
    expect((await list(`?district_code=${village.district_code}`)).statements).toHaveLength(2)
    const elsewhere = village.district_code === '701' ? '702' : '701'
    expect((await list(`?district_code=${elsewhere}`)).judged).toBe(0)
    expect((await list('?as_of=2020-12-31')).statements.map(({ service }) => service)).toEqual(['5g'])
  })

  it.each([
    ['?carrier=nobody', 'carrier_not_found'],
    ['?district_code=999', 'unit_not_found'],
    ['?reason=odd', 'parameter_invalid'],
    ['?as_of=2021-02-30', 'parameter_invalid'],
    ['?village=1', 'parameter_unknown'],
  ])('refuse %s as %s', async (query, code) => {
    const response = await ask(staff, query)
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
    expect(response.json()).toMatchObject({ code })
  })

  it('are nobody else’s: the route refuses, and the database has nothing to tell', async () => {
    for (const other of others) {
      expect([401, 403], other.role).toContain((await ask(other)).statusCode)
      for (const mode of ['full', 'generalised', 'count'] as const) {
        const found = await listImplausible(actAs(db, other, mode), { as_of: '2022-01-01' })
        expect(found, other.role).toMatchObject({ judged: 0, statements: [] })
      }
    }
  })

  it('are few in the sample, each with a reason, and the same on both databases', async () => {
    const sample = await openSampleDatabase()
    const as = actAs(sample, staff, 'full')
    const { judged, counts, statements } = await listImplausible(as, { as_of: '2026-01-15' })
    expect(judged).toBeGreaterThan(14_000)
    expect(statements.length).toBeGreaterThan(0)
    expect(statements.length / judged).toBeLessThan(0.05)
    for (const { reasons } of statements) expect(reasons.length).toBeGreaterThan(0)
    for (const reason of implausibleReasons) {
      const having = statements.filter(({ reasons }) => reasons.some(({ code }) => code === reason))
      expect(having).toHaveLength(counts[reason])
    }
    // Why these: docs/implausible-reports.md.
    expect({ all: statements.length, ...counts }).toMatchInlineSnapshot(`
      {
        "all": 37,
        "before_on_air": 10,
        "contradicts_verification": 10,
        "district_jump": 0,
        "no_fibre_in_reach": 3,
        "no_site_in_reach": 14,
      }
    `)
  })

  it('stations on air are told with the sites that the reader is shown, and no others', async () => {
    const ids = async (asking: Actor) => {
      actor = asking
      const stations = (await app.inject('/api/stations')).json<StationsOnAir>()
      const shown = (await app.inject('/api/layers/sites.geojson')).json<{ features: { id: number }[] }>()
      const sites = new Set(shown.features.map(({ id }) => id))
      expect(
        stations.site.every((id) => sites.has(id)),
        asking.role,
      ).toBe(true)
      return new Set(stations.site)
    }
    const [hidden] = await db.query<{ id: number }>(`select id from sites where visibility = 'restricted'`)
    expect((await ids(staff)).has(hidden!.id)).toBe(true)
    for (const other of others) expect((await ids(other)).has(hidden!.id), other.role).toBe(false)
    expect((await ids(anonymous)).size).toBeGreaterThan(0)
  })
})
