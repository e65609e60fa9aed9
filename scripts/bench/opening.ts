/** What crosses the wire until the map is drawn, and how long does that take against MapLibre alone? */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { formatSpread, interleave, toRatios, toSpread } from './ratio.ts'
import type { Measurement, Section } from './report.ts'

const mark = 'coverage-labels-drawn'
const viewport = { width: 1440, height: 900 }

/** Milliseconds from navigation to the mark, in a fresh browser context: nothing is cached. */
async function timeToLabels(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  await page.goto(url)
  const drawn = await waitForLabels(page)
  await context.close()
  return drawn
}

// The page's policy forbids `eval`, on which Playwright's own waiting relies once it has given control back.
async function waitForLabels(page: Page): Promise<number> {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    const drawn = await page.evaluate<number | null>(
      `performance.getEntriesByName('${mark}')[0]?.startTime ?? null`,
    )
    if (drawn !== null) return drawn
    await sleep(20)
  }
  throw new Error(`${page.url()} drew no labels within a minute`)
}

export async function measureTimeToLabels(
  browser: Browser,
  appUrl: string,
  bareUrl: string,
  rounds: number,
): Promise<Section> {
  // One unmeasured round: the first page of a fresh browser pays for the browser.
  for (const url of [appUrl, bareUrl]) await timeToLabels(browser, url)
  const times = await interleave(
    { app: () => timeToLabels(browser, appUrl), bare: () => timeToLabels(browser, bareUrl) },
    rounds,
  )
  const ratio = toRatios(times['app'] ?? [], times['bare'] ?? [])
  return {
    title: 'Time from navigation to coverage labels drawn',
    how: `Chromium, software rendering, 1440 × 900, empty cache each time, ${rounds} interleaved rounds; the floor is a page with MapLibre alone that draws the same huyện, villages and names from files.`,
    rows: [
      {
        what: 'map ÷ bare MapLibre page',
        measured: `${formatSpread(ratio)}×`,
        demanded: '≤ 1.5×',
        met: ratio.median <= 1.5,
      },
      { what: 'map, ms', measured: formatSpread(toSpread(times['app'] ?? []), 0), demanded: '–', met: null },
      {
        what: 'bare page, ms',
        measured: formatSpread(toSpread(times['bare'] ?? []), 0),
        demanded: '–',
        met: null,
      },
    ],
  }
}

interface Transfer {
  readonly path: string
  readonly bytes: number
  readonly at_ms: number
}

async function recordTransfers(browser: Browser, url: string, query: string): Promise<Transfer[]> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const paths = new Map<string, string>()
  const transfers: Transfer[] = []
  session.on('Network.responseReceived', ({ requestId, response }) =>
    paths.set(requestId, new URL(response.url).pathname),
  )
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    transfers.push({ path: paths.get(requestId) ?? '?', bytes: encodedDataLength, at_ms: performance.now() }),
  )
  await page.goto(url + query)
  await waitForLabels(page)
  await page.waitForLoadState('networkidle')
  const workers = page.workers().map((worker) => worker.url())
  await context.close()
  const unseen = workers.filter((worker) => !transfers.some(({ path }) => path === new URL(worker).pathname))
  return [...transfers, ...(await Promise.all(unseen.map(fetchTransfer)))]
}

/** Of a worker's own script the page's session tells nothing: it is fetched once more, as small as the browser gets it. */
async function fetchTransfer(url: string): Promise<Transfer> {
  const response = await fetch(url, { headers: { 'accept-encoding': 'br' } })
  await response.arrayBuffer()
  const bytes = Number(response.headers.get('content-length'))
  if (!response.ok || !(bytes > 0)) throw new Error(`${url}: no length of ${response.status}`)
  return { path: new URL(url).pathname, bytes, at_ms: performance.now() }
}

const isCode = (path: string) => /\.(m?js|css|html)$/.test(path) || path === '/'

/** @param communesQuery the address query that asks for the communes, whose geometry is loaded only then */
export async function measureBytes(
  browser: Browser,
  appUrl: string,
  communesQuery: string,
): Promise<Section> {
  const opening = await recordTransfers(browser, appUrl, '')
  const communes = await recordTransfers(browser, appUrl, communesQuery)
  const sum = (list: readonly Transfer[]) => list.reduce((total, { bytes }) => total + bytes, 0)
  const layer = (list: readonly Transfer[], id: string) =>
    sum(list.filter(({ path }) => path === `/api/layers/${id}.geojson`))
  const code = sum(opening.filter(({ path }) => isCode(path)))
  const budget = (what: string, bytes: number, most_kb: number | null): Measurement => ({
    what,
    measured: `${(bytes / 1000).toFixed(1)} kB`,
    demanded: most_kb === null ? 'reported' : `≤ ${most_kb} kB`,
    met: most_kb === null ? null : bytes > 0 && bytes <= most_kb * 1000,
  })
  return {
    title: 'Bytes on the wire for the opening view',
    how: 'As the browser counts them (headers included), brotli; the scripts of workers, which it does not report, without their headers.',
    rows: [
      budget('everything', sum(opening), null),
      budget('web code (HTML, scripts, styles)', code, 450),
      budget('layer districts', layer(opening, 'districts'), 70),
      budget('layer villages', layer(opening, 'villages'), 60),
      budget('layer communes (when asked for)', layer(communes, 'communes'), 170),
      ...opening
        .filter(({ path }) => path.startsWith('/') && !isCode(path))
        .sort((a, b) => b.bytes - a.bytes)
        .map(({ path, bytes }) => budget(path, bytes, null)),
    ],
  }
}
