import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { listViolations } from '../helpers/accessibility.ts'
import { enterAs } from '../helpers/enter-as.ts'
import { prepareStories } from '../helpers/stories.ts'
import { toPhoto } from '../server/files/sender.ts'

describe('proof of an assigned village', () => {
  // Files go over the wire and two people look at them.
  vi.setConfig({ testTimeout: 180_000 })
  const { origin, database, visit } = prepareStories({
    content: 'sample',
    driver: 'postgres',
    webgl: 'without webgl',
    // What was never begun is asked for first; what cannot be is refused.
    expected: /status of (404|413|422)|WebGL2/,
  })
  let village: { readonly id: number; readonly name: string; readonly lng: number; readonly lat: number }

  beforeAll(async () => {
    await createDemoAccounts(database())
    const [found] = await database().query<typeof village>(
      `select a.id, v.name, st_x(v.geom) as lng, st_y(v.geom) as lat
       from assignments a
       join villages v on v.id = a.village_id
       join user_units u on u.code = v.district_code
       where a.carrier_code = (select carrier_code from users where role = 'carrier' order by id limit 1)
       order by a.id
       limit 1`,
    )
    village = found!
  })

  const open = async (role: 'carrier' | 'local'): Promise<Page> => {
    const page = await visit('/api/health')
    await enterAs(page, role, `${origin()}/?page=assigned`)
    await page
      .getByRole('button', { name: `Mở ${village.name}`, exact: true })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Bằng chứng' }).waitFor()
    return page
  }
  const attach = (page: Page, label: string, name: string, buffer: Buffer) =>
    page
      .getByLabel(label, { exact: true })
      .and(page.locator('input'))
      .setInputFiles({ name, mimeType: '', buffer })
  /** A carrier's files go by way of what is still to be sent; one that is refused stays there until it is taken out. */
  const discard = async (page: Page, name: string) => {
    const item = page.locator('.unsent li').filter({ hasText: name })
    await item.locator('.unsent-problem').waitFor()
    await item.getByRole('button', { name: /^Bỏ:/ }).click()
    await item.getByRole('button', { name: 'Bỏ hẳn' }).click()
    await item.waitFor({ state: 'detached' })
  }

  it('is a photo with its distance from the village, and another reader gets it without', async () => {
    const page = await open('carrier')
    const taken = { lng: village.lng, lat: village.lat + 0.004, at: '2024:05:06 10:00:00' }
    await attach(page, 'Thêm ảnh', 'cột sóng.jpg', await toPhoto(taken))
    await page.getByText('Đã lưu trên máy chủ: cột sóng.jpg.').waitFor()
    await page.getByText('Chụp 06/05/2024 10:00').waitFor()
    await page.getByText(/Cách bản 44\d\sm/).waitFor()
    await attach(page, 'Thêm ảnh', 'trang.jpg', Buffer.from('<html><script>alert(1)</script></html>'))
    await discard(page, 'trang.jpg')
    await page.getByRole('button', { name: 'Xem ảnh cột sóng.jpg' }).click()
    const large = page.getByRole('img', { name: 'Ảnh cột sóng.jpg' })
    await expect
      .poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    expect(await listViolations(page)).toEqual([])
    await page.keyboard.press('Escape')

    const neighbour = await open('local')
    await neighbour.getByText('Vị trí và giờ chụp chỉ nhà mạng và Sở xem được.').waitFor()
    expect(await neighbour.getByRole('button', { name: 'Thêm ảnh' }).count()).toBe(0)
  })

  it('is a drive test, listed and read by its legend, and a wrong one says what to put right', async () => {
    const page = await open('carrier')
    const { lat, lng } = village
    const lines = [
      'Thời gian;Vĩ độ;Kinh độ;Công nghệ;RSRP',
      `06/05/2024 10:00:00;${lat};${lng};4G;-80`,
      `06/05/2024 10:00:05;${lat};${lng};4G;-118`,
      `06/05/2024 10:00:09;${lat};${lng};4G;-99`,
    ]
    const broken = lines.with(2, `06/05/2024 10:00:05;${lat};${lng};4G;yếu`)
    await attach(page, 'Thêm kết quả đo (CSV)', 'sai.csv', Buffer.from(broken.join('\n')))
    await page.getByText('Dòng 3, cột rsrp: “yếu” không đúng.', { exact: false }).waitFor()
    await discard(page, 'sai.csv')
    await attach(page, 'Thêm kết quả đo (CSV)', 'đo sóng.csv', Buffer.from(lines.join('\n')))
    await page.getByText('3 điểm đo').waitFor()
    await page.getByText('Nhà mạng tự đo, chưa được xác nhận.').waitFor()
    await page.getByRole('button', { name: 'Hiện trên bản đồ' }).click()
    await page.getByText('4G: 3 điểm, trung vị -99 dBm').waitFor()
    expect(await listViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Rút lại đo sóng.csv' }).click()
    await page.getByRole('button', { name: 'Rút lại', exact: true }).click()
    await page.getByText('Đã rút lại đo sóng.csv.').waitFor()
    await page.getByText('3 điểm đo').waitFor({ state: 'detached' })
  })
})
