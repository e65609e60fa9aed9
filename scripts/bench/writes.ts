/** How fast is a moved site saved while fifty people save, and is anything lost? Over HTTP, against a bare insert. */
import { fork } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { buildApp } from '../../server/app.ts'
import { toConfig } from '../../server/config.ts'
import type { Database } from '../../server/db/database.ts'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import {
  countWritten,
  createBareTable,
  insertBareRow,
  listSitesToMove,
  type SiteToMove,
} from '../../server/db/records-to-edit.ts'
import { signIn, type Editor } from './editor.ts'
import { repeat } from './repeat.ts'
import type { Measurement } from './report.ts'

const editors = 50
/** Two people for each site: half of them come second and have to look again. */
const sitesEdited = 25
/** Saves of each editor before anything is measured: what is compiled and planned once is done by then. */
const warmUp = 10

/** What the editors are told, in a process of their own. */
export interface EditorsTask extends Editor {
  readonly editors: number
  readonly sites: readonly SiteToMove[]
  readonly saves: number
  /** Each editor begins a save this often; 0: as soon as the last is answered. */
  readonly every_ms: number
}

export interface EditorsDone {
  /** Of each save that was accepted. */
  readonly times_ms: readonly number[]
  /** Refused, because another was first. */
  readonly conflicts: number
  readonly seconds: number
}

export interface WriteSizes {
  /** Saves of each editor that are accepted. */
  readonly saves: number
  /** How many times slower than a bare insert the slowest hundredth may be. */
  readonly mostTimes: number
}

/** @param db a fresh copy of the sample: it is written to */
export async function measureWrites(db: Database, sizes: WriteSizes): Promise<Measurement[]> {
  await createDemoAccounts(db)
  const app = await buildApp({ config: toConfig({ LOG_LEVEL: 'silent' }), db, webDir: '/nowhere' })
  try {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    const editor = await signIn(origin)
    // Once round to warm up both.
    await saveAll({
      ...editor,
      editors,
      sites: await listSitesToMove(db, sitesEdited),
      saves: warmUp,
      every_ms: 0,
    })
    await insertAll(db, { saves: warmUp, every_ms: 0 })
    const measured: Measurement[] = []
    for (const pace of paces) measured.push(...(await measurePace(db, editor, { ...sizes, ...pace })))
    return measured
  } finally {
    await app.close()
  }
}

/** Without a pause each save waits for those of all the others; at a pace that people may reach, only for itself. */
const paces = [
  { every_ms: 0, pace: 'without a pause' },
  { every_ms: 1000, pace: 'once a second each' },
]

async function measurePace(
  db: Database,
  editor: Editor,
  { saves, mostTimes, every_ms, pace }: WriteSizes & (typeof paces)[number],
): Promise<Measurement[]> {
  const sites = await listSitesToMove(db, sitesEdited)
  const ids = sites.map(({ id }) => id)
  const before = await countWritten(db, ids)
  const { times_ms, conflicts, seconds } = await saveAll({ ...editor, editors, sites, saves, every_ms })
  const after = await countWritten(db, ids)
  const bare_ms = await insertAll(db, { saves, every_ms })
  const accepted = times_ms.length
  const entries = after.entries - before.entries
  const versions = after.versions - before.versions
  const times = toPercentile(times_ms, 0.99) / toPercentile(bare_ms, 0.99)
  const on = `${db.driver}, ${pace}:`
  return [
    reported(`${on} saves per second, ${editors} editors`, (accepted / seconds).toFixed(0)),
    reported(`${on} a save, p50 / p99, ms`, toPair(times_ms)),
    reported(`${on} a bare insert, p50 / p99, ms`, toPair(bare_ms)),
    {
      what: `${on} p99 of a save ÷ p99 of a bare insert`,
      measured: times.toFixed(1),
      demanded: `≤ ${mostTimes}`,
      met: times <= mostTimes,
    },
    {
      what: `${on} accepted / audit entries / versions counted up; refused as too late`,
      measured: `${accepted} / ${entries} / ${versions}; ${conflicts}`,
      demanded: 'equal',
      met: entries === accepted && versions === accepted,
    },
  ]
}

async function saveAll(task: EditorsTask): Promise<EditorsDone> {
  const child = fork(fileURLToPath(new URL('./saving-editors.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  })
  const done = new Promise<EditorsDone>((resolve, reject) => {
    child.once('message', (message) => resolve(message as EditorsDone))
    child.once('exit', (code) => reject(new Error(`The editors ended with ${code}`)))
  })
  child.send(task)
  return done
}

async function insertAll(
  db: Database,
  { saves, every_ms }: Pick<EditorsTask, 'saves' | 'every_ms'>,
): Promise<number[]> {
  await createBareTable(db)
  const times_ms: number[] = []
  const insert = (n: number) =>
    repeat({ times: saves, every_ms, first_ms: (n * every_ms) / editors }, async () => {
      const started_ms = performance.now()
      await insertBareRow(db)
      times_ms.push(performance.now() - started_ms)
    })
  await Promise.all(Array.from({ length: editors }, (_, n) => insert(n)))
  return times_ms
}

function toPercentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

function toPair(values: readonly number[]): string {
  const [half, most] = [toPercentile(values, 0.5), toPercentile(values, 0.99)]
  return `${half.toFixed(1)} / ${most.toFixed(1)}`
}

function reported(what: string, measured: string): Measurement {
  return { what, measured, demanded: 'reported', met: null }
}
