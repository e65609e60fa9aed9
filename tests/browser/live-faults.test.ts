import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { asOwner, change } from '../../server/db/change.ts'
import { signIn } from '../../scripts/bench/editor.ts'
import { prepareStories } from '../helpers/stories.ts'

/** Until the page is open, listens to the stream and knows what happened before. */
async function openAndListen(page: Page): Promise<void> {
  const answers = ['/api/events', '/api/events/since?since='].map((path) =>
    page.waitForResponse((response) => {
      const { pathname, search } = new URL(response.url())
      return path.includes('?') ? (pathname + search).startsWith(path) : pathname === path
    }),
  )
  await page.reload()
  for (const answer of answers) expect((await answer).status()).toBe(200)
}

/** What is asked of the API: the page's own code may still be coming. */
function recordFetches(page: Page): string[] {
  const fetched: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) fetched.push(pathname)
  })
  return fetched
}

async function setVisibility(page: Page, visibility: 'visible' | 'hidden'): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange'))
  }, visibility)
}

describe('a map that cannot hear for a while', () => {
  const { origin, database, server, visit } = prepareStories({
    content: 'sample',
    // The connections that break are the story.
    expected: /ERR_(CONNECTION|FAILED|EMPTY|INCOMPLETE|NETWORK)|EventSource|Failed to load resource/,
  })

  beforeAll(() => createDemoAccounts(database()))

  /** As another program would, whether anybody can reach the server or not. */
  const renameVillage = (name: string) =>
    change(asOwner(database(), 'test'), async (client) => {
      await client.query(
        'update villages set name = $1::text, version = version + 1 where id = 1 returning id',
        [name],
      )
      return { result: undefined, entries: [{ action: 'update', noun: 'villages', noun_id: '1' }] }
    })
  const isShown = (page: Page, name: string) => page.getByText(name).first().waitFor({ timeout: 30_000 })

  it('asks where the stream is held back on the way', async () => {
    const page = await visit('/?selected=village:1')
    // Neither answered nor refused.
    await page.route('**/api/events', () => undefined)
    await page.reload()
    await page.waitForRequest((request) => request.url().includes('/api/events/since?since='))
    await renameVillage('Tên khi luồng bị giữ')
    await isShown(page, 'Tên khi luồng bị giữ')
  })

  it('goes on where it was after its connection broke', async () => {
    const page = await visit('/?selected=village:1')
    await openAndListen(page)
    const fetched = recordFetches(page)
    server().leave()
    await renameVillage('Tên trong lúc đứt')
    await server().comeBack()
    await isShown(page, 'Tên trong lúc đứt')
    // The browser has said where it was, so that nothing need be asked.
    expect(fetched).toContain('/api/events')
    expect(fetched).not.toContain('/api/events/since')
    await renameVillage('Tên sau khi nối lại')
    await isShown(page, 'Tên sau khi nối lại')
  })

  it('comes back when the server was away for long', async () => {
    const page = await visit('/?selected=village:1')
    await openAndListen(page)
    const fetched = recordFetches(page)
    server().leave()
    // The stream has been given up by then.
    await expect.poll(() => fetched, { timeout: 30_000 }).toContain('/api/events/since')
    await renameVillage('Tên khi máy chủ vắng')
    await server().comeBack()
    await isShown(page, 'Tên khi máy chủ vắng')
  })

  it('asks nothing while nobody looks at it, and then learns what it missed', async () => {
    const page = await visit('/?selected=village:1')
    await openAndListen(page)
    await setVisibility(page, 'hidden')
    const fetched = recordFetches(page)
    await renameVillage('Tên khi không ai xem')
    await new Promise((resolve) => setTimeout(resolve, 3000))
    expect(fetched).toEqual([])
    await setVisibility(page, 'visible')
    await isShown(page, 'Tên khi không ai xem')
  })

  it('hears what whoever has signed in may hear, and what one who has signed out may not, no more', async () => {
    const staff = await signIn(origin())
    const editNote = async (note: string) => {
      const url = `${origin()}/api/sites/1`
      const { version } = (await (await fetch(url, { headers: staff.headers })).json()) as { version: number }
      const headers = { ...staff.headers, 'if-match': `"${version}"` }
      const body = JSON.stringify({ changes: { note } })
      expect((await fetch(url, { method: 'PATCH', headers, body })).status).toBe(200)
    }
    const demoStaff = 'Cán bộ Sở (mẫu)'
    const page = await visit('/?selected=site:1')
    await openAndListen(page)
    const fetched = recordFetches(page)
    /** Everybody hears of a village: the note before it has been heard of by then, or never will be. */
    const readsOfNote = async (note: string) => {
      fetched.length = 0
      await editNote(note)
      await new Promise((resolve) => setTimeout(resolve, 1000))
      const reads = fetched.filter((path) => path === '/api/sites/1').length
      await renameVillage(`Bản ${note}`)
      await expect.poll(() => fetched, { timeout: 30_000 }).toContain('/api/layers/villages.geojson')
      return reads
    }
    expect(await readsOfNote('một')).toBe(0)

    const menu = page.locator('.account-menu summary', { hasText: demoStaff })
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).first().click()
    await page.getByRole('button', { name: demoStaff }).click()
    await menu.waitFor()
    await expect.poll(() => fetched.filter((path) => path === '/api/events/since')).not.toEqual([])
    expect(await readsOfNote('hai')).toBeGreaterThan(0)

    await menu.click()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).waitFor()
    await expect.poll(() => fetched.filter((path) => path === '/api/events/since')).not.toEqual([])
    expect(await readsOfNote('ba')).toBe(0)
  })
})
