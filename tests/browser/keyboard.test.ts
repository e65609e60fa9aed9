import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { toPlainText } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

const getSuggestions = (page: Page) => page.getByRole('search').getByRole('option')

describe('with the keyboard alone', () => {
  const { visit } = prepareStories({ content: 'sample' })

  const getFocusedText = async (page: Page) =>
    toPlainText(await page.evaluate(() => document.activeElement?.textContent ?? ''))

  /** Tabs until the focus is where it should be; a focus that never comes is a failure. */
  async function tabTo(page: Page, wanted: RegExp, most = 40): Promise<void> {
    for (let presses = 0; presses < most; presses++) {
      await page.keyboard.press('Tab')
      if (wanted.test(await getFocusedText(page))) return
    }
    throw new Error(`Tab never reached ${wanted}`)
  }

  it('goes from the skip link to the table, a huyện, its gaps, a village and out again', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mường Nhé', exact: true }).waitFor()
    await tabTo(page, /^Đến bảng tỷ lệ$/, 2)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Mường Nhé$/, 12)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Huyện Mường Nhé' }).waitFor()
    expect(await getFocusedText(page)).toBe('Huyện Mường Nhé')
    await tabTo(page, /\(chưa có\)$/)
    const village = (await getFocusedText(page)).replace(/ \(chưa có\)$/, '')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: village, exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: 'Đang chọn' }).waitFor({ state: 'detached' })
  })

  it('chooses the service by arrow keys', async () => {
    const page = await visit()
    await page.getByRole('radio', { name: 'Cáp quang', exact: true }).focus()
    for (const service of ['2G', '3G', '4G']) {
      await page.keyboard.press('ArrowRight')
      expect(await page.getByRole('radio', { name: service, exact: true }).isChecked()).toBe(true)
    }
    await page.getByText('1.364 trong 1.445 thôn, bản có sóng 4G').first().waitFor()
  })

  it('sorts the table and says in which order it stands', async () => {
    const page = await visit()
    const header = page.getByRole('columnheader', { name: 'Còn lại' })
    await header.getByRole('button').focus()
    await page.keyboard.press('Enter')
    expect(await header.getAttribute('aria-sort')).toBe('descending')
    const left = await page.locator('tbody tr td:last-child').allTextContents()
    const numbers = left.map((text) => Number(/\d+/.exec(text)?.[0] ?? 0))
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  })

  it('searches, steps through the suggestions and opens one', async () => {
    const page = await visit()
    await page.getByRole('combobox', { name: /^Tìm/ }).focus()
    await page.keyboard.type('nam po')
    await getSuggestions(page).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Huyện Nậm Pồ' }).waitFor()
  })

  it('shows where the focus is', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Mường Nhé', exact: true }).waitFor()
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(() => {
        const focused = document.activeElement
        if (focused === null) return 'nothing'
        // A control may show it on the label or box around it.
        const around = [focused, focused.parentElement, focused.nextElementSibling].filter(
          (one) => one !== null,
        )
        const drawn = around.map((one) => getComputedStyle(one))
        return drawn.some((style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none')
          ? 'focus'
          : focused.outerHTML.slice(0, 120)
      })
      expect(seen).toBe('focus')
    }
  })
})
