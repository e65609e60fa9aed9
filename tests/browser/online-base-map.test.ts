import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage, waitForLabels } from '../helpers/browser.ts'
import { startServer, type RunningServer } from '../helpers/server.ts'

// One red pixel.
const tile = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)

/** A tile server on an origin of its own, that counts what it is asked for. */
async function startTileServer(): Promise<{ server: Server; origin: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.setHeader('access-control-allow-origin', '*')
    if (request.url !== '/style.json') return void answer.setHeader('content-type', 'image/png').end(tile)
    const tiles = [`http://${request.headers.host}/{z}/{x}/{y}.png`]
    const images = { type: 'raster', tiles, tileSize: 256, attribution: '© Bản đồ thử' }
    const layers = [{ id: 'images', type: 'raster', source: 'images' }]
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify({ version: 8, sources: { images }, layers }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

describe('an online base map that the operator configured', () => {
  let tiles: Awaited<ReturnType<typeof startTileServer>>
  let running: RunningServer
  let browser: Browser

  beforeAll(async () => {
    tiles = await startTileServer()
    running = await startServer('sample', 'postgres', { BASEMAP_STYLE_URL: `${tiles.origin}/style.json` })
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser.close()
    await running.close()
    tiles.server.close()
  })

  it('is fetched from its origin alone, credited, and lies under the shares', async () => {
    const opened = await openPage(browser, running.origin)
    await waitForLabels(opened.page)
    await expect.poll(() => tiles.asked.some((path) => path.endsWith('.png')), { timeout: 30_000 }).toBe(true)
    await expect
      .poll(() => opened.page.locator('.maplibregl-ctrl-attrib-inner').textContent(), { timeout: 30_000 })
      .toContain('Bản đồ thử')
    const foreign = opened.problems.filter((problem) => !problem.includes(tiles.origin))
    expect(foreign).toEqual([])
    expect(opened.problems.some((problem) => problem.startsWith('console:'))).toBe(false)
    await opened.close()
  })
})
