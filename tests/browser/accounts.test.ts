import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { listViolationsOnEveryScreen } from '../helpers/accessibility.ts'
import { prepareStories } from '../helpers/stories.ts'

/** Refusals are part of these stories; the browser notes each in its console. */
const expected = /status of (401|403|404|422|429)|WebGL2/

const demo = {
  viewer: 'Cán bộ quy hoạch (mẫu)',
  staff: 'Cán bộ Sở (mẫu)',
  carrier: 'Viettel (mẫu)',
  local: 'UBND Điện Biên (mẫu)',
  admin: 'Quản trị (mẫu)',
} as const

async function enter(page: Page, role: keyof typeof demo): Promise<void> {
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).first().click()
  await page.getByRole('button', { name: demo[role] }).click()
  await getMenu(page, role).waitFor()
}

function getMenu(page: Page, role: keyof typeof demo) {
  return page.locator('.account-menu summary', { hasText: demo[role] })
}

describe('accounts on the page', () => {
  const { visit, origin, database } = prepareStories({
    content: 'sample',
    // The map is no part of these stories.
    webgl: 'without webgl',
    expected,
  })

  beforeAll(() => createDemoAccounts(database()))

  it.each([
    ['viewer', ['Tài khoản của tôi', 'Đăng xuất']],
    ['staff', ['Tài khoản của tôi', 'Các thay đổi', 'Đăng xuất']],
    ['carrier', ['Tài khoản của tôi', 'Các thay đổi', 'Đăng xuất']],
    ['local', ['Tài khoản của tôi', 'Các thay đổi', 'Đăng xuất']],
    ['admin', ['Tài khoản của tôi', 'Quản lý tài khoản', 'Các thay đổi', 'Đăng xuất']],
  ] as const)('lets a %s in by one click and shows what is theirs, and out again', async (role, items) => {
    const page = await visit()
    await enter(page, role)
    // Its own villages open by themselves, and take the focus that would keep the menu open.
    if (role === 'carrier') await page.getByRole('heading', { name: 'Thôn, bản được giao' }).waitFor()
    await getMenu(page, role).click()
    const shown = await page.locator('.account-items button').allTextContents()
    expect(shown).toEqual(expect.arrayContaining([...items]))
    expect(shown.includes('Quản lý tài khoản')).toBe(role === 'admin')
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).waitFor()
  })

  it('says the same of a wrong password and of nobody, and keeps the name', async () => {
    const page = await visit('/?page=sign-in')
    for (const username of ['quan-tri', 'khong-ai']) {
      await page.getByLabel('Tên đăng nhập').fill(username)
      await page.getByLabel('Mật khẩu', { exact: true }).fill('sai mật khẩu')
      await page.keyboard.press('Enter')
      await page.getByText('Sai tên đăng nhập hoặc mật khẩu.').waitFor()
      expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe(username)
      expect(await page.getByLabel('Mật khẩu', { exact: true }).inputValue()).toBe('')
    }
  })

  it('lets somebody in whom an admin added, once a password of their own is chosen', async () => {
    const page = await visit('/?page=users')
    await page.getByRole('button', { name: demo.admin }).click()
    await page.getByRole('button', { name: '+ Thêm tài khoản' }).click()
    await page.getByLabel('Tên đăng nhập').fill('lan.nguyen')
    await page.getByLabel('Họ tên').fill('Nguyễn Thị Lan')
    await page.getByLabel('Vai trò').selectOption('staff')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    const initial = await page.locator('.initial-password code').innerText()
    await page.getByRole('rowheader', { name: /Nguyễn Thị Lan/ }).waitFor()

    const other = await visit('/?page=sign-in')
    await other.getByLabel('Tên đăng nhập').fill('lan.nguyen')
    await other.getByLabel('Mật khẩu', { exact: true }).fill(initial)
    await other.keyboard.press('Enter')
    await other.getByRole('heading', { name: 'Cần đặt mật khẩu mới' }).waitFor()
    await other.reload()
    await other.getByLabel('Mật khẩu hiện tại').fill(initial)
    await other.getByLabel('Mật khẩu mới', { exact: true }).fill('ngắn')
    await other.getByLabel('Nhập lại mật khẩu mới').fill('ngắn')
    await other.keyboard.press('Enter')
    await other.getByText('Mật khẩu mới cần ít nhất 10 ký tự.').waitFor()
    await other.getByLabel('Mật khẩu mới', { exact: true }).fill('nương rẫy đầu mùa')
    await other.getByLabel('Nhập lại mật khẩu mới').fill('nương rẫy đầu mùa')
    await other.keyboard.press('Enter')
    await other.getByRole('button', { name: 'Mường Nhé', exact: true }).first().waitFor()
    await other.locator('.account-menu summary', { hasText: 'Nguyễn Thị Lan' }).waitFor()
  })

  it('takes an ended session up again over what is open', async () => {
    const page = await visit('/?page=users')
    await page.getByRole('button', { name: demo.admin }).click()
    await page.getByRole('button', { name: '+ Thêm tài khoản' }).click()
    await page.getByLabel('Tên đăng nhập').fill('dang.do')
    await page.getByLabel('Họ tên').fill('Đang Làm Dở')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('heading', { name: 'Phiên đã hết' }).waitFor()
    await page.getByRole('button', { name: `Vào lại: ${demo.admin}` }).click()
    await page.getByRole('heading', { name: 'Phiên đã hết' }).waitFor({ state: 'detached' })
    expect(await page.getByLabel('Họ tên').inputValue()).toBe('Đang Làm Dở')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('rowheader', { name: /Đang Làm Dở/ }).waitFor()
  })

  it('lists a change with what was before and after, found again by its person', async () => {
    const page = await visit()
    await enter(page, 'staff')
    await page.evaluate(async (base) => {
      const session = await (await fetch(`${base}/api/session`)).json()
      const site = await (await fetch(`${base}/api/sites/7`)).json()
      await fetch(`${base}/api/sites/7`, {
        method: 'PATCH',
        headers: {
          'content-type': 'application/json',
          'x-csrf-token': session.csrf_token,
          'if-match': `"${site.version}"`,
        },
        body: JSON.stringify({ changes: { address: '<b>Đầu bản</b>' }, reason: 'kiểm tra' }),
      })
    }, origin())
    await getMenu(page, 'staff').click()
    await page.getByRole('button', { name: 'Các thay đổi' }).click()
    const row = page.getByRole('row', { name: /Địa chỉ/ }).first()
    await row.waitFor()
    expect(await row.innerText()).toContain('<b>Đầu bản</b>')
    await page.getByLabel('Người làm').fill('không có ai')
    await page.keyboard.press('Enter')
    await page.getByText('Không có thay đổi nào khớp với bộ lọc.').waitFor()
    await page.getByRole('button', { name: 'Bỏ lọc' }).click()
    await page.getByRole('button', { name: 'Khôi phục' }).first().click()
    await page.getByLabel('Lý do').fill('trả lại như cũ')
    await page
      .getByRole('form', { name: /Khôi phục/ })
      .getByRole('button', { name: 'Khôi phục' })
      .click()
    await page.getByText('Lý do: trả lại như cũ').waitFor()
  })

  it.each(['sign-in', 'account', 'users', 'changes'])(
    'finds no violation (axe) on the page %s',
    async (name) => {
      const page = await visit(`/?page=${name}`)
      if (name !== 'sign-in') await page.getByRole('button', { name: demo.admin }).click()
      await page.locator('.page-frame').getByRole('heading', { level: 2 }).waitFor()
      if (name !== 'sign-in') await getMenu(page, 'admin').waitFor()
      expect(await listViolationsOnEveryScreen(page)).toEqual([])
    },
  )

  it('is entered with the keyboard alone', async () => {
    const page = await visit('/?page=sign-in')
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab')
      const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (text.startsWith(demo.viewer)) break
    }
    await page.keyboard.press('Enter')
    await getMenu(page, 'viewer').waitFor()
  })
})
