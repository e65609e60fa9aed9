import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDatabases } from '../../helpers/databases.ts'
import { openEditing, type Editing } from './editing.ts'

describeDatabases('editors at once', ({ openDatabase }) => {
  let editing: Editing
  beforeAll(async () => {
    editing = await openEditing(await openDatabase())
  })
  afterAll(() => editing.app.close())

  it('of whom fifty start from one version: one is first, the others are told', async () => {
    const { version } = await editing.findSite(1)
    const known = (await editing.listEntries('sites', 1)).length
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        editing.patch('staff', 1, version, { changes: { address: `bản ${n}` } }),
      ),
    )
    const winners = answers.flatMap(({ status }, n) => (status === 200 ? [n] : []))
    expect(winners).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'version_conflict')).toHaveLength(49)
    expect(await editing.findSite(1)).toMatchObject({ version: version + 1, address: `bản ${winners[0]}` })
    expect(await editing.listEntries('sites', 1)).toHaveLength(known + 1)
  })

  it('who look again after each refusal lose nothing', async () => {
    const editors = 12
    const { version } = await editing
      .patch('staff', 2, 1, { changes: { mast_height_m: 0 } })
      .then(() => editing.findSite(2))
    const known = (await editing.listEntries('sites', 2)).length
    const addMetre = async (): Promise<void> => {
      const site = await editing.findSite(2)
      const changes = { mast_height_m: Number(site['mast_height_m']) + 1 }
      const { status } = await editing.patch('staff', 2, site.version, { changes })
      if (status !== 200) return addMetre()
    }
    await Promise.all(Array.from({ length: editors }, addMetre))
    expect(await editing.findSite(2)).toMatchObject({ mast_height_m: editors, version: version + editors })
    const entries = (await editing.listEntries('sites', 2)).slice(known)
    expect(entries.map(({ after }) => after.mast_height_m)).toEqual(
      Array.from({ length: editors }, (_, n) => n + 1),
    )
  })

  it('who take the same new code: one has it', async () => {
    const bodies = Array.from({ length: 10 }, (_, n) => ({
      site: { code: 'SL-0300', name: `Số ${n}`, lng: 12.02 + n * 0.01, lat: 40.02, power_source: 'grid' },
    }))
    const answers = await Promise.all(
      bodies.map((body) => editing.ask('staff', '/api/sites', { method: 'POST', body })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'code_taken')).toHaveLength(9)
  })

  it.each(['sites', 'site_private', 'stations', 'station_private', 'audit_log'])(
    'find nothing half-written when %s fails',
    async (table) => {
      const look = () =>
        editing.db.query(`
select
  (select jsonb_agg(to_jsonb(s) order by s.id) from sites s) as sites,
  (select jsonb_agg(to_jsonb(p) order by p.site_id) from site_private p) as notes,
  (select jsonb_agg(to_jsonb(t) order by t.id) from stations t) as stations,
  (select jsonb_agg(to_jsonb(q) order by q.station_id) from station_private q) as certificates,
  (select count(*) from audit_log) as entries,
  (select jsonb_agg(to_jsonb(d)) from data_state d) as state`)
      const body = {
        changes: { name: `Hỏng ở ${table}`, lng: 12.1001, note: table },
        stations: [
          { id: 1, certificate_no: table },
          { carrier_code: 'gamma', technology: '2g', note: table },
        ],
      }
      const { version } = await editing.findSite(1)
      await editing.db.run(`
create function fail_on_purpose() returns trigger language plpgsql as $$ begin raise exception 'on purpose'; end $$;
create trigger fail_on_purpose before insert or update on ${table} for each row execute function fail_on_purpose();`)
      const before = await look()
      expect(await editing.patch('staff', 1, version, body)).toMatchObject({ status: 500, code: 'internal' })
      expect(await look()).toEqual(before)
      await editing.db.run(`
drop trigger fail_on_purpose on ${table};
drop function fail_on_purpose();`)
      const after = { ...body, stations: body.stations.slice(0, 1) }
      expect(await editing.patch('staff', 1, version, after)).toMatchObject({ status: 200 })
    },
  )
})
