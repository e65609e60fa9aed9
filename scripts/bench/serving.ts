/** How fast are layers served, against MapServer over the same rows and nginx with the same bytes? */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Peers } from './peers.ts'
import { formatSpread, interleave, toRatios, toSpread, type Spread } from './ratio.ts'
import type { Measurement, Section } from './report.ts'
import { measureLoad, type Load } from './wrk.ts'

export interface ServingOptions {
  readonly server: string
  readonly peers: Peers
  /** Folder that nginx serves at `peers.nginx`. */
  readonly files: string
  readonly rounds: number
  readonly seconds: number
}

const brotli = 'Accept-Encoding: br'

async function fetchBytes(url: string, encoding: 'identity' | 'br'): Promise<Buffer> {
  // `fetch` would undo brotli; http hands over what was sent.
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve(Buffer.concat(chunks)))
      answer.on('error', reject)
    }).on('error', reject)
  })
}

/** Every subject must serve the same number of features, or the race is not about the same thing. */
async function assertSameCount(urls: readonly string[]): Promise<number> {
  const counts = await Promise.all(
    urls.map(async (url) => ((await (await fetch(url)).json()) as { features: unknown[] }).features.length),
  )
  if (new Set(counts).size !== 1) throw new Error(`Different numbers of features: ${counts.join(', ')}`)
  return counts[0] ?? 0
}

async function measureLayer(layer: 'villages' | 'communes', options: ServingOptions): Promise<Measurement[]> {
  const { server, peers, files, rounds, seconds } = options
  const ours = `${server}/api/layers/${layer}.geojson`
  writeFileSync(join(files, `${layer}.geojson`), await fetchBytes(ours, 'identity'))
  writeFileSync(join(files, `${layer}.br`), await fetchBytes(ours, 'br'))
  const raw = `${peers.nginx}/${layer}.geojson`
  const count = await assertSameCount([ours, raw, peers.mapserver(layer)])
  const loads = await interleave<Load>(
    {
      ours: () => measureLoad(ours, seconds),
      nginx: () => measureLoad(raw, seconds),
      mapserver: () => measureLoad(peers.mapserver(layer), seconds),
      oursBrotli: () => measureLoad(ours, seconds, [brotli]),
      nginxBrotli: () => measureLoad(`${peers.nginx}/${layer}.br`, seconds),
    },
    rounds,
  )
  const rate = (name: string) => (loads[name] ?? []).map((load) => load.requests_per_s)
  const against = (name: string, peer: string) => toRatios(rate(name), rate(peer))
  const p99 = (name: string) => formatSpread(toSpread((loads[name] ?? []).map((load) => load.p99_ms)), 1)
  const title = `${layer}.geojson (${count})`
  return [
    toRatioRow(`${title}: ours ÷ MapServer`, against('ours', 'mapserver'), 20),
    toRatioRow(`${title}: ours ÷ nginx, same raw bytes`, against('ours', 'nginx'), 0.5),
    toRatioRow(`${title}: ours ÷ nginx, same brotli bytes`, against('oursBrotli', 'nginxBrotli'), 0.5),
    ...['ours', 'nginx', 'mapserver', 'oursBrotli', 'nginxBrotli'].map((name) => ({
      what: `${title}: ${name}, requests/s; p99 ms`,
      measured: `${formatSpread(toSpread(rate(name)), 0)}; ${p99(name)}`,
      demanded: 'reported',
      met: null,
    })),
  ]
}

function toRatioRow(what: string, ratio: Spread, least: number): Measurement {
  return { what, measured: `${formatSpread(ratio)}×`, demanded: `≥ ${least}×`, met: ratio.median >= least }
}

export async function measureServing(options: ServingOptions): Promise<Section> {
  return {
    title: 'Serving layers',
    how: `wrk -t1 -c4, ${options.seconds} s a round, ${options.rounds} interleaved rounds; our server on PostgreSQL, MapServer 8 (two workers behind nginx, OGC API Features) on the same rows, nginx (one worker, sendfile) with our bytes as a file.`,
    rows: [...(await measureLayer('villages', options)), ...(await measureLayer('communes', options))],
  }
}
