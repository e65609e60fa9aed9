/**
 * `npm run bench:imports [-- --rows 50000 --rounds 3]`: how long does a long list take from the file to the records, in how
 * much memory, beside GDAL's ogr2ogr loading the same rows as csv into PostGIS? Prints the table of docs/performance-imports.md.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs, promisify } from 'node:util'
import { bbox, booleanPointInPolygon } from '@turf/turf'
import type { CollectionOf, MultiPolygon, Polygon } from '../core/geo.ts'
import { createDemoAccounts } from '../server/db/demo-accounts.ts'
import { openPostgres } from '../server/db/postgres.ts'
import { setupDurable, teardown } from '../tests/helpers/database-cluster.ts'
import { findFreePort } from '../tests/helpers/free-port.ts'
import { createPostgresCopy } from '../tests/helpers/postgres-copies.ts'
import { signIn, type Editor } from './bench/editor.ts'
import { createList, toCsv, writeXlsx } from './bench/imports/made-up-list.ts'
import { createPoints } from './bench/random-data.ts'
import { formatSpread, toRatios, toSpread } from './bench/ratio.ts'
import { toTable, type Measurement } from './bench/report.ts'
import { onPostgres, startProcess, type ServerProcess } from './bench/server-process.ts'
import { findOgr2ogr } from './lib/test-tools.mjs'

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '50000' }, rounds: { type: 'string', default: '3' } },
})
const rowCount = Number(values.rows)
const rounds = Number(values.rounds)
const mostRatio = 3
const run = promisify(execFile)

interface Files {
  readonly csv: string
  readonly xlsx: string
}

interface Imported {
  readonly preview_s: number
  readonly apply_s: number
  readonly before_mb: number
  readonly peak_mb: number
}

const ogr2ogr = findOgr2ogr()
if (ogr2ogr === null) throw new Error('No GDAL found: install gdal-bin, or set OGR2OGR_PATH to ogr2ogr')
await setupDurable()
const folder = await mkdtemp(join(tmpdir(), 'map-imports-'))
try {
  const files = await writeFiles()
  const peer: number[] = []
  const ours = { csv: [] as Imported[], xlsx: [] as Imported[] }
  for (let round = 1; round <= rounds; round += 1) {
    peer.push(await loadByOgr2ogr(files.csv))
    for (const format of ['csv', 'xlsx'] as const) {
      ours[format].push(await importFile(files[format]))
      console.log(`round ${round}: ogr2ogr ${peer.at(-1)?.toFixed(1)} s,`, format, ours[format].at(-1))
    }
  }
  const rows = (['csv', 'xlsx'] as const).flatMap((format) => judge(format, ours[format], peer))
  console.log(
    toTable({
      title: `A carrier’s list of ${rowCount} new sites, ${rounds} rounds`,
      how:
        `From the first byte sent to the preview, and from “apply” to the last record, over HTTP on PostgreSQL (durable: fsync as ` +
        `installed); each round in a fresh copy of the database and a fresh server. Peer: ogr2ogr loading the same rows as csv ` +
        `into a table of PostGIS in the same cluster, ${formatSpread(toSpread(peer), 1)} s.`,
      rows,
    }),
  )
  process.exitCode = rows.every(({ met }) => met !== false) ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
  await teardown()
}

async function writeFiles(): Promise<Files> {
  const text = await readFile('data/reference/districts.geojson', 'utf8')
  const districts = JSON.parse(text) as CollectionOf<Polygon | MultiPolygon, null>
  const positions = createPoints(rowCount, bbox(districts) as [number, number, number, number], (position) =>
    districts.features.some((district) => booleanPointInPolygon([...position], district)),
  )
  const rows = createList(positions)
  const files = { csv: join(folder, 'list.csv'), xlsx: join(folder, 'list.xlsx') }
  await writeFile(files.csv, toCsv(rows))
  await writeXlsx(files.xlsx, rows)
  return files
}

/** @returns seconds */
async function loadByOgr2ogr(csv: string): Promise<number> {
  const { url, drop } = await createPostgresCopy('migrated')
  try {
    const started = performance.now()
    const places = ['-oo', 'X_POSSIBLE_NAMES=Kinh độ', '-oo', 'Y_POSSIBLE_NAMES=Vĩ độ', '-a_srs', 'EPSG:4326']
    await run(ogr2ogr!, ['-f', 'PostgreSQL', `PG:${toKeywords(url)}`, csv, ...places, '-nln', 'loaded_list'])
    return (performance.now() - started) / 1000
  } finally {
    await drop()
  }
}

