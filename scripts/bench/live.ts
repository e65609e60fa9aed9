/** How soon does an open map show what somebody else has saved? Against the answer that the saver waits for. */
import type { Browser, Page } from 'playwright-core'
import { waitForLabels } from '../../tests/helpers/browser.ts'
import { signIn, type Editor } from './editor.ts'
import { formatSpread, toSpread } from './ratio.ts'
import type { Section } from './report.ts'

const site = 1
const most_ms = 2000

export async function measureLive(browser: Browser, appUrl: string, rounds: number): Promise<Section> {
  const editor = await signIn(appUrl)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const listening = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/events')
  await page.goto(`${appUrl}/?selected=site:${site}`)
  await listening
  // Open is what has been drawn.
  await waitForLabels(page)
  const times: { readonly saved_ms: number; readonly shown_ms: number }[] = []
  for (let round = 0; round < rounds; round++)
    times.push(await measureRename(page, editor, `Trạm đo ${round}`))
  await context.close()
  const shown = toSpread(times.map(({ shown_ms }) => shown_ms))
  return {
    title: 'What others save',
    how: `A site is renamed over HTTP; a visitor’s open map hears of it, asks for the site and the layer anew and shows the name. Chromium, software rendering, ${rounds} times.`,
    rows: [
      {
        what: 'from sending the change to the name on the other map, ms',
        measured: formatSpread(shown, 0),
        demanded: `≤ ${most_ms}`,
        met: shown.max <= most_ms,
      },
      {
        what: 'the same ÷ from sending the change to its answer',
        measured: `${formatSpread(toSpread(times.map(({ saved_ms, shown_ms }) => shown_ms / saved_ms)), 1)}×`,
        demanded: 'reported',
        met: null,
      },
    ],
  }
}

async function measureRename(page: Page, { origin, headers }: Editor, name: string) {
  const url = `${origin}/api/sites/${site}`
  const { version } = (await (await fetch(url, { headers })).json()) as { readonly version: number }
  const shown = page.getByText(name).first().waitFor({ timeout: 60_000 })
  const start = performance.now()
  const answer = await fetch(url, {
    method: 'PATCH',
    headers: { ...headers, 'if-match': `"${version}"` },
    body: JSON.stringify({ changes: { name } }),
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  const saved_ms = performance.now() - start
  await shown
  return { saved_ms, shown_ms: performance.now() - start }
}
