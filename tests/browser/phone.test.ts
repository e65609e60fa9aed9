import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { phone, waitForLabels } from '../helpers/browser.ts'
import { fetchUnitShares, readUnitShares } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('on a phone, 390 px wide', () => {
  const { origin, visit } = prepareStories({ content: 'sample' })

  const getHandle = (page: Page) => page.getByRole('button', { name: /đổi chiều cao bảng/ })
  const getSheetHeight = async (page: Page) => 844 - ((await getHandle(page).boundingBox())?.y ?? 0)

  it('fits: nothing has to be moved sideways', async () => {
    const page = await visit('/', phone)
    await waitForLabels(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, select, table, h1, h2, p')]
        .filter((element) => element.getBoundingClientRect().right > 391 && element.checkVisibility())
        .map((element) => element.outerHTML.slice(0, 100)),
    )
    expect(wide).toEqual([])
  })

  it('shows names with shares, equal to the API', async () => {
    const page = await visit('/', phone)
    await page.getByRole('button', { name: 'Mường Nhé', exact: true }).waitFor()
    expect(await readUnitShares(page)).toEqual(await fetchUnitShares(origin(), 'by=district&service=fibre'))
  })

  it('has a sheet with three stops', async () => {
    const page = await visit('/', phone)
    await getHandle(page).waitFor()
    const heights: Record<string, number> = {}
    for (const stop of ['toàn màn hình', 'thu gọn', 'nửa màn hình']) {
      await getHandle(page).click()
      await page.getByRole('button', { name: `đổi chiều cao bảng: ${stop}` }).waitFor()
      heights[stop] = await getSheetHeight(page)
    }
    expect(heights['thu gọn']).toBeLessThan(300)
    expect(heights['nửa màn hình']).toBeGreaterThan(heights['thu gọn']! + 100)
    expect(heights['toàn màn hình']).toBeGreaterThan(heights['nửa màn hình']! + 200)
  })

  it('opens a huyện in the sheet and goes back', async () => {
    const page = await visit('/', phone)
    await page.getByRole('button', { name: 'Nậm Pồ', exact: true }).click()
    const heading = page.getByRole('heading', { name: 'Huyện Nậm Pồ' })
    await heading.waitFor()
    expect(await heading.isVisible()).toBe(true)
    await page.goBack()
    await page.getByRole('button', { name: 'Nậm Pồ', exact: true }).waitFor()
  })

  it('keeps the name of a page in sight, below what the data are', async () => {
    const page = await visit('/?page=sign-in', phone)
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    const onTop = await page.evaluate(() =>
      ['.page-frame h2', '.sample-badge'].map((selector) => {
        const { left, right, top, bottom } = document.querySelector(selector)!.getBoundingClientRect()
        return document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.matches(selector)
      }),
    )
    expect(onTop).toEqual([true, true])
  })

  it('stays where it is when something of its lists is brought into view, as a screen reader does', async () => {
    const page = await visit('/?page=gaps', phone)
    await page.getByRole('heading', { name: 'Danh sách thôn, bản' }).waitFor()
    const tops = await page.evaluate(() => {
      for (const element of document.querySelectorAll('.sheet *, .page-place *'))
        element.scrollIntoView({ block: 'start' })
      return [
        document.documentElement.scrollTop,
        document.querySelector('header')?.getBoundingClientRect().top,
      ]
    })
    expect(tops).toEqual([0, 0])
  })

  it('has controls that a finger can hit', async () => {
    const page = await visit('/', phone)
    await page.getByRole('button', { name: 'Mường Nhé', exact: true }).waitFor()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, input:not([type=checkbox]), select')]
        // Doors in a sentence are as high as its line; a name in the table takes the press of its whole row.
        .filter((element) => element.checkVisibility() && element.closest('p') === null)
        .map(
          (element) =>
            [
              element.outerHTML.slice(0, 90),
              (element.closest('tr') ?? element).getBoundingClientRect(),
            ] as const,
        )
        .filter(([, box]) => box.height < 24 || box.width < 24)
        .map(([html, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`),
    )
    expect(small).toEqual([])
  })
})
