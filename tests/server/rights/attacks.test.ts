import { beforeAll, describe, expect, it } from 'vitest'
import { anonymous, roles, type Actor } from '../../../core/permissions.ts'
import { actAs, systemActor, type DatabaseActor } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { toActorOf } from '../../helpers/actors.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { fillGuardedSites, type GuardedSite, type SiteKind } from '../../helpers/guarded-sites.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'
import { fillAccounts } from './fill-accounts.ts'

/** Statements that no request makes: what somebody could do who got them to the database in the name of a role. */
describeDatabases('an attacker with statements of their own', ({ openDatabase }) => {
  let db: Database
  let sites: GuardedSite[]
  let ids: ReadonlyMap<string, number>

  beforeAll(async () => {
    db = await openDatabase()
    await fillMadeUpProvince(db)
    sites = await db.transaction(fillGuardedSites)
    ids = await fillAccounts(db)
    await db.run('analyze')
  })

  const unknownId = 987_654
  const idOf = (kind: SiteKind) => sites.find((site) => site.kind === kind)!.id
  const toActor = (role: Actor['role']): Actor => ({
    ...toActorOf(role),
    user_id: ids.get(role) ?? null,
    username: role === 'anonymous' ? null : `of-${role}`,
  })
  const as = (actor: DatabaseActor) => actAs(db, actor, 'count')

  /** Rows, or how it was refused; whatever it did is taken back. */
  async function attempt(actor: DatabaseActor, sql: string): Promise<unknown> {
    const undo = new Error('undo')
    let answer: unknown
    await as(actor)
      .transaction(async (client) => {
        answer = await client.query(sql)
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) answer = String(error)
      })
    return answer
  }

  const refused = /permission denied|row-level security/

  describe.each(roles)('%s', (role) => {
    const hidden = () => sites.filter(({ isRestricted }) => isRestricted)

    it('asks no function of ours whether a hidden site exists', async () => {
      const functions = await db.query<{ name: string }>(
        `select p.proname as name
         from pg_proc p
         where p.pronamespace = 'public'::regnamespace
           and p.prosecdef
           and p.proargtypes::text = '23'
         order by 1`,
      )
      expect(functions.length).toBeGreaterThan(0)
      if (role === 'staff' || role === 'admin') return
      for (const { name } of functions) {
        const ask = (id: number) => attempt(toActor(role), `select ${name}(${id}) as answer`)
        for (const { id, kind } of hidden())
          expect(await ask(id), `${name} ${kind}`).toEqual(await ask(unknownId))
      }
    })

    it('reads no statistics of what it does not read', async () => {
      const told = await attempt(
        toActor(role),
        `select tablename, attname
         from pg_stats
         where tablename in ('sites', 'site_private', 'stations', 'station_private', 'users', 'proposals', 'audit_log')`,
      )
      expect(told).toEqual([])
      for (const question of [
        `select st_estimatedextent('public', 'sites', 'geom')::text as told`,
        `select _postgis_stats('sites'::regclass, 'geom', '2') as told`,
        `select _postgis_selectivity('sites'::regclass, 'geom', st_makeenvelope(0, 0, 180, 90, 4326), '2') as told`,
        `select _postgis_index_extent('sites'::regclass, 'geom')::text as told`,
      ]) {
        expect(await attempt(toActor(role), question), question).toMatch('permission denied')
      }
    })

    it('takes back a proposal and changes nothing else of it', async () => {
      for (const column of [
        'site_id',
        'changes',
        'before',
        'carrier_code',
        'proposed_by',
        'reason',
        'noun',
      ]) {
        expect(
          await attempt(toActor(role), `update proposals set ${column} = ${column} returning id`),
          column,
        ).toMatch('permission denied')
      }
    })

    it('learns of no proposal or entry by a number that is taken', async () => {
      for (const sql of [
        `insert into proposals (id, noun, site_id, carrier_code, proposed_by, base_version, before, changes)
         values (1, 'sites', ${idOf('own')}, 'alpha', ${ids.get('carrier')!}, 1, '{}', '{}') returning id`,
        `insert into audit_log (id, actor, actor_id, action, noun) values (1, 'x', null, 'update', 'sites') returning id`,
        `insert into audit_log (at, actor, actor_id, action, noun) values (now(), 'x', null, 'update', 'sites') returning id`,
      ]) {
        expect(await attempt(toActor(role), sql), sql).toMatch('permission denied')
      }
    })

    it('learns of no site by how a row that points at it is refused', async () => {
      if (role === 'staff' || role === 'admin') return
      const toProposal = (
        id: number,
      ) => `insert into proposals (noun, site_id, carrier_code, proposed_by, base_version, before, changes)
         values ('sites', ${id}, 'alpha', ${ids.get(role) ?? 0}, 1, '{}', '{}') returning id`
      const toNote = (id: number) =>
        `insert into site_private (site_id, note) values (${id}, 'x') on conflict (site_id) do nothing returning site_id`
      const toStation = (id: number) =>
        `insert into stations (site_id, carrier_code, technology, is_sample) values (${id}, 'alpha', '4g', false) returning id`
      for (const toSql of [toProposal, toNote, toStation]) {
        const unknown = await attempt(toActor(role), toSql(unknownId))
        expect(unknown).toMatch(refused)
        for (const { id } of hidden()) expect(await attempt(toActor(role), toSql(id))).toBe(unknown)
      }
    })

    it('learns of no code by how a new site is refused', async () => {
      if (role === 'staff' || role === 'admin') return
      const toSql = (
        code: string,
      ) => `insert into sites (code, name, geom, district_code, commune_code, commune_2025_code,
          power_source, has_backup_generator, backhaul, shareable, status, is_sample, search_names)
        values ('${code}', 'x', st_setsrid(st_makepoint(103, 21), 4326), '701', '70101', '7101', 'grid', false, 'fibre', false, 'live',
          false, 'x') on conflict do nothing returning id`
      const unknown = await attempt(toActor(role), toSql('NOBODYS'))
      expect(unknown).toMatch(refused)
      for (const [index] of sites.entries())
        expect(await attempt(toActor(role), toSql(`GS-${index}`))).toBe(unknown)
    })

    it('signs the audit log with no other name, and of nothing that it may not change', async () => {
      const toSql = (values: Readonly<Record<string, string | number | null>>) => {
        const entry = { actor: `of-${role}`, actor_id: ids.get(role) ?? null, action: 'update', ...values }
        const literals = Object.values(entry).map((value) => (value === null ? 'null' : `'${value}'`))
        return `insert into audit_log (${Object.keys(entry).join(', ')}) values (${literals.join(', ')}) returning 1 as made`
      }
      const write = (values: Readonly<Record<string, string | number | null>>) =>
        attempt(toActor(role), toSql(values))
      expect(await write({ noun: 'sites', actor: 'of-admin2' })).toMatch(refused)
      expect(await write({ noun: 'sites', actor_id: null })).toMatch(refused)
      const made = [{ made: 1 }]
      const place = { district_code: '701', commune_code: '70101', commune_2025_code: '7101' }
      const elsewhere = { district_code: '702', commune_code: '70201', commune_2025_code: '7102' }
      const expected: Readonly<Record<string, readonly string[]>> = {
        staff: ['sites', 'villages', 'elsewhere', 'proposals', 'rival'],
        admin: ['sites', 'villages', 'elsewhere', 'proposals', 'rival', 'users'],
        carrier: ['proposals'],
        local: ['villages'],
      }
      const entries = {
        sites: { noun: 'sites', carrier_code: 'alpha' },
        villages: { noun: 'villages', ...place },
        elsewhere: { noun: 'villages', ...elsewhere },
        proposals: { noun: 'proposals', carrier_code: 'alpha' },
        rival: { noun: 'proposals', carrier_code: 'beta' },
        users: { noun: 'users' },
      }
      for (const [name, values] of Object.entries(entries)) {
        const answer = await write(values)
        if (expected[role]?.includes(name) === true) expect(answer, name).toEqual(made)
        else expect(answer, name).toMatch(refused)
      }
    })

    it('rewrites and removes no entry of the audit log by any statement', async () => {
      for (const sql of [
        `insert into audit_log (actor, actor_id, action, noun) values ('of-${role}', null, 'x', 'sites')
         on conflict (id) do update set actor = 'x' returning id`,
        `merge into audit_log a using (select 1) one on true when matched then delete`,
        `with gone as (delete from audit_log returning id) select id from gone`,
        `select id from audit_log for update`,
        `update audit_log set units = null returning id`,
      ]) {
        expect(await attempt(toActor(role), sql), sql).toMatch(refused)
      }
    })

    it('counts no changes where nobody counts them', async () => {
      expect(
        await attempt(toActor(role), 'update data_state set version = version + 1 returning version'),
      ).toMatch(refused)
    })
  })

  it('lets the application itself rewrite no entry either, nor the owner by a way around', async () => {
    const system = { ...systemActor }
    expect(await attempt(system, 'update audit_log set actor = actor returning id')).toMatch(
      'permission denied',
    )
    await db.query(`insert into audit_log (actor, action, noun) values ('x', 'update', 'sites') returning id`)
    for (const sql of [
      `insert into audit_log (id, actor, action, noun) select id, 'x', 'x', 'x' from audit_log
       on conflict (id) do update set actor = 'x' returning id`,
      'merge into audit_log a using (select 1) one on true when matched then delete',
      'with gone as (delete from audit_log returning id) select id from gone',
    ]) {
      await expect(db.query(sql), sql).rejects.toThrow('append-only')
    }
  })

  it('does not put a table of their own before the real one', async () => {
    const carrier = as(toActor('carrier'))
    await carrier.transaction(async (client) => {
      await client.run('create temporary table visible_sites (id integer, access text) on commit drop')
      await client.run('create temporary table sites (id integer) on commit drop')
      const seen = await client.query('select s.id, s.code from visible_sites s')
      expect(seen.length).toBeGreaterThan(0)
    })
    const staff = as(toActor('staff'))
    await staff.transaction(async (client) => {
      await client.run('create temporary table sites (id integer) on commit drop')
      const [real] = await client.query<{ count: number }>(
        'select count(*) as count from sites s where s.code is not null',
      )
      expect(real!.count).toBeGreaterThan(0)
    })
  })

  it('reads behind its own site neither who else will be there nor when their records changed', async () => {
    const carrier = as(toActor('carrier'))
    expect(await carrier.query('select s.id, s.station_carriers, s.version from sites s')).toEqual([])
    const own = idOf('own')
    const readVersion = () =>
      carrier.query('select s.version from visible_sites s where s.id = $1::integer', [own])
    const before = await readVersion()
    await db.query('update sites set version = version + 1 where id = $1::integer returning id', [own])
    expect(await readVersion()).toEqual(before)
  })

  it('finds every function that runs with the owner’s rights to look in the public schema only', async () => {
    const loose = await db.query(
      `select p.proname
       from pg_proc p
       where p.prosecdef
         and p.pronamespace = 'public'::regnamespace
         -- Written in standard SQL its names are bound when it is made.
         and p.prosqlbody is null
         and not coalesce(p.proconfig::text ~ 'search_path="?public, pg_temp', false)
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    )
    expect(loose).toEqual([])
  })

  it('finds every view that hides something to be a barrier', async () => {
    const views = await db.query(
      `select c.relname
       from pg_class c
       where c.relkind = 'v'
         and c.relnamespace = 'public'::regnamespace
         and c.relname not in ('asker', 'geometry_columns', 'geography_columns')
         and not coalesce('security_barrier=true' = any (c.reloptions), false)`,
    )
    expect(views).toEqual([])
  })

  it('finds every table behind policies that its role may read in part, or open to all on purpose', async () => {
    const open = await db.query<{ relname: string }>(
      `select c.relname
       from pg_class c
       where c.relkind = 'r'
         and c.relnamespace = 'public'::regnamespace
         and not c.relrowsecurity
         and has_table_privilege('app_user', c.oid, 'select')
       order by 1`,
    )
    expect(open.map(({ relname }) => relname)).toEqual([
      'base_map_features',
      'indicators',
      'published_figures',
      'sources',
      'spatial_ref_sys',
    ])
  })

  it('is nobody without a name', async () => {
    expect(
      await attempt({ ...anonymous, role: 'nobody' as 'anonymous' }, 'select 1 as seen from site_counts'),
    ).toEqual([])
  })
})
