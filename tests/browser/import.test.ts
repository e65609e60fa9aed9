import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { listViolations } from '../helpers/accessibility.ts'
import { desktop, phone } from '../helpers/browser.ts'
import { enterAs } from '../helpers/enter-as.ts'
import { getImportFiles } from '../helpers/import-files.ts'
import { toPlainText } from '../helpers/shares.ts'
import { findMiddle } from '../helpers/site-stories.ts'
import { prepareStories } from '../helpers/stories.ts'

/** By the keyboard alone: Tab until it has the focus, then Enter. */
async function pressByKeyboard(page: Page, button: Locator): Promise<void> {
  await button.waitFor()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press('Enter')
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${String(button)}`)
}

async function openImports(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'Cán bộ Sở' }).click()
  await page.getByText('Nhập dữ liệu từ tệp', { exact: true }).click()
}

describe('importing a messy Excel list', () => {
  const { origin, visit, database } = prepareStories({
    content: 'other-province',
    // The icon of an answer of the API that is opened as a page.
    expected: /status of 404/,
  })
  let list = ''

  beforeAll(async () => {
    const [files] = await Promise.all([getImportFiles(), createDemoAccounts(database())])
    list = files.nextSitesXlsx
  })

  const readHeight = async () =>
    (
      await database().query<{ mast_height_m: number }>(
        `select mast_height_m from sites where code = 'TL-S05'`,
      )
    )[0]?.mast_height_m

  it('is understood, corrected, looked at, written and taken back', async () => {
    const page = await visit('/api/health')
    await enterAs(page, 'staff', `${origin()}/?layers=sites`)
    const button = (name: string | RegExp) => page.getByRole('button', { name })
    const row = (label: string) => page.getByRole('row').filter({ hasText: label })
    const readRow = async (label: string) => {
      await row(label).waitFor()
      return toPlainText(await row(label).innerText())
    }

    await openImports(page)
    await pressByKeyboard(page, button('Nhập tệp mới'))
    await page.getByLabel('Ai gửi danh sách này?').selectOption('AlphaTel')
    await page.getByLabel('Tệp', { exact: true }).setInputFiles(list)
    await pressByKeyboard(page, button('Gửi và xem trước'))
    await page.getByRole('radio', { name: /Xã Ya Súp/ }).press('Space')
    await pressByKeyboard(page, button('Lưu 1 câu trả lời'))

    // Metres of two zones could be meant, and a new site needs its power: what no column says is said once.
    await row('TL-S01').getByText('có thể là hai chỗ khác nhau (108°15′; 108°30′)').waitFor()
    await button('Cột').click()
    await page.getByLabel('Cột K: H cột').selectOption('Chiều cao cột')
    await page.getByLabel('Kinh tuyến trục (VN-2000)').fill('108°15′')
    await page.getByLabel('Nguồn điện', { exact: true }).selectOption('điện lưới')
    await button('Lưu và so lại').click()
    await page.getByText('Hiểu được 12 trong 13 cột.').waitFor()

    await button('Xem trước').click()
    expect(await readRow('TL-S03')).toMatch(
      /dòng 8 .* F8 Tọa độ: chưa đo; 519825,03\. Không đọc được tọa độ\. Ghi độ thập phân/,
    )
    await button(/1 Không có trong tệp$/).click()
    await row('TL-S19').waitFor()
    await button(/8 Thay đổi$/).click()
    expect(await readRow('TL-S05')).toMatch(/dòng 9 .* Chiều cao cột cũ: 34 → mới: 45 AlphaTel 2G, /)
    expect(await listViolations(page)).toEqual([])
    await page.setViewportSize(phone)
    expect(await listViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
    await page.setViewportSize(desktop)

    await button(/1 Mới$/).click()
    await pressByKeyboard(page, row('TL-S31').getByRole('button', { name: /^Xem trên bản đồ/ }))
    // Its mark stands there, and leads back to its row.
    await button(/8 Thay đổi$/).click()
    const middle = await findMiddle(page)
    await expect
      .poll(async () => {
        await page.mouse.click(middle.x, middle.y)
        return page.getByLabel('Tìm trong danh sách').inputValue()
      })
      .toBe('TL-S31 Trạm Đồi Thông')
    expect(await readHeight()).toBe(34)
    await pressByKeyboard(page, button('Ghi 1 mới, 8 thay đổi'))
    await pressByKeyboard(page, button(/^Ghi$/))
    await page.getByText(/^Đã ghi /).waitFor()
    expect(await readHeight()).toBe(45)

    await page.getByRole('combobox', { name: /^Tìm/ }).fill('TL-S31')
    await page.getByRole('search').getByRole('option').first().click()
    const panel = page.getByRole('region', { name: 'Đang chọn' })
    await panel.getByRole('heading', { name: 'Trạm Đồi Thông', exact: true }).waitFor()
    await panel.getByText('đang hoạt động').waitFor()
    await page
      .getByRole('group', { name: 'Lớp bản đồ' })
      .getByText(/\/\s21$/)
      .waitFor()

    await openImports(page)
    await pressByKeyboard(page, button(/^Mở next-sites\.xlsx/))
    await button('Hoàn tác cả lượt').click()
    await pressByKeyboard(page, button('Hoàn tác cả lượt'))
    await page.getByText(/^Đã hoàn tác/).waitFor()
    expect(await readHeight()).toBe(34)
    await button('Đóng').first().click()
    await panel.getByText('đã ngừng', { exact: true }).waitFor()
  })
})
