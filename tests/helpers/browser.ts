/** Chromium for stories: pages that fail on what no visitor should meet. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/lib/test-tools.mjs'

export interface Screen {
  readonly width: number
  readonly height: number
  readonly theme: 'light' | 'dark'
}

export const desktop: Screen = { width: 1440, height: 900, theme: 'light' }
export const phone: Screen = { width: 390, height: 844, theme: 'light' }

export interface OpenedPage {
  readonly page: Page
  /** Requests to another origin, errors in the console or the page, answers that say the server failed. */
  readonly problems: readonly string[]
  readonly close: () => Promise<void>
}

/** Draws maps in software and asks nothing of the network by itself. */
const quietArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchBrowser(webgl: 'with webgl' | 'without webgl' = 'with webgl'): Promise<Browser> {
  const executablePath = requireChromium()
  const args = webgl === 'with webgl' ? quietArguments : [...quietArguments, '--disable-3d-apis']
  return chromium.launch({ executablePath, args, headless: true })
}

/** A browser that remembers, without a map: whoever closes it and opens it again in the same folder goes on with what it kept. */
export async function openProfile(folder: string, screen: Screen = desktop): Promise<BrowserContext> {
  const executablePath = requireChromium()
  const args = [...quietArguments, '--disable-3d-apis']
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args,
    headless: true,
    ...toContextOptions(screen),
  })
  context.setDefaultTimeout(patience_ms)
  return context
}

export async function openPage(
  browser: Browser,
  address: string,
  screen: Screen = desktop,
): Promise<OpenedPage> {
  const context = await browser.newContext({
    ...toContextOptions(screen),
    // Every story would fetch the page twice for the next time, which it does not have.
    serviceWorkers: 'block',
  })
  const problems = recordProblems(context, new URL(address).origin)
  const page = await context.newPage()
  page.setDefaultTimeout(patience_ms)
  await page.goto(address)
  return { page, problems, close: () => context.close() }
}

/** Two shared cores draw the map in software. */
const patience_ms = 30_000

function toContextOptions(screen: Screen) {
  return {
    viewport: { width: screen.width, height: screen.height },
    colorScheme: screen.theme,
    reducedMotion: 'reduce',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  } as const
}

function requireChromium(): string {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('No Chromium found: `npm test` installs it or says how')
  return executablePath
}

/** Until the shares stand on the map. */
export async function waitForLabels(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('coverage-labels-drawn').length > 0)
}

function recordProblems(context: BrowserContext, origin: string): string[] {
  const problems: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    const isOwn = url.origin === origin || ['data:', 'blob:'].includes(url.protocol)
    if (!isOwn) problems.push(`request to another origin: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} from ${response.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`))
  return problems
}
