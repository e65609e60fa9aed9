/** What every story in the browser needs: a server, a browser, and a page that met no problem when the story ends. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { desktop, launchBrowser, openPage, type OpenedPage, type Screen } from './browser.ts'
import type { Database } from '../../server/db/database.ts'
import type { Content, Driver } from './databases.ts'
import { startServer, type RunningServer } from './server.ts'

export interface Stories {
  readonly origin: () => string
  /** Of the server, as its owner. */
  readonly database: () => Database
  readonly server: () => Pick<RunningServer, 'leave' | 'comeBack'>
  /** Opens the page at a path; it is closed after the story, which fails if the page met a problem. */
  readonly visit: (path?: string, screen?: Screen) => Promise<Page>
}

interface StoryOptions {
  readonly content: Content
  readonly driver?: Driver
  readonly webgl?: Parameters<typeof launchBrowser>[0]
  /** Problems that belong to the story. */
  readonly expected?: RegExp
}

/** Call inside `describe`: sets up before and takes down after its stories. */
export function prepareStories({ content, driver, webgl, expected }: StoryOptions): Stories {
  let running: RunningServer | undefined
  let browser: Browser | undefined
  let opened: OpenedPage[] = []

  beforeAll(async () => {
    running = await startServer(content, driver)
    browser = await launchBrowser(webgl)
  })

  afterEach(async () => {
    const problems = opened.flatMap((page) => page.problems)
    for (const page of opened) await page.close()
    opened = []
    expect(problems.filter((problem) => expected === undefined || !expected.test(problem))).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await running?.close()
  })

  const origin = () => running?.origin ?? ''
  const getRunning = () => {
    if (running === undefined) throw new Error('the server is there within a story only')
    return running
  }
  return {
    origin,
    server: getRunning,
    database: () => getRunning().database,
    visit: async (path = '/', screen = desktop) => {
      if (browser === undefined) throw new Error('a page can be visited within a story only')
      const page = await openPage(browser, `${origin()}${path}`, screen)
      opened.push(page)
      return page.page
    },
  }
}
