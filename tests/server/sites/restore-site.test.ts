import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SiteSnapshot } from '../../../core/inventory/site-snapshot.ts'
import { actAs } from '../../../server/db/act-as.ts'
import { change } from '../../../server/db/change.ts'
import { restoreSite } from '../../../server/db/restore-site.ts'
import { refuseTaken } from '../../../server/db/site-references.ts'
import { findKeptSite } from '../../../server/db/site-snapshot.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing, people, type Editing, type Entry } from './editing.ts'

const today = '2026-05-01'

/** An entry of the history by its place, from 0; the side that is returned to. */
type Step =
  | { readonly kind: 'edit'; readonly changes: object }
  | { readonly kind: 'station'; readonly station: object }
  | { readonly kind: 'restore'; readonly entry: number; readonly side: 'before' | 'after' }

const edits = fc.record(
  {
    lng: fc.integer({ min: 120_010, max: 121_990 }).map((n) => n / 10_000),
    lat: fc.integer({ min: 400_010, max: 401_990 }).map((n) => n / 10_000),
    name: fc.constantFrom('Một', 'Hai', 'Ba'),
    note: fc.option(fc.constantFrom('dòng\nhai', 'khác')),
    address: fc.option(fc.constant('ở đây')),
    owner_code: fc.option(fc.constantFrom('alpha', 'beta')),
    mast_height_m: fc.option(fc.double({ min: 0, max: 400, noNaN: true })),
    built_on: fc.option(fc.constantFrom('2001-02-03', '2020-02-29')),
    status: fc.constantFrom('live', 'retired', 'planned'),
    shareable: fc.boolean(),
  },
  { requiredKeys: [] },
)

const stations = fc.oneof(
  fc.record({
    carrier_code: fc.constantFrom('alpha', 'beta', 'gamma'),
    technology: fc.constantFrom('2g', '3g', '4g', '5g'),
    on_air_on: fc.option(fc.constantFrom('2015-01-01', '2020-06-30')),
  }),
  fc.record(
    {
      id: fc.integer({ min: 1, max: 3 }),
      off_air_on: fc.option(fc.constantFrom('2022-01-01', '2024-12-31')),
      power_w: fc.option(fc.double({ min: 0, max: 1000, noNaN: true })),
      certificate_no: fc.option(fc.constantFrom('KĐ-1', 'KĐ-2')),
      bands_mhz: fc.array(fc.constantFrom(900, 1800, 2100), { maxLength: 3 }),
    },
    { requiredKeys: ['id'] },
  ),
)

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('edit' as const), changes: edits }),
    fc.record({ kind: fc.constant('station' as const), station: stations }),
    fc.record({
      kind: fc.constant('restore' as const),
      entry: fc.nat({ max: 30 }),
      side: fc.constantFrom('before' as const, 'after' as const),
    }),
  ),
  { minLength: 5, maxLength: 25 },
)

