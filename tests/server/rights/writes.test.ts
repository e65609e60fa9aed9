import { beforeAll, describe, expect, it } from 'vitest'
import { canWriteColumn, roles, type Actor, type Noun } from '../../../core/permissions.ts'
import { actAs, systemActor, type DatabaseActor } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { toActorOf } from '../../helpers/actors.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillGuardedSites, type GuardedSite } from '../../helpers/guarded-sites.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'
import { fillAccounts } from './fill-accounts.ts'

/** Tables of each noun that an application's statement could aim at. */
const tablesOf: Readonly<Partial<Record<Noun, readonly string[]>>> = {
  sites: ['sites', 'site_private'],
  stations: ['stations', 'station_private'],
  villages: ['villages'],
  village_services: ['village_services'],
  facilities: ['facilities'],
  cable_routes: ['cable_routes'],
  speed_results: ['speed_results'],
  indicator_values: ['indicator_values'],
  admin_units: ['admin_units'],
  carriers: ['carriers'],
}

/** A column of each table that whoever may change its rows may write. */
const columnOf: Readonly<Record<string, string>> = {
  sites: 'name',
  stations: 'power_w',
  villages: 'households',
  village_services: 'withdrawn_at',
  facilities: 'has_fibre',
  cable_routes: 'duct_count',
  speed_results: 'samples',
  indicator_values: 'value',
  admin_units: 'population',
  carriers: 'color',
}

/** What only the database says, or what a row is of: no statement of the application changes it. */
const fixedColumns: readonly (readonly [table: string, column: string])[] = [
  ['facilities', 'id'],
  ['facilities', 'is_sample'],
  ['cable_routes', 'id'],
  ['cable_routes', 'is_sample'],
  ['speed_results', 'unit_code'],
  ['speed_results', 'period_from'],
  ['speed_results', 'is_sample'],
  ['indicator_values', 'year'],
  ['admin_units', 'code'],
  ['admin_units', 'unit_set'],
]

