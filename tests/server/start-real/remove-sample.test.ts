import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { endpoints } from '../../../core/api/endpoints.ts'
import type { Endpoint } from '../../../core/api/endpoint.ts'
import type { StartReal } from '../../../core/api/start-real.ts'
import { layerIds } from '../../../core/inventory/layers.ts'
import { accountRoles } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import { createDemoAccounts } from '../../../server/db/demo-accounts.ts'
import type { Database } from '../../../server/db/database.ts'
import { toStoredPath } from '../../../server/files/upload-folder.ts'
import { toActorOf } from '../../helpers/actors.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createVisitor, type Visitor } from '../accounts/browser-of.ts'

const password = 'núi cao sông dài 2026'
const ofAssignment = '6f2c2a1e-9b1f-4a3b-8a55-0c6a3b0e2d11'
const ofAct = '6f2c2a1e-9b1f-4a3b-8a55-0c6a3b0e2d12'

/** Real rows beside the sample: some that stand alone, some that speak of what is made up. */
const realRows = `
insert into villages (
  code, name, kind, geom, located_by, commune_code, district_code, commune_2025_code, is_sample, position_is_sample, search_names
)
select x.code, x.name, 'ban', v.geom, 'position', v.commune_code, v.district_code, v.commune_2025_code, false, x.made_up, lower(x.name)
from (values ('T-1', 'Bản Thật Một', false), ('T-2', 'Bản Thật Hai', true)) as x (code, name, made_up)
cross join (select * from villages where geom is not null order by id limit 1) v;
insert into village_services (village_id, service, carrier_code, basis, state, observed_on, is_sample)
select v.id, '4g', c.code, 'declared', 'covered', '2026-01-02', false
from villages v
cross join (values ('viettel'), ('doanh-nghiep-4')) as c (code)
where v.code = 'T-1'
   or v.id = (select min(id) from villages);
insert into sites (
  code, name, geom, district_code, commune_code, commune_2025_code, owner_code, power_source, has_backup_generator, backhaul,
  shareable, status, is_sample, search_names
)
select x.code, x.name, s.geom, s.district_code, s.commune_code, s.commune_2025_code, x.owner, 'grid', true, 'fibre', true, 'live', false,
  lower(x.name)
from (values ('T-T1', 'Trạm Thật', 'viettel'), ('T-T2', 'Trạm Của Mẫu', 'doanh-nghiep-5')) as x (code, name, owner)
cross join (select * from sites order by id limit 1) s;
insert into stations (site_id, carrier_code, technology, is_sample)
select s.id, x.carrier, '4g', false
from (values ('T-T1', 'viettel'), ('T-T1', 'doanh-nghiep-5')) as x (code, carrier)
join sites s on s.code = x.code;
insert into stations (site_id, carrier_code, technology, is_sample)
select min(id), 'viettel', '5g', false from sites;
insert into cable_routes (code, name, kind, owner_code, tenant_codes, length_m, is_sample, geom)
select 'T-R1', 'Tuyến Thật', 'aerial', 'doanh-nghiep-4', array['viettel', 'doanh-nghiep-5'], 1000, false, geom
from cable_routes order by id limit 1;
insert into village_lineage (predecessor_id, successor_id)
select min(id), (select id from villages where code = 'T-1') from villages;
insert into users (username, display_name, role) values ('lan.nguyen', 'Nguyễn Thị Lan', 'staff');
insert into users (username, display_name, role, carrier_code) values ('cua-mau', 'Của mẫu', 'carrier', 'doanh-nghiep-5');
insert into challenges (village_id, carrier_code, service, observed_state, observed_on, text, reported_by)
select id, 'viettel', '4g', 'not_covered', '2026-01-03', 'không có sóng', 'person'
from villages where code = 'T-1' or id = (select min(id) from villages);
insert into challenge_reporters (challenge_id, user_id) select c.id, u.id from challenges c, users u where u.username = 'lan.nguyen';
insert into challenge_events (challenge_id, actor_role, move, from_state, to_state) select id, 'viewer', 'file', '', 'filed' from challenges;
insert into proposals (noun, village_id, proposed_by, base_version, before, changes)
select 'village_services', v.id, u.id, 1, '{}', '{}' from villages v, users u
where (v.code = 'T-1' or v.id = (select min(id) from villages)) and u.username = 'lan.nguyen';
update assignment_progress set state = 'building', version = 5 where assignment_id = (select min(id) from assignments);
insert into assignment_events (assignment_id, carrier_code, actor_role, move, from_state, to_state)
select id, carrier_code, 'carrier', 'build', 'not_started', 'building' from assignments order by id limit 1;
insert into due_papers (duty_code, owed_by, ower_code, year, state, sent_on)
select d.code, 'carrier', x.code, 2020, 'handed_in', '2020-12-01'
from paper_duties d, (values ('viettel'), ('doanh-nghiep-4')) as x (code)
where d.code = 'ke-hoach-4638-doanh-nghiep-5-nam';
insert into imports (noun, sender, carrier_code, file_name, stored_as, bytes, sha256, state)
values ('sites', 'doanh-nghiep-5', 'doanh-nghiep-5', 'x.xlsx', gen_random_uuid(), 1, repeat('a', 64), 'failed');
insert into import_answers (key, code) select 'village|x', code from villages where is_sample order by id limit 1;
insert into facilities (
  code, name, kind, geom, district_code, commune_code, commune_2025_code, is_sample, search_names
)
select x.code, x.code, 'school', s.geom, s.district_code, s.commune_code, s.commune_2025_code, x.made_up, ''
from (values ('F-1', true), ('F-2', false)) as x (code, made_up)
cross join (select * from sites order by id limit 1) s;
insert into stored_files (id, noun, noun_id, kind, name, media_type, bytes, sha256, stored_as, uploader_id, uploader_role)
select x.id::uuid, x.noun, x.noun_id, 'document', 'x.pdf', 'application/pdf', 1, repeat('a', 64), x.id::uuid, u.id, 'staff'
from users u, (
  select '${ofAssignment}', 'assignments', min(a.id) from assignments a
  union all
  select '${ofAct}', 'legal_acts', min(l.id) from legal_acts l
) as x (id, noun, noun_id)
where u.username = 'lan.nguyen';`

