/** A PostgreSQL of a test's own that the test may restart under everybody who uses it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { createClusterFolder, toDropTo, toSettings } from './database-cluster.ts'
import { findFreePort } from './free-port.ts'

export interface RestartableCluster {
  /** Address of a new empty database. */
  readonly createDatabase: (name: string) => Promise<string>
  /** Ends at once: connections break, what was not committed is gone; then nobody gets in until `meanwhile` is done. */
  readonly restart: (meanwhile?: () => Promise<void>) => Promise<void>
  readonly remove: () => Promise<void>
}

export async function startRestartableCluster(): Promise<RestartableCluster> {
  const { binDir, folder, data, owner } = createClusterFolder()
  const port = await findFreePort()
  // What is committed is written down before it is said; whether it is on the disk matters only when the machine fails.
  const settings = toSettings({
    listen_addresses: '127.0.0.1',
    fsync: 'off',
    unix_socket_directories: folder,
    log_min_messages: 'panic',
    port: String(port),
  })
  const log = join(folder, 'log')
  const control = async (...args: readonly string[]) => {
    const given = ['-D', data, '-l', log, '-w', '-o', settings.join(' '), ...args]
    const child = spawn(join(binDir, 'pg_ctl'), given, { ...owner, cwd: folder, stdio: 'ignore' })
    const code = await new Promise((resolve) => child.once('exit', resolve))
    if (code !== 0) throw new Error(`pg_ctl ${args.join(' ')} ended with ${String(code)}`)
  }
  await control('start')
  // Whoever kills the tests leaves neither a server nor files behind.
  const guardian = 'cat > /dev/null; "$1" -D "$2" -m immediate stop > /dev/null 2>&1; rm -rf "$3"'
  const command = ['sh', '-c', guardian, 'sh', join(binDir, 'pg_ctl'), data, folder]
  const [program = 'sh', ...rest] =
    owner.uid === undefined ? command : ['setpriv', ...toDropTo(owner), ...command]
  const guard = spawn(program, rest, { detached: true, stdio: ['pipe', 'ignore', 'inherit'], cwd: '/' })
  const toUrl = (name: string) => `postgres://tests@127.0.0.1:${port}/${name}`
  return {
    createDatabase: async (name) => {
      const client = new pg.Client({ connectionString: toUrl('postgres') })
      await client.connect()
      await client.query(`create database ${name}`).finally(() => client.end())
      return toUrl(name)
    },
    restart: async (meanwhile) => {
      await control('-m', 'immediate', 'stop')
      await meanwhile?.()
      await control('start')
    },
    remove: async () => {
      const removed = new Promise((resolve) => guard.once('exit', resolve))
      guard.stdin.end()
      await removed
    },
  }
}
