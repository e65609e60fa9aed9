/** How long does a question take in the worker of a real browser? */
import type { Browser } from 'playwright-core'
import { formatSpread, toSpread } from './ratio.ts'
import type { Section } from './report.ts'

interface EngineTimes {
  readonly small: readonly number[]
  readonly large: readonly number[]
}

export async function measureQuestions(browser: Browser, pageUrl: string): Promise<Section> {
  const page = await browser.newPage()
  await page.goto(pageUrl)
  await page.waitForFunction('window.engineTimes !== undefined', undefined, { timeout: 120_000 })
  const times = await page.evaluate<EngineTimes>('window.engineTimes')
  await page.close()
  const small = toSpread(times.small)
  const large = toSpread(times.large)
  return {
    title: 'A question after that',
    how: `In a worker of Chromium: every service in turn, strongest basis, all carriers, shares of 129 units; ${times.small.length} rounds, the first included.`,
    rows: [
      {
        what: '1,445 villages, 15,000 statements, ms',
        measured: formatSpread(small),
        demanded: '≤ 5',
        met: small.median <= 5,
      },
      {
        what: '100,000 villages, 1,000,000 statements, ms',
        measured: formatSpread(large, 1),
        demanded: '≤ 150',
        met: large.median <= 150,
      },
    ],
  }
}
