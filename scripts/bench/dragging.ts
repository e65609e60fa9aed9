/** How much work does the page do while a hand drags a trial site, and how soon is the gain there? */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { formatSpread, toSpread } from './ratio.ts'
import type { Section } from './report.ts'

/** Where the sample has the most villages without 4G: nearly every answer gains others. */
const trial = '21.99118,102.92853,3'
const camera = '11.00,21.991,102.929'
const events = 60
const pause_ms = 25

interface Recorded {
  readonly moves: readonly number[]
  readonly answers: readonly number[]
  /** How often the page said another number of villages. */
  readonly changes: number
}

/** Keeps what the page itself measures: the work of one movement, and the way from it to the answer. */
const record = `
globalThis.recorded = { moves: [], answers: [], changes: 0 }
new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) {
    if (name === 'trial-move') recorded.moves.push(duration)
    if (name === 'trial-answer') recorded.answers.push(duration)
  }
}).observe({ type: 'measure' })
globalThis.watchHeadline = () =>
  new MutationObserver(() => recorded.changes++).observe(document.querySelector('.gain-headline'), {
    characterData: true,
    childList: true,
    subtree: true,
  })`

export async function measureDragging(browser: Browser, appUrl: string): Promise<Section> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.addInitScript(record)
  await page.goto(`${appUrl}/?service=4g&units=commune&page=what-if&lang=en&trial=${trial}&at=${camera}`)
  await page.locator('.gain-headline').waitFor({ timeout: 60_000 })
  await page.evaluate('watchHeadline()')
  const session = await context.newCDPSession(page)
  // Of the processor, not of the clock: other processes do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const task_ms = await drag(page, session)
  await sleep(1_000)
  const { moves, answers, changes } = await page.evaluate<Recorded>('recorded')
  await context.close()
  return {
    title: 'Dragging a trial site',
    how: `Chromium, software rendering, 129 communes, ${events} movements ${pause_ms} ms apart, every one followed by the circle; the gain and the areas come from the worker, the newest question first, at most ten a second.`,
    rows: [
      {
        what: 'handling one movement on the main thread, ms',
        measured: formatSpread(toSpread(moves), 1),
        demanded: '≤ 16',
        met: moves.length > 0 && toSpread(moves).median <= 16,
      },
      {
        what: 'all scripts, styles and layout of the page per movement, React and the map’s own drawing included, ms',
        measured: task_ms.toFixed(1),
        demanded: '≤ 16',
        met: task_ms <= 16,
      },
      {
        what: 'from the movement to the answer of the worker, ms',
        measured: formatSpread(toSpread(answers), 1),
        demanded: 'reported',
        met: null,
      },
      {
        what: 'movements answered',
        measured: `${answers.length} of ${moves.length}`,
        demanded: 'reported',
        met: null,
      },
      {
        what: 'times that the number of villages gained changed meanwhile',
        measured: String(changes),
        demanded: 'reported',
        met: null,
      },
    ],
  }
}

/** @returns milliseconds of main-thread work for each movement */
async function drag(page: Page, session: CDPSession): Promise<number> {
  const mark = (await page.locator('.edit-marker').first().boundingBox())!
  const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 5, y + 5)
  await sleep(500)
  const before = await readWork_s(session)
  for (let step = 0; step < events; step++) {
    await page.mouse.move(x + 150 * Math.sin(step / 12), y + 100 * Math.sin(step / 7))
    await sleep(pause_ms)
  }
  const after = await readWork_s(session)
  await page.mouse.up()
  return ((after - before) * 1000) / events
}

async function readWork_s(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const read = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0
  return read('ScriptDuration') + read('LayoutDuration') + read('RecalcStyleDuration')
}