function toKeywords(url: string): string {
  const { hostname, port, username, pathname } = new URL(url)
  return `host=${hostname} port=${port} user=${username} dbname=${pathname.slice(1)}`
}

async function importFile(path: string): Promise<Imported> {
  const { url, drop } = await createPostgresCopy('sample')
  try {
    const db = await openPostgres({ url })
    await createDemoAccounts(db)
    await db.close()
    const environment = {
      ...onPostgres(url),
      DATA_DIR: join(folder, 'var'),
      UPLOADS_DIR: join(folder, 'files'),
    }
    const server = await startProcess(
      ['node', '--import', 'tsx', 'server/main.ts'],
      await findFreePort(),
      environment,
    )
    try {
      return await measure(server, path)
    } finally {
      await server.stop()
    }
  } finally {
    await drop()
  }
}

async function measure(server: ServerProcess, path: string): Promise<Imported> {
  const editor = await signIn(server.url)
  const content = await readFile(path)
  const before_mb = server.rss_mb()
  let peak_mb = before_mb
  const watching = setInterval(() => (peak_mb = Math.max(peak_mb, server.rss_mb())), 200)
  try {
    const started = performance.now()
    const query = new URLSearchParams({
      noun: 'sites',
      sender: 'vnpt',
      file_name: path.split('/').at(-1) ?? '',
    })
    const sent = await ask(editor, `/api/imports?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(content),
    })
    const checked = await waitFor(editor, sent.id, 'checked')
    const preview_s = (performance.now() - started) / 1000
    // A few lie by chance beside a site that is there: they ask for a decision and stay out.
    const { new: made = 0, conflicting = 0 } = checked.counts ?? {}
    if (made + conflicting !== rowCount) throw new Error(`Not understood: ${JSON.stringify(checked)}`)
    const agreed = performance.now()
    await ask(editor, `/api/imports/${sent.id}/moves`, {
      method: 'POST',
      headers: { 'if-match': `"${checked.version}"` },
      body: JSON.stringify({ move: 'apply' }),
    })
    await waitFor(editor, sent.id, 'applied')
    return { preview_s, apply_s: (performance.now() - agreed) / 1000, before_mb, peak_mb }
  } finally {
    clearInterval(watching)
  }
}

interface Told {
  readonly id: number
  readonly version: number
  readonly state: string
  readonly fault: unknown
  readonly counts: Readonly<Record<string, number>> | null
}

async function ask(editor: Editor, path: string, init: RequestInit = {}): Promise<Told> {
  const headers = { ...editor.headers, ...(init.headers as Record<string, string> | undefined) }
  const answer = await fetch(`${editor.origin}${path}`, { ...init, headers })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { import: Told }).import
}

async function waitFor(editor: Editor, id: number, state: string): Promise<Told> {
  for (;;) {
    const told = await ask(editor, `/api/imports/${id}`)
    if (told.state === state) return told
    if (told.fault !== null) throw new Error(`The import failed: ${JSON.stringify(told)}`)
    await sleep(100)
  }
}

function judge(format: string, imported: readonly Imported[], peer: readonly number[]): Measurement[] {
  const both = imported.map(({ preview_s, apply_s }) => preview_s + apply_s)
  const pick = (name: keyof Imported) => toSpread(imported.map((one) => one[name]))
  const ratio = toRatios(both, peer)
  return [
    {
      what: `${format}: preview / apply`,
      measured: `${formatSpread(pick('preview_s'), 1)} s / ${formatSpread(pick('apply_s'), 1)} s`,
      demanded: '–',
      met: null,
    },
    {
      what: `${format}: rows a second, preview and apply together`,
      measured: formatSpread(toSpread(both.map((seconds) => rowCount / seconds)), 0),
      demanded: '–',
      met: null,
    },
    {
      what: `${format}: time of both ÷ ogr2ogr`,
      measured: `${formatSpread(ratio)}×`,
      demanded: `≤ ${mostRatio}×`,
      met: ratio.median <= mostRatio,
    },
    {
      what: `${format}: memory of the server, before / at most`,
      measured: `${formatSpread(pick('before_mb'), 0)} / ${formatSpread(pick('peak_mb'), 0)} MB`,
      demanded: '–',
      met: null,
    },
  ]
}
