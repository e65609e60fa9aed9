import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../../server/db/embedded.ts'
import { migrate, readMigrations } from '../../../server/db/migrate.ts'
import { runCommand, runToEnd, type Environment, type RunningCommand } from '../../helpers/commands.ts'
import { copyDataset } from '../../helpers/damaged-dataset.ts'
import { createEmbeddedCopy } from '../../helpers/embedded-copies.ts'
import { createPostgresCopy } from '../../helpers/postgres-copies.ts'

const main = 'server/main.ts'
const otherProvince = fileURLToPath(new URL('../../fixtures/other-province', import.meta.url))
const migrationsDir = fileURLToPath(new URL('../../../server/db/migrations', import.meta.url))
const address = /http:\/\/127\.0\.0\.1:\d+/

let folder = ''
let dataDir = ''
const running: RunningCommand[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'))
  dataDir = join(folder, 'kho dữ liệu')
})

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
})

function start(environment: Environment = {}): RunningCommand {
  const command = runCommand(main, [], {
    PORT: '0',
    DATA_DIR: dataDir,
    DATASET_DIR: otherProvince,
    ...environment,
  })
  running.push(command)
  return command
}

async function ask(command: RunningCommand, path: string): Promise<Response> {
  const [origin] = await command.waitFor(address)
  return fetch(`${origin}${path}`)
}

/** Puts a finished database of the made-up province into the data directory. */
async function fillDataDir(): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  await rename(await createEmbeddedCopy('other-province'), join(dataDir, 'db'))
}

describe('a start on a data directory that holds a database', () => {
  beforeEach(fillDataDir)

  it('serves it, lets no second process in, closes on SIGTERM and opens again after that and after a kill', async () => {
    // Other data lie there now: a newer release, or a changed file.
    const first = start({ DATASET_DIR: join(folder, 'nowhere') })
    expect((await ask(first, '/api/ready')).status).toBe(200)
    await first.waitFor(/20 trạm, 50 thôn\/bản, dữ liệu mẫu/)
    expect(first.output()).toContain('Dữ liệu mẫu tỉnh Trường Lâm')

    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`Thư mục dữ liệu ${dataDir} đang được một tiến trình khác sử dụng`)
    expect(second.output()).not.toMatch(/\n\s+at /)

    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    const again = start({ LANGUAGE: 'en' })
    await again.waitFor(/20 sites, 50 villages, sample data/)
    again.child.kill('SIGKILL')
    await again.ended
    expect((await ask(start(), '/api/ready')).status).toBe(200)
  })

  it('names a busy port and how to take another', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => holder.once('listening', resolve))
    const { port } = holder.address() as AddressInfo
    const { code, output } = await runToEnd(main, [], { PORT: String(port), DATA_DIR: dataDir })
    holder.close()
    expect(code).toBe(1)
    expect(output).toContain(`Cổng ${port} trên 127.0.0.1`)
    expect(output).toContain(`PORT=${port + 1} npm start`)
    expect(output).not.toMatch(/\n\s+at /)
  })
})

describe('a newer release', () => {
  it('brings an older database up to date and loads nothing into it', async () => {
    const older = join(folder, 'migrations')
    await cp(migrationsDir, older, { recursive: true })
    const newest = (await readMigrations(older)).at(-1)
    const label = `${String(newest?.version).padStart(4, '0')}_${newest?.name}`
    await rm(join(older, `${label}.sql`))
    await mkdir(dataDir)
    const db = await openEmbedded({ dataDir: join(dataDir, 'db') })
    await migrate(db, older)
    await db.query(`insert into sources (code, title) values ('own', 'own') returning code`)
    await db.close()

    const server = start()
    await server.waitFor(new RegExp(`Đã cập nhật cấu trúc cơ sở dữ liệu: ${label}`))
    await server.waitFor(/còn trống/)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    const upgraded = await openEmbedded({ dataDir: join(dataDir, 'db') })
    expect(await upgraded.query('select code from sources')).toEqual([{ code: 'own' }])
    await upgraded.close()
  })
})

