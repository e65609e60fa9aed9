import { afterAll, beforeAll, expect, it } from 'vitest'
import { actAs } from '../../../server/db/act-as.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing, people, type Editing, type Person } from '../sites/editing.ts'

interface VillageRow extends Record<string, unknown> {
  readonly id: number
  readonly lng: number | null
  readonly lat: number | null
  readonly version: number
}

/** In the middle of a commune, and outside of all. */
const in70101 = { lng: 12.1, lat: 40.1 }
const in70206 = { lng: 12.5, lat: 40.3 }

describeDatabases('changing a village', ({ openDatabase }) => {
  let editing: Editing
  beforeAll(async () => {
    editing = await openEditing(await openDatabase())
  })
  afterAll(() => editing.app.close())

  const find = async (id: number) => {
    const [village] = await editing.db.query<VillageRow>(
      `select v.*, st_x(v.geom) as lng, st_y(v.geom) as lat from villages v where v.id = $1::integer`,
      [id],
    )
    return village!
  }
  const patch = async (id: number, body: object, person: Person = 'staff', version?: number) =>
    editing.ask(person, `/api/villages/${id}`, {
      method: 'PATCH',
      version: version ?? (await find(id)).version,
      body,
    })
  const create = (village: object, more: object = {}, person: Person = 'staff') =>
    editing.ask(person, '/api/villages', { method: 'POST', body: { village, ...more } })
  const restore = (entry: unknown, side: 'before' | 'after', version: number) =>
    editing.ask('staff', `/api/audit/${String(entry)}/restore`, { method: 'POST', body: { side, version } })
  const findIn = async (commune: string) => {
    const [village] = await editing.db.query<{ id: number }>(
      `select id from villages where commune_code = $1::text and located_by = 'position' order by id limit 1`,
      [commune],
    )
    return village!.id
  }
  const findOut = async (commune: string) => {
    const [village] = await editing.db.query<{ id: number }>(
      `select id from villages where commune_code <> $1::text order by id limit 1`,
      [commune],
    )
    return village!.id
  }

  it('creates one where it lies, with the units that follow', async () => {
    const answer = await create(
      { code: 'N-1', name: 'Bản Mới', kind: 'ban', ...in70206, households: 40 },
      { source_code: 'grid', observed_on: '2024-05-01', reason: 'quyết định mới' },
    )
    expect(answer).toMatchObject({ status: 200, body: { version: 1 } })
    const id = Number(answer.body['id'])
    expect(await find(id)).toMatchObject({
      ...in70206,
      code: 'N-1',
      commune_code: '70206',
      district_code: '702',
      commune_2025_code: '70205',
      located_by: 'position',
      households: 40,
      source_code: 'grid',
      observed_on: '2024-05-01',
      is_sample: false,
      position_is_sample: false,
      search_names: 'ban moi | n 1',
    })
    const [entry] = await editing.listEntries('villages', id)
    expect(entry).toMatchObject({ action: 'create', before: null, reason: 'quyết định mới', actor: 'can-bo' })
    expect(entry!.after).toMatchObject({ id, code: 'N-1', source_code: 'grid', commune_code: '70206' })
  })

  it('creates one without a position where its commune is stated, and not without either', async () => {
    const stated = await create({ code: 'N-2', name: 'Bản Hai', kind: 'ban', commune_code: '70102' })
    expect(await find(Number(stated.body['id']))).toMatchObject({
      commune_code: '70102',
      located_by: 'label',
    })
    const nowhere = await create({ code: 'N-3', name: 'Bản Ba', kind: 'ban' })
    expect(nowhere).toMatchObject({ code: 'value_invalid', params: { field: 'commune_code' } })
  })

  it('notes since when a new one exists, and not since a day that has not come', async () => {
    const village = { code: 'N-SINCE', name: 'Bản Lập', kind: 'ban', commune_code: '70102' }
    expect(await create(village, { valid_from: '2999-01-01' })).toMatchObject({
      status: 422,
      code: 'value_invalid',
      params: { field: 'valid_from' },
    })
    const answer = await create(village, { valid_from: '2024-03-01' })
    const { body } = await editing.ask('anonymous', `/api/villages/${String(answer.body['id'])}`)
    expect(body).toMatchObject({ valid_from: '2024-03-01', valid_to: null })
    const undone = await restore(answer.body['entry_id'], 'before', 1)
    expect(undone.status).toBe(200)
    expect(await find(Number(answer.body['id']))).toMatchObject({ valid_to: '2024-02-29' })
    // Undone, one of which nobody noted since when it exists has not been there on any day.
    const undated = await create({ ...village, code: 'N-UNDATED' })
    const id = Number(undated.body['id'])
    const isShownOn = async (as_of: string) => {
      const { body: layer } = await editing.ask('anonymous', `/api/layers/villages.geojson?as_of=${as_of}`)
      return (layer['features'] as { id: number }[]).some((feature) => feature.id === id)
    }
    expect(await isShownOn('2015-01-01')).toBe(true)
    expect((await restore(undated.body['entry_id'], 'before', 1)).status).toBe(200)
    expect(await isShownOn('2015-01-01')).toBe(false)
  })

  it('moves one: commune, huyện and commune of 2025 follow', async () => {
    const id = await findIn('70101')
    const answer = await patch(id, { changes: in70206 })
    expect(answer).toMatchObject({ status: 200 })
    expect(await find(id)).toMatchObject({ ...in70206, commune_code: '70206', district_code: '702' })
    expect((await editing.listEntries('villages', id)).at(-1)).toMatchObject({ action: 'move' })
  })

  it('pins a commune whatever the position, and unpins it', async () => {
    const id = await findIn('70102')
    await patch(id, { changes: { commune_pin: '70204' } })
    expect(await find(id)).toMatchObject({
      commune_code: '70204',
      commune_2025_code: '70199',
      located_by: 'pin',
    })
    // It stays pinned where it is moved.
    await patch(id, { changes: in70101 })
    expect(await find(id)).toMatchObject({ commune_code: '70204', located_by: 'pin' })
    await patch(id, { changes: { commune_pin: null } })
    expect(await find(id)).toMatchObject({ commune_code: '70101', located_by: 'position' })
  })

  it('finds a renamed one by its former name', async () => {
    const id = await findIn('70204')
    await patch(id, { changes: { name: 'Bản Quế Lâm' } })
    await patch(id, { changes: { name: 'Bản Ngọc Sơn' } })
    expect((await find(id))['alt_names']).toContain('Bản Quế Lâm')
    const { body } = await editing.ask('anonymous', `/api/search?q=${encodeURIComponent('Quế Lâm')}`)
    expect(JSON.stringify(body)).toContain('Bản Ngọc Sơn')
  })

  it.each([
    [{ lng: 1, lat: 1 }, 'position_outside', null],
    [{ lng: 40.1, lat: 12.1 }, 'position_swapped', null],
    [{ lng: null }, 'value_invalid', 'lng'],
    [{ name: '  ' }, 'value_invalid', 'name'],
    [{ name: 'a\u202eb' }, 'value_invalid', 'name'],
    [{ grid_power: true, grid_power_since: '2999-01-01' }, 'value_invalid', 'grid_power_since'],
    [{ grid_power: true, grid_power_since: '2021-02-30' }, 'value_invalid', 'grid_power_since'],
    [{ grid_power: false, grid_power_since: '2020-01-01' }, 'value_invalid', 'grid_power_since'],
    [{ commune_pin: '99999' }, 'unit_not_found', 'commune_pin'],
    [{ households: -1 }, 'parameter_invalid', null],
    [{ code: 'X' }, 'parameter_unknown', null],
  ])('refuses %j', async (changes, code, field) => {
    const id = await findIn('70205')
    const before = await find(id)
    const answer = await patch(id, { changes })
    expect(answer.code).toBe(code)
    if (field !== null) expect(answer.params['field']).toBe(field)
    expect(await find(id)).toEqual(before)
  })

  it('refuses a source that is not listed, a day that has not come, a code that is taken, a change of nothing', async () => {
    const id = await findIn('70205')
    const { households } = await find(id)
    const changes = { households: 77 }
    expect((await patch(id, { changes, source_code: 'tin-don' })).params).toMatchObject({
      field: 'source_code',
    })
    expect((await patch(id, { changes, observed_on: '2999-01-01' })).params).toMatchObject({
      field: 'observed_on',
    })
    expect((await patch(id, { changes: { households } })).code).toBe('nothing_changed')
    const taken = await create({ code: 'V0001', name: 'Hai', kind: 'ban', commune_code: '70102' })
    expect(taken).toMatchObject({ status: 409, code: 'code_taken' })
  })

  it('lets only the first of two editors write, and tells the second', async () => {
    const id = await findIn('70205')
    const { version } = await find(id)
    expect(await patch(id, { changes: { households: 61 } }, 'staff', version)).toMatchObject({ status: 200 })
    const second = await patch(id, { changes: { households: 62 } }, 'admin', version)
    expect(second).toMatchObject({ status: 412, code: 'version_conflict', params: { current: version + 1 } })
    expect(await find(id)).toMatchObject({ households: 61, version: version + 1 })
  })

  it('takes from an UBND what it confirms of its own villages, and nothing else', async () => {
    const [own, other] = [await findIn('70101'), await findOut('70101')]
    const confirmed = { households: 91, population: 400, grid_power: true, grid_power_since: '2020-02-02' }
    const answer = await patch(
      own,
      { changes: confirmed, source_code: 'grid', observed_on: '2024-01-01' },
      'local',
    )
    expect(answer).toMatchObject({ status: 200 })
    expect(await find(own)).toMatchObject(confirmed)
    expect((await editing.listEntries('villages', own)).at(-1)).toMatchObject({ actor: 'ubnd' })
    const renamed = await patch(own, { changes: { name: 'Tên khác' } }, 'local')
    expect(renamed).toMatchObject({ status: 403, code: 'not_allowed', params: { field: 'name' } })
    const moved = await patch(own, { changes: { lng: 12.11, lat: 40.1 } }, 'local')
    expect(moved).toMatchObject({ status: 403, code: 'not_allowed' })
    const foreign = await patch(other, { changes: { households: 5 } }, 'local')
    expect(foreign).toMatchObject({ status: 403, code: 'not_allowed' })
    expect((await create({ code: 'N-9', name: 'Chín', kind: 'ban' }, {}, 'local')).status).toBe(403)
  })

  it.each(['alpha', 'anonymous'] as const)('takes nothing from %s', async (person) => {
    const id = await findIn('70205')
    const answer = await patch(id, { changes: { households: 5 } }, person)
    expect([401, 403]).toContain(answer.status)
  })

  it('refuses an UBND by raw SQL what the interface refuses', async () => {
    const [own, other] = [await findIn('70101'), await findOut('70101')]
    const local = actAs(editing.db, people.local, 'full')
    const write = (id: number, set: string) =>
      local.query(`update villages set ${set} where id = $1::integer returning id`, [id])
    await expect(write(own, `name = 'x'`)).rejects.toThrow(/households, population and power/)
    await expect(write(own, `commune_code = '70102'`)).rejects.toThrow()
    expect(await write(other, 'households = 1')).toEqual([])
    expect(await write(own, 'households = 92')).toHaveLength(1)
    await expect(
      local.query(`insert into village_services (village_id, service, carrier_code, basis, state, observed_on, is_sample)
        values (${own}, '4g', 'alpha', 'verified', 'covered', '2024-01-01', false) returning id`),
    ).rejects.toThrow(/row-level security/)
  })

  it('goes back, and forward again, each by a new change', async () => {
    const id = await findIn('70205')
    const before = await find(id)
    const { entry_id } = (await patch(id, { changes: { name: 'Nhầm rồi', ...in70101 } })).body
    expect(await restore(entry_id, 'before', before.version + 1)).toMatchObject({ status: 200 })
    const after = await find(id)
    expect(after).toMatchObject({ ...before, version: before.version + 2 })
    expect((await editing.listEntries('villages', id)).at(-1)).toMatchObject({
      action: 'restore',
      reverts_id: entry_id,
    })
    expect(await restore(entry_id, 'after', after.version)).toMatchObject({ status: 200 })
    expect(await find(id)).toMatchObject({ name: 'Nhầm rồi', commune_code: '70101' })
    expect(await restore(entry_id, 'before', after.version)).toMatchObject({ code: 'version_conflict' })
  })

  it('takes back a village that should not be: it ends, nothing is deleted, and it can return', async () => {
    const { id, entry_id } = (await create({ code: 'N-7', name: 'Lỡ tay', kind: 'ban', ...in70101 })).body
    const countLayer = async () => {
      const { body } = await editing.ask('anonymous', '/api/layers/villages.geojson')
      return (body as { features: readonly { readonly id: number }[] }).features.filter((f) => f.id === id)
        .length
    }
    expect(await countLayer()).toBe(1)
    expect(await restore(entry_id, 'before', 1)).toMatchObject({ status: 200 })
    expect(await countLayer()).toBe(0)
    expect(await find(Number(id))).toMatchObject({ name: 'Lỡ tay' })
    expect(await restore(entry_id, 'after', 2)).toMatchObject({ status: 200 })
    expect(await countLayer()).toBe(1)
  })

  it('writes no row without an entry and no entry without a row', async () => {
    const [counted] = await editing.db.query<{ versions: number; entries: number }>(
      `select
         (select sum(version - 1)::integer from villages where id <= 60) as versions,
         (select count(*)::integer from audit_log where noun = 'villages' and action <> 'create' and noun_id::integer <= 60) as entries`,
    )
    expect(counted!.entries).toBe(counted!.versions)
  })
})
