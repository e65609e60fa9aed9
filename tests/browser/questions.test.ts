import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { fetchUnitShares, readUnitShares } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('asking other questions', () => {
  const { origin, visit } = prepareStories({ content: 'sample' })

  async function expectShares(page: Page, query: string): Promise<void> {
    const counted = await fetchUnitShares(origin(), query)
    await vi.waitFor(async () => expect(await readUnitShares(page)).toEqual(counted), { timeout: 30_000 })
  }

  const choose = (page: Page, group: string, choice: string) =>
    page.getByRole('group', { name: group }).getByRole('radio', { name: choice, exact: true }).check()

  it('switches to 4G, then to the 45 xã từ 7/2025, and back by the browser', async () => {
    const page = await visit()
    await choose(page, 'Dịch vụ', '4G')
    await expectShares(page, 'by=district&service=4g')
    await choose(page, 'Đơn vị', 'Xã từ 7/2025')
    await expectShares(page, 'by=commune-2025&service=4g')
    expect(await readUnitShares(page)).toHaveLength(45)
    await page.goBack()
    await expectShares(page, 'by=district&service=4g')
    await page.goBack()
    await expectShares(page, 'by=district&service=fibre')
  })

  it('counts the 129 communes to 6/2025', async () => {
    const page = await visit('/?service=mobile')
    await choose(page, 'Đơn vị', 'Xã đến 6/2025')
    await expectShares(page, 'by=commune&service=mobile')
    expect(await readUnitShares(page)).toHaveLength(129)
  })

  it('recounts by households, carrier, basis and day', async () => {
    const page = await visit('/?service=4g')
    await page.getByRole('combobox', { name: 'Tính theo' }).selectOption('số hộ')
    await expectShares(page, 'by=district&service=4g&weight=households')
    await page.getByRole('combobox', { name: 'Nhà mạng' }).selectOption('Viettel')
    await expectShares(page, 'by=district&service=4g&weight=households&carrier=viettel')
    await page.getByRole('combobox', { name: 'Nguồn tin' }).selectOption('doanh nghiệp báo cáo')
    await expectShares(page, 'by=district&service=4g&weight=households&carrier=viettel&basis=declared')
    await page.getByRole('combobox', { name: 'Tính đến ngày' }).selectOption('đến 31/12/2020')
    await expectShares(
      page,
      'by=district&service=4g&weight=households&carrier=viettel&basis=declared&as_of=2020-12-31',
    )
  })

  it('opens the same view from a copied address', async () => {
    const page = await visit()
    await choose(page, 'Dịch vụ', '3G')
    await choose(page, 'Đơn vị', 'Xã từ 7/2025')
    await expectShares(page, 'by=commune-2025&service=3g')
    const { pathname, search } = new URL(page.url())
    const other = await visit(pathname + search)
    await expectShares(other, 'by=commune-2025&service=3g')
  })

  it('opens as usual from an address that means nothing', async () => {
    const page = await visit(
      '/?service=7g&units=galaxy&weight=%00&carrier=nobody&as_of=2999-01-01&selected=%3Cscript%3E&at=1,2',
    )
    await page.getByText('1.276 trong 1.445').first().waitFor()
  })

  it('says everything in English too', async () => {
    const page = await visit()
    await page.getByRole('button', { name: /English/ }).click()
    await page
      .getByRole('group', { name: 'Service' })
      .getByRole('radio', { name: 'Fibre', exact: true })
      .waitFor()
    await page.getByText('88.3').first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })
})
