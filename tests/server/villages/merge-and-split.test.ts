import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing, type Answer, type Editing, type Person } from '../sites/editing.ts'

interface VillageRow extends Record<string, unknown> {
  readonly id: number
  readonly version: number
  readonly valid_to: string | null
}

describeDatabases('merging and splitting villages', ({ openDatabase }) => {
  let editing: Editing
  beforeAll(async () => {
    editing = await openEditing(await openDatabase())
  })
  afterAll(() => editing.app.close())

  const find = async (id: number) => {
    const [row] = await editing.db.query<VillageRow>(`select * from villages where id = $1::integer`, [id])
    return row!
  }
  const create = async (code: string, more: object = {}) => {
    const village = { code, name: `Bản ${code}`, kind: 'ban', commune_code: '70102', ...more }
    const { body } = await editing.ask('staff', '/api/villages', { method: 'POST', body: { village } })
    return find(Number(body['id']))
  }
  const merge = (
    villages: readonly VillageRow[],
    into: object,
    more: object = {},
    person: Person = 'staff',
  ) =>
    editing.ask(person, '/api/villages/merge', {
      method: 'POST',
      body: {
        villages: villages.map(({ id, version }) => ({ id, version })),
        into: { name: 'Bản Hợp', kind: 'ban', ...into },
        valid_from: '2024-07-01',
        reason: 'nghị quyết sáp nhập',
        ...more,
      },
    })
  const split = ({ id, version }: VillageRow, ...codes: readonly string[]) =>
    editing.ask('staff', `/api/villages/${id}/split`, {
      method: 'POST',
      version,
      body: {
        into: codes.map((code) => ({ code, name: `Bản ${code}`, kind: 'ban' })),
        valid_from: '2024-07-01',
      },
    })
  const restore = (entry: unknown, version: number, side: 'before' | 'after' = 'before') =>
    editing.ask('staff', `/api/audit/${String(entry)}/restore`, { method: 'POST', body: { side, version } })
  const listShown = async (...ids: readonly number[]) => {
    const { body } = await editing.ask('anonymous', '/api/layers/villages.geojson')
    const shown = (body as { features: readonly { readonly id: number }[] }).features.map(({ id }) => id)
    return ids.filter((id) => shown.includes(id))
  }
  const toId = ({ body }: Answer) => Number(body['id'])

  it('ends the merged villages, leads to the new one and sums what they have', async () => {
    const a = await create('M-1', { households: 40, population: 150, grid_power: true, border: true })
    const b = await create('M-2', { households: 30, population: 110, grid_power: true, border: false })
    const answer = await merge([b, a], { code: 'M-3' })
    expect(answer).toMatchObject({ status: 200, body: { version: 1 } })
    const id = toId(answer)
    expect(await find(id)).toMatchObject({
      households: 70,
      population: 260,
      grid_power: true,
      border: null,
      valid_from: '2024-07-01',
      valid_to: null,
      commune_code: '70102',
      alt_names: ['Bản M-1', 'Bản M-2'],
    })
    expect(await find(a.id)).toMatchObject({ valid_to: '2024-06-30', version: 2 })
    expect(await listShown(a.id, b.id, id)).toEqual([id])
    const merged = await editing.ask('anonymous', `/api/villages/${id}`)
    expect(merged.body['predecessors']).toMatchObject([{ code: 'M-1' }, { code: 'M-2' }])
    const former = await editing.ask('anonymous', `/api/villages/${a.id}`)
    expect(former.body['successors']).toEqual([{ id, code: 'M-3', name: 'Bản Hợp' }])
    const entries = [a.id, b.id, id].map(async (one) => (await editing.listEntries('villages', one)).at(-1)!)
    const [first, second, third] = await Promise.all(entries)
    expect([first, second, third].map((entry) => entry!.action)).toEqual(['merge', 'merge', 'merge'])
    expect(new Set([first, second, third].map((entry) => entry!['batch_id'])).size).toBe(1)
    expect(answer.body['entry_id']).toBe(third!.id)
  })

  it('shows and counts on a day before the merge the villages of then, and no others', async () => {
    const a = await create('D-1', { households: 40 })
    const b = await create('D-2', { households: 30 })
    const ids = [a.id, b.id, toId(await merge([a, b], { code: 'D-3' }))]
    const look = async (as_of: string) => {
      const shown = await editing.ask('anonymous', `/api/layers/villages.geojson?as_of=${as_of}`)
      const coverage = await editing.ask(
        'anonymous',
        `/api/coverage?by=commune&service=5g&weight=households&as_of=${as_of}`,
      )
      const features = shown.body['features'] as {
        id: number
        properties: { commune_code: string; households: number | null }
      }[]
      const units = coverage.body['units'] as { code: string; total: number }[]
      const inCommune = features.filter(({ properties }) => properties.commune_code === '70102')
      const sum = inCommune.reduce((total, { properties }) => total + (properties.households ?? 0), 0)
      expect(units.find(({ code }) => code === '70102')!.total, as_of).toBe(sum)
      return features.map(({ id }) => id).filter((id) => ids.includes(id))
    }
    const [first, second, third] = ids
    expect(await look('2024-06-30')).toEqual([first, second])
    expect(await look('2010-01-01')).toEqual([first, second])
    expect(await look('2024-07-01')).toEqual([third])
    const { data } = (await editing.ask('anonymous', '/api/province')).body as {
      data: { village_days: string[] }
    }
    expect(data.village_days).toContain('2024-07-01')
  })

  it('says nothing of the whole that is not known of every part', async () => {
    const a = await create('U-1', { households: 40, grid_power: true, grid_power_since: '2015-01-01' })
    const b = await create('U-2', { population: 9, grid_power: false })
    const row = await find(toId(await merge([a, b], { code: 'U-3', population: 12 })))
    expect(row).toMatchObject({ households: null, population: 12, grid_power: null, grid_power_since: null })
  })

  it('keeps the statements with the villages that they were made about', async () => {
    const a = await create('S-1')
    const b = await create('S-2')
    await editing.db.query(
      `insert into village_services (village_id, service, carrier_code, basis, state, observed_on, is_sample)
       values ($1::integer, '4g', 'alpha', 'declared', 'covered', '2024-01-01', false) returning id`,
      [a.id],
    )
    const id = toId(await merge([a, b], { code: 'S-3' }))
    const statementsOf = async (one: number) =>
      (await editing.ask('anonymous', `/api/villages/${one}`)).body['statements']
    expect(await statementsOf(a.id)).toHaveLength(1)
    expect(await statementsOf(id)).toEqual([])
  })

  it('takes a merge back as a whole, whichever of its entries is named, and makes it again', async () => {
    const a = await create('B-1')
    const b = await create('B-2')
    const id = toId(await merge([a, b], { code: 'B-3' }))
    const [, mergedA] = await editing.listEntries('villages', a.id)
    const undone = await restore(mergedA!.id, 2)
    expect(undone).toMatchObject({ status: 200, body: { version: 3 } })
    expect(await listShown(a.id, b.id, id)).toEqual([a.id, b.id])
    const former = await editing.ask('anonymous', `/api/villages/${a.id}`)
    expect(former.body).toMatchObject({ successors: [], valid_to: null })
    // The undoing is undone.
    expect(await restore(undone.body['entry_id'], 3)).toMatchObject({ status: 200 })
    expect(await listShown(a.id, b.id, id)).toEqual([id])
    expect(await restore(mergedA!.id, 3)).toMatchObject({ status: 412, code: 'version_conflict' })
    expect(await restore(mergedA!.id, 4, 'after')).toMatchObject({ code: 'nothing_changed' })
  })

  it('loses nothing that was corrected since', async () => {
    const a = await create('C-1')
    const b = await create('C-2')
    const merged = await merge([a, b], { code: 'C-3' })
    const body = { changes: { name: 'Sửa sau' } }
    await editing.ask('staff', `/api/villages/${a.id}`, { method: 'PATCH', version: 2, body })
    expect(await restore(merged.body['entry_id'], 1)).toMatchObject({ status: 200 })
    expect(await find(a.id)).toMatchObject({ name: 'Sửa sau', valid_to: null })
  })

  it('does not take back what was merged again', async () => {
    const [a, b, c] = [await create('R-1'), await create('R-2'), await create('R-3')]
    const first = await merge([a, b], { code: 'R-4' })
    const second = await merge([await find(toId(first)), c], { code: 'R-5' }, { valid_from: '2024-08-01' })
    const refused = await restore(first.body['entry_id'], 2)
    expect(refused).toMatchObject({
      status: 409,
      code: 'not_restorable',
      params: { reason: 'merged_since', code: 'R-4' },
    })
    expect(await listShown(a.id, b.id, c.id, toId(second))).toEqual([toId(second)])
    // One after the other it goes.
    expect(await restore(second.body['entry_id'], 1)).toMatchObject({ status: 200 })
    expect(await restore(first.body['entry_id'], 3)).toMatchObject({ status: 200 })
    expect(await listShown(a.id, b.id, c.id)).toEqual([a.id, b.id, c.id])
  })

  it('does not bring a merged village to life by restoring an older change of it', async () => {
    const a = await create('O-1')
    const body = { changes: { name: 'Tên giữa' } }
    const change = await editing.ask('staff', `/api/villages/${a.id}`, { method: 'PATCH', version: 1, body })
    await merge([await find(a.id), await create('O-2')], { code: 'O-3' })
    expect(await restore(change.body['entry_id'], 3)).toMatchObject({ status: 200 })
    expect(await find(a.id)).toMatchObject({ name: 'Bản O-1', valid_to: '2024-06-30' })
  })

  it('splits one into parts, of which only what is stated is known, and takes that back', async () => {
    const whole = await create('P-1', { households: 90, grid_power: true })
    const answer = await split(whole, 'P-2', 'P-3')
    expect(answer).toMatchObject({ status: 200, body: { villages: [{ code: 'P-2' }, { code: 'P-3' }] } })
    const ids = (answer.body['villages'] as readonly { id: number }[]).map(({ id }) => id)
    expect(await find(ids[0]!)).toMatchObject({ households: null, grid_power: null, commune_code: '70102' })
    expect(await listShown(whole.id, ...ids)).toEqual(ids)
    expect(await restore(answer.body['entry_id'], 2)).toMatchObject({ status: 200 })
    expect(await listShown(whole.id, ...ids)).toEqual([whole.id])
  })

  it('writes nothing where one village has moved on, ended, is named twice, or a code is taken', async () => {
    const a = await create('W-1')
    const b = await create('W-2')
    const refused = [
      await merge([a, { ...b, version: 7 }], { code: 'W-3' }),
      await merge([a, a], { code: 'W-3' }),
      await merge([a, b], { code: 'W-1' }),
      await merge([a, b], { code: 'W-3' }, { valid_from: '2999-01-01' }),
      await merge([a, b], { code: 'W-3' }, { source_code: 'tin-don' }),
      await merge([a, b], { code: 'W-3', lng: 1, lat: 1 }),
      await split(a, 'W-4', 'W-4'),
      await merge([a, b], { code: 'W-3' }, {}, 'local'),
      await merge([a, b], { code: 'W-3' }, {}, 'alpha'),
    ]
    expect(refused.map(({ code }) => code)).toEqual([
      'version_conflict',
      'value_invalid',
      'code_taken',
      'value_invalid',
      'value_invalid',
      'position_outside',
      'code_taken',
      'not_allowed',
      'not_allowed',
    ])
    expect(await find(a.id)).toEqual(a)
    expect(await find(b.id)).toEqual(b)
    expect(await merge([a, b], { code: 'W-3' })).toMatchObject({ status: 200 })
    const again = await merge([await find(a.id), await create('W-5')], { code: 'W-6' })
    expect(again).toMatchObject({ code: 'value_invalid', params: { field: 'villages', expected: 'current' } })
  })
})