describeDatabases('from sample to real', ({ openSampleDatabase }) => {
  let db: Database
  let app: FastifyInstance
  let admin: Visitor
  let uploadsDir = ''
  let entriesBefore = 0

  beforeAll(async () => {
    db = await openSampleDatabase()
    await createDemoAccounts(db)
    await db.run(realRows)
    uploadsDir = await mkdtemp(join(tmpdir(), 'start-real-'))
    for (const stored of [ofAssignment, ofAct]) {
      await mkdir(dirname(toStoredPath(uploadsDir, stored)), { recursive: true })
      await writeFile(toStoredPath(uploadsDir, stored), 'x')
    }
    app = (await openApp({ db, environment: { UPLOADS_DIR: uploadsDir } })).app
    admin = createVisitor(app)
    expect((await admin.signIn('quan-tri')).statusCode).toBe(200)
    entriesBefore = await count('audit_log')
  })
  afterAll(async () => {
    await app.close()
    await rm(uploadsDir, { recursive: true })
  })

  async function count(table: string, where = 'true'): Promise<number> {
    const [row] = await db.query<{ n: number }>(`select count(*) as n from ${table} where ${where}`)
    return row?.n ?? -1
  }
  const getState = async () => (await admin.get('/api/start-real')).json<StartReal>()

  it('tells beforehand what is made up, and what real rows hang on it', async () => {
    const { province, sample, next_step } = await getState()
    expect(province).toBe('Điện Biên')
    expect(sample?.removed).toMatchObject({ sites: 815, villages: 1445, carriers: 2, cable_routes: 148 })
    expect(sample?.hanging).toMatchObject({ stations: 2, village_services: 3, challenges: 1, proposals: 1 })
    expect(next_step).toBe(null)
  })

  it.each(accountRoles)('is not to be done past the page by %s', async (role) => {
    const [user] = await db.query<{ id: number }>(
      `select id from users where role = $1::text and disabled_at is null order by id limit 1`,
      [role],
    )
    const named = { ...toActorOf(role), user_id: user?.id ?? null }
    const attempt = (actor: typeof named, sql: string) =>
      actAs(db, actor, null).query(sql).then(JSON.stringify, String)
    const refused = /permission denied|only administrators|row-level security/
    expect(await attempt(named, `select remove_sample_rows(null, 'x')`)).toMatch(refused)
    for (const table of ['sites', 'villages', 'village_services', 'carriers', 'audit_log', 'users']) {
      expect(await attempt(named, `delete from ${table}`), table).toMatch(refused)
    }
    const carrier = `insert into carriers (code, name, letter, color, is_sample) values ('x', 'X', 'X', '#000000', true)`
    expect(await attempt(named, carrier)).toMatch(refused)
    if (role === 'admin') {
      // In the name of no administrator that there is.
      expect(await attempt({ ...named, user_id: null }, `select start_real('x')`)).toMatch(refused)
      expect(await attempt({ ...named, user_id: 987_654 }, `select start_real('x')`)).toMatch(refused)
    } else {
      expect(await attempt(named, `select start_real('x')`)).toMatch(refused)
      expect(await attempt(named, carrier.replace('true', 'false'))).toMatch(refused)
    }
    expect(await count('sites', 'is_sample')).toBe(815)
  })

  it('needs the name of the province, and a password for an account that had none', async () => {
    const other = await admin.send('POST', '/api/start-real', { confirm: 'Lai Châu', password })
    expect(other.json()).toMatchObject({ code: 'value_invalid', params: { field: 'confirm' } })
    const none = await admin.send('POST', '/api/start-real', { confirm: 'Điện Biên' })
    expect(none.json()).toMatchObject({ code: 'password_unfit' })
    expect(await count('villages', 'is_sample')).toBe(1445)
  })

  it('removes everything that is made up, and says what it was', async () => {
    const listening = (await app.inject('/api/events/since')).json<{ last_id: string }>().last_id
    const etag = (await app.inject('/api/layers/villages.geojson')).headers['etag']
    const answer = await admin.send('POST', '/api/start-real', { confirm: 'dien bien', password })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({
      removed: {
        sites: 815,
        stations: 2628,
        villages: 1445,
        village_services: 15_873,
        cable_routes: 148,
        carriers: 2,
      },
      hanging: {
        stations: 2,
        village_services: 3,
        challenges: 1,
        proposals: 1,
        due_papers: 1,
        imports: 1,
        stored_files: 1,
      },
      changed: { assignments: 36, sites: 1, cable_routes: 1, villages: 1 },
    })
    const tables = await db.query<{ name: string; column: string }>(`
select c.table_name as name, c.column_name as column
from information_schema.columns c
join information_schema.tables t using (table_schema, table_name)
where c.table_schema = 'public'
  and c.column_name in ('is_sample', 'position_is_sample')
  and t.table_type = 'BASE TABLE'`)
    expect(tables.length).toBeGreaterThan(8)
    for (const { name, column } of tables) expect(await count(name, column), name).toBe(0)
    // Open maps learn of it, and no body of before is handed out.
    const after = await app.inject('/api/layers/villages.geojson')
    expect(after.headers['etag']).not.toBe(etag)
    expect(after.json<{ features: unknown[] }>().features).toHaveLength(2)
    await expect
      .poll(async () => (await app.inject(`/api/events/since?since=${listening}`)).json())
      .toMatchObject({ events: expect.arrayContaining([{ noun: 'data_state', ids: [] }]) })
    expect((await app.inject('/api/session')).json()).toMatchObject({
      public_sites: 'count',
      demo_accounts: [],
    })
    expect((await app.inject('/api/province')).json()).toMatchObject({
      data: { is_sample: false, title: 'Dữ liệu của tỉnh Điện Biên', note: null },
    })
  })

  it('leaves what is real as it was', async () => {
    expect(await count('admin_units', `unit_set = 'commune'`)).toBe(129)
    expect(await count('published_figures')).toBeGreaterThan(10)
    expect(await count('legal_acts')).toBe(2)
    expect(await count('assignments', 'village_id is null and carrier_code is not null')).toBe(36)
    expect(await count('assignment_progress', `state = 'not_started' and version = 1`)).toBe(36)
    expect(await db.query(`select code, owner_code from sites order by code`)).toEqual([
      { code: 'T-T1', owner_code: 'viettel' },
      { code: 'T-T2', owner_code: null },
    ])
    expect(
      await db.query(`select code, geom is null as bare, located_by from villages order by code`),
    ).toEqual([
      { code: 'T-1', bare: false, located_by: 'position' },
      { code: 'T-2', bare: true, located_by: 'label' },
    ])
    expect(await db.query(`select carrier_code, observed_on from village_services`)).toEqual([
      { carrier_code: 'viettel', observed_on: '2026-01-02' },
    ])
    expect(await db.query(`select owner_code, tenant_codes from cable_routes`)).toEqual([
      { owner_code: null, tenant_codes: ['viettel'] },
    ])
    expect(await count('challenges')).toBe(1)
    expect(await count('imports')).toBe(0)
    expect(await count('import_answers')).toBe(0)
    expect(await db.query('select code from facilities')).toEqual([{ code: 'F-2' }])
    expect(await count('proposals')).toBe(1)
    expect(await db.query('select ower_code from due_papers')).toEqual([{ ower_code: 'viettel' }])
    expect(
      (await readdir(uploadsDir, { recursive: true })).filter((name) => name.includes(ofAct)),
    ).toHaveLength(1)
    expect(
      (await readdir(uploadsDir, { recursive: true })).filter((name) => name.includes(ofAssignment)),
    ).toEqual([])
  })

  it('keeps the log and adds to it', async () => {
    expect(await count('audit_log', `id <= (select max(id) from audit_log)`)).toBe(entriesBefore + 3)
    const [entry] = await db.query<{ after: object; actor: string }>(
      `select actor, after from audit_log where action = 'start_real'`,
    )
    expect(entry).toMatchObject({
      actor: 'quan-tri',
      after: { is_sample: false, removed: { villages: 1445 } },
    })
  })

  it('leaves the administrator signed in, with a password, and nobody else of the sample', async () => {
    expect((await admin.get('/api/session')).json()).toMatchObject({ role: 'admin', username: 'quan-tri' })
    const again = createVisitor(app, '10.0.0.2')
    expect((await again.signIn('quan-tri')).statusCode).toBe(401)
    expect((await again.signIn('quan-tri', password)).statusCode).toBe(200)
    expect((await createVisitor(app, '10.0.0.3').signIn('can-bo-so')).statusCode).toBe(401)
    expect(await db.query(`select username from users where disabled_at is null order by username`)).toEqual([
      { username: 'lan.nguyen' },
      { username: 'quan-tri' },
    ])
  })

  it('is done once', async () => {
    const again = await admin.send('POST', '/api/start-real', { confirm: 'Điện Biên' })
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({ code: 'no_sample' })
    expect((await getState()).sample).toBeNull()
  })

  it('adds a carrier, once, of which open maps learn', async () => {
    const carrier = { code: 'nha-mang-moi', name: 'Nhà mạng Mới', letter: 'Đ', color: '#aa3377' }
    const listening = (await app.inject('/api/events/since')).json<{ last_id: string }>().last_id
    expect((await admin.send('POST', '/api/carriers', carrier)).json()).toEqual({
      carrier: { ...carrier, is_sample: false },
    })
    expect((await admin.send('POST', '/api/carriers', carrier)).json()).toMatchObject({ code: 'code_taken' })
    const two = await admin.send('POST', '/api/carriers', { ...carrier, code: 'khac', letter: 'AB' })
    expect(two.json()).toMatchObject({ code: 'value_invalid', params: { field: 'letter' } })
    const { carriers } = (await app.inject('/api/province')).json<{ carriers: { code: string }[] }>()
    expect(carriers.map(({ code }) => code)).toEqual(['mobifone', 'nha-mang-moi', 'viettel', 'vnpt'])
    await expect
      .poll(async () => (await app.inject(`/api/events/since?since=${listening}`)).json())
      .toMatchObject({ events: [{ noun: 'carriers', ids: [] }] })
  })

  it('says what each list still lacks', async () => {
    const { steps, next_step, screens } = await getState()
    const stateOf = Object.fromEntries(steps.map(({ step, state }) => [step, state]))
    expect(stateOf).toMatchObject({
      admin_units: 'done',
      villages: 'partly',
      carriers: 'done',
      assignments: 'partly',
    })
    expect(steps.find(({ step }) => step === 'villages')?.gaps).toContainEqual({
      code: 'villages_without_position',
      count: 1,
    })
    expect(next_step).toBeNull()
    expect(screens.find(({ screen }) => screen === 'shares')?.state).toBe('partly')
  })

  it.each(['with the few real rows', 'without villages, carriers, sites and statements'])(
    'answers every question %s',
    async (what) => {
      if (what.startsWith('without')) {
        await db.run(`
delete from proposals; delete from challenge_events; delete from challenge_reporters; delete from challenges;
delete from due_papers; delete from assignments; delete from village_services; delete from village_lineage; delete from villages;
delete from cable_routes; delete from stations; delete from sites;
update users set role = 'viewer', carrier_code = null where role = 'carrier'; delete from carriers;`)
        expect((await getState()).next_step).toBe('villages')
        // What the database is told past the log, no layer hears of.
        await app.close()
        app = (await openApp({ db, environment: { UPLOADS_DIR: uploadsDir } })).app
        admin = createVisitor(app)
        await admin.signIn('quan-tri', password)
      }
      for (const url of listAddresses()) {
        for (const visitor of what.startsWith('without') ? [admin, createVisitor(app)] : [admin]) {
          const { statusCode, body } = await visitor.get(url)
          expect(statusCode, `${url} ${body}`).toBeLessThan(500)
          expect([200, 401, 403, 404], `${url} ${statusCode} ${body}`).toContain(statusCode)
          expect(body, url).not.toMatch(/NaN|Infinity/)
        }
      }
    },
  )
})

const queries: Readonly<Record<string, readonly string[]>> = {
  '/api/coverage': ['?by=district&service=mobile', '?by=commune-2025&service=fibre&weight=households'],
  '/api/search': ['?q=ban'],
  '/api/speed-results': ['?unit_set=commune-2025&unit_code=03127'],
  '/api/files': ['?noun=legal_acts&noun_id=1'],
  '/api/position-check': ['?lng=103.02&lat=21.39'],
}

function listAddresses(): string[] {
  const asked = (Object.values(endpoints) as Endpoint[]).filter(
    ({ method, path }) =>
      method === 'GET' && path !== endpoints.streamEvents.path && !path.startsWith('/api/imports'),
  )
  return asked.flatMap(({ path }) => {
    if (path.includes('/layers/:id')) return layerIds.map((id) => path.replace(':id', id))
    const filled = path.replace(
      ':id',
      path.startsWith('/api/files') || path.startsWith('/api/uploads') ? ofAct : '1',
    )
    return (queries[path] ?? ['']).map((query) => `${filled}${query}`)
  })
}
