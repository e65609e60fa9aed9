import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanRecord } from '../../../core/api/plans.ts'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createVisitor, type Visitor } from '../accounts/browser-of.ts'

const usernames = {
  viewer: 'quy-hoach',
  staff: 'can-bo-so',
  admin: 'quan-tri',
  local: 'ubnd-huyen',
  carrier: 'alpha-tel',
} as const
type Who = keyof typeof usernames | 'anonymous'

describeDatabases('plans of trial sites', ({ openOtherProvince }) => {
  let db: Database
  let app: FastifyInstance
  let inside: { lng: number; lat: number }
  const visitors = new Map<Who, Visitor>()

  beforeAll(async () => {
    db = await openOtherProvince()
    await createDemoAccounts(db)
    app = (await openApp({ db })).app
    visitors.set('anonymous', createVisitor(app, '10.8.0.9'))
    for (const [who, username] of Object.entries(usernames) as [keyof typeof usernames, string][]) {
      const visitor = createVisitor(app, `10.8.0.${visitors.size}`)
      expect((await visitor.signIn(username)).statusCode, username).toBe(200)
      visitors.set(who, visitor)
    }
    const [point] = await db.query<{ lng: number; lat: number }>(
      `select st_x(label) as lng, st_y(label) as lat from admin_units where unit_set = 'commune' order by code limit 1`,
    )
    inside = point!
  })
  afterAll(() => app.close())

  const as = (who: Who) => visitors.get(who)!
  const toBody = (changes: object = {}) => ({
    name: 'Ba trạm dọc biên',
    service: '4g',
    visibility: 'private',
    sites: [{ ...inside, radius_m: 3000 }],
    ...changes,
  })
  const create = async (who: Who, changes: object = {}) => {
    const response = await as(who).send('POST', '/api/plans', toBody(changes))
    expect(response.statusCode, response.body).toBe(200)
    return response.json<{ plan: PlanRecord }>().plan
  }
  const update = (who: Who, plan: PlanRecord, changes: object) =>
    as(who).send('PATCH', `/api/plans/${plan.id}`, changes, { 'if-match': `"${plan.version}"` })
  const list = async (who: Who) =>
    (await as(who).get('/api/plans')).json<{ plans: PlanRecord[] }>().plans.map(({ id }) => id)
  const everybody = [...(Object.keys(usernames) as Who[]), 'anonymous' as const]

  it.each(['viewer', 'staff', 'admin', 'carrier'] as const)(
    'are saved by a %s, and read by others only when shared',
    async (who) => {
      const plan = await create(who)
      expect(plan).toMatchObject({ is_own: true, visibility: 'private', version: 1 })
      for (const other of everybody.filter((one) => one !== who)) {
        const answer = await as(other).get(`/api/plans/${plan.id}`)
        expect(answer.statusCode, other).toBe(404)
        expect(answer.json(), other).toMatchObject({ code: 'plan_not_found' })
      }
      const shared = (await update(who, plan, { visibility: 'shared' })).json<{ plan: PlanRecord }>().plan
      for (const other of everybody) {
        const answer = await as(other).get(`/api/plans/${plan.id}`)
        expect(answer.json<{ plan: PlanRecord }>().plan, other).toMatchObject({
          name: 'Ba trạm dọc biên',
          sites: [{ ...inside, radius_m: 3000 }],
          is_own: other === who,
        })
        if (other === 'anonymous') expect((await as(other).get('/api/plans')).statusCode).toBe(401)
        else expect(await list(other), other).toContain(plan.id)
      }
      await update(who, shared, { retired: true })
      for (const other of everybody.filter((one) => one !== who)) {
        expect((await as(other).get(`/api/plans/${plan.id}`)).statusCode, other).toBe(404)
      }
      expect(await list(who)).not.toContain(plan.id)
    },
  )

  it.each(['anonymous', 'local'] as const)('are not saved by %s', async (who) => {
    const answer = await as(who).send('POST', '/api/plans', toBody())
    expect([401, 403]).toContain(answer.statusCode)
  })

  it('are changed by their owner alone, also by nobody of the Sở', async () => {
    const secret = await create('carrier')
    const open = await create('carrier', { visibility: 'shared' })
    for (const other of ['viewer', 'staff', 'admin'] as const) {
      expect((await update(other, secret, { name: 'khác' })).statusCode, other).toBe(404)
      const refused = await update(other, open, { name: 'khác' })
      expect(refused.json(), other).toMatchObject({ code: 'not_allowed' })
    }
    const renamed = await update('carrier', open, { name: 'Tên mới' })
    expect(renamed.json()).toMatchObject({ plan: { name: 'Tên mới', version: 2 } })
  })

  it('cannot be read by another through the database itself, whatever the role', async () => {
    const { id } = await create('carrier')
    for (const role of ['viewer', 'staff', 'admin', 'local', 'carrier', 'anonymous']) {
      const rows = await db.transaction(async (client) => {
        await client.query(`select act_as($1::text, '999999', 'beta-tel', '', 'full', '2026-01-01')`, [role])
        return client.query(`select id from plans where id = $1::integer`, [id])
      })
      expect(rows, role).toEqual([])
    }
  })

  it('stand in the log as changes; of a private one nothing that is in it', async () => {
    const secret = await create('carrier', { name: 'Kín đáo' })
    await create('carrier', { name: 'Công khai', visibility: 'shared' })
    await update('carrier', secret, { note: 'Kín đáo hơn' })
    const { entries } = (await as('staff').get('/api/audit?noun=plans')).json<{
      entries: { action: string; noun_id: string; after: object }[]
    }>()
    const log = JSON.stringify(entries)
    expect(log).toContain('Công khai')
    expect(log).not.toContain('Kín đáo')
    expect(entries.filter(({ noun_id }) => noun_id === String(secret.id))).toMatchObject([
      { action: 'update', after: { visibility: 'private' } },
      { action: 'create', after: { visibility: 'private' } },
    ])
  })

  it('refuse a change that began from an older version, and one that changes nothing', async () => {
    const plan = await create('viewer')
    await update('viewer', plan, { name: 'Mới hơn' })
    const late = await update('viewer', plan, { name: 'Cũ hơn' })
    expect(late.statusCode).toBe(412)
    expect(late.json()).toMatchObject({ code: 'version_conflict', params: { current: 2 } })
    const same = await update('viewer', { ...plan, version: 2 }, { name: 'Mới hơn' })
    expect(same.json()).toMatchObject({ code: 'nothing_changed' })
  })

  describe('bad input', () => {
    const refuse = async (changes: object) => {
      const answer = await as('viewer').send('POST', '/api/plans', toBody(changes))
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      return answer.json<{ code: string; params: Record<string, unknown> }>()
    }

    it('names a radius of nothing and of 500 km with what would be right', async () => {
      for (const radius_m of [0, 499, 500_000]) {
        const { code, params } = await refuse({ sites: [{ ...inside, radius_m }] })
        expect(code).toBe('parameter_invalid')
        expect(JSON.stringify(params)).toContain('radius_m')
      }
    })

    it('names the trial site that lies outside the province', async () => {
      const far = { lng: 128.5, lat: inside.lat, radius_m: 3000 }
      expect(await refuse({ sites: [{ ...inside, radius_m: 3000 }, far] })).toMatchObject({
        code: 'position_outside',
        params: { lng: far.lng, lat: far.lat },
      })
    })

    it.each([
      ['no sites', { sites: [] }],
      ['fibre, which has no circle', { service: 'fibre' }],
      ['no name', { name: ' ' }],
      ['a name of 101 letters', { name: 'x'.repeat(101) }],
      ['a name that nobody can see', { name: 'a\u202eb' }],
      ['an unknown visibility', { visibility: 'staff' }],
      ['what is no field', { owner_id: 1 }],
      [
        'more than 50 sites',
        { sites: Array.from({ length: 51 }, () => ({ ...{ lng: 1, lat: 1 }, radius_m: 3000 })) },
      ],
    ])('refuses %s', async (_, changes) => {
      await refuse(changes)
    })
  })
})
