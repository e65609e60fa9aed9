import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { listViolations } from '../helpers/accessibility.ts'
import { phone } from '../helpers/browser.ts'
import {
  confirm,
  findMiddle,
  prepareSiteStories,
  startEditing,
  type SiteRow,
} from '../helpers/site-stories.ts'

const item = (page: Page, { code }: SiteRow) => page.locator('.edit-proposals > li', { hasText: code })

describe('what a carrier proposes', () => {
  const { open, readSite, changeSite, origin, database } = prepareSiteStories()

  it('waits in a queue on the map, is accepted there, and is on another open map within moments', async () => {
    const site = await readSite(`owner_code = 'viettel' and visibility = 'public'`)
    const carrier = await open('carrier', `/?selected=site:${site.id}`)
    expect(await carrier.getByRole('button', { name: 'Sửa', exact: true }).count()).toBe(0)
    await startEditing(carrier, 'Đề nghị sửa')
    expect(await carrier.getByLabel('Ai được thấy').count()).toBe(0)
    await carrier.getByRole('button', { name: 'Sang đông' }).click()
    await carrier.getByLabel('Địa chỉ').fill('Đồi sau trường')
    expect(await listViolations(carrier)).toEqual([])
    await confirm(carrier, 'Gửi đề nghị')
    await carrier.getByText('Đã gửi đề nghị.', { exact: false }).waitFor()
    expect(await readSite(`id = ${site.id}`)).toEqual(site)

    // Another one's map, with this site open on it.
    const watching = await open('admin', `/?selected=site:${site.id}&layers=sites`)
    await watching.getByRole('heading', { name: `Trạm ${site.name}` }).waitFor()

    const staff = await open('staff', '/?page=proposals')
    await staff.getByText('1 đề nghị chờ xử lý').waitFor()
    const chosen = staff.getByRole('button', { name: new RegExp(site.code) })
    // The whole queue is in the picture: with one move in it, that is in the middle, where a click chooses it in the list.
    expect(await chosen.getAttribute('aria-pressed')).toBe('false')
    await expect
      .poll(
        async () => {
          const middle = await findMiddle(staff)
          await staff.mouse.click(middle.x, middle.y)
          return chosen.getAttribute('aria-pressed')
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toBe('true')
    await chosen.click()
    await staff.getByText(/^Dời 10\sm$/).waitFor()
    await staff.getByText('đo lại bằng GPS', { exact: false }).waitFor()
    expect(await listViolations(staff)).toEqual([])
    await staff.getByRole('button', { name: 'Xác nhận', exact: true }).click()
    const again = staff.getByRole('button', { name: 'Vẫn xác nhận' })
    await staff.getByText('đã xác nhận').or(again).waitFor()
    if ((await again.count()) > 0) await again.click()
    await staff.getByText('đã xác nhận').waitFor()
    expect((await readSite(`id = ${site.id}`)).lng).toBeGreaterThan(site.lng)

    await watching.getByText('Đồi sau trường').waitFor()
    await carrier.goto(`${origin()}/?page=proposals`)
    await carrier.getByText('đã xác nhận').waitFor()
    expect(await listViolations(carrier)).toEqual([])
    const [entry] = await database().query(
      `select action from audit_log where noun = 'sites' and noun_id = $1::text order by id desc limit 1`,
      [String(site.id)],
    )
    expect(entry).toEqual({ action: 'accept' })
  })

  it('is returned with a reason, which the carrier reads as it was written', async () => {
    const site = await readSite(`owner_code = 'viettel' and code like '%T09'`)
    const carrier = await open('carrier', `/?selected=site:${site.id}`)
    await startEditing(carrier, 'Đề nghị sửa')
    await carrier.getByLabel('Tên trạm').fill('Tên đề nghị')
    await confirm(carrier, 'Gửi đề nghị')
    await carrier.getByText('Đã gửi đề nghị.', { exact: false }).waitFor()
    const staff = await open('staff', '/?page=proposals', phone)
    await item(staff, site).getByRole('button', { name: 'Trả lại' }).click()
    expect(await item(staff, site).getByRole('button', { name: 'Trả lại' }).isDisabled()).toBe(true)
    await item(staff, site).getByLabel('Lý do trả lại').fill('thiếu ảnh <b>hiện trường</b>')
    expect(await listViolations(staff)).toEqual([])
    expect(await staff.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
    await item(staff, site).getByRole('button', { name: 'Trả lại' }).click()
    await item(staff, site).getByText('trả lại', { exact: true }).waitFor()
    await carrier.goto(`${origin()}/?page=proposals`)
    await carrier.getByText('Trả lời: thiếu ảnh <b>hiện trường</b>').waitFor()
    expect((await readSite(`id = ${site.id}`)).name).toBe(site.name)
  })

  it('meets a site that was changed since: said in the queue, and nothing else of the site is undone', async () => {
    const site = await readSite(`owner_code = 'viettel' and code like '%T11'`)
    const carrier = await open('carrier', `/?selected=site:${site.id}`)
    await startEditing(carrier, 'Đề nghị sửa')
    await carrier.getByLabel('Địa chỉ').fill('Cạnh trạm y tế')
    await confirm(carrier, 'Gửi đề nghị')
    await carrier.getByText('Đã gửi đề nghị.', { exact: false }).waitFor()
    const staff = await open('staff', '/?page=proposals')
    await item(staff, site).getByRole('button', { name: 'Xác nhận', exact: true }).waitFor()
    await changeSite(staff, site.id, { mast_height_m: 39 })
    await item(staff, site).getByText('Trạm đã đổi từ khi có đề nghị này.', { exact: false }).waitFor()
    await item(staff, site).getByRole('button', { name: 'Xác nhận', exact: true }).click()
    await item(staff, site).getByText('đã xác nhận').waitFor()
    const [row] = await database().query(`select address, mast_height_m from sites where id = $1::integer`, [
      site.id,
    ])
    expect(row).toEqual({ address: 'Cạnh trạm y tế', mast_height_m: 39 })
  })

  it('can be taken back by the carrier; the queue leaves the map of an open form as it was', async () => {
    const site = await readSite(`owner_code = 'viettel' and code like '%T13'`)
    const carrier = await open('carrier', `/?selected=site:${site.id}`)
    await startEditing(carrier, 'Đề nghị sửa')
    await carrier.getByLabel('Địa chỉ').fill('Nhầm')
    await confirm(carrier, 'Gửi đề nghị')
    await carrier.getByText('Đã gửi đề nghị.', { exact: false }).waitFor()
    await startEditing(carrier, 'Đề nghị sửa')
    await carrier.locator('.account-menu summary').click()
    await carrier.getByRole('button', { name: 'Đề nghị', exact: true }).click()
    await item(carrier, site).getByRole('button', { name: 'Rút đề nghị' }).click()
    await item(carrier, site).getByText('đã rút').waitFor()
    await carrier.locator('.page-frame').getByRole('button', { name: /^Đóng/ }).click()
    await carrier.locator('.edit-marker').waitFor()
  })
})
