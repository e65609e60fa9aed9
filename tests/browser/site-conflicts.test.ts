import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { listViolations } from '../helpers/accessibility.ts'
import { confirm, prepareSiteStories, save, startEditing } from '../helpers/site-stories.ts'

const renewed = 'Vào lại: Cán bộ Sở (mẫu)'

function getConflict(page: Page) {
  return page.getByRole('dialog', { name: 'Hai người cùng sửa trạm này' })
}

describe('two people at one site', () => {
  const { open, readSite, changeSite, database, endSessions, signIn } = prepareSiteStories()

  const readFacts = async (id: number) => {
    const [facts] = await database().query(
      `select name, mast_height_m, address from sites where id = $1::integer`,
      [id],
    )
    return facts
  }

  it('the second sees both versions and chooses per field; nothing is overwritten silently', async () => {
    const site = await readSite(`code like '%T18'`)
    const first = await open('staff', `/?selected=site:${site.id}`)
    const second = await open('admin', `/?selected=site:${site.id}`)
    await startEditing(first)
    await startEditing(second)
    await first.getByLabel('Tên trạm').fill('Tên của người thứ nhất')
    await first.getByLabel('Chiều cao cột (m)').fill('33')
    await second.getByLabel('Tên trạm').fill('Tên của người thứ hai')
    await second.getByLabel('Địa chỉ').fill('Địa chỉ mới')
    await save(first)
    await second.getByText('Người khác vừa lưu trạm này.', { exact: false }).waitFor()
    await confirm(second)
    const dialog = getConflict(second)
    await dialog.getByText('Cán bộ Sở (mẫu) đã lưu trước.', { exact: false }).waitFor()
    const row = dialog.getByRole('row', { name: /Tên trạm/ })
    expect((await row.getByRole('cell').allInnerTexts()).map((text) => text.trim())).toEqual([
      site.name,
      'Tên của người thứ nhất',
      'Tên của người thứ hai',
    ])
    await dialog.getByText('Người kia cũng đã sửa: Chiều cao cột (m).').waitFor()
    expect(await listViolations(second)).toEqual([])
    expect(await dialog.getByRole('button', { name: 'Dùng lựa chọn này' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Tên của người thứ hai').check()
    await dialog.getByRole('button', { name: 'Dùng lựa chọn này' }).click()
    await save(second)
    expect(await readFacts(site.id)).toEqual({
      name: 'Tên của người thứ hai',
      mast_height_m: 33,
      address: 'Địa chỉ mới',
    })
  })

  it('a draft kept over a reload goes on from what it began with, and meets what was saved since', async () => {
    const site = await readSite(`code like '%T20'`)
    const page = await open('staff', `/?selected=site:${site.id}`)
    const other = await open('admin', '/icon.svg')
    await startEditing(page)
    await page.getByLabel('Tên trạm').fill('Tên gõ dở')
    await page.getByLabel('Địa chỉ').fill('Đầu bản')
    await page.reload()
    await page.getByText('Còn bản nháp chưa lưu của trạm này.').waitFor()
    await changeSite(other, site.id, { name: 'Tên người khác lưu', mast_height_m: 27 })
    await page.reload()
    await page.getByRole('button', { name: 'Tiếp tục sửa' }).click()
    await page.getByText('Đã mở lại bản nháp chưa lưu.').waitFor()
    expect(await page.getByLabel('Tên trạm').inputValue()).toBe('Tên gõ dở')
    await page.getByText('Người khác vừa lưu trạm này.', { exact: false }).waitFor()
    await confirm(page)
    const dialog = getConflict(page)
    await dialog.getByLabel('Tên người khác lưu').check()
    await dialog.getByRole('button', { name: 'Dùng lựa chọn này' }).click()
    // Settled but not saved: loaded again, it goes on from the newest version.
    await page.reload()
    await page.getByRole('button', { name: 'Tiếp tục sửa' }).click()
    await page.getByText('Đã mở lại bản nháp chưa lưu.').waitFor()
    await save(page)
    expect(await readFacts(site.id)).toEqual({
      name: 'Tên người khác lưu',
      mast_height_m: 27,
      address: 'Đầu bản',
    })
    expect(await page.getByText('Còn bản nháp').count()).toBe(0)
  })

  it('a session that ends in the middle of an edit loses nothing, and hides nothing that was saved since', async () => {
    const site = await readSite(`code like '%T22'`)
    const page = await open('staff', `/?selected=site:${site.id}`)
    const other = await open('admin', '/icon.svg')
    await startEditing(page)
    await page.getByLabel('Địa chỉ').fill('Gõ trước khi phiên hết')
    await page.getByRole('button', { name: 'Sang đông' }).click()
    await endSessions()
    await signIn(other, 'admin')
    // The page hears of no change any more, asks why, and says it before anything is sent.
    await changeSite(other, site.id, { mast_height_m: 51 })
    await page.getByRole('heading', { name: 'Phiên đã hết' }).waitFor()
    await page.getByRole('button', { name: renewed }).click()
    await page.getByRole('heading', { name: 'Phiên đã hết' }).waitFor({ state: 'detached' })
    expect(await page.getByLabel('Địa chỉ').inputValue()).toBe('Gõ trước khi phiên hết')
    await page.getByText('Chưa đăng nhập', { exact: false }).waitFor({ state: 'detached' })
    await confirm(page)
    // Both changed other things: both stay, once it is seen.
    const dialog = getConflict(page)
    await dialog.getByText('Hai bên sửa những mục khác nhau: giữ được cả hai.').waitFor()
    await dialog.getByRole('button', { name: 'Dùng lựa chọn này' }).click()
    await save(page)
    expect(await readFacts(site.id)).toMatchObject({ mast_height_m: 51, address: 'Gõ trước khi phiên hết' })
    expect((await readSite(`id = ${site.id}`)).lng).toBeGreaterThan(site.lng)
  })

  it('going on as a visitor closes the form, keeps the draft for its owner, and shows it to nobody else', async () => {
    const site = await readSite(`code like '%T23'`)
    const page = await open('staff', `/?selected=site:${site.id}`)
    await startEditing(page)
    await page.getByLabel('Địa chỉ').fill('Của cán bộ Sở')
    await endSessions()
    await confirm(page)
    await page.getByRole('button', { name: 'Tiếp tục không đăng nhập' }).click()
    await page.getByRole('heading', { name: `Trạm ${site.name}` }).waitFor()
    expect(await page.locator('.edit-marker').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Tiếp tục sửa' }).count()).toBe(0)
    await signIn(page, 'admin')
    await page.reload()
    await page.getByRole('button', { name: 'Sửa', exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Tiếp tục sửa' }).count()).toBe(0)
    await signIn(page, 'staff')
    // The record is here before the page knows who reads it.
    await page.route('**/api/session', async (route) => {
      await page.getByRole('button', { name: 'Sửa', exact: true }).waitFor()
      await route.continue()
    })
    await page.reload()
    await page.getByRole('button', { name: 'Tiếp tục sửa' }).click()
    await page.getByText('Đã mở lại bản nháp chưa lưu.').waitFor()
    expect(await page.getByLabel('Địa chỉ').inputValue()).toBe('Của cán bộ Sở')
  })

  it('taking back what one has saved never takes back what another one saved after it', async () => {
    const site = await readSite(`code like '%T24'`)
    const page = await open('staff', `/?selected=site:${site.id}`)
    const other = await open('admin', '/icon.svg')
    await startEditing(page)
    await page.getByLabel('Địa chỉ').fill('Lưu trước')
    await save(page)
    await changeSite(other, site.id, { mast_height_m: 44 })
    await page.getByText('Người khác vừa lưu trạm này.', { exact: false }).waitFor()
    await page.keyboard.press('Control+z')
    const dialog = getConflict(page)
    await dialog.getByRole('button', { name: 'Dùng lựa chọn này' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: /^Hoàn tác/ }).isDisabled()).toBe(true)
    await page.keyboard.press('Control+z')
    await page.getByLabel('Tên trạm').fill('Tên sau đó')
    await save(page)
    expect(await readFacts(site.id)).toEqual({ name: 'Tên sau đó', mast_height_m: 44, address: 'Lưu trước' })
  })
})
