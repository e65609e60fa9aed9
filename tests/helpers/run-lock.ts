/** Does a thing once per test run, whichever worker comes first; the others wait for it. */
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const longestWait_ms = 170_000

/** The run's own folder: removed when the run ends. */
export function runFolder(): string {
  const folder = process.env['TEST_DATABASE_FOLDER']
  if (folder === undefined) {
    throw new Error('No TEST_DATABASE_FOLDER: this project needs tests/helpers/database-cluster.ts')
  }
  return folder
}

/** Runs `work` unless it has succeeded before under this name; after a failure the next caller tries again. */
export async function withRunLock(name: string, work: () => Promise<void>): Promise<void> {
  const done = join(runFolder(), `${name}.done`)
  const lock = join(runFolder(), `${name}.lock`)
  const until = Date.now() + longestWait_ms
  while (!existsSync(done)) {
    if (!takeLock(lock)) {
      if (Date.now() > until) throw new Error(`Another worker has not finished ${name}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      continue
    }
    try {
      if (!existsSync(done)) {
        await work()
        writeFileSync(done, '')
      }
    } finally {
      rmdirSync(lock)
    }
  }
}

// Making a folder either succeeds for one or fails: a lock between processes.
function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}
