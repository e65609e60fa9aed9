/** The server as a user starts it, as a process of its own, so that its memory and its start are its own. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ServerProcess {
  readonly url: string
  /** From the command to the first answer of /api/ready. */
  readonly ready_ms: number
  /** Resident memory of the process that listens, now. */
  rss_mb(): number
  stop(): Promise<void>
  /** At once, without a word to it: SIGKILL. */
  kill(): Promise<void>
}

/** @param command what to run, e.g. node scripts/start.mjs; @param readyPath answers 200 when it serves */
export async function startProcess(
  command: readonly string[],
  port: number,
  environment: Readonly<Record<string, string>>,
  readyPath = '/api/ready',
): Promise<ServerProcess> {
  const [program = 'node', ...rest] = command
  const started = performance.now()
  const child = spawn(program, rest, {
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const url = `http://127.0.0.1:${port}`
  await waitForAnswer(child, url + readyPath)
  return {
    url,
    ready_ms: performance.now() - started,
    rss_mb: () => readRss(port),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

async function waitForAnswer(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + 180_000
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it answered`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok === true) return
    await sleep(50)
  }
  throw new Error(`${url} did not answer within three minutes`)
}

// The server may be a child of the command: the process that holds the port is the one that counts.
function readRss(port: number): number {
  const sockets = execFileSync('ss', ['-ltnpH', `sport = :${port}`], { encoding: 'utf8' })
  const pid = /pid=(\d+)/.exec(sockets)?.[1]
  if (pid === undefined) throw new Error(`Nobody listens on port ${port}`)
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  // The whole group: the command may have started others.
  process.kill(-child.pid, signal)
  await exited
}

/** The environment of a server on this database, which it owns: the server works as a login of its own. */
export function onPostgres(ownerUrl: string): Readonly<Record<string, string>> {
  const application = Object.assign(new URL(ownerUrl), { username: 'bench_app', password: '' })
  return { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: application.href }
}
