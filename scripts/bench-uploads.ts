/** `npm run bench:uploads [-- --people 100 --kills 10 --on embedded]`: are all acknowledged files whole, in how much memory, and after kills? */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createSenders } from '../server/db/create-senders.ts'
import type { Database } from '../server/db/database.ts'
import { openEmbedded } from '../server/db/embedded.ts'
import { openPostgres } from '../server/db/postgres.ts'
import { setupDurable, teardown } from '../tests/helpers/database-cluster.ts'
import { createEmbeddedCopy } from '../tests/helpers/embedded-copies.ts'
import { findFreePort } from '../tests/helpers/free-port.ts'
import { createPostgresCopy } from '../tests/helpers/postgres-copies.ts'
import { toTable, type Measurement } from './bench/report.ts'
import { onPostgres, startProcess, type ServerProcess } from './bench/server-process.ts'
import { findLost } from './bench/uploads/find-lost.ts'
import {
  createPhoto,
  sendPhoto,
  signInSenders,
  type Acknowledged,
  type Sender,
} from './bench/uploads/senders.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100' },
    kills: { type: 'string', default: '10' },
    on: { type: 'string', default: 'embedded,postgres' },
  },
})
const people = Number(values.people)
const kills = Number(values.kills)
const photosEach = 5
const mostGrowth_mb = 150
const rows: Measurement[] = []
const picture = await createPhoto()
const start = ['node', '--import', 'tsx', 'server/main.ts']

interface Place {
  readonly environment: Readonly<Record<string, string>>
  readonly uploadsDir: string
  readonly withDatabase: <T>(work: (owner: Database) => Promise<T>) => Promise<T>
}

await setupDurable()
const folder = await mkdtemp(join(tmpdir(), 'map-uploads-'))
try {
  if (values.on.includes('embedded')) await onEmbedded()
  if (values.on.includes('postgres')) await onRealPostgres()
} finally {
  await rm(folder, { recursive: true, force: true })
  await teardown()
}
console.log(
  toTable({
    title: `${people} people of a carrier sending ${photosEach} photos of 4 MB each at once`,
    how: 'Over HTTP with sessions of their own, in pieces of 1 MB, the senders in a process of their own. Then SIGKILL in the middle of sending.',
    rows,
  }),
)
process.exitCode = rows.every(({ met }) => met !== false) ? 0 : 1

async function onEmbedded(): Promise<void> {
  const dataDir = join(folder, 'embedded')
  await mkdir(dataDir)
  await rename(await createEmbeddedCopy('other-province'), join(dataDir, 'db'))
  await measure('embedded', {
    environment: { DATA_DIR: dataDir },
    uploadsDir: join(dataDir, 'uploads'),
    withDatabase: async (work) => {
      const db = await openEmbedded({ dataDir: join(dataDir, 'db') })
      return work(db).finally(() => db.close())
    },
  })
}

async function onRealPostgres(): Promise<void> {
  const { url, drop } = await createPostgresCopy('other-province')
  const uploadsDir = join(folder, 'postgres')
  try {
    await measure('postgres', {
      environment: { ...onPostgres(url), UPLOADS_DIR: uploadsDir, DATA_DIR: join(folder, 'var') },
      uploadsDir,
      withDatabase: async (work) => {
        const db = await openPostgres({ url })
        return work(db).finally(() => db.close())
      },
    })
  } finally {
    await drop()
  }
}

async function measure(on: string, place: Place): Promise<void> {
  const port = await findFreePort()
  await place.withDatabase((owner) => createSenders(owner, people))
  const startServer = () => startProcess(start, port, { ...place.environment, UPLOAD_MOST_FILES: '10000' })
  const acknowledged: Acknowledged = new Map()
  const server = await startServer()
  const senders = await signInSenders(server.url, people)
  await measureMemory(on, { server, senders, acknowledged })
  await server.stop()
  await judge(`${on}: sent at once`, { place, acknowledged, demanded: people * photosEach })
  for (let kill = 1; kill <= kills; kill += 1) {
    const killed = await startServer()
    const sending = senders.slice(0, 20).map((sender) => sendUntilGone(sender, acknowledged))
    await sleep(4_000 + Math.random() * 5_000)
    await killed.kill()
    await Promise.all(sending)
    // It comes up by itself on what the other left behind.
    await (await startServer()).stop()
    console.log(`${on}, kill ${kill}: ${acknowledged.size} acknowledged so far`)
  }
  if (kills > 0) await judge(`${on}: after ${kills} kills`, { place, acknowledged, demanded: null })
}

interface Memory {
  readonly server: ServerProcess
  readonly senders: readonly Sender[]
  readonly acknowledged: Acknowledged
}

async function measureMemory(on: string, { server, senders, acknowledged }: Memory): Promise<void> {
  const before = server.rss_mb()
  let peak = before
  const watching = setInterval(() => (peak = Math.max(peak, server.rss_mb())), 500)
  const started = performance.now()
  await Promise.all(
    senders.map(async (sender) => {
      await Promise.all(Array.from({ length: photosEach }, () => sendPhoto(sender, picture, acknowledged)))
    }),
  )
  clearInterval(watching)
  const growth = Math.max(peak, server.rss_mb()) - before
  rows.push({
    what: `${on}: memory of the server, before / at most / growth`,
    measured: `${before.toFixed(0)} / ${peak.toFixed(0)} / ${growth.toFixed(0)} MB in ${((performance.now() - started) / 1000).toFixed(0)} s`,
    demanded: `growth ≤ ${mostGrowth_mb} MB`,
    met: growth <= mostGrowth_mb,
  })
}

async function sendUntilGone(sender: Sender, acknowledged: Acknowledged): Promise<void> {
  while (await sendPhoto(sender, picture, acknowledged));
}

async function judge(
  what: string,
  {
    place: { withDatabase, uploadsDir },
    acknowledged,
    demanded,
  }: { readonly place: Place; readonly acknowledged: Acknowledged; readonly demanded: number | null },
): Promise<void> {
  const lost = await withDatabase((owner) => findLost(owner, uploadsDir, acknowledged))
  for (const fault of lost) console.error(`${what}: ${fault}`)
  rows.push({
    what: `${what}: acknowledged / of these missing or other bytes`,
    measured: `${acknowledged.size} / ${lost.length}`,
    demanded: `${demanded ?? 'any'} / 0`,
    met: lost.length === 0 && (demanded === null || acknowledged.size === demanded),
  })
}
