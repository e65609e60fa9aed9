import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { desktop, launchBrowser, openPage, phone, type OpenedPage, type Screen } from '../helpers/browser.ts'
import { listViolations } from '../helpers/accessibility.ts'
import { startServer, type RunningServer } from '../helpers/server.ts'

interface DemoAccount {
  readonly username: string
  readonly role: string
}

interface Session {
  readonly csrf_token: string
  readonly demo_accounts: readonly DemoAccount[]
  readonly units: readonly { readonly unit_set: string; readonly code: string }[]
}

describe('editing villages', () => {
  let running: RunningServer
  let browser: Browser
  let opened: OpenedPage[] = []

  beforeAll(async () => {
    running = await startServer('sample', 'postgres')
    await createDemoAccounts(running.database)
    browser = await launchBrowser()
  })

  afterEach(async () => {
    // Chromium reports every refused request; a conflict is one, and so is the icon of a page that is plain JSON.
    const problems = opened
      .flatMap((page) => page.problems)
      .filter((text) => !/status of (404|412|422)/.test(text))
    for (const page of opened) await page.close()
    opened = []
    expect(problems).toEqual([])
  })

  afterAll(async () => {
    await browser.close()
    await running.close()
  })

  async function visit(role: string, path: string, screen: Screen = desktop): Promise<Page> {
    const one = await openPage(browser, `${running.origin}/api/health`, screen)
    opened.push(one)
    const session = (await (await one.page.request.get(`${running.origin}/api/session`)).json()) as Session
    const account = session.demo_accounts.find((known) => known.role === role)
    expect(account).toBeDefined()
    const entered = await one.page.request.post(`${running.origin}/api/session/sign-in`, {
      headers: { 'x-csrf-token': session.csrf_token },
      data: { username: account?.username },
    })
    expect(entered.status()).toBe(200)
    await one.page.goto(`${running.origin}${path}`)
    return one.page
  }

  /** A village of the district that the demo account of an UBND is bound to, or of any. */
  async function findVillage(where = 'true'): Promise<{ id: number; code: string; name: string }> {
    const [village] = await running.database.query<{ id: number; code: string; name: string }>(
      `select v.id, v.code, v.name from villages v where ${where} order by v.id limit 1`,
    )
    if (village === undefined) throw new Error(`no village where ${where}`)
    return village
  }

  const getPanel = (page: Page) => page.getByRole('region', { name: 'Đang chọn' })

  it('renames and moves a village by VN-2000, tells it in the history, and puts it back', async () => {
    const village = await findVillage('v.geom is not null')
    const page = await visit('staff', `/?selected=village:${village.id}`)
    await page.getByRole('button', { name: 'Sửa', exact: true }).click()
    await page.getByLabel('Tên', { exact: true }).fill('Bản Đổi Tên')
    const place = await page.getByLabel('Vị trí', { exact: true }).inputValue()
    await page.getByLabel('Vị trí', { exact: true }).fill('một nơi nào đó')
    await page.getByText('Không đọc được vị trí này.').waitFor()
    await page.getByLabel('Vị trí', { exact: true }).fill('501877,57 2366126,41')
    await page.getByText(/Đọc được: 21,39000; 103,02000/).waitFor()
    await page.getByRole('button', { name: /^Vị trí thôn, bản: kéo/ }).press('ArrowUp')
    await page.getByText(/Đọc được: 21,39009; 103,02000/).waitFor()
    await page.getByLabel('Vị trí', { exact: true }).fill('501877,57 2366126,41')
    await page.getByText(/Đọc được: 21,39000; 103,02000/).waitFor()
    expect(await listViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Ghi nguồn hoặc lý do', { exact: false }).waitFor()
    await page.getByLabel('Lý do, căn cứ').fill('đo lại')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Đã lưu.').waitFor()
    await page.getByRole('heading', { name: 'Bản Đổi Tên', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Lịch sử' }).click()
    await page.getByText(`Tên: ${village.name} → Bản Đổi Tên`).waitFor()
    await page.getByText('Lý do: đo lại').waitFor()
    expect(await listViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Khôi phục như trước lần này' }).first().click()
    await page.getByRole('heading', { name: village.name, exact: true }).waitFor()
    await page.getByRole('button', { name: 'Sửa', exact: true }).click()
    expect(await page.getByLabel('Vị trí', { exact: true }).inputValue()).toBe(place)
  })

  it('shows both versions where somebody else saved meanwhile, and overwrites nothing', async () => {
    const village = await findVillage('v.geom is not null and v.id > 100')
    const path = `/?selected=village:${village.id}`
    const [first, second] = [await visit('staff', path), await visit('admin', path)]
    for (const page of [first, second]) {
      await page.getByRole('button', { name: 'Sửa', exact: true }).click()
      await page.getByLabel('Lý do, căn cứ').fill('kiểm tra')
    }
    await first.getByLabel('Số hộ').fill('71')
    await first.getByRole('button', { name: 'Lưu', exact: true }).click()
    await first.getByText('Đã lưu.').waitFor()
    await second.getByLabel('Số hộ').fill('72')
    await second.getByLabel('Số dân').fill('300')
    await second.getByRole('button', { name: 'Lưu', exact: true }).click()
    await second.getByRole('heading', { name: 'Người khác vừa sửa thôn, bản này' }).waitFor()
    await second.getByLabel('Vừa lưu: 71').check()
    await second.getByRole('button', { name: 'Tiếp tục với lựa chọn này' }).click()
    await second.getByRole('button', { name: 'Lưu', exact: true }).click()
    await second.getByText('Đã lưu.').waitFor()
    const [kept] = await running.database.query<{ households: number; population: number }>(
      'select v.households, v.population from villages v where v.id = $1::integer',
      [village.id],
    )
    expect(kept).toEqual({ households: 71, population: 300 })
  })

  it('shows both versions too where a draft is found again after somebody else has saved', async () => {
    const village = await findVillage('v.geom is not null and v.id > 120')
    const path = `/?selected=village:${village.id}`
    const first = await visit('staff', path)
    await first.getByRole('button', { name: 'Sửa', exact: true }).click()
    await first.getByLabel('Số hộ').fill('82')
    await first.getByLabel('Số dân').fill('310')
    await first.getByLabel('Lý do, căn cứ').fill('kiểm tra')
    const second = await visit('admin', path)
    await second.getByRole('button', { name: 'Sửa', exact: true }).click()
    await second.getByLabel('Số hộ').fill('81')
    await second.getByLabel('Lý do, căn cứ').fill('rà soát')
    await second.getByRole('button', { name: 'Lưu', exact: true }).click()
    await second.getByText('Đã lưu.').waitFor()
    await first.reload()
    await getPanel(first).getByText('81', { exact: true }).waitFor()
    await first.getByRole('button', { name: 'Sửa', exact: true }).click()
    await first.getByText('Đã mở lại nội dung chưa lưu.').waitFor()
    await first.getByRole('button', { name: 'Lưu', exact: true }).click()
    await first.getByRole('heading', { name: 'Người khác vừa sửa thôn, bản này' }).waitFor()
    await first.getByLabel('Vừa lưu: 81').check()
    await first.getByRole('button', { name: 'Tiếp tục với lựa chọn này' }).click()
    await first.getByRole('button', { name: 'Lưu', exact: true }).click()
    await first.getByText('Đã lưu.').waitFor()
    const [kept] = await running.database.query<{ households: number; population: number }>(
      'select v.households, v.population from villages v where v.id = $1::integer',
      [village.id],
    )
    expect(kept).toEqual({ households: 81, population: 310 })
  })

  it('counts a statement in the shares at once, and no more when it is withdrawn', async () => {
    const village = await findVillage(
      `not exists (select 1 from village_services s where s.village_id = v.id and s.service = '5g')`,
    )
    const page = await visit('staff', `/?service=5g&selected=village:${village.id}`)
    const headline = page.locator('.headline-sentence')
    await headline.getByText(/trong/).waitFor()
    const before = await headline.textContent()
    await page.getByRole('button', { name: 'Thêm thông tin phủ sóng' }).click()
    await page.getByLabel('Nhà mạng').last().selectOption({ index: 1 })
    await page.getByLabel('Ngày của số liệu').fill('2021-06-30')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Đã thêm. Tỷ lệ trên bản đồ đã tính lại.').waitFor()
    await page.waitForFunction(
      (old) => document.querySelector('.headline-sentence')?.textContent !== old,
      before,
    )
    await page.getByRole('button', { name: 'Bản ghi đã nhập' }).click()
    await page
      .getByRole('region', { name: 'Bản ghi phủ sóng' })
      .getByRole('listitem')
      .filter({ has: page.locator('strong', { hasText: '5G' }) })
      .getByRole('button', { name: 'Ai nhập?' })
      .click()
    await page.getByRole('button', { name: 'Rút lại' }).click()
    await page.waitForFunction(
      (old) => document.querySelector('.headline-sentence')?.textContent === old,
      before,
    )
  })

  it('lets an UBND confirm and report its own villages on a phone, and nothing of others', async () => {
    const [unit] = await running.database.query<{ unit_set: string; code: string }>(
      `select u.unit_set, u.code from user_units u
       join users a on a.id = u.user_id where a.role = 'local' limit 1`,
    )
    const column = unit?.unit_set === 'district' ? 'district_code' : 'commune_code'
    const own = await findVillage(`v.${column} = '${unit?.code}'`)
    const other = await findVillage(`v.${column} <> '${unit?.code}'`)
    const page = await visit('local', `/?selected=village:${own.id}`, phone)
    await page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    expect(await page.getByLabel('Tên', { exact: true }).count()).toBe(0)
    await page.getByLabel('Số hộ').fill('1.066')
    await page.getByLabel('Lý do, căn cứ').fill('rà soát')
    await page.getByRole('form').getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await page.getByText('Đã ghi số liệu xác nhận.').waitFor()
    await getPanel(page).getByText('1.066').waitFor()
    await page.getByRole('button', { name: 'Báo tình trạng dịch vụ' }).click()
    await page.getByLabel('Nhà mạng').last().selectOption({ index: 1 })
    await page.getByLabel('Ngày của số liệu').fill('2021-06-30')
    await page.getByRole('button', { name: 'Gửi Sở' }).click()
    await page.getByText('chờ Sở xem').waitFor()
    expect(await listViolations(page)).toEqual([])
    await page.goto(`${running.origin}/?selected=village:${other.id}`)
    await getPanel(page).getByText('Trạm gần nhất').waitFor()
    expect(await page.locator('.edit-toolbar').count()).toBe(0)
  })

  it('puts what the server refuses at its field, and the hand there', async () => {
    const village = await findVillage('v.geom is not null and v.id > 140')
    const page = await visit('staff', `/?selected=village:${village.id}`)
    await page.getByRole('button', { name: 'Sửa', exact: true }).click()
    const name = page.getByLabel('Tên', { exact: true })
    // Turns the letters that follow around: no name may hold it.
    await name.fill('Bản \u202eNgược')
    await page.getByLabel('Lý do, căn cứ').fill('kiểm tra')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.locator('.edit-field-wrong', { has: name }).getByText('Giá trị không hợp lệ.').waitFor()
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await name.getAttribute('aria-invalid')).toBe('true')
  })

  it('shows an UBND after signing in what it has to confirm, opens one by keyboard and comes back', async () => {
    const one = await openPage(browser, `${running.origin}/?page=sign-in`, phone)
    opened.push(one)
    const { page } = one
    await page.getByRole('button', { name: /^UBND / }).click()
    await page.getByRole('heading', { name: 'Thôn, bản của địa bàn' }).waitFor()
    const items = page.locator('.page-frame .edit-chosen')
    await items.first().waitFor()
    const [counted] = await running.database.query<{ count: number }>(
      `select count(*)::integer as count from villages v
       join user_units u on (u.unit_set = 'district' and u.code = v.district_code)
         or (u.unit_set = 'commune' and u.code = v.commune_code)
         or (u.unit_set = 'commune-2025' and u.code = v.commune_2025_code)
       join users a on a.id = u.user_id and a.role = 'local'
       where v.valid_to is null`,
    )
    await page.getByText(`trong ${counted?.count} thôn, bản`, { exact: false }).waitFor()
    expect(await items.first().textContent()).toMatch(/\d+ hộ.*\d{2}\/\d{2}\/2021.*Còn thiếu/)
    expect(await listViolations(page)).toEqual([])
    const name = (await items.nth(1).locator('strong').textContent()) ?? ''
    await page.getByLabel('Tìm theo tên').fill(name)
    const before = await items.count()
    await items.first().getByRole('button').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: `Xác nhận số liệu của ${name}` }).waitFor()
    await page.getByLabel('Số hộ').fill('88')
    await page.getByLabel('Lý do, căn cứ').focus()
    await page.keyboard.type('rà soát')
    await page.keyboard.press('Enter')
    await page.getByText('Đã ghi số liệu xác nhận.').waitFor()
    await page.getByRole('button', { name: '← Về danh sách' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByLabel('Tìm theo tên').inputValue()).toBe(name)
    await expect.poll(() => items.count()).toBe(before - 1)
    await page.getByLabel('Lọc').selectOption('done')
    await items.first().getByText(/88 hộ/).waitFor()
    await items
      .first()
      .getByText(/sửa gần nhất/)
      .waitFor()
    await page.getByLabel('Tìm theo tên').fill('không đâu')
    await page.getByRole('button', { name: 'Xem tất cả' }).click()
    await expect.poll(() => items.count()).toBe(counted?.count)
  })
})
