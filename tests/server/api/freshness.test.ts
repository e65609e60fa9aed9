import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { anonymous } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import { asOwner, change } from '../../../server/db/change.ts'
import type { Database } from '../../../server/db/database.ts'
import { createBodies } from '../../../server/layers/bodies.ts'
import { viewer } from '../../helpers/actors.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'

function createTestBodies(db: Database) {
  return createBodies({ as: (actor) => actAs(db, actor, 'full'), basemapStyleUrl: null })
}

describeDatabases('kept bodies', ({ openDatabase }) => {
  let db: Database
  let app: FastifyInstance

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    app = (await openApp({ db })).app
  })
  afterAll(() => app.close())

  const rename = (name: string) =>
    change(asOwner(db, 'test'), async (client) => {
      await client.query(`update villages set name = $1::text where code = 'V0001' returning id`, [name])
      return { result: undefined, entries: [{ action: 'update', noun: 'villages' }] }
    })

  it('are built once, however many ask at the same time', async () => {
    const bodies = createTestBodies(db)
    const asked = Array.from({ length: 20 }, () => bodies.getLayer('villages', anonymous, '2026-01-15'))
    const [first, ...others] = await Promise.all(asked)
    for (const other of others) expect(other).toBe(first)
    expect(bodies.countBuilds()).toBe(1)
  })

  it('are forgotten when the day changes', async () => {
    const bodies = createTestBodies(db)
    const monday = await bodies.getLayer('sites', viewer, '2009-12-31')
    const tuesday = await bodies.getLayer('sites', viewer, '2010-01-01')
    expect(tuesday.hash).not.toBe(monday.hash)
    expect(bodies.countBuilds()).toBe(2)
  })

  it('follow a change of the data, and only what changed gets a new tag', async () => {
    const get = (layer: string) => app.inject(`/api/layers/${layer}.geojson`)
    const [villages, sites] = [await get('villages'), await get('sites')]
    await rename('Tên mới')
    await vi.waitFor(async () => expect((await get('villages')).body).toContain('Tên mới'), 10_000)
    expect((await get('villages')).headers.etag).not.toBe(villages.headers.etag)
    expect((await get('sites')).headers.etag).toBe(sites.headers.etag)
  })

  it('are kept where a change does not touch them', async () => {
    const bodies = createTestBodies(db)
    const day = '2026-01-15'
    const look = async () => ({
      sites: await bodies.getLayer('sites', viewer, day),
      villages: await bodies.getLayer('villages', viewer, day),
      districts: await bodies.getLayer('districts', viewer, day),
      province: await bodies.getProvince(day),
    })
    const before = await look()
    bodies.forget(new Set(['sites']))
    const afterSite = await look()
    expect(afterSite.sites).not.toBe(before.sites)
    expect(afterSite.villages).toBe(before.villages)
    expect(afterSite.districts).toBe(before.districts)
    bodies.forget(new Set(['village_services']))
    const afterStatement = await look()
    expect(afterStatement.sites).toBe(afterSite.sites)
    expect(afterStatement.villages).not.toBe(before.villages)
    expect(afterStatement.province).not.toBe(before.province)
    bodies.forget(new Set(['data_state']))
    expect((await look()).districts).not.toBe(before.districts)
  })

  it('of the first view are not built for each of many edits', async () => {
    const edits = 30
    const count = async () => Number(/^layer_builds (\d+)$/m.exec((await app.inject('/metrics')).body)?.[1])
    const before = await count()
    const started_ms = performance.now()
    for (let edit = 1; edit <= edits; edit++) await rename(`Lần ${edit}`)
    await vi.waitFor(async () => expect(await count()).toBeGreaterThan(before), 10_000)
    const built = (await count()) - before
    const seconds = Math.ceil((performance.now() - started_ms) / 1000)
    // All of it once, then villages, their services and the province once a second; one by one it would be 90.
    expect(built).toBeLessThanOrEqual(6 + 3 * seconds)
  })

  it('are built again after a build that failed', async () => {
    let fails = true
    const transaction: Database['transaction'] = (work) =>
      fails ? Promise.reject(new Error('gone')) : db.transaction(work)
    const bodies = createTestBodies({ ...db, transaction })
    await expect(bodies.getVillageServices('2026-01-15')).rejects.toThrow('gone')
    fails = false
    expect((await bodies.getVillageServices('2026-01-15')).hash).toMatch(/./)
  })
})
