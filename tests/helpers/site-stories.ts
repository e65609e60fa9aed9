/** What stories about editing sites have in common: who is signed in, which site, and the ways through the form. */
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { desktop, type Screen } from './browser.ts'
import { prepareStories, type Stories } from './stories.ts'

/** Refusals are part of these stories; the browser notes each in its console. */
const expected = /status of (401|403|404|409|412|422)/

const usernames = { staff: 'can-bo-so', carrier: 'viettel', admin: 'quan-tri' } as const

export interface SiteRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly lng: number
  readonly lat: number
  readonly version: number
}

export type DemoRole = keyof typeof usernames

export interface SiteStories extends Stories {
  readonly signIn: (page: Page, role: DemoRole) => Promise<void>
  /** A page of its own, signed in. */
  readonly open: (role: DemoRole, path: string, screen?: Screen) => Promise<Page>
  /** The first such site, as the database has it. */
  readonly readSite: (where: string) => Promise<SiteRow>
  /** As another one's browser would, past the form. */
  readonly changeSite: (page: Page, id: number, changes: Readonly<Record<string, unknown>>) => Promise<void>
  /** Ends every session on the server, while pages go on showing what they show. */
  readonly endSessions: () => Promise<void>
}

/** @param broken what the story itself breaks, as the browser notes it in its console */
export function prepareSiteStories(broken?: RegExp): SiteStories {
  const known = broken === undefined ? expected : new RegExp(`${expected.source}|${broken.source}`)
  const stories = prepareStories({ content: 'sample', expected: known })
  const { origin, database, visit } = stories

  beforeAll(() => createDemoAccounts(database()))

  const getToken = async (page: Page) => {
    const session = (await (await page.request.get(`${origin()}/api/session`)).json()) as {
      readonly csrf_token: string
    }
    return { 'x-csrf-token': session.csrf_token }
  }

  const signIn = async (page: Page, role: DemoRole) => {
    const answer = await page.request.post(`${origin()}/api/session/sign-in`, {
      headers: await getToken(page),
      data: { username: usernames[role] },
    })
    expect(answer.status()).toBe(200)
  }

  return {
    ...stories,
    signIn,
    open: async (role, path, screen = desktop) => {
      // A page that asks for no session of its own meanwhile.
      const page = await visit('/icon.svg', screen)
      await signIn(page, role)
      await page.goto(`${origin()}${path}`)
      return page
    },
    readSite: async (where) => {
      const [site] = await database().query<SiteRow & Record<string, string | number>>(
        `select id, code, name, st_x(geom) as lng, st_y(geom) as lat, version
         from sites
         where ${where}
         order by id
         limit 1`,
      )
      if (site === undefined) throw new Error(`no site where ${where}`)
      return site
    },
    changeSite: async (page, id, changes) => {
      const known = await page.request.get(`${origin()}/api/sites/${id}`)
      const { version } = (await known.json()) as { readonly version: number }
      const answer = await page.request.patch(`${origin()}/api/sites/${id}`, {
        headers: { ...(await getToken(page)), 'if-match': `"${version}"` },
        data: { changes, confirm: ['outside_commune', 'near_site', 'moved_far'] },
      })
      expect(answer.status(), await answer.text()).toBe(200)
    },
    endSessions: async () => {
      await database().query(`delete from sessions returning id_hash`)
    },
  }
}

export async function startEditing(page: Page, name = 'Sửa'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.locator('.edit-marker').waitFor()
  await waitForCheck(page)
}

/** The server has looked at the position. */
export async function waitForCheck(page: Page): Promise<void> {
  await page
    .locator('.edit-checks')
    .getByText(/^(Nằm ở|Vị trí nằm ở|Ngoài tỉnh|In |The position lies in )/)
    .first()
    .waitFor()
}

/** Through the dialog that lists what changes and what has to be seen. */
export async function confirm(page: Page, label = 'Lưu'): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click()
  const dialog = page.getByRole('dialog')
  const seen = dialog.getByLabel('Tôi đã kiểm tra các điểm trên')
  await dialog.getByLabel('Lý do').fill('đo lại bằng GPS')
  if ((await seen.count()) > 0) await seen.check()
  await dialog.getByRole('button', { name: label, exact: true }).click()
  await page.locator('dialog[open] .edit-form').waitFor({ state: 'hidden' })
}

export async function save(page: Page): Promise<void> {
  await confirm(page)
  await page.getByText('Đã lưu.', { exact: false }).waitFor()
}

/** The middle of the mark, when the map has come to rest. */
export async function findMarker(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const marker = page.locator('.edit-marker')
  let before = ''
  await expect
    .poll(
      async () => {
        const now = JSON.stringify(await marker.boundingBox())
        const isStill = now === before
        before = now
        return isStill
      },
      { interval: 400, timeout: 30_000 },
    )
    .toBe(true)
  const box = await marker.boundingBox()
  if (box === null) throw new Error('no mark on the map')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Of the map between its panels: what an address with a position puts there. */
export async function findMiddle(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  return page.evaluate(() => {
    const view = document.querySelector('.map-view')
    const box = view?.getBoundingClientRect()
    if (view == null || box === undefined) throw new Error('no map')
    const style = getComputedStyle(view.parentElement ?? view)
    const padding = (side: string) =>
      Number.parseFloat(
        getComputedStyle(view).getPropertyValue(`--map-padding-${side}`) ||
          style.getPropertyValue(`--map-padding-${side}`) ||
          '0',
      )
    return {
      x: (box.left + padding('left') + box.right - padding('right')) / 2,
      y: (box.top + padding('top') + box.bottom - padding('bottom')) / 2,
    }
  })
}
