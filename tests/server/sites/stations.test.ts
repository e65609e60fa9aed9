import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing, type Editing } from './editing.ts'

describeDatabases('the stations of a site', ({ openDatabase }) => {
  let editing: Editing
  beforeAll(async () => {
    editing = await openEditing(await openDatabase())
  })
  afterAll(() => editing.app.close())

  const change = async (...stations: readonly object[]) =>
    editing.patch('staff', 1, (await editing.findSite(1)).version, { changes: {}, stations })
  const listStations = async () => (await editing.listEntries('sites', 1)).at(-1)!.after.stations

  it('are added, changed and ended in one change, private parts included', async () => {
    const added = {
      carrier_code: 'gamma',
      technology: '5g',
      bands_mhz: [3500],
      power_w: 60.5,
      note: 'mái nhà',
    }
    const changed = {
      id: 1,
      certificate_no: 'KĐ-9',
      certificate_issued_on: '2020-01-01',
      certificate_expires_on: '2025-01-01',
    }
    expect(await change(added, changed, { id: 2, off_air_on: '2024-03-01' })).toMatchObject({ status: 200 })
    const stations = await listStations()
    expect(stations).toMatchObject([changed, { id: 2, off_air_on: '2024-03-01' }, { id: 3 }, added])
    const seen = await editing.ask('staff', '/api/sites/1')
    expect(seen.body).toMatchObject({ has_4g: false, has_5g: true, carriers: ['alpha', 'gamma'] })
    expect(seen.body['stations']).toHaveLength(4)
    expect(seen.body['stations']).toContainEqual(expect.objectContaining(added))
  })

  it('can end though nobody noted their beginning', async () => {
    const answer = await editing.patch('staff', 2, 1, {
      changes: {},
      stations: [{ id: 4, off_air_on: '2024-01-01' }],
    })
    expect(answer).toMatchObject({ status: 200 })
    expect((await editing.ask('staff', '/api/sites/2')).body).toMatchObject({ has_3g: false, carriers: [] })
  })

  it('have nothing on air where the site is retired, and stay', async () => {
    const { version } = await editing.findSite(1)
    expect(await editing.patch('staff', 1, version, { changes: { status: 'retired' } })).toMatchObject({
      status: 200,
    })
    const { body } = await editing.ask('staff', '/api/sites/1')
    expect(body).toMatchObject({ status: 'retired', carriers: [], has_2g: false, has_5g: false })
    expect(body['stations']).toHaveLength(4)
    expect(await editing.patch('staff', 1, version + 1, { changes: { status: 'live' } })).toMatchObject({
      status: 200,
    })
  })

  it.each([
    ['another site’s', { id: 4, note: 'x' }, 404, 'station_not_found'],
    ['one that is not there', { id: 99_999, note: 'x' }, 404, 'station_not_found'],
    ['one without a carrier', { technology: '5g' }, 422, 'value_invalid'],
    ['one without a technology', { carrier_code: 'beta' }, 422, 'value_invalid'],
    ['the same equipment twice', { carrier_code: 'alpha', technology: '2g' }, 422, 'value_invalid'],
    ['an unknown carrier', { carrier_code: 'delta', technology: '4g' }, 404, 'carrier_not_found'],
    ['an end before the beginning', { id: 1, off_air_on: '2009-12-31' }, 422, 'value_invalid'],
    ['a certificate that ends first', { id: 1, certificate_issued_on: '2026-01-01' }, 422, 'value_invalid'],
    ['a day that is none', { id: 1, on_air_on: '2010-02-30' }, 422, 'value_invalid'],
    ['an unknown technology', { carrier_code: 'beta', technology: '6g' }, 400, 'parameter_invalid'],
    ['an unknown field', { id: 1, site_id: 2 }, 400, 'parameter_unknown'],
  ])('refuse %s', async (_, station, status, code) => {
    const before = await editing.ask('staff', '/api/sites/1')
    expect(await change(station)).toMatchObject({ status, code })
    expect(await editing.ask('staff', '/api/sites/1')).toEqual(before)
  })

  it('do not swap names in one change, and nothing of it is written', async () => {
    const before = await listStations()
    const answer = await change({ id: 1, technology: '4g' }, { id: 2, technology: '2g' })
    expect(answer).toMatchObject({
      status: 422,
      code: 'value_invalid',
      params: { field: 'stations.technology' },
    })
    expect(await listStations()).toEqual(before)
  })
})

describeDatabases('the list of mast kinds', ({ openSampleDatabase }) => {
  it('starts with what the data use, is added to, and a retired kind stays where it stands', async () => {
    const db = await openSampleDatabase()
    const used = await db.query(
      'select distinct mast_kind as code from sites where mast_kind is not null order by 1',
    )
    expect(used.length).toBeGreaterThan(0)
    expect(await db.query('select code from mast_kinds order by 1')).toEqual(used)
  })
})

describeDatabases('the mast kinds that editors choose from', ({ openDatabase }) => {
  let editing: Editing
  beforeAll(async () => {
    editing = await openEditing(await openDatabase())
  })
  afterAll(() => editing.app.close())

  it('are added, renamed and retired by the Sở; a site keeps its retired one', async () => {
    const put = (code: string, body: object, person: 'staff' | 'alpha' = 'staff') =>
      editing.ask(person, `/api/mast-kinds/${encodeURIComponent(code)}`, { method: 'PUT', body })
    expect(await put('A2ẳ', { title: 'Cột dây co' })).toMatchObject({ status: 200 })
    expect(await put('A2ẳ', { title: 'Cột dây co' })).toMatchObject({ status: 422, code: 'nothing_changed' })
    expect(await put('A9', { title: 'Cột' }, 'alpha')).toMatchObject({ status: 403 })
    const set = async (id: number, mast_kind: string) =>
      editing.patch('staff', id, (await editing.findSite(id)).version, { changes: { mast_kind } })
    expect(await set(1, 'A2ẳ')).toMatchObject({ status: 200 })
    expect(await put('A2ẳ', { title: 'Cột dây co', retired: true })).toMatchObject({ status: 200 })
    expect(await set(2, 'A2ẳ')).toMatchObject({ status: 422, params: { field: 'mast_kind' } })
    const { version } = await editing.findSite(1)
    expect(
      await editing.patch('staff', 1, version, { changes: { address: 'x', mast_kind: 'A2ẳ' } }),
    ).toMatchObject({ status: 200 })
    expect((await editing.ask('local', '/api/mast-kinds')).body).toEqual({
      mast_kinds: [{ code: 'A2ẳ', title: 'Cột dây co', retired: true }],
    })
    expect(await editing.ask('anonymous', '/api/mast-kinds')).toMatchObject({ status: 401 })
    const entries = await editing.db.query(
      `select action, noun_id, before, after from audit_log where noun = 'mast_kinds' order by id`,
    )
    expect(entries).toMatchObject([
      { action: 'create', noun_id: 'A2ẳ', before: null, after: { title: 'Cột dây co', retired: false } },
      { action: 'update', before: { retired: false }, after: { retired: true } },
    ])
  })
})
