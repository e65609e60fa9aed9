import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { toPlainText } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

const getSuggestions = (page: Page) => page.getByRole('search').getByRole('option')

describe('searching', () => {
  const { visit } = prepareStories({ content: 'sample' })

  async function search(page: Page, text: string): Promise<string[]> {
    await page.getByRole('combobox', { name: /^Tìm/ }).fill(text)
    await getSuggestions(page).first().waitFor()
    return (await getSuggestions(page).allTextContents()).map(toPlainText)
  }

  it('finds Ẳng Tở by “ang to” and goes there', async () => {
    const page = await visit()
    const [first] = await search(page, 'ang to')
    expect(first).toMatch(/^xã Ẳng Tở/)
    expect(first).toContain('đến 6/2025')
    await getSuggestions(page).first().click()
    await page.getByRole('heading', { name: 'Xã Ẳng Tở' }).waitFor()
    expect(new URL(page.url()).searchParams.get('selected')).toMatch(/^commune:\d{5}$/)
  })

  it('tells the old and the new unit of one name apart', async () => {
    const page = await visit()
    const found = (await search(page, 'muong thanh')).filter((text) => text.startsWith('phường Mường Thanh'))
    expect(found.filter((text) => text.includes('đến 6/2025'))).toHaveLength(1)
    expect(found.filter((text) => text.includes('từ 7/2025'))).toHaveLength(1)
  })

  it('finds with every diacritic in place, and marks what was typed', async () => {
    const page = await visit()
    const [first] = await search(page, 'Mường Nhé')
    expect(first).toMatch(/^huyện Mường Nhé/)
    expect(await getSuggestions(page).first().locator('mark').textContent()).toBe('Mường Nhé')
  })

  it('opens a site found by its code', async () => {
    const page = await visit()
    const [first] = await search(page, '03331-T01')
    expect(first).toMatch(/^trạm /)
    await getSuggestions(page).first().click()
    await page.getByRole('region', { name: 'Đang chọn' }).getByText('Trạm theo nhà mạng').waitFor()
  })

  it('says so when nothing goes by the name, whatever was typed', async () => {
    const page = await visit()
    const box = page.getByRole('combobox', { name: /^Tìm/ })
    for (const text of ['zzzzqqqq', `'; drop table sites; --`, '<img src=x onerror=alert(1)>', '%%%%']) {
      await box.fill(text)
      await page.getByText(/Không thấy/).waitFor()
      await box.fill('')
    }
  })

  it('keeps every letter and the focus while the code that suggests is still coming', async () => {
    const page = await visit()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route(/search-combobox.*\.js/, async (route) => {
      await held
      await route.continue()
    })
    const box = page.getByRole('combobox', { name: /^Tìm/ })
    await box.focus()
    await page.keyboard.type('ang t')
    release()
    await page.keyboard.type('o')
    await getSuggestions(page).first().waitFor()
    expect(await box.inputValue()).toBe('ang to')
    expect(await box.evaluate((field) => document.activeElement === field)).toBe(true)
    await page.keyboard.press('Backspace')
    expect(await box.inputValue()).toBe('ang t')
  })
})
