import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { AccountRole } from '../../core/permissions.ts'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { listViolations } from '../helpers/accessibility.ts'
import { desktop, phone, type Screen } from '../helpers/browser.ts'
import { enterAs } from '../helpers/enter-as.ts'
import { prepareStories } from '../helpers/stories.ts'
import { docx } from '../server/files/sender.ts'

describe('papers that are owed', () => {
  vi.setConfig({ testTimeout: 180_000 })
  const { origin, database, visit } = prepareStories({
    content: 'sample',
    driver: 'embedded',
    webgl: 'without webgl',
    // Plain JSON has no icon; what was never begun is asked for first.
    expected: /status of 404|WebGL2/,
  })
  beforeAll(() => createDemoAccounts(database()))

  const open = async (role: AccountRole, screen: Screen = desktop): Promise<Page> => {
    const page = await visit('/api/health', screen)
    await enterAs(page, role, `${origin()}/?page=papers`)
    await page.getByRole('heading', { name: 'Văn bản phải nộp' }).waitFor()
    return page
  }
  const lineOf = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true })

  it('are handed in late by a carrier on its telephone and accepted by the Sở, both seeing by how many days', async () => {
    const name = 'Viettel, Kế hoạch hằng năm của doanh nghiệp (2021)'
    const carrier = await open('carrier', phone)
    const own = lineOf(carrier, name)
    await own.getByText('Quá hạn, chưa ghi nhận').waitFor()
    expect(await carrier.getByRole('listitem', { name: /UBND/ }).count()).toBe(0)
    await own.getByRole('button', { name: `Báo đã nộp: ${name}` }).click()
    await own.locator('form button[type=submit]').click()
    await own.getByText('Chọn ngày nộp.').waitFor()
    await own.getByLabel('Ngày nộp').fill('2021-12-04')
    await own.getByLabel('Số, ký hiệu').fill('12/KH-VT')
    expect(await listViolations(carrier)).toEqual([])
    await own.locator('form button[type=submit]').click()
    await own.getByText('Đã nộp, chờ Sở tiếp nhận').waitFor()
    // The paper itself is asked for next.
    const file = { name: 'Kế hoạch 12.docx', mimeType: '', buffer: docx }
    await own.getByLabel('Thêm tài liệu').and(carrier.locator('input')).setInputFiles(file)
    await carrier.getByText(`Đã lưu trên máy chủ: ${file.name}.`).waitFor()
    expect(await listViolations(carrier)).toEqual([])

    const staff = await open('staff')
    await staff.getByRole('button', { name: 'Đã nộp, chờ Sở tiếp nhận 1' }).click()
    await staff.getByText('1 trong').waitFor()
    const queued = lineOf(staff, name)
    await queued.getByText('Muộn 4 ngày').waitFor()
    await queued.getByRole('button', { name: `Tệp: ${name}` }).click()
    await queued.getByRole('link', { name: file.name }).waitFor()
    await queued.getByRole('button', { name: `Tiếp nhận: ${name}` }).click()
    expect(await listViolations(staff)).toEqual([])
    await queued.locator('form button[type=submit]').click()
    await staff.getByText(`Đã ghi: Tiếp nhận, ${name}.`).waitFor()

    // The carrier's open page hears of it.
    await own.getByText('Nộp muộn').waitFor()
    await own.getByRole('button', { name: `Lịch sử: ${name}` }).click()
    await own.getByText('Số, ký hiệu: 12/KH-VT').first().waitFor()
  })
})
