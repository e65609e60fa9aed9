import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing, type Editing } from './editing.ts'

describeDatabases('changing a site', ({ openDatabase }) => {
  let editing: Editing
  beforeAll(async () => {
    editing = await openEditing(await openDatabase())
  })
  afterAll(() => editing.app.close())

  /** The version now, for tests that do not care. */
  const change = async (body: object | string, person: 'staff' | 'admin' = 'staff', id = 1) =>
    editing.patch(person, id, (await editing.findSite(id)).version, body)

  it('writes what is named and nothing else, the next version and one entry', async () => {
    const before = await editing.findSite(1)
    const body = {
      changes: { lng: 12.1004567891, address: 'Bản Huổi Cát', note: 'dòng 1\r\ndòng 2' },
      reason: 'đo lại',
    }
    const answer = await editing.patch('staff', 1, before.version, body)
    const after = await editing.findSite(1)
    const written = {
      lng: 12.100457,
      address: 'Bản Huổi Cát',
      note: 'dòng 1\ndòng 2',
      version: before.version + 1,
    }
    const { geom: _, public_geom: __, ...rest } = before
    expect(after).toMatchObject({ ...rest, ...written })
    const entry = (await editing.listEntries('sites', 1)).at(-1)!
    expect(answer).toMatchObject({ status: 200, body: { id: 1, version: after.version, entry_id: entry.id } })
    expect(entry).toMatchObject({
      actor: 'can-bo',
      actor_id: 1,
      action: 'update',
      reason: 'đo lại',
      carrier_code: 'alpha',
      restricted: false,
      commune_code: '70101',
      before: { lng: 12.1, address: null, note: null },
      after: { lng: 12.100457, address: 'Bản Huổi Cát', note: 'dòng 1\ndòng 2' },
    })
    expect(entry['request_id']).toEqual(expect.any(String))
    expect(entry.before!.stations).toHaveLength(3)
  })

  it('keeps the search names with the name', async () => {
    expect(await change({ changes: { name: 'Đỉnh Ngối Cáy' } })).toMatchObject({ status: 200 })
    expect(await editing.findSite(1)).toMatchObject({ search_names: 'dinh ngoi cay | sl 0001' })
  })

  it.each([
    ['mast_height_m', 42.5],
    ['mast_height_m', null],
    ['address', null],
    ['built_on', '2019-05-01'],
    ['shareable', true],
    ['owner_code', null],
    ['owner_code', 'beta'],
    ['power_source', 'solar'],
    ['backhaul', 'microwave'],
    ['code', 'SL-1001'],
  ])('sets %s to %j', async (field, value) => {
    expect(await change({ changes: { [field]: value } })).toMatchObject({ status: 200 })
    expect((await editing.findSite(1))[field]).toEqual(value)
  })

  it('calls a change what it is', async () => {
    const listActions = async () => (await editing.listEntries('sites', 2)).map(({ action }) => action)
    const { lng } = await editing.findSite(2)
    await change({ changes: { lng: lng + 0.0001 } }, 'staff', 2)
    await change({ changes: { status: 'retired' } }, 'staff', 2)
    await change({ changes: { status: 'live' } }, 'staff', 2)
    await change({ changes: { address: 'ở đây' } }, 'staff', 2)
    expect(await listActions()).toEqual(['move', 'retire', 'reopen', 'update'])
  })

  it('takes markup as text and composes Vietnamese', async () => {
    const name = `<img src=x onerror=alert(1)> '; drop table sites; -- ${'Ẳng Tở'.normalize('NFD')} =1+1 ${'{{7*7}}'}`
    expect(await change({ changes: { name } })).toMatchObject({ status: 200 })
    expect((await editing.findSite(1))['name']).toBe(name.normalize('NFC'))
  })

  it.each([
    ['a control character', { name: 'Trạm\u0007' }],
    ['a zero', { address: 'a\u0000b' }],
    ['a line break in a name', { name: 'một\nhai' }],
    ['text that turns its direction', { name: 'abc\u202ecba' }],
    ['half a character', { address: '\ud800' }],
    ['a day that is none', { built_on: '2021-02-30' }],
    ['a day before any mast', { built_on: '0001-01-01' }],
    ['an unknown mast kind', { mast_kind: 'Z9' }],
    ['a name of nothing', { name: '   ' }],
  ])('refuses %s', async (_, changes) => {
    const before = await editing.findSite(1)
    const answer = await change({ changes })
    expect(answer).toMatchObject({ status: 422, code: 'value_invalid' })
    expect(String(answer.params['field']).split('.').at(-1)).toBe(Object.keys(changes)[0])
    expect(await editing.findSite(1)).toEqual(before)
  })

  it.each([
    ['{"changes":{"lng":null}}', 'changes.lng'],
    ['{"changes":{"lng":"12.1"}}', 'changes.lng'],
    ['{"changes":{"lng":NaN}}', undefined],
    ['{"changes":{"lng":1e999}}', 'changes.lng'],
    ['{"changes":{"mast_height_m":-1e999}}', 'changes.mast_height_m'],
    ['{"changes":{"mast_height_m":401}}', 'changes.mast_height_m'],
    ['{"changes":{"lng":180.1}}', 'changes.lng'],
    ['{"changes":{"shareable":"false"}}', 'changes.shareable'],
    ['{"changes":{"status":"gone"}}', 'changes.status'],
    ['{"changes":{"version":1}}', 'version'],
    ['{"changes":{"is_sample":false}}', 'is_sample'],
    ['{"changes":{"district_code":"702"}}', 'district_code'],
    ['{"changes":{"__proto__":{"name":"x"}}}', undefined],
    ['{"changes":[]}', 'changes'],
    ['{"changes":{},"stations":[{"id":1,"bands_mhz":[1.5]}]}', 'stations.0.bands_mhz.0'],
    ['{}', 'changes'],
    ['', undefined],
    ['[', undefined],
  ])('refuses the body %s', async (body, field) => {
    const answer = await change(body)
    expect([400, 422]).toContain(answer.status)
    if (field !== undefined) expect(answer.params).toMatchObject({ field })
  })

  it('refuses what changes nothing', async () => {
    const { name } = await editing.findSite(1)
    expect(await change({ changes: {} })).toMatchObject({ status: 422, code: 'nothing_changed' })
    expect(await change({ changes: { name } })).toMatchObject({ status: 422, code: 'nothing_changed' })
  })

  it('refuses a version that is missing, malformed, old or of the future, and says who was first', async () => {
    const { version } = await editing.findSite(1)
    const body = { changes: { address: 'khác' } }
    expect(await editing.ask('staff', '/api/sites/1', { method: 'PATCH', body })).toMatchObject({
      status: 428,
      code: 'version_required',
    })
    for (const wrong of ['*', '1', '"0"', '"1.5"', 'W/"1"', '"99999999999"']) {
      expect(await editing.patch('staff', 1, wrong, body)).toMatchObject({
        status: 400,
        params: { field: 'If-Match' },
      })
    }
    for (const wrong of [version - 1, version + 1]) {
      expect(await editing.patch('colleague', 1, wrong, body)).toMatchObject({
        status: 412,
        code: 'version_conflict',
        params: { current: version, changed_by: 'Tên can-bo', changed_at: expect.stringMatching(/^\d{4}-/) },
      })
    }
    expect((await editing.findSite(1)).version).toBe(version)
  })

  it('refuses a code in use, an unknown carrier, an unknown commune and an unknown site', async () => {
    expect(await change({ changes: { code: 'SL-0005' } })).toMatchObject({
      status: 409,
      code: 'code_taken',
      params: { field: 'code', value: 'SL-0005' },
    })
    expect(await change({ changes: { owner_code: 'nobody' } })).toMatchObject({
      status: 404,
      code: 'carrier_not_found',
    })
    expect(await change({ changes: { commune_code: '99999' } })).toMatchObject({
      status: 404,
      code: 'unit_not_found',
    })
    expect(await change({ changes: { commune_code: '70199' } })).toMatchObject({
      status: 404,
      code: 'unit_of_other_set',
    })
    expect(await editing.patch('staff', 9999, 1, { changes: { name: 'x' } })).toMatchObject({
      status: 404,
      code: 'site_not_found',
    })
  })

  it('lets admins only restrict a site, and marks the entry', async () => {
    const body = { changes: { visibility: 'restricted' } }
    expect(await change(body)).toMatchObject({
      status: 403,
      code: 'not_allowed',
      params: { field: 'visibility' },
    })
    expect(await change(body, 'admin')).toMatchObject({ status: 200 })
    expect(await change({ changes: { visibility: 'public' } }, 'admin')).toMatchObject({ status: 200 })
    const entries = await editing.listEntries('sites', 1)
    expect(entries.slice(-2).map(({ restricted }) => restricted)).toEqual([true, true])
  })

  it.each(['anonymous', 'alpha', 'beta', 'local'] as const)('is not for %s', async (person) => {
    const { version } = await editing.findSite(1)
    const answer = await editing.patch(person, 1, version, { changes: { name: 'Của tôi' } })
    expect(answer.status).toBe(person === 'anonymous' ? 401 : 403)
    expect((await editing.findSite(1)).version).toBe(version)
  })
})
