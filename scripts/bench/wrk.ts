/** How many requests per second does one URL bear, and how long do the slowest wait? */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Load {
  readonly requests_per_s: number
  readonly p99_ms: number
}

/** One thread, four connections, as docs/performance.md states. Throws when any answer was not 2xx. */
export async function measureLoad(
  url: string,
  seconds: number,
  headers: readonly string[] = [],
): Promise<Load> {
  const { stdout } = await run('wrk', [
    '-t1',
    '-c4',
    `-d${seconds}s`,
    '--latency',
    ...headers.flatMap((header) => ['-H', header]),
    url,
  ])
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${url} did not answer well:\n${stdout}`)
  const requests = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
  const p99 = /99%\s+([\d.]+)(us|ms|s)\b/.exec(stdout)
  const inMs = { us: 0.001, ms: 1, s: 1000 }[p99?.[2] as 'us' | 'ms' | 's']
  return { requests_per_s: requests, p99_ms: Number(p99?.[1]) * inMs }
}
