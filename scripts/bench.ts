/** `npm run bench`: measures against peers and floors in one run, prints the tables and writes docs/performance.md. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { toVietnamDate } from '../core/dates.ts'
import type { CollectionOf, LngLat, Point, UnitFeature } from '../core/geo.ts'
import type { Database } from '../server/db/database.ts'
import { createDemoAccounts } from '../server/db/demo-accounts.ts'
import { loadDataset } from '../server/db/load-dataset.ts'
import { migrate } from '../server/db/migrate.ts'
import { createPeerTable } from '../server/db/peer-questions.ts'
import { openPostgres } from '../server/db/postgres.ts'
import { setup, teardown } from '../tests/helpers/database-cluster.ts'
import { copyPostgres } from '../tests/helpers/postgres-copies.ts'
import { measureArea } from './bench/area.ts'
import { measureDragging } from './bench/dragging.ts'
import { measureQuestions } from './bench/engine.ts'
import { measureLive } from './bench/live.ts'
import { measureLocating, type LocatableProperties } from './bench/locating.ts'
import { measureNearest } from './bench/nearest.ts'
import { measureBytes, measureTimeToLabels } from './bench/opening.ts'
import { ensurePeers, startPeers, type Peers } from './bench/peers.ts'
import { toReport, toTable, type Section } from './bench/report.ts'
import { onPostgres, startProcess } from './bench/server-process.ts'
import { measureServing } from './bench/serving.ts'
import { measureStarting } from './bench/starting.ts'
import { findChromium } from './lib/test-tools.mjs'

const rounds = Math.max(5, Number(process.env['BENCH_ROUNDS'] ?? 5))
const seconds = Number(process.env['BENCH_SECONDS'] ?? 3)
const [serverPort, peerPort, startPort] = [18391, 18392, 18393]
const chromiumArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

interface Bench {
  readonly folder: string
  readonly databaseUrl: string
  readonly database: Database
}

async function prepareDatabase(): Promise<{ url: string; database: Database }> {
  await setup()
  const url = process.env['TEST_DATABASE_URL'] ?? ''
  const database = await openPostgres({ url })
  await migrate(database)
  await loadDataset(database, { referenceDir: 'data/reference', datasetDir: 'data/sample' })
  await createDemoAccounts(database)
  await database.run('analyze')
  return { url, database }
}

async function buildPages(outDir: string): Promise<void> {
  const page = (name: string) => join(import.meta.dirname, 'bench/page', name)
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'bench/page'),
    base: '/files/',
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: false,
      rolldownOptions: { input: [page('engine.html'), page('bare-map.html')] },
    },
  })
}

async function fetchJson<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T
}

async function measureInBrowser(server: string, peers: Peers): Promise<Section[]> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('No Chromium found: `npm test` installs it or says how')
  const browser = await chromium.launch({ executablePath, args: chromiumArguments })
  const { database, remove } = await copyPostgres('migrated')
  try {
    const { bbox } = await fetchJson<{ bbox: number[] }>(`${server}/api/province`)
    const bareUrl = `${peers.nginx}/bare-map.html?bbox=${bbox.join(',')}`
    return [
      print(await measureBytes(browser, server, '/?units=commune')),
      print(await measureTimeToLabels(browser, server, bareUrl, rounds)),
      print(await measureDragging(browser, server)),
      print(await measureLive(browser, server, rounds)),
      print(await measureQuestions({ browser, url: `${peers.nginx}/engine.html`, database, rounds })),
    ]
  } finally {
    await browser.close()
    await remove()
  }
}

function readCommunes(): UnitFeature<LocatableProperties>[] {
  const text = readFileSync('data/reference/communes.geojson', 'utf8')
  return (JSON.parse(text) as { features: UnitFeature<LocatableProperties>[] }).features
}

async function measureEverything({ folder, databaseUrl, database }: Bench): Promise<Section[]> {
  const libpq = new URL(databaseUrl)
  const connection = `host=127.0.0.1 port=${libpq.port} user=${libpq.username} dbname=${libpq.pathname.slice(1)}`
  const server = await startProcess(['node', 'scripts/start.mjs'], serverPort, onPostgres(databaseUrl))
  for (const layer of ['villages', 'communes'] as const) {
    const collection = await (await fetch(`${server.url}/api/layers/${layer}.geojson`)).text()
    await database.transaction((client) => createPeerTable(client, layer, collection))
  }
  const peers = await startPeers({ folder, port: peerPort, connection })
  const files = join(folder, 'files')
  try {
    const serving = print(await measureServing({ server: server.url, peers, files, rounds, seconds }))
    const districts = await fetch(`${server.url}/api/layers/districts.geojson`)
    writeFileSync(join(files, 'districts.geojson'), await districts.text())
    await buildPages(files)
    const inBrowser = await measureInBrowser(server.url, peers)
    const villages = await fetchJson<CollectionOf<Point, unknown>>(
      `${server.url}/api/layers/villages.geojson`,
    )
    const { bbox } = await fetchJson<{ bbox: [number, number, number, number] }>(`${server.url}/api/province`)
    const positions = villages.features.map(({ geometry }) => geometry.coordinates as unknown as LngLat)
    const locating = print(await measureLocating(database, readCommunes(), positions, bbox, rounds))
    const sites = await fetchJson<CollectionOf<Point, unknown>>(`${server.url}/api/layers/sites.geojson`)
    const places = sites.features.map(({ geometry }) => geometry.coordinates as unknown as LngLat)
    const area = print(await measureArea(database, readCommunes(), places, rounds))
    const nearest = print(await measureNearest(database, rounds))
    return [serving, ...inBrowser, locating, area, nearest]
  } finally {
    await server.stop()
    peers.close()
  }
}

/** A section as soon as it is measured: the run takes minutes. */
function print(section: Section): Section {
  console.log(`\n${toTable(section)}`)
  return section
}

async function main(): Promise<void> {
  ensurePeers()
  const folder = mkdtempSync(join(tmpdir(), 'map-peers-'))
  const { url, database } = await prepareDatabase()
  try {
    const sections = await measureEverything({ folder, databaseUrl: url, database })
    const starting = await measureStarting(startPort, url)
    sections.push(print(starting))
    writeFileSync('docs/performance.md', toReport(sections, toVietnamDate(new Date())))
  } finally {
    await database.close()
    await teardown()
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