describeDatabases('rights, written as the application’s role', ({ openDatabase, driver }) => {
  let db: Database
  let sites: GuardedSite[]
  let idOf: ReadonlyMap<string, number>

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    sites = await db.transaction(fillGuardedSites)
    idOf = await fillAccounts(db)
  })

  const toActor = (role: Actor['role']): Actor => ({ ...toActorOf(role), user_id: idOf.get(role) ?? null })
  const as = (actor: DatabaseActor) => actAs(db, actor, 'full')

  /** Rows that the statement reached, none where it was refused; whatever it did is taken back. */
  async function reach(actor: DatabaseActor, sql: string): Promise<number> {
    const undo = new Error('undo')
    let reached = 0
    await as(actor)
      .transaction(async (client) => {
        reached = (await client.query(sql)).length
        throw undo
      })
      .catch((error: unknown) => {
        if (error === undo) return
        reached = 0
        expect(String(error)).toMatch(
          /permission denied|row-level security|append-only|only admins|local accounts|only the department/,
        )
      })
    return reached
  }

  const count = async (table: string) => {
    const [row] = await db.query<{ count: number }>(`select count(*) as count from ${table}`)
    return row!.count
  }

  describe.each(roles)('%s', (role) => {
    it('changes rows of the nouns that the table grants, and of no other', async () => {
      for (const [noun, tables = []] of Object.entries(tablesOf) as [Noun, readonly string[]][]) {
        for (const table of tables) {
          const set = columnOf[table] ?? 'note'
          const reached = await reach(
            toActor(role),
            `update ${table} set ${set} = ${set} returning 1 as reached`,
          )
          const may = canWriteColumn(role, 'update', noun, set)
          const inOwnUnits = `villages where district_code = '701'`
          const expected = may ? await count(role === 'local' ? inOwnUnits : table) : 0
          expect(reached, `${table}.${set}`).toBe(expected)
        }
      }
    })

    it('changes a site’s visibility only as an admin', async () => {
      const sql = `update sites set visibility = case visibility when 'public' then 'restricted' else 'public' end returning id`
      const may = canWriteColumn(role, 'update', 'sites', 'visibility')
      expect(await reach(toActor(role), sql)).toBe(may ? await count('sites') : 0)
    })

    it('changes of a village only what its right covers', async () => {
      for (const column of ['name', 'kind', 'road_access', 'households', 'population', 'grid_power_since']) {
        const value = { name: `'x'`, kind: `'ban'`, road_access: `'car'`, grid_power_since: `'2020-01-01'` }[
          column
        ]
        const sql = `update villages set ${column} = ${value ?? '7'} where district_code = '701' returning id`
        const may = canWriteColumn(role, 'update', 'villages', column)
        // Where nothing differs nothing is refused: kind is 'ban' or not from village to village.
        expect((await reach(toActor(role), sql)) > 0, column).toBe(may)
      }
    })

    it('creates sites, stations and statements only where the table says so', async () => {
      const site = `insert into sites (code, name, geom, district_code, commune_code, commune_2025_code, power_source,
          has_backup_generator, backhaul, shareable, status, is_sample, search_names)
        select 'NEW', name, geom, district_code, commune_code, commune_2025_code, power_source, has_backup_generator, backhaul,
          shareable, status, is_sample, search_names
        from visible_sites limit 1`
      const written = await reach(toActor(role), `${site} returning id`)
      expect(written > 0, 'sites').toBe(role === 'staff' || role === 'admin')
      const station = `insert into stations (site_id, carrier_code, technology, is_sample)
        values (${sites[0]!.id}, 'gamma', '4g', false) returning id`
      expect((await reach(toActor(role), station)) > 0, 'stations').toBe(
        canWriteColumn(role, 'create', 'stations', 'technology'),
      )
      const statement = `insert into village_services (village_id, service, carrier_code, basis, state, observed_on, is_sample)
        values (1, '4g', 'alpha', 'verified', 'covered', '2024-01-01', false) returning id`
      expect((await reach(toActor(role), statement)) > 0, 'village_services').toBe(
        canWriteColumn(role, 'create', 'village_services', 'state'),
      )
    })

    it('brings in facilities, routes, results, values, units and carriers only where the table says so', async () => {
      const place = `st_setsrid(st_makepoint(12.1, 40.1), 4326)`
      const area = `st_geomfromtext('POLYGON((12 40, 12.1 40, 12.1 40.1, 12 40))', 4326)`
      const inserts: Readonly<Partial<Record<Noun, string>>> = {
        facilities: `facilities (code, name, kind, geom, district_code, commune_code, commune_2025_code, is_sample, search_names)
          values ('N', 'N', 'school', ${place}, '701', '70101', '70101', false, 'n')`,
        cable_routes: `cable_routes (code, name, kind, length_m, is_sample, geom)
          values ('N', 'N', 'aerial', 10, false, st_makeline(${place}, st_translate(${place}, 0.1, 0)))`,
        speed_results: `speed_results (unit_set, unit_code, period_from, period_to, network, samples, is_sample)
          values ('commune', '70101', '2020-01-01', '2020-03-31', 'mobile', 1, false)`,
        indicator_values: `indicator_values (indicator_code, year, kind, value) values ('1', 2022, 'actual', 1)`,
        admin_units: `admin_units (unit_set, code, name, kind, valid_from, search_names, label, geom)
          values ('commune', '70999', 'N', 'xa', '2020-01-01', 'n', ${place}, ${area})`,
        carriers: `carriers (code, name, letter, color, is_sample) values ('new', 'N', 'N', '#000000', false)`,
      }
      for (const [noun, sql] of Object.entries(inserts) as [Noun, string][]) {
        const reached = await reach(toActor(role), `insert into ${sql} returning 1 as made`)
        expect(reached, noun).toBe(canWriteColumn(role, 'create', noun, 'name') ? 1 : 0)
      }
      for (const [table, column] of fixedColumns) {
        const sql = `update ${table} set ${column} = ${column} returning 1 as changed`
        expect(await reach(toActor(role), sql), `${table}.${column}`).toBe(0)
      }
    })

    it('takes back a unit only as the Sở, and none in which anything lies', async () => {
      const take = (code: string) =>
        reach(toActor(role), `select code from take_back_units('commune', array['${code}']) as taken (code)`)
      await db.query(
        `insert into admin_units (unit_set, code, name, kind, parent_code, successor_code, valid_from, search_names, label, geom)
         select 'commune', '70998', 'Nhầm', 'xa', '701', '70101', valid_from, 'nham', label, geom
         from admin_units where unit_set = 'commune' and code = '70101'
         on conflict do nothing
         returning code`,
      )
      const may = role === 'staff' || role === 'admin'
      expect(await take('70998')).toBe(may ? 1 : 0)
      expect(await take('70101')).toBe(0)
    })

    it('rewrites no statement, and deletes and empties nothing', async () => {
      const rewrite = `update village_services set state = 'covered' returning id`
      expect(await reach(toActor(role), rewrite)).toBe(0)
      for (const table of await listTables()) {
        if (table === 'user_units') continue
        expect(await reach(toActor(role), `delete from ${table} returning 1 as gone`), table).toBe(0)
        await expect(as(toActor(role)).run(`truncate ${table} cascade`), table).rejects.toThrow(
          /permission|must be owner/,
        )
      }
    })

    it('changes accounts only as an admin, and touches no password and no session', async () => {
      const sql = `update users set display_name = display_name returning id`
      expect(await reach(toActor(role), sql)).toBe(role === 'admin' ? idOf.size : 0)
      const session = `insert into sessions (id_hash, data, expires_at) values ('x', '{}', now()) returning 1 as made`
      expect(await reach(toActor(role), session)).toBe(0)
    })

    it('is no owner', async () => {
      const actor = as(toActor(role))
      // The embedded database stays its owner's underneath: there only our own code stands between.
      if (driver === 'embedded') return
      await expect(actor.run('create table mine (id integer)')).rejects.toThrow(/permission denied/)
      await expect(actor.run('alter table sites disable row level security')).rejects.toThrow(/must be owner/)
      await expect(actor.run('drop policy sites_staff on sites')).rejects.toThrow(/must be owner/)
    })
  })

  it('lets nobody change the audit log, not even its owner', async () => {
    for (const sql of [
      `update audit_log set actor = 'x' returning id`,
      'delete from audit_log returning id',
    ]) {
      await expect(db.query(sql)).rejects.toThrow('append-only')
    }
    await expect(db.run('truncate audit_log')).rejects.toThrow('append-only')
    await expect(as(systemActor).query('delete from audit_log returning id')).rejects.toThrow(/permission/)
  })

  it('refuses a carrier’s proposal for a site that is not its own', async () => {
    const carrier = toActor('carrier')
    const propose = (site: GuardedSite, carrier_code = 'alpha', by = carrier.user_id) =>
      reach(
        carrier,
        `insert into proposals (noun, site_id, carrier_code, proposed_by, base_version, before, changes)
         values ('sites', ${site.id}, '${carrier_code}', ${by}, 1, '{}', '{}') returning id`,
      )
    for (const site of sites) {
      expect(await propose(site), site.kind).toBe(['own', 'own-by-station'].includes(site.kind) ? 1 : 0)
    }
    expect(await propose(sites[0]!, 'beta')).toBe(0)
    expect(await propose(sites[0]!, 'alpha', idOf.get('staff')!)).toBe(0)
  })

  async function listTables(): Promise<string[]> {
    const tables = await db.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'spatial_ref_sys' order by 1`,
    )
    return tables.map(({ name }) => name)
  }
})
