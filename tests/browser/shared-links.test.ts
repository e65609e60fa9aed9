import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { fetchUnitShares, readUnitShares, toPlainText } from '../helpers/shares.ts'
import { launchBrowser, openPage } from '../helpers/browser.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('a link to a view', () => {
  const { origin, visit } = prepareStories({ content: 'sample' })

  const choose = (page: Page, group: string, choice: string) =>
    page.getByRole('group', { name: group }).getByRole('radio', { name: choice, exact: true }).check()

  async function expectShares(page: Page, query: string): Promise<void> {
    const counted = await fetchUnitShares(origin(), query)
    await vi.waitFor(async () => expect(await readUnitShares(page)).toEqual(counted), { timeout: 30_000 })
  }

  const readQuestion = async (page: Page) => ({
    headline: toPlainText(await page.locator('.headline').first().innerText()),
    sentence: await page
      .locator('.sentence select')
      .evaluateAll((all) => all.map((select) => (select as unknown as { value: string }).value)),
    shares: await readUnitShares(page),
    panel: toPlainText(
      await page.getByRole('region', { name: 'Đang chọn' }).getByRole('heading').first().innerText(),
    ),
  })

  it('brings the same question, figures and selected unit to a second browser', async () => {
    const page = await visit()
    await choose(page, 'Hoặc khoảng trống', 'Cáp quang hoặc 4G')
    await choose(page, 'Đơn vị', 'Xã từ 7/2025')
    await page.getByRole('combobox', { name: 'Tính theo' }).selectOption('số dân')
    await page.getByRole('combobox', { name: 'Nguồn tin' }).selectOption('doanh nghiệp báo cáo')
    await page.getByRole('combobox', { name: 'Tính đến ngày' }).selectOption('đến 31/12/2020')
    await page.getByRole('combobox', { name: 'Điện lưới' }).selectOption('nơi chưa có điện lưới')
    await page.getByRole('combobox', { name: 'Phân công' }).selectOption('nơi chưa giao')
    const query =
      'by=commune-2025&service=fibre-or-4g&weight=population&basis=declared&as_of=2020-12-31&power=none&assigned=no'
    await expectShares(page, query)
    await page
      .getByRole('table', { name: /theo đơn vị/ })
      .getByRole('button', { name: 'Mường Nhé', exact: true })
      .click()
    await page.getByRole('heading', { name: 'Xã Mường Nhé' }).waitFor()

    const second = await launchBrowser()
    try {
      const opened = await openPage(second, page.url())
      await expectShares(opened.page, query)
      await opened.page.getByRole('heading', { name: 'Xã Mường Nhé' }).waitFor()
      expect(await readQuestion(opened.page)).toEqual(await readQuestion(page))
      expect(opened.problems).toEqual([])
    } finally {
      await second.close()
    }
  })

  it('to a commune that has been merged opens the one that took it in, and says so', async () => {
    const page = await visit('/?units=commune-2025&selected=commune-2025:03124')
    await page.getByRole('heading', { name: 'Phường Mường Thanh' }).waitFor()
    await page.getByText('phường Noong Bua đã sáp nhập vào phường Mường Thanh').waitFor()
    await page.getByRole('button', { name: 'Đã hiểu' }).click()
    await page.getByText('đã sáp nhập').waitFor({ state: 'detached' })
  })

  it('to a huyện named as a commune, or to nothing, opens the nearest there is', async () => {
    const huyen = await visit('/?selected=commune:096')
    await huyen.getByText('thuộc bộ đơn vị khác').waitFor()
    await huyen.getByRole('heading', { name: 'Huyện Mường Nhé' }).waitFor()
    const nothing = await visit('/?selected=commune:99999')
    await nothing.getByText('không có đơn vị nào mang mã “99999”').waitFor()
  })

  it('to a comparison brings which differences of which unit are listed', async () => {
    const readList = async (page: Page) => {
      const list = page.getByRole('region', { name: 'Danh sách', exact: true })
      await list.getByRole('heading', { name: 'Huyện Tuần Giáo' }).waitFor()
      return toPlainText(await list.getByRole('status').innerText())
    }
    const page = await visit('/?service=4g&as_of=2020-12-31&page=compare&b_as_of=2021-06-30')
    const table = page.getByRole('table', { name: 'A và B theo đơn vị' })
    await table.getByRole('button', { name: 'Tuần Giáo' }).press('Enter')
    const all = await readList(page)
    await page.getByRole('combobox', { name: 'Loại khác biệt' }).selectOption('better')
    await expect.poll(() => new URL(page.url()).search).toContain('&difference=better&difference_unit=099')
    await expect.poll(() => readList(page)).not.toBe(all)
    const [link, listed] = [new URL(page.url()).search, await readList(page)]
    await page.close()
    expect(await readList(await visit(link))).toBe(listed)
  })

  it('to a comparison in a unit that does not exist lists the province, and says so', async () => {
    const unknown = await visit('/?service=4g&page=compare&b_basis=verified&difference_unit=999')
    await unknown.getByText('không có đơn vị nào mang mã “999”').waitFor()
    expect(new URL(unknown.url()).search).not.toContain('difference_unit')
  })

  it('of a day before the history, a day to come or an unknown value says what it ignored', async () => {
    const page = await visit('/?service=4g&as_of=1990-01-01&carrier=nobody&colour=red')
    await page.getByText('1990-01-01 trước khi có số liệu').waitFor()
    await page.getByText('không có nhà mạng “nobody”').waitFor()
    await page.getByText('không có mục “colour”').waitFor()
    const later = await visit('/?service=4g&as_of=2999-01-01')
    await later.getByText('2999-01-01 chưa đến').waitFor()
    await expectShares(later, 'by=district&service=4g')
  })
})
