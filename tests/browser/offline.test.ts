import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { listViolations } from '../helpers/accessibility.ts'
import { openProfile, phone } from '../helpers/browser.ts'
import { enterAs } from '../helpers/enter-as.ts'
import { startServer, type RunningServer } from '../helpers/server.ts'

interface Assigned {
  readonly id: number
  readonly name: string
}

/** Larger than one piece of what is sent at once. */
function takePhoto(): Promise<Buffer> {
  const size = { width: 900, height: 700, channels: 3 } as const
  return sharp(randomBytes(900 * 700 * 3), { raw: size })
    .jpeg({ quality: 95 })
    .toBuffer()
}

describe('reports from where there is no line', () => {
  // A browser is closed and opened again in each.
  vi.setConfig({ testTimeout: 180_000 })
  let server: RunningServer
  let villages: Assigned[]
  let folder: string
  let browser: BrowserContext | undefined

  beforeAll(async () => {
    server = await startServer('sample')
    await createDemoAccounts(server.database)
    // A colleague: the same carrier, the same rights.
    await server.database.query(
      `insert into users (username, display_name, role, carrier_code, is_demo)
       select 'dong-nghiep', 'Đồng nghiệp (mẫu)', role, carrier_code, true from users where role = 'carrier' order by id limit 1
       returning id`,
    )
    villages = await server.database.query<{ readonly id: number; readonly name: string }>(
      `select a.id, v.name
       from assignments a
       join villages v on v.id = a.village_id
       join users u on u.carrier_code = a.carrier_code and u.username = 'dong-nghiep'
       order by a.id`,
    )
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'profile-'))
  })
  afterEach(async () => {
    await browser?.close()
    browser = undefined
    await rm(folder, { recursive: true, force: true })
  })
  afterAll(() => server.close())

  /** Closed if it was open; the same folder is the same browser. */
  const openBrowser = async () => {
    await browser?.close()
    browser = await openProfile(folder, phone)
    return browser.pages()[0] ?? (await browser.newPage())
  }
  const address = () => `${server.origin}/?page=assigned`
  /** With everything that the next time without the network needs. */
  const workOnce = async (page: Page) => {
    await page.goto(server.origin)
    await enterAs(page, 'carrier', address())
    await page
      .getByRole('button', { name: `Mở ${villages[0]!.name}`, exact: true })
      .first()
      .waitFor()
    await page.waitForFunction(
      async () => (await navigator.serviceWorker.ready).active?.state === 'activated',
    )
    await page.waitForFunction(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('outbox')
          opening.onsuccess = () => {
            const reading = opening.result.transaction('lists').objectStore('lists').count()
            reading.onsuccess = () => {
              opening.result.close()
              resolve(reading.result > 0)
            }
          }
        }),
    )
  }
  const report = async (page: Page, { name }: Assigned, text: string, photo?: Buffer) => {
    await page
      .getByRole('button', { name: `Mở ${name}`, exact: true })
      .first()
      .click()
    await page.getByRole('heading', { name, exact: true }).waitFor()
    await page.locator('.assigned-moves').getByRole('button', { name: 'Báo vướng mắc' }).click()
    await page.locator('.assigned-moves').getByLabel('Vướng mắc', { exact: true }).selectOption('road')
    await page.getByLabel('Nội dung').fill(text)
    if (photo !== undefined) {
      await page
        .getByLabel('Ảnh, tệp đo, văn bản kèm theo', { exact: false })
        .setInputFiles({ name: 'đường sạt.jpg', mimeType: 'image/jpeg', buffer: photo })
    }
    await page.locator('.assigned-moves form button[type=submit]').click()
    await page.getByText('Đã lưu trên máy này: Báo vướng mắc,', { exact: false }).waitFor()
    await page.getByRole('button', { name: '← Về danh sách' }).click()
  }
  const listArrived = () =>
    server.database.query<{ readonly assignment_id: number; readonly text: string }>(
      `select assignment_id, details->>'text' as text from assignment_events order by id`,
    )

  it('outlive the closed browser, a restarted server and a lost answer, and arrive once', async () => {
    const [first, second] = villages as [Assigned, Assigned]
    const photo = await takePhoto()
    await workOnce(await openBrowser())

    server.leave()
    const page = await openBrowser()
    await page.goto(address())
    await page.getByText('Không có mạng. Danh sách lúc', { exact: false }).waitFor()
    await report(page, first, 'đường sạt lở', photo)
    await page.getByText('1 báo cáo, 1 tệp chưa gửi').waitFor()
    expect(await listViolations(page)).toEqual([])

    const again = await openBrowser()
    await again.goto(server.origin)
    await again.getByText('1 báo cáo, 1 tệp chưa gửi').waitFor()
    await again.getByText(`Báo vướng mắc: ${first.name}`).waitFor()
    await report(again, second, 'chưa có đường')
    await again.getByText('2 báo cáo, 1 tệp chưa gửi').waitFor()

    // The server takes the first one, and its answer is lost.
    let lost = 0
    await again.route('**/moves', async (route) => {
      if (lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    await server.comeBack()
    await again.getByRole('button', { name: 'Gửi ngay' }).click()
    await again.locator('.unsent').waitFor({ state: 'detached' })
    expect(lost).toBe(1)
    expect(await listArrived()).toEqual([
      { assignment_id: first.id, text: 'đường sạt lở' },
      { assignment_id: second.id, text: 'chưa có đường' },
    ])
    const stored = await server.database.query(
      `select noun_id, kind, name, sha256 from stored_files where noun = 'assignments'`,
    )
    expect(stored).toEqual([
      {
        noun_id: first.id,
        kind: 'photo',
        name: 'đường sạt.jpg',
        sha256: createHash('sha256').update(photo).digest('hex'),
      },
    ])
  })

  it('wait for their author, and the next person at the machine sees and sends nothing of them', async () => {
    const village = villages[2]!
    const page = await openBrowser()
    await workOnce(page)
    server.leave()
    await report(page, village, 'chỉ mình tôi biết')
    const before = await listArrived()
    await page.locator('.account-menu summary').click()
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByText('Còn 1 báo cáo chưa gửi', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Vẫn đăng xuất' }).click()
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).first().waitFor()
    expect(await page.getByText(village.name).count()).toBe(0)
    // Nor by opening the browser anew without the network.
    const next = await openBrowser()
    await next.goto(address())
    await next.getByRole('button', { name: 'Đăng nhập', exact: true }).first().waitFor()
    expect(await next.locator('.unsent, .unsent-badge').count()).toBe(0)
    expect(await next.getByText(village.name).count()).toBe(0)

    await server.comeBack()
    await next.goto(`${server.origin}/?page=sign-in`)
    await next.getByRole('button', { name: /Đồng nghiệp/ }).click()
    await next
      .getByRole('button', { name: `Mở ${village.name}`, exact: true })
      .first()
      .waitFor()
    expect(await next.locator('.unsent, .unsent-badge').count()).toBe(0)
    expect(await listArrived()).toEqual(before)
    await next.locator('.account-menu summary').click()
    await next.getByRole('button', { name: 'Đăng xuất' }).click()

    await next.goto(`${server.origin}/?page=sign-in`)
    await next.getByRole('button', { name: /Viettel/ }).click()
    await expect
      .poll(listArrived)
      .toEqual([...before, { assignment_id: village.id, text: 'chỉ mình tôi biết' }])
  })
})
