import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '../../../core/permissions.ts'
import { actAs } from '../../../server/db/act-as.ts'
import type { Database } from '../../../server/db/database.ts'
import { openPostgres } from '../../../server/db/postgres.ts'
import { staff, toCarrierActor } from '../../helpers/actors.ts'
import { fillGuardedSites } from '../../helpers/guarded-sites.ts'
import { fillMadeUpProvince } from '../../helpers/made-up-province.ts'
import { copyPostgres, createPostgresCopy, toApplication } from '../../helpers/postgres-copies.ts'

/** Of this process: roles belong to the whole server. */
const login = `only_app_${process.pid}`

describe('a login that is nothing but a member of app_user', () => {
  let owner: Database
  let db: Database
  let remove: () => Promise<void>

  beforeAll(async () => {
    const { url, drop } = await createPostgresCopy('migrated')
    owner = await openPostgres({ url })
    await fillMadeUpProvince(owner)
    await owner.transaction(fillGuardedSites)
    await owner.run(`create role ${login} login; grant app_user to ${login}`)
    db = await openPostgres({ url: Object.assign(new URL(url), { username: login }).href })
    remove = async () => {
      await db.close()
      await owner.run(`drop role ${login}`)
      await owner.close()
      await drop()
    }
  })
  afterAll(() => remove())

  const tables = [
    'sites',
    'stations',
    'site_private',
    'station_private',
    'users',
    'audit_log',
    'proposals',
    'sessions',
  ]

  it('serves those in whose name it says it asks', async () => {
    const [all] = await owner.query<{ count: number }>('select count(*) as count from sites')
    expect(await actAs(db, staff, 'count').query('select count(*) as count from visible_sites')).toEqual([
      all,
    ])
    expect(await actAs(db, anonymous, 'count').query('select id from visible_sites')).toEqual([])
  })

  it('sees no guarded row without saying so, or with the role put back', async () => {
    for (const table of [
      ...tables,
      'visible_sites',
      'visible_stations',
      'site_counts',
      'visible_audit_log',
      'user_names',
    ]) {
      expect(await db.query(`select 1 as seen from ${table}`), table).toEqual([])
      const after = await db.transaction(async (client) => {
        await client.query(`select set_config('role', 'app_user', true) as role`)
        await client.query(`select set_config('role', 'none', true) as role`)
        return client.query(`select 1 as seen from ${table}`)
      })
      expect(after, table).toEqual([])
    }
  })

  it('keeps nothing of a transaction for the next one on the same connection', async () => {
    for (let round = 0; round < 20; round++) {
      await actAs(db, staff, 'full').query('select 1 as one')
      expect(await db.query('select id from visible_sites')).toEqual([])
    }
  })

  it.each([
    'alter table sites disable row level security',
    'alter table sites no force row level security',
    'drop policy sites_viewer on sites',
    'create policy mine on sites using (true)',
    'alter view visible_sites set (security_barrier = false)',
    'drop view visible_sites',
    'create table mine (id integer)',
    'create or replace function app_role() returns text language sql return $$admin$$',
    'alter table audit_log disable trigger audit_log_append_only',
    'truncate audit_log',
    'grant app_user to tests',
    'set role tests',
    'set session authorization tests',
    `alter role ${login} superuser`,
    `copy (select 1) to program 'true'`,
  ])('is refused: %s', async (script) => {
    await expect(db.run(script)).rejects.toThrow(/permission denied|must (be|have)/)
    await expect(actAs(db, staff, 'full').run(script)).rejects.toThrow(/permission denied|must (be|have)/)
  })

  it('is how the application of every test comes to PostgreSQL', async () => {
    const copy = await copyPostgres('migrated')
    const application = await toApplication(copy.database)
    const [me] = await application.query(
      `select
         r.rolsuper,
         r.rolbypassrls,
         array(select g.rolname::text from pg_roles g where pg_has_role(r.oid, g.oid, 'member') and g.oid <> r.oid) as member_of,
         exists (select from pg_class c where c.relowner = r.oid) as is_owner
       from pg_roles r
       where r.rolname = current_user`,
    )
    expect(me).toEqual({ rolsuper: false, rolbypassrls: false, member_of: ['app_user'], is_owner: false })
    expect(await application.query('select s.id from sites s')).toEqual([])
    await copy.remove()
  })

  it('cannot switch the policies off', async () => {
    const asked = actAs(db, toCarrierActor('alpha'), 'full').transaction(async (client) => {
      await client.query(`select set_config('row_security', 'off', true) as off`)
      return client.query('select address from sites')
    })
    await expect(asked).rejects.toThrow('row-level security')
  })
})
