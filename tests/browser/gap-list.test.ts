import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { listViolationsOnEveryScreen } from '../helpers/accessibility.ts'
import { phone } from '../helpers/browser.ts'
import { getUnitTable, toPlainText } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('the list behind a share', () => {
  const { visit } = prepareStories({ content: 'sample' })

  const getGrid = (page: Page) => page.getByRole('grid', { name: 'Thôn, bản trong danh sách' })
  const getLines = (page: Page) => page.locator('.gap-line')
  const status = (page: Page, count: string) =>
    page.getByText(`${count} thôn, bản trong danh sách và trên bản đồ`).waitFor()
  const query = (page: Page) => new URL(page.url()).searchParams

  it('leads from the province to the 81 villages without 4G, and on to what blocks one of them', async () => {
    const page = await visit('/?service=4g')
    await page.getByRole('button', { name: 'Danh sách cả 81 thôn, bản' }).click()
    await status(page, '81')
    const list = page.getByRole('region', { name: 'Danh sách thôn, bản' })
    for (const count of ['chưa có 64', 'một phần 12', 'chưa rõ 5', 'có 1.364'])
      await list.getByRole('button', { name: count, exact: true }).waitFor()
    await list.getByText('1.364 trong 1.445 thôn, bản có sóng 4G').waitFor()
    await list.getByText(/Số liệu đến 30\/06\/2021/).waitFor()
    // What waits for electricity stands in a group of its own, with its sums.
    await getGrid(page)
      .getByText(/^57 thôn, bản · 3\.650 hộ · 18\.406 người$/)
      .waitFor()
    const line = getLines(page).filter({ hasText: 'chưa có điện' }).first()
    const name = toPlainText(await line.locator('.gap-name-text').textContent())
    await line.getByText(/\s(km|m)\s(B|ĐB|Đ|ĐN|N|TN|T|TB)\s·\s/u).waitFor()
    await line.click()
    expect(await line.getAttribute('aria-selected')).toBe('true')
    await page.getByRole('button', { name: `Mở hồ sơ ${name}` }).click()
    const panel = page.getByRole('region', { name: 'Đang chọn' })
    await panel.getByRole('heading', { name, exact: true }).waitFor()
    await panel.getByRole('heading', { name: 'Vướng mắc' }).waitFor()
    expect(await panel.locator('.village-blockers li').first().textContent()).toBe('chưa có điện')
    await page.goBack()
    await status(page, '81')
  })

  it('holds the same filter as the map and the link, and gives the rule another order', async () => {
    const page = await visit('/?service=4g&page=gaps&states=not_covered')
    await status(page, '64')
    await page.getByRole('button', { name: /^Xếp hạng/ }).click()
    await page.getByRole('button', { name: 'Đảo chiều: đông dân trước' }).click()
    await page.getByText('Thứ tự: quá hạn lâu nhất trước, rồi ít dân trước, rồi gần trạm trước').waitFor()
    expect(query(page).get('rank')).toBe('overdue,-people,-distance')
    await page.keyboard.press('Escape')
    await page.getByLabel('Nhóm theo').selectOption('none')
    await getGrid(page).getByRole('button', { name: 'Số dân' }).click()
    const shown = await page.locator('.gap-line td:nth-child(2)').allTextContents()
    const people = shown.slice(0, 8).map((text) => Number(text.replace('.', '')))
    expect(people).toEqual([...people].sort((a, b) => b - a))
    const other = await visit(`${new URL(page.url()).pathname}${new URL(page.url()).search}`)
    await status(other, '64')
    expect(await other.locator('.gap-line td:nth-child(2)').allTextContents()).toEqual(shown)
  })

  it.each([
    [
      'a cell of the table',
      (page: Page) => getUnitTable(page).getByRole('button', { name: /Mường Nhé: còn 28/ }),
    ],
    ['a class of the legend', (page: Page) => page.locator('.scale .legend-door').first()],
    ['a state of the legend', (page: Page) => page.locator('.marks .legend-door').first()],
  ])('opens from %s', async (_name, getDoor) => {
    const page = await visit('/?service=4g')
    await getDoor(page).click()
    await page.getByText(/thôn, bản trong danh sách và trên bản đồ/).waitFor()
    expect(query(page).get('page')).toBe('gaps')
    expect(query(page).get('list') ?? query(page).get('states')).not.toBeNull()
  })

  it('keeps few lines of 1,445 in the page, and moves through them by keyboard', async () => {
    const page = await visit('/?service=4g&page=gaps&group=none&states=not_covered,partial,unknown,covered')
    await status(page, '1.445')
    expect(Number(await getGrid(page).getAttribute('aria-rowcount'))).toBe(1_446)
    expect(await getLines(page).count()).toBeLessThan(60)
    await getLines(page).first().focus()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-index') ?? null)
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('1')
    await page.keyboard.press('End')
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-index') === '1444')
    await page.keyboard.press('Enter')
    expect(await page.locator('.gap-line[data-index="1444"]').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Home')
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-index') === '0')
    expect(await getLines(page).count()).toBeLessThan(60)
  })

  it('brings the line of a village that is selected elsewhere into sight', async () => {
    const page = await visit('/?service=4g&page=gaps&selected=village:305')
    await status(page, '81')
    await page.locator('.gap-line[data-village="305"][aria-selected="true"]').waitFor()
  })

  it('names the filter that emptied it, and the way out', async () => {
    const page = await visit('/?service=4g&page=gaps&list=unit:096&states=covered&power=unknown')
    await page.getByText('Không có thôn, bản nào khớp.').waitFor()
    await page.getByText(/Huyện Mường Nhé; tình trạng có; nơi chưa rõ điện/).waitFor()
    await page.getByRole('button', { name: 'Bỏ điều kiện về điện' }).click()
    await status(page, '72')
  })

  it('shows cards on a phone', async () => {
    const page = await visit('/?service=4g&page=gaps', phone)
    const list = page.getByRole('list', { name: 'Thôn, bản trong danh sách' })
    await list
      .getByRole('button', { name: /\(một phần\)|\(chưa có\)/ })
      .first()
      .click()
    await page.getByRole('button', { name: /^Mở hồ sơ / }).waitFor()
    expect(await getGrid(page).count()).toBe(0)
  })

  it('has nothing that shuts anybody out', async () => {
    const page = await visit('/?service=4g&page=gaps&meaning=open&selected=village:305')
    await page.getByText('Cách tính').waitFor()
    await page
      .getByText(/ · (Viettel|VNPT|MobiFone)/)
      .first()
      .waitFor()
    expect(await listViolationsOnEveryScreen(page)).toEqual([])
  })
})
