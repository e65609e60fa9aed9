/** Starts a private PostgreSQL + PostGIS for the run and stops it afterwards: a Vitest global setup. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findPostgresBinDir } from '../../scripts/lib/test-tools.mjs'
import { findFreePort } from './free-port.ts'

export interface Owner {
  readonly uid?: number
  readonly gid?: number
}

interface Cluster {
  readonly folder: string
  readonly server: ChildProcess
}

/** The projects of one run share a cluster, though each asks for its own. */
const shared = globalThis as { testCluster?: { users: number; cluster: Promise<Cluster> } }

export async function setup(): Promise<void> {
  return startShared(fastSettings)
}

/** For what is measured: PostgreSQL as it comes, which has every commit on disk before it answers. */
export async function setupDurable(): Promise<void> {
  return startShared({})
}

async function startShared(settings: Settings): Promise<void> {
  shared.testCluster ??= { users: 0, cluster: startCluster(settings) }
  shared.testCluster.users += 1
  await shared.testCluster.cluster
}

export async function teardown(): Promise<void> {
  const running = shared.testCluster
  if (running === undefined) return
  running.users -= 1
  if (running.users > 0) return
  delete shared.testCluster
  await stopCluster(await running.cluster)
}

type Settings = Readonly<Record<string, string>>

/** Test databases are cloned while other suites write: durability is not what is tested. */
const fastSettings: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '64MB',
}

async function startCluster(chosen: Settings): Promise<Cluster> {
  const { binDir, folder, data, owner } = createClusterFolder()
  const port = await findFreePort()
  const settings = toSettings({
    ...chosen,
    listen_addresses: '127.0.0.1',
    max_connections: '60',
    log_min_messages: 'panic',
  })
  const postgres = [join(binDir, 'postgres'), '-D', data, '-p', String(port), '-k', folder, ...settings]
  const server = spawnGuarded(
    owner.uid === undefined ? postgres : ['setpriv', ...toDropTo(owner), ...postgres],
    folder,
  )
  const url = `postgres://tests@127.0.0.1:${port}/postgres`
  await waitForAnswer(url)
  process.env['TEST_DATABASE_URL'] = url
  process.env['TEST_DATABASE_FOLDER'] = folder
  return { folder, server }
}

export interface ClusterFolder {
  readonly binDir: string
  readonly folder: string
  readonly data: string
  /** Whom PostgreSQL must run as. */
  readonly owner: Owner
}

/** A folder with an empty cluster in it. */
export function createClusterFolder(): ClusterFolder {
  const binDir = findPostgresBinDir()
  if (binDir === null) throw new Error('No PostgreSQL with PostGIS found: `npm test` installs it or says how')
  const folder = mkdtempSync(join(tmpdir(), 'map-tests-'))
  const data = join(folder, 'cluster')
  mkdirSync(data)
  const owner = findOwner()
  // PostgreSQL refuses to run as root and must be able to reach its folder.
  if (owner.uid !== undefined && owner.gid !== undefined) {
    for (const path of [folder, data]) chownSync(path, owner.uid, owner.gid)
  }
  const initdb = [
    '--pgdata',
    data,
    '--username=tests',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  execFileSync(join(binDir, 'initdb'), initdb, { ...owner, cwd: folder, stdio: 'pipe' })
  return { binDir, folder, data, owner }
}

async function stopCluster({ folder, server }: Cluster): Promise<void> {
  const stopped = new Promise((resolve) => server.once('exit', resolve))
  server.stdin?.end()
  await stopped
  rmSync(folder, { recursive: true, force: true })
}

/**
 * The program lives only as long as we hold the other end of its guardian's input, so that a killed run leaves neither a
 * server nor files behind.
 */
function spawnGuarded(command: readonly string[], folder: string): ChildProcess {
  const guardian =
    'folder=$1; shift; "$@" & child=$!; cat > /dev/null; kill -QUIT $child; wait $child; rm -rf "$folder"'
  return spawn('sh', ['-c', guardian, 'sh', folder, ...command], {
    // A process group of its own: Ctrl-C reaches us first, and we stop it in order.
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
    cwd: '/',
  })
}

/** Whom PostgreSQL runs as: the system's user `postgres` where we are root, otherwise ourselves. */
function findOwner(): Owner {
  if (process.getuid?.() !== 0) return {}
  const toId = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: toId('-u'), gid: toId('-g') }
}

export function toDropTo(owner: Owner): string[] {
  return [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
}

export function toSettings(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function waitForAnswer(url: string): Promise<void> {
  const attempts = 300
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt === attempts) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