describeDatabases('restoring a site', ({ openDatabase }) => {
  let editing: Editing
  beforeAll(async () => {
    editing = await openEditing(await openDatabase())
  })
  afterAll(() => editing.app.close())

  const restore = async (
    id: number,
    snapshot: SiteSnapshot | null,
    person: 'staff' | 'alpha' | 'admin' = 'staff',
  ) => {
    const { version } = await editing.findSite(id)
    const { role } = people[person]
    const origin = { reason: null, request_id: 'test' }
    return refuseTaken(() =>
      change(actAs(editing.db, people[person], 'full'), async (client) => {
        const restored = await restoreSite(client, { id, version, snapshot, today, role, origin })
        return { result: restored, entries: [restored.entry] }
      }),
    )
  }
  const edit = async (id: number, body: object) =>
    editing.patch('staff', id, (await editing.findSite(id)).version, body)
  const confirm = ['outside_commune', 'near_site', 'moved_far']
  const getSnapshot = async (id: number) => (await findKeptSite(editing.db, id, 'to read'))!.site

  it('puts it back as it was, to the last field, and takes that back again', async () => {
    const before = await getSnapshot(1)
    await edit(1, {
      changes: { lng: 12.19, name: 'Nhầm', note: 'nhầm' },
      confirm,
      stations: [{ id: 1, power_w: 5 }],
    })
    const after = await getSnapshot(1)
    await restore(1, before)
    expect(await getSnapshot(1)).toEqual(before)
    await restore(1, after)
    expect(await getSnapshot(1)).toEqual(after)
    const entries = await editing.listEntries('sites', 1)
    expect(entries.map(({ action }) => action)).toEqual(['update', 'restore', 'restore'])
    expect(await editing.findSite(1)).toMatchObject({ search_names: 'nham | sl 0001' })
    await restore(1, before)
  })

  it('takes back a station that was added since: on no day on air, its record kept, added again at will', async () => {
    const before = await getSnapshot(1)
    const station = { carrier_code: 'gamma', technology: '3g', on_air_on: '2015-01-01', power_w: 9 }
    await edit(1, { changes: {}, stations: [station] })
    await restore(1, before)
    const [, , , taken] = (await getSnapshot(1)).stations
    expect(taken).toMatchObject({ ...station, off_air_on: '2015-01-01' })
    const layer = (as_of: string) =>
      editing.ask('staff', `/api/layers/sites.geojson?carrier=gamma&as_of=${as_of}`)
    for (const day of ['2014-12-31', '2015-01-01', '2020-01-01', '2026-01-01']) {
      const features = (await layer(day)).body['features'] as { id: number }[]
      expect(features.map(({ id }) => id)).not.toContain(1)
    }
    const again = { ...station, off_air_on: null }
    expect(await edit(1, { changes: {}, stations: [again] })).toMatchObject({ status: 200 })
    expect((await getSnapshot(1)).stations[3]).toMatchObject({ ...again, id: taken!.id })
  })

  it('of what was before its creation retires it; back to its creation it lives again', async () => {
    const site = { code: 'SL-0200', name: 'Mới', lng: 12.05, lat: 40.05, power_source: 'grid' }
    const created = await editing.ask('staff', '/api/sites', { method: 'POST', body: { site } })
    const id = created.body['id'] as number
    const [{ after }] = (await editing.listEntries('sites', id)) as [Entry]
    await restore(id, null)
    expect(await editing.findSite(id)).toMatchObject({ status: 'retired', name: 'Mới' })
    await restore(id, after)
    expect(await getSnapshot(id)).toEqual(after)
  })

  it('refuses what is so already, a code that another has by now, and an old version', async () => {
    const then = await getSnapshot(2)
    await expect(restore(2, then)).rejects.toMatchObject({ code: 'nothing_changed' })
    await edit(2, { changes: { code: 'SL-0900' } })
    await edit(3, { changes: { code: 'SL-0002' } })
    await expect(restore(2, then)).rejects.toMatchObject({ code: 'code_taken' })
    const restoration = { id: 2, snapshot: then, today, role: 'staff', origin: {} } as const
    const at = (version: number | undefined) =>
      change(actAs(editing.db, people.staff, 'full'), async (client) => {
        const { entry } = await restoreSite(client, { ...restoration, version })
        return { result: null, entries: [entry] }
      })
    await expect(at(1)).rejects.toMatchObject({ code: 'version_conflict' })
    await expect(at(undefined)).rejects.toMatchObject({ code: 'version_required' })
  })

  it('makes no restricted site public by the hand of staff', async () => {
    const open = await getSnapshot(4)
    const { version } = await editing.findSite(4)
    await editing.patch('admin', 4, version, { changes: { visibility: 'restricted' } })
    await expect(restore(4, open)).rejects.toMatchObject({
      code: 'not_allowed',
      params: { field: 'visibility' },
    })
    await expect(restore(4, open, 'alpha')).rejects.toMatchObject({ code: 'site_not_found' })
    expect(await restore(4, open, 'admin')).toMatchObject({ version: version + 2 })
  })

  it('and editing in any order leave a history without a gap', async () => {
    const run = async (step: Step): Promise<void> => {
      if (step.kind === 'edit') return void (await edit(1, { changes: step.changes, confirm }))
      if (step.kind === 'station') return void (await edit(1, { changes: {}, stations: [step.station] }))
      const entries = await editing.listEntries('sites', 1)
      const entry = entries[step.entry % entries.length]
      if (entry === undefined) return
      await restore(1, entry[step.side]).catch((error: unknown) =>
        expect(error).toMatchObject({ code: 'nothing_changed' }),
      )
    }
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const { version } = await editing.findSite(1)
        const known = (await editing.listEntries('sites', 1)).length
        for (const step of list) await run(step)
        const entries = await editing.listEntries('sites', 1)
        for (const [index, { before }] of entries.entries()) {
          if (index > 0) expect(before).toEqual(entries[index - 1]!.after)
        }
        expect(await getSnapshot(1)).toEqual(entries.at(-1)!.after)
        expect((await editing.findSite(1)).version).toBe(version + entries.length - known)
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})