describe('a first start', () => {
  it('that is killed at any moment heals on the next', async () => {
    const unfinished = join(dataDir, 'db.new')
    const moments = [
      () => existsSync(unfinished),
      // Extensions and tables are there or half there.
      () =>
        existsSync(join(unfinished, 'global', 'pg_control')) &&
        existsSync(join(unfinished, 'postmaster.pid')),
    ]
    for (const isMoment of moments) {
      const command = start()
      await expect.poll(isMoment, { timeout: 120_000, interval: 5 }).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 1500))
      command.child.kill('SIGKILL')
      await command.ended
    }
    const server = start()
    expect((await ask(server, '/api/ready')).status).toBe(200)
    await server.waitFor(/20 trạm, 50 thôn\/bản/)
    expect((await readdir(dataDir)).toSorted()).toEqual(['db', 'lock'])
  }, 360_000)

  it('with wrong data files names them, leaves no database and ends', async () => {
    const copy = await copyDataset()
    await copy.edit('reference/communes.geojson', (text) => text.slice(0, text.length * 0.6))
    const { code, output } = await runToEnd(main, [], {
      PORT: '0',
      DATA_DIR: dataDir,
      DATASET_DIR: copy.folder,
    })
    await copy.remove()
    expect(code).toBe(1)
    expect(output).toMatch(/reference\/communes\.geojson, đối tượng 6, trường coordinates: /)
    // One file that cannot be read is one problem, not one for every row that points to it.
    expect(output).toContain('có 1 lỗi')
    expect(await readdir(dataDir)).toEqual(['lock'])
  })

  it('with a wrong configuration tells all of it, without a stack and without the password', async () => {
    const { code, output } = await runToEnd(main, [], {
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://someone:geheim@host/db',
      LANGUAGE: 'en',
    })
    expect(code).toBe(1)
    expect(output).toContain('PORT=eighty: expected a port number from 0 to 65535')
    expect(output).toContain('LOG_LEVEL=loud: expected one of fatal')
    expect(output).toContain('DATABASE_URL (value not shown): expected postgres://')
    expect(output).not.toMatch(/geheim|\n\s+at /)
  })
})

describe('a start on PostgreSQL', () => {
  let url = ''
  let drop: () => Promise<void>

  beforeEach(async () => {
    const copy = await createPostgresCopy('empty')
    url = copy.url
    drop = copy.drop
  })
  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
    await drop()
  })

  it('that cannot be reached says so without the password', async () => {
    const wrong = Object.assign(new URL(url), { port: '1', password: 'geheim' }).href
    const server = start({ DATABASE_URL: wrong })
    expect(await server.ended).toBe(1)
    expect(server.output()).toContain('Không kết nối được PostgreSQL (ECONNREFUSED)')
    expect(server.output()).not.toMatch(/geheim|\n\s+at /)
  })

  it('as a user who may not create PostGIS says what the administrator must do', async () => {
    const role = `weak_${process.pid}`
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`create role ${role} login`)
    try {
      const server = start({ DATABASE_URL: Object.assign(new URL(url), { username: role }).href })
      expect(await server.ended).toBe(1)
      expect(server.output()).toContain('create extension postgis;')
    } finally {
      await client.query(`drop role ${role}`)
      await client.end()
    }
  })

  it('is looked after by hand: status, seed, seed again, reset', async () => {
    const environment = { DATABASE_URL: url, DATASET_DIR: otherProvince, LANGUAGE: 'en' }
    const db = (...args: string[]) => runToEnd('scripts/db.ts', args, environment)
    expect(await db('status')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Migrations still to apply'),
    })
    expect(await db('seed')).toMatchObject({
      code: 0,
      output: expect.stringContaining('20 sites, 50 villages'),
    })
    expect(await db('seed')).toMatchObject({ code: 0, output: expect.stringContaining('nothing to do') })
    const other = await runToEnd('scripts/db.ts', ['seed'], { DATABASE_URL: url, LANGUAGE: 'en' })
    expect(other).toMatchObject({
      code: 1,
      output: expect.stringContaining('nothing loaded, nothing changed'),
    })
    expect(await db('reset')).toMatchObject({ code: 2, output: expect.stringContaining('--yes') })
    expect(await db('status')).toMatchObject({ output: expect.stringContaining('20 sites, 50 villages') })
    expect(await db('reset', '--yes')).toMatchObject({ code: 0 })
    expect(await db('status')).toMatchObject({ output: expect.stringContaining('The database is empty') })
    expect(await db('polish')).toMatchObject({ code: 2, output: expect.stringContaining('Usage') })
  }, 120_000)
})
