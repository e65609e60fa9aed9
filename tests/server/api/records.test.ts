import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Province } from '../../../core/api/province.ts'
import type { SiteRecord, VillageRecord } from '../../../core/api/records.ts'
import type { Database } from '../../../server/db/database.ts'
import { viewer } from '../../helpers/actors.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { insertRows } from '../../helpers/insert-rows.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

describeDatabases('records', ({ openDatabase }) => {
  let db: Database
  let app: FastifyInstance

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    app = (await openApp({ db, actor: viewer })).app
  })
  afterAll(() => app.close())

  const getVillage = async (id: number) => (await app.inject(`/api/villages/${id}`)).json<VillageRecord>()

  const say = async (
    village_id: number,
    statements: readonly (readonly [string, string, string, string])[],
  ) => {
    await db.query('delete from village_services where village_id = $1::integer returning id', [village_id])
    const columns = {
      village_id: 'integer',
      service: 'text',
      carrier_code: 'text',
      basis: 'coverage_basis',
      state: 'text',
      observed_on: 'date',
      is_sample: 'boolean',
    }
    const rows = statements.map(([carrier_code, basis, state, observed_on]) => ({
      village_id,
      service: '4g',
      carrier_code,
      basis,
      state,
      observed_on,
      is_sample: false,
    }))
    await insertRows(db, 'village_services', columns, rows)
  }

  it('tell of a site which stations stand there, also those that went off', async () => {
    const site = (await app.inject('/api/sites/1')).json<SiteRecord>()
    expect(site).toMatchObject({
      code: 'SL-0001',
      lng: 12.1,
      lat: 40.1,
      carriers: ['alpha'],
      district_name: 'Đông Hà',
      commune_name: 'Ẳng Lo',
      commune_2025_name: 'Ẳng Lo',
      owner_code: 'alpha',
    })
    expect(site.stations).toEqual([
      {
        id: 1,
        carrier_code: 'alpha',
        technology: '2g',
        bands_mhz: [900, 1800],
        on_air_on: '2010-01-01',
        off_air_on: null,
        power_w: null,
        coverage_radius_m: null,
      },
      {
        id: 2,
        carrier_code: 'alpha',
        technology: '4g',
        bands_mhz: [900, 1800],
        on_air_on: '2018-06-01',
        off_air_on: null,
        power_w: null,
        coverage_radius_m: null,
      },
      {
        id: 3,
        carrier_code: 'beta',
        technology: '3g',
        bands_mhz: [900, 1800],
        on_air_on: '2012-03-01',
        off_air_on: '2022-01-01',
        power_w: null,
        coverage_radius_m: null,
      },
    ])
  })

  it('mark the statement that holds for each carrier: strongest basis, then latest, then recorded last', async () => {
    await say(2, [
      ['alpha', 'verified', 'covered', '2020-01-01'],
      ['alpha', 'declared', 'not_covered', '2021-01-01'],
      ['beta', 'declared', 'covered', '2021-01-01'],
      ['beta', 'declared', 'partial', '2021-01-01'],
      ['beta', 'predicted', 'covered', '2022-01-01'],
      ['gamma', 'declared', 'covered', '2999-01-01'],
    ])
    const village = await getVillage(2)
    const told = village.statements.map(
      ({ carrier_code, basis, state, holds, needs_reverification }) =>
        `${carrier_code} ${basis} ${state} ${holds ? 'holds' : '-'} ${needs_reverification ? 'again' : '-'}`,
    )
    expect(told).toEqual([
      'alpha declared not_covered - -',
      'alpha verified covered holds again',
      'beta predicted covered - -',
      'beta declared covered - -',
      'beta declared partial holds -',
      'gamma declared covered - -',
    ])
    expect(village.mobile_4g).toBe('covered')
    expect(village.mobile_3g).toBe('unknown')
  })

  it('let no carrier’s verified no erase another’s yes', async () => {
    await say(3, [
      ['alpha', 'verified', 'not_covered', '2021-01-01'],
      ['beta', 'predicted', 'covered', '2019-01-01'],
    ])
    expect(await getVillage(3)).toMatchObject({ mobile_4g: 'covered', mobile: 'covered' })
    await say(3, [['alpha', 'verified', 'not_covered', '2021-01-01']])
    // Nothing is said of 3G and 5G, which does not make the known no unknown.
    expect(await getVillage(3)).toMatchObject({
      mobile_4g: 'not_covered',
      mobile: 'not_covered',
      fibre: 'unknown',
    })
  })

  it('name the nearest live site on air of each carrier, with distance and direction', async () => {
    await db.query(
      `update villages set geom = st_setsrid(st_makepoint(12.1, 40.09), 4326), located_by = 'position'
       where id = 4 returning id`,
    )
    const { nearest_sites } = await getVillage(4)
    expect(nearest_sites).toMatchObject([
      { site_code: 'SL-0001', carrier_code: 'alpha', technologies: ['2g', '4g'], bearing_deg: 0 },
      { site_code: 'SL-0002', carrier_code: 'beta', technologies: ['3g'] },
    ])
    // One hundredth of a degree of latitude at 40° north is 1,110.4 m on the spheroid.
    expect(nearest_sites[0]!.distance_m).toBe(1_110)
    expect(nearest_sites[1]!.bearing_deg).toBeGreaterThan(45)
    expect(nearest_sites[1]!.bearing_deg).toBeLessThan(60)
  })

  it('give no direction to a site on the spot', async () => {
    await db.query(
      `update villages set geom = st_setsrid(st_makepoint(12.1, 40.1), 4326), located_by = 'position'
       where id = 5 returning id`,
    )
    const [nearest] = (await getVillage(5)).nearest_sites
    expect(nearest).toMatchObject({ distance_m: 0, bearing_deg: null })
  })

  it('tell of a village what is assigned there, as printed', async () => {
    expect((await getVillage(1)).assignments).toEqual([
      {
        id: expect.any(Number) as number,
        act_code: 'act',
        act_title: 'Quyết định giao',
        row_no: 1,
        carrier_code: 'alpha',
        service: 'mobile',
        due_on: null,
        village_printed: 'Bản',
        commune_printed: 'Xã',
      },
    ])
  })

  it('tell of the province what a client needs first', async () => {
    const province = (await app.inject('/api/province')).json<Province>()
    expect(province).toMatchObject({
      name: 'Sơn Lam',
      code: '77',
      bbox: [12, 40, 12.6, 40.4],
      data: { title: 'Tỉnh không có thật', is_sample: true, latest_observed_on: '2024-02-29' },
      targets: [{ indicator_code: '1', service: 'fibre', year: 2021, percent: 80, source_code: 'grid' }],
      published_figures: [{ key: 'sites', value: 4, quote: 'có 4 vị trí' }],
      basemap_style_url: null,
    })
    expect(province.unit_sets).toEqual([
      { unit_set: 'province', count: 1, valid_from: '2020-01-01', valid_to: null },
      { unit_set: 'district', count: 2, valid_from: '2020-01-01', valid_to: '2025-06-30' },
      { unit_set: 'commune', count: 6, valid_from: '2020-01-01', valid_to: '2025-06-30' },
      { unit_set: 'commune-2025', count: 3, valid_from: '2025-07-01', valid_to: null },
    ])
    expect(province.carriers.map(({ code }) => code)).toEqual(['alpha', 'beta', 'gamma'])
  })

  it('filter statements by what is asked', async () => {
    interface Columns {
      readonly carriers: string[]
      readonly dates: string[]
      readonly village: number[]
      readonly carrier: number[]
      readonly observed_on: number[]
    }
    const get = async (query: string) => (await app.inject(`/api/village-services?${query}`)).json<Columns>()
    const all = await get('')
    const some = await get('carrier=beta&service=2g&basis=measured&as_of=2020-12-31&district_code=701')
    expect(some.village.length).toBeGreaterThan(0)
    expect(some.village.length).toBeLessThan(all.village.length)
    expect(new Set(some.carrier.map((position) => some.carriers[position]))).toEqual(new Set(['beta']))
    for (const position of some.observed_on) expect(some.dates[position]! <= '2020-12-31').toBe(true)
    const ids = new Set(
      (await app.inject('/api/layers/villages.geojson?district_code=701'))
        .json<{ features: { id: number }[] }>()
        .features.map(({ id }) => id),
    )
    for (const id of some.village) expect(ids).toContain(id)
  })
})
