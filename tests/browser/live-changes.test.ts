import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { prepareStories } from '../helpers/stories.ts'

/** Opened anew, and listening. */
async function reloadAndListen(page: Page): Promise<void> {
  const listening = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/events')
  await page.reload()
  expect((await listening).status()).toBe(200)
}

/** What the page has fetched since it was opened. */
function recordFetches(page: Page): string[] {
  const fetched: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) fetched.push(pathname)
  })
  return fetched
}

describe('a change made elsewhere', () => {
  const { origin, database, visit } = prepareStories({
    content: 'sample',
    // A stream that does not pass is part of the story.
    expected: /\/api\/events|ERR_FAILED|EventSource/,
  })

  beforeAll(() => createDemoAccounts(database()))

  /** Signs in as the demo member of staff and renames the site, as another browser would. */
  const rename = async (id: number, name: string) => {
    const session = await fetch(`${origin()}/api/session`)
    const cookie = toCookie(session)
    const { csrf_token, demo_accounts } = (await session.json()) as {
      csrf_token: string
      demo_accounts: { username: string; role: string }[]
    }
    const username = demo_accounts.find(({ role }) => role === 'staff')?.username ?? ''
    const signedIn = await fetch(`${origin()}/api/session/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf_token, cookie },
      body: JSON.stringify({ username }),
    })
    expect(signedIn.status).toBe(200)
    const own = [cookie, toCookie(signedIn)].filter((part) => part !== '').join('; ')
    const facts = (await signedIn.json()) as { csrf_token: string }
    const known = await fetch(`${origin()}/api/sites/${id}`, { headers: { cookie: own } })
    const { version } = (await known.json()) as { version: number }
    const saved = await fetch(`${origin()}/api/sites/${id}`, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/json',
        'x-csrf-token': facts.csrf_token,
        'if-match': `"${version}"`,
        cookie: own,
      },
      body: JSON.stringify({ changes: { name } }),
    })
    expect(await saved.text().then(() => saved.status)).toBe(200)
  }

  it('is on other maps without a reload, and only what changed is fetched', async () => {
    const page = await visit('/?selected=site:1')
    await reloadAndListen(page)
    const fetched = recordFetches(page)
    await rename(1, 'Tên từ trình duyệt khác')
    await page.getByText('Tên từ trình duyệt khác').first().waitFor()
    expect(fetched).toContain('/api/sites/1')
    expect(fetched.filter((path) => path.includes('villages') || path.includes('communes'))).toEqual([])
  })

  it('is asked for where the stream cannot pass', async () => {
    const page = await visit('/?selected=site:2')
    await page.route('**/api/events', (route) => route.abort())
    await page.reload()
    await page.waitForRequest((request) => request.url().includes('/api/events/since?since='))
    await rename(2, 'Tên khi luồng bị chặn')
    await page.getByText('Tên khi luồng bị chặn').first().waitFor()
  })
})

function toCookie(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
