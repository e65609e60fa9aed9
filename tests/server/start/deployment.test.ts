import { mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { grantApplicationLogin } from '../../../server/db/application-login.ts'
import { migrate } from '../../../server/db/migrate.ts'
import { openPostgres } from '../../../server/db/postgres.ts'
import { runCommand, runToEnd, type Environment, type RunningCommand } from '../../helpers/commands.ts'
import { datasetFolders } from '../../helpers/fill-database.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'

const main = 'server/main.ts'
const address = /http:\/\/127\.0\.0\.1:\d+/

/** Roles belong to the whole server, on which other files test at the same time. */
const names = {
  app: `deployed_app_${process.pid}`,
  owner: `deployed_owner_${process.pid}`,
  stranger: `deployed_stranger_${process.pid}`,
}

describe('a server on PostgreSQL', () => {
  let folder = ''
  let url = ''
  let superuser: pg.Client
  let drop: () => Promise<void>
  const running: RunningCommand[] = []

  const as = (username: string, password = '') => Object.assign(new URL(url), { username, password }).href

  const start = (environment: Environment): RunningCommand => {
    const command = runCommand(main, [], {
      PORT: '0',
      LANGUAGE: 'en',
      DATA_DIR: join(folder, 'var'),
      ...environment,
    })
    running.push(command)
    return command
  }

  /** As an administrator does beforehand; another file's migrations may have made it. */
  const createAppUser = () =>
    superuser.query(`
do $$ begin
  create role app_user nologin;
exception
  when duplicate_object or unique_violation then null;
end $$`)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deployment-'))
    const copy = await createPostgresCopy('empty')
    url = copy.url
    drop = copy.drop
    superuser = new pg.Client({ connectionString: url })
    await superuser.connect()
  })

  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
    await superuser.end()
    await drop()
    const cluster = new pg.Client({
      connectionString: Object.assign(new URL(url), { pathname: '/postgres' }).href,
    })
    await cluster.connect()
    for (const name of Object.values(names)) await cluster.query(`drop role if exists ${name}`)
    await cluster.end()
    await rm(folder, { recursive: true, force: true })
  })

  it('migrates as the owner, makes its own login, and loads nothing by itself', async () => {
    const server = start({ DATABASE_OWNER_URL: url, DATABASE_URL: as(names.app, `it's "geheim"`) })
    await server.waitFor(/npm run db -- seed/)
    const [origin] = await server.waitFor(address)
    expect((await fetch(`${origin}/api/health`)).status).toBe(200)
    expect(server.output()).toContain(`Made the database user ${names.app}`)
    expect(server.output()).not.toContain('geheim')
    expect(existsSync(join(folder, 'var'))).toBe(false)
    const { rows } = await superuser.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolpassword is not null as has_password
       from pg_authid
       where rolname = $1`,
      [names.app],
    )
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, has_password: true },
    ])
    const { rows: owned } = await superuser.query(
      `select c.relname
       from pg_class c
       join pg_roles r on r.oid = c.relowner
       where r.rolname = $1`,
      [names.app],
    )
    expect(owned).toEqual([])
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  })

  it('serves the data under an owner that is no superuser, and starts without the owner from then on', async () => {
    await superuser.query('create extension postgis')
    await superuser.query('create extension pg_trgm')
    await superuser.query(`create role ${names.owner} login createrole`)
    await superuser.query(`alter database ${new URL(url).pathname.slice(1)} owner to ${names.owner}`)
    const environment = {
      DATABASE_OWNER_URL: as(names.owner),
      DATABASE_URL: as(names.app),
      DATASET_DIR: datasetFolders['other-province'],
      LANGUAGE: 'en',
    }
    expect(await runToEnd('scripts/db.ts', ['migrate'], environment)).toMatchObject({ code: 0 })
    expect(await runToEnd('scripts/db.ts', ['seed'], environment)).toMatchObject({
      code: 0,
      output: expect.stringContaining('20 sites, 50 villages'),
    })
    const server = start({ DATABASE_URL: as(names.app), PUBLIC_SITES: 'count' })
    await server.waitFor(/20 sites, 50 villages/)
    await server.waitFor(/npm run users -- add/)
    const [origin] = await server.waitFor(address)
    const statuses = await Promise.all(
      [
        '/api/ready',
        '/api/province',
        '/api/session',
        '/api/layers/villages.geojson',
        '/api/layers/sites.geojson',
        '/api/site-counts',
        '/api/coverage?by=district&service=4g',
        '/api/search?q=a',
      ].map(async (path) => [path, (await fetch(`${origin}${path}`)).status]),
    )
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([])
    const sites = await fetch(`${origin}/api/layers/sites.geojson`)
    expect(await sites.json()).toMatchObject({ features: [] })
    // Between requests the login is nobody.
    const db = await openPostgres({ url: as(names.app) })
    expect(await db.query('select count(*) as n from sites')).toEqual([{ n: 0 }])
    await expect(db.query('delete from audit_log returning id')).rejects.toThrow('permission denied')
    await db.close()
  }, 240_000)

  it.each([
    ['a superuser', () => url, 'is a superuser or owns the tables'],
    ['the owner of the tables', () => as(names.owner), 'is a superuser or owns the tables'],
    ['who can become the owner', () => as(names.app), 'is a superuser or owns the tables'],
    ['a stranger', () => as(names.stranger), `grant app_user to "${names.stranger}"`],
  ])('refuses to work as %s and names the remedy', async (_, toUrl, remedy) => {
    await superuser.query(`create role ${names.owner} login`)
    await superuser.query(`create role ${names.app} login in role ${names.owner}`)
    await superuser.query(`create role ${names.stranger} login`)
    const db = await openPostgres({ url })
    await migrate(db)
    await grantApplicationLogin(db, as(names.app))
    await db.run(`alter table sites owner to ${names.owner}`)
    await db.close()
    const server = start({ DATABASE_URL: toUrl() })
    expect(await server.ended).toBe(1)
    expect(server.output()).toContain(remedy)
    expect(server.output()).not.toMatch(/\n\s+at /)
  })

  it('says who must migrate when its own login may not', async () => {
    await superuser.query('create extension postgis')
    await superuser.query('create extension pg_trgm')
    await createAppUser()
    await superuser.query(`create role ${names.app} login in role app_user`)
    const server = start({ DATABASE_URL: as(names.app) })
    expect(await server.ended).toBe(1)
    expect(server.output()).toMatch(/0001_units_and_sources.*DATABASE_OWNER_URL.*npm run db -- migrate/s)
  })

  it('says what the administrator must run when the owner may not make a login', async () => {
    await superuser.query('create extension postgis')
    await superuser.query('create extension pg_trgm')
    await createAppUser()
    await superuser.query(`create role ${names.owner} login`)
    await superuser.query(`alter database ${new URL(url).pathname.slice(1)} owner to ${names.owner}`)
    const server = start({ DATABASE_OWNER_URL: as(names.owner), DATABASE_URL: as(names.app, 'geheim') })
    expect(await server.ended).toBe(1)
    expect(server.output()).toContain(`create role "${names.app}" login`)
    expect(server.output()).not.toContain('geheim')
  })
})
