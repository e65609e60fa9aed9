/** How long do the first and the second start take, and how much memory does the server hold? */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Measurement, Section } from './report.ts'
import { onPostgres, startProcess, type ServerProcess } from './server-process.ts'

const start = ['node', 'scripts/start.mjs']

interface Started {
  readonly ready_s: number
  readonly rss_mb: number
}

async function observe(server: ServerProcess): Promise<Started> {
  // The layers are asked for once, as an opening map does: they are part of what a running server holds.
  for (const id of ['districts', 'communes', 'communes-2025', 'villages', 'sites']) {
    await fetch(`${server.url}/api/layers/${id}.geojson`).catch(() => null)
  }
  const started = { ready_s: server.ready_ms / 1000, rss_mb: server.rss_mb() }
  await server.stop()
  return started
}

/** @param databaseUrl a real PostgreSQL that holds the data set already */
export async function measureStarting(port: number, databaseUrl: string): Promise<Section> {
  const dataDir = mkdtempSync(join(tmpdir(), 'map-bench-'))
  try {
    const first = await observe(await startProcess(start, port, { DATA_DIR: dataDir }))
    const second = await observe(await startProcess(start, port, { DATA_DIR: dataDir }))
    const postgres = await observe(await startProcess(start, port, onPostgres(databaseUrl)))
    const floor = await observe(
      await startProcess(['node', '--import', 'tsx', 'scripts/bench/floor-server.ts'], port, {}),
    )
    return {
      title: 'Starting and memory',
      how: 'From the command to the first answer of /api/ready, packages installed and the web built; resident memory after every big layer was served once. The floor is Fastify with an empty PGlite + PostGIS.',
      rows: [
        reported('first start, embedded database, s', first.ready_s.toFixed(1)),
        reported('second start, embedded database, s', second.ready_s.toFixed(1)),
        reported('start on PostgreSQL, s', postgres.ready_s.toFixed(1)),
        reported('memory, embedded, after the first start, MB', first.rss_mb.toFixed(0)),
        reported('memory, embedded, after the second start, MB', second.rss_mb.toFixed(0)),
        reported('memory, PostgreSQL, MB', postgres.rss_mb.toFixed(0)),
        reported('memory, floor, MB', floor.rss_mb.toFixed(0)),
        reported('memory, embedded (second start) ÷ floor', (second.rss_mb / floor.rss_mb).toFixed(2)),
      ],
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function reported(what: string, measured: string): Measurement {
  return { what, measured, demanded: 'reported', met: null }
}
