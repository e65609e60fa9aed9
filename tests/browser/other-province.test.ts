import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { askedServices } from '../../core/coverage/states.ts'
import { listViolations } from '../helpers/accessibility.ts'
import { phone, waitForLabels } from '../helpers/browser.ts'
import { fetchUnitShares, getUnitTable, readUnitShares, toPlainText } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

/** Words of the province that comes with the project: none may be built in. */
const builtIn = /Điện Biên|Mường|Viettel|VNPT|MobiFone|7\/2025|6\/2025|30\/06\/2021|1\.445/

describe('another, made-up province', () => {
  const { origin, visit } = prepareStories({ content: 'other-province' })

  const getPanel = (page: Page) => page.getByRole('region', { name: 'Đang chọn' })

  async function expectShares(page: Page, query: string): Promise<void> {
    const counted = await fetchUnitShares(origin(), query)
    await vi.waitFor(async () => expect(await readUnitShares(page)).toEqual(counted), { timeout: 30_000 })
  }

  async function expectNothingBuiltIn(page: Page): Promise<void> {
    expect(builtIn.exec(toPlainText(await page.locator('body').innerText()))).toBeNull()
  }

  it('opens with its name, its three districts, its dates and its target', async () => {
    const page = await visit()
    await waitForLabels(page)
    expect(await readUnitShares(page)).toHaveLength(3)
    await expectShares(page, 'by=district&service=fibre')
    await page.getByText('tỉnh Trường Lâm').waitFor()
    await page.getByText('Số liệu đến 30/06/2023').waitFor()
    await page.getByText('Mục tiêu 2023: 60 %').first().waitFor()
    await page.getByRole('radio', { name: 'Xã đến 12/2024' }).waitFor()
    await page.getByRole('radio', { name: 'Xã từ 1/2025' }).waitFor()
    await expectNothingBuiltIn(page)
  })

  it.each(['district', 'commune', 'commune-2025'])(
    'counts every service by %s as the API does',
    async (by) => {
      for (const service of askedServices) {
        const page = await visit(`/?units=${by}&service=${service}`)
        await expectShares(page, `by=${by}&service=${service}`)
      }
    },
  )

  it('offers its own carriers', async () => {
    const page = await visit('/?service=4g')
    await page.getByRole('combobox', { name: 'Nhà mạng' }).selectOption('BetaTel')
    await expectShares(page, 'by=district&service=4g&carrier=beta-tel')
  })

  it('lists the gaps of a district and opens one of its villages', async () => {
    const page = await visit()
    await getUnitTable(page).getByRole('button', { name: 'Ẵng Rai', exact: true }).click()
    await getPanel(page).getByRole('heading', { name: 'Huyện Ẵng Rai' }).waitFor()
    await getPanel(page).getByRole('listitem').getByRole('button').first().click()
    await getPanel(page).getByRole('heading', { name: 'Dịch vụ' }).waitFor()
    await getPanel(page).getByRole('heading', { name: 'Trạm gần nhất' }).waitFor()
    expect(await getPanel(page).innerText()).toMatch(/AlphaTel|BetaTel/)
    await expectNothingBuiltIn(page)
  })

  it('is searched without diacritics: its units of both times, villages and sites', async () => {
    const page = await visit()
    const suggestions = page.getByRole('search').getByRole('option')
    await page.getByRole('combobox', { name: /^Tìm/ }).fill('ang rai')
    await suggestions.first().waitFor()
    const found = (await suggestions.allTextContents()).map(toPlainText)
    expect(found.some((text) => text.startsWith('huyện Ẵng Rai'))).toBe(true)
    expect(found.some((text) => text.startsWith('thị trấn Ẵng Rai') && text.includes('đến 12/2024'))).toBe(
      true,
    )
    expect(found.some((text) => text.startsWith('xã Ẵng Rai') && text.includes('từ 1/2025'))).toBe(true)
    await page.getByRole('combobox', { name: /^Tìm/ }).fill('TL-S08')
    await vi.waitFor(async () =>
      expect(toPlainText(await suggestions.first().textContent())).toMatch(/^trạm /),
    )
    await suggestions.first().click()
    await getPanel(page).getByText('máy nổ').first().waitFor()
  })

  it('has legends and counts of its own layers', async () => {
    const page = await visit('/?layers=villages,sites,generator-sites,cable-routes,assignments')
    await waitForLabels(page)
    const layers = page.getByRole('group', { name: 'Lớp bản đồ' })
    for (const count of ['50', '20', '2', '3'])
      await layers.getByText(count, { exact: true }).first().waitFor()
    await page.getByLabel('Chú giải').getByText('có cáp quang').first().waitFor()
    await expectNothingBuiltIn(page)
  })

  it('works on a phone, and breaks no rule of accessibility', async () => {
    const page = await visit('/', phone)
    await waitForLabels(page)
    await expectShares(page, 'by=district&service=fibre')
    expect(await listViolations(page)).toEqual([])
  })
})
