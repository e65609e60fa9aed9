/** Does the data survive the server's sudden end? Killed in the middle of writes, started again, looked at; again and again. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../../server/db/database.ts'
import { signIn } from '../editor.ts'
import { startProcess } from '../server-process.ts'
import { createAttempts, type Attempts } from './attempts.ts'
import { saveUntilGone } from './editors.ts'
import { findKept } from '../../../server/db/kept-records.ts'
import { listRecordsToEdit, type RecordIds } from '../../../server/db/records-to-edit.ts'
import { judgeWrites, type Verdict } from './judge-writes.ts'

/** What `npm start` ends in; the page and the packages it looks after do not matter here. */
const start = ['node', '--import', 'tsx', 'server/main.ts']
const editors = 8

/** After the first save that was acknowledged: long enough that all editors are at it, another moment of a save each time. */
const latest_ms = 1500
const longestWait_ms = 60_000

export interface KilledServer {
  readonly port: number
  /** Names the database; everything in it is made up. */
  readonly environment: Readonly<Record<string, string>>
  /** The database itself, which no server has open. */
  readonly withDatabase: <T>(work: (owner: Database) => Promise<T>) => Promise<T>
}

export interface Kills {
  readonly times: number
  /** Hears after each kill what was found of everything since the beginning. */
  readonly onVerdict: (kill: number, verdict: Verdict) => void
}

/** Stops at the first kill after which something is not as it must be. */
export async function killServer(killed: KilledServer, { times, onVerdict }: Kills): Promise<Verdict> {
  const { port, environment, withDatabase } = killed
  const attempts = createAttempts()
  const records = await withDatabase(listRecords)
  const startServer = () => startProcess(start, port, environment)
  let server = await startServer()
  // Its session outlives every kill as well.
  const editor = await signIn(server.url)
  await server.stop()
  const before = await withDatabase(findKept)
  for (let kill = 1; ; kill++) {
    server = await startServer()
    const saving = saveUntilGone(editor, { attempts, records, editors })
    const moment = waitForOneMore(attempts).then(() => sleep(Math.random() * latest_ms))
    await Promise.race([moment, saving])
    await server.kill()
    await saving
    // It comes up by itself on what the other left behind.
    server = await startServer()
    await server.stop()
    const found = await withDatabase(findKept)
    const verdict = judgeWrites({ start: before, found, attempts: attempts.list() })
    onVerdict(kill, verdict)
    if (kill === times || verdict.lost.length + verdict.half.length > 0) return verdict
  }
}

async function waitForOneMore({ list }: Attempts): Promise<void> {
  const count = () => list().filter(({ outcome }) => typeof outcome === 'object').length
  const longest = performance.now() + longestWait_ms
  for (const known = count(); count() === known && performance.now() < longest;) await sleep(5)
}

/** Two people for each site. */
export function listRecords(owner: Database): Promise<RecordIds> {
  return listRecordsToEdit(owner, editors / 2)
}
