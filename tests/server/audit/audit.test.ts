import { parse } from 'csv-parse/sync'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AuditRecord } from '../../../core/api/audit.ts'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createVisitor, type Visitor } from '../accounts/browser-of.ts'

interface Page {
  readonly entries: readonly AuditRecord[]
  readonly next_before_id: number | null
}

describeDatabases('the history of changes', ({ openOtherProvince }) => {
  let db: Database
  let app: FastifyInstance
  let staff: Visitor
  let owner: Visitor
  let rival: Visitor
  let site: { readonly id: number; readonly owner_code: string }

  const list = async (visitor: Visitor, query = '') => (await visitor.get(`/api/audit?${query}`)).json<Page>()
  const getVersion = async () =>
    (await staff.get(`/api/sites/${site.id}`)).json<{ version: number; name: string }>()
  const rename = async (name: string, reason = 'đổi tên') => {
    const { version } = await getVersion()
    const body = { changes: { name }, reason }
    const response = await staff.send('PATCH', `/api/sites/${site.id}`, body, { 'if-match': `"${version}"` })
    expect(response.statusCode).toBe(200)
    return response.json<{ entry_id: number; version: number }>()
  }

  beforeAll(async () => {
    db = await openOtherProvince()
    await createDemoAccounts(db)
    app = (await openApp({ db })).app
    const [a, b] = await db.query<{ username: string; carrier_code: string }>(
      `select username, carrier_code from users where role = 'carrier' order by id`,
    )
    const [found] = await db.query<{ id: number; owner_code: string }>(
      `select id, owner_code from sites where owner_code = $1::text and visibility = 'public' order by id limit 1`,
      [a?.carrier_code ?? ''],
    )
    site = found!
    staff = createVisitor(app, '10.0.3.1')
    owner = createVisitor(app, '10.0.3.2')
    rival = createVisitor(app, '10.0.3.3')
    await staff.signIn('can-bo-so')
    await owner.signIn(a?.username ?? '')
    await rival.signIn(b?.username ?? '')
  })
  afterAll(() => app.close())

  it('says who changed what, when, from what to what and why', async () => {
    const { name } = await getVersion()
    const { entry_id } = await rename('Tên thứ hai', 'biển mới')
    const { entries } = await list(staff, `noun=sites&noun_id=${site.id}&limit=1`)
    expect(entries).toMatchObject([
      {
        id: entry_id,
        actor: 'can-bo-so',
        actor_name: 'Cán bộ Sở (mẫu)',
        noun: 'sites',
        before: { name },
        after: { name: 'Tên thứ hai' },
        changed: ['name'],
        reason: 'biển mới',
        record_name: 'Tên thứ hai',
        is_restorable: true,
      },
    ])
    expect(Date.now() - Date.parse(entries[0]?.at ?? '')).toBeLessThan(60_000)
  })

  it('is read by the owner of the site, not by a rival, a planner or a visitor', async () => {
    await rename('Tên thứ ba')
    expect((await list(owner, `noun=sites&noun_id=${site.id}`)).entries.length).toBeGreaterThan(0)
    expect((await list(rival, `noun=sites&noun_id=${site.id}`)).entries).toEqual([])
    const planner = createVisitor(app, '10.0.3.4')
    await planner.signIn('quy-hoach')
    expect((await planner.get('/api/audit')).statusCode).toBe(403)
    expect((await createVisitor(app, '10.0.3.5').get('/api/audit')).statusCode).toBe(401)
    // Accounts are for administrators.
    expect((await list(staff, 'noun=users')).entries).toEqual([])
    const admin = createVisitor(app, '10.0.3.6')
    await admin.signIn('quan-tri')
    expect((await list(admin, 'noun=users')).entries.length).toBeGreaterThan(0)
  })

  it('goes back to any earlier state, by a new change', async () => {
    const { name } = await getVersion()
    const { entry_id, version } = await rename('Sai rồi')
    const restored = await staff.send('POST', `/api/audit/${entry_id}/restore`, { side: 'before', version })
    expect(restored.json()).toMatchObject({ version: version + 1 })
    expect((await getVersion()).name).toBe(name)
    const { entries } = await list(staff, `noun=sites&noun_id=${site.id}&limit=1`)
    expect(entries).toMatchObject([{ action: 'restore', reverts_id: entry_id, changed: ['name'] }])
    // And forward again.
    const again = await staff.send('POST', `/api/audit/${entry_id}/restore`, {
      side: 'after',
      version: version + 1,
    })
    expect(again.statusCode).toBe(200)
    expect((await getVersion()).name).toBe('Sai rồi')
  })

  it('does not go back over a change that the editor has not seen', async () => {
    const { entry_id, version } = await rename('Một')
    await rename('Hai')
    const stale = await staff.send('POST', `/api/audit/${entry_id}/restore`, { side: 'before', version })
    expect(stale.json()).toMatchObject({ code: 'version_conflict', params: { current: version + 1 } })
    const blind = await staff.send('POST', `/api/audit/${entry_id}/restore`, { side: 'before' })
    expect(blind.json()).toMatchObject({ code: 'version_required' })
    expect((await getVersion()).name).toBe('Hai')
  })

  it('is put back by the staff alone, and only where there is something to put back', async () => {
    const { entry_id, version } = await rename('Ba')
    const refused = await owner.send('POST', `/api/audit/${entry_id}/restore`, { side: 'before', version })
    expect(refused.json()).toMatchObject({ code: 'not_allowed' })
    const unknown = await staff.send('POST', '/api/audit/999999/restore', { side: 'before', version })
    expect(unknown.json()).toMatchObject({ code: 'audit_entry_not_found' })
    const [load] = (await list(staff, 'noun=data_state')).entries
    const impossible = await staff.send('POST', `/api/audit/${load?.id ?? 0}/restore`, {
      side: 'before',
      version: 1,
    })
    expect(impossible.json()).toMatchObject({ code: 'not_restorable', params: { noun: 'data_state' } })
  })

  it('is found by area, person, day and kind', async () => {
    const { entries } = await list(staff, `noun=sites&noun_id=${site.id}&limit=1`)
    const [entry] = entries
    const [place] = await db.query<Record<string, string>>(
      `select district_code, commune_code, commune_2025_code from sites where id = $1::integer`,
      [site.id],
    )
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
    for (const query of [
      ...Object.entries(place ?? {}).map(([field, code]) => `${field}=${code}`),
      'actor=can-bo-so',
      `actor=${encodeURIComponent('cán bộ')}`,
      `from=${today}&to=${today}`,
      'noun=sites',
      `action=${entry?.action ?? ''}`,
    ]) {
      const found = await list(staff, `${query}&limit=200`)
      expect(found.entries.map(({ id }) => id)).toContain(entry?.id)
    }
    expect((await list(staff, 'to=2020-01-01')).entries).toEqual([])
    expect((await list(staff, 'actor=nobody')).entries).toEqual([])
    for (const query of ['from=2026-02-30', 'district_code=99999', 'noun=passwords', 'limit=0', 'what=1']) {
      expect((await staff.get(`/api/audit?${query}`)).statusCode).toBeGreaterThanOrEqual(400)
    }
  })

  it('counts the days of Việt Nam', async () => {
    const at = async (instant: string) =>
      db.query(
        `insert into audit_log (at, actor, action, noun) values ($1::timestamptz, 'clock', 'test', 'mast_kinds') returning id`,
        [instant],
      )
    await at('2024-03-09T16:59:59Z')
    await at('2024-03-09T17:00:00Z')
    expect((await list(staff, 'actor=clock&from=2024-03-10&to=2024-03-10')).entries).toHaveLength(1)
    expect((await list(staff, 'actor=clock&from=2024-03-09&to=2024-03-09')).entries).toHaveLength(1)
  })

  it('is read on page by page, though others write meanwhile', async () => {
    for (let n = 0; n < 5; n++) await rename(`Trang ${n}`)
    const whole = (await list(staff, 'limit=200')).entries.map(({ id }) => id)
    const seen: number[] = []
    let next: number | null = null
    do {
      const page: Page = await list(staff, `limit=2${next === null ? '' : `&before_id=${next}`}`)
      seen.push(...page.entries.map(({ id }) => id))
      next = page.next_before_id
      if (seen.length === 2) await rename('chen vào giữa')
    } while (next !== null)
    expect(seen).toEqual(whole)
  })

  it('is exported as it is listed, and runs nothing in a spreadsheet', async () => {
    const formula = '=HYPERLINK("http://evil.example")'
    await rename(formula)
    const query = `noun=sites&noun_id=${site.id}`
    const response = await staff.get(`/api/audit.csv?${query}`)
    expect(response.headers['content-type']).toContain('text/csv')
    expect(response.body.startsWith('\ufeff')).toBe(true)
    const rows = parse(response.body, { bom: true, columns: true }) as Record<string, string>[]
    const { entries } = await list(staff, `${query}&limit=200`)
    expect([...new Set(rows.map(({ id }) => Number(id)))]).toEqual(entries.map(({ id }) => id))
    expect(rows[0]).toMatchObject({ field: 'name', after: `'${formula}`, record_name: `'${formula}` })
    const mine = await owner.get(`/api/audit.csv?${query}`)
    expect(mine.body.split('\n').length).toBeGreaterThan(2)
    expect((await rival.get(`/api/audit.csv?${query}`)).body.trim().split('\n')).toHaveLength(1)
  })
})
