import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { listViolations } from '../helpers/accessibility.ts'
import { desktop, phone, waitForLabels } from '../helpers/browser.ts'
import { toPlainText } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('measuring and coordinates', () => {
  const { visit } = prepareStories({ content: 'sample' })

  const getPage = (page: Page) => page.getByRole('region', { name: 'Đo trên bản đồ' })

  async function typePlace(page: Page, text: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Thêm điểm theo tọa độ' }).fill(text)
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
  }

  it('measures between typed places, by keyboard alone, and leaves by Escape', async () => {
    const page = await visit('/?page=measure')
    await waitForLabels(page)
    await getPage(page).getByText('Cần ít nhất 2 điểm.').waitFor()
    await typePlace(page, '21,39 103,02')
    await typePlace(page, 'X 2366126,41 Y 502877,57')
    await getPage(page)
      .getByText(/1,0\s?km · 90° \(đông\)/)
      .waitFor()
    const marks = page.getByRole('button', { name: /^Điểm \d\. Phím mũi tên/ })
    expect(await marks.count()).toBe(2)
    await marks.nth(1).focus()
    for (let press = 0; press < 20; press += 1) await page.keyboard.press('ArrowRight')
    await getPage(page)
      .getByText(/1,2\s?km · 90° \(đông\)/)
      .waitFor()
    await typePlace(page, 'không phải tọa độ')
    await getPage(page)
      .getByText(/Không đọc được tọa độ “không phải tọa độ”/)
      .waitFor()
    expect(await listViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await getPage(page).waitFor({ state: 'detached' })
    expect(await marks.count()).toBe(0)
  })

  it('measures an area that is clicked, takes back, and says when the outline crosses itself', async () => {
    const page = await visit('/?page=measure&at=11.00,21.4000,103.0000')
    await waitForLabels(page)
    await getPage(page).getByRole('radio', { name: 'Diện tích' }).check()
    const canvas = page.getByRole('region', { name: /^Bản đồ tỷ lệ/ })
    const click = async (x: number, y: number) => canvas.click({ position: { x, y } })
    const count = (n: number) => getPage(page).getByText(`Điểm ${n}`, { exact: true }).waitFor()
    await click(250, 300)
    await count(1)
    await click(450, 300)
    await count(2)
    await click(450, 480)
    await count(3)
    await getPage(page)
      .getByText(/^[\d.,]+ km²$/)
      .waitFor()
    await click(350, 200)
    await count(4)
    await getPage(page)
      .getByText(/Đường bao tự cắt/)
      .waitFor()
    await page.getByRole('button', { name: 'Bỏ điểm cuối' }).click()
    await getPage(page)
      .getByText(/^[\d.,]+ km²$/)
      .waitFor()
  })

  it('shows the place under the pointer in both systems and copies it', async () => {
    const page = await visit('/?at=12.00,21.3900,103.0200')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await waitForLabels(page)
    const line = page.getByRole('group', { name: 'Tọa độ dưới con trỏ' })
    // Its code comes with the first sign of somebody: a pointer over the header.
    await page.mouse.move(600, 20)
    await line.getByText(/Alt\+C/).waitFor()
    const canvas = page.getByRole('region', { name: /^Bản đồ tỷ lệ/ })
    await canvas.hover({ position: { x: 420, y: 300 } })
    const degrees = line.getByRole('button', { name: /^WGS 84 21,\d{5}° 10[23],\d{5}°$/ })
    await degrees.waitFor()
    expect(toPlainText(await line.getByRole('button', { name: /^VN-2000/ }).textContent())).toMatch(
      /^VN-2000 \(KTT 103°00′\) X 2\.36\d\.\d{3} m · Y (49|50)\d\.\d{3} m$/,
    )
    await page.keyboard.press('Alt+C')
    await line.getByText('Đã chép tọa độ').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(
      /^WGS 84: 21\.\d{6}, 10[23]\.\d{6}\nVN-2000 \(KTT 103°00′\): X 236\d{4}\.\d\d, Y (49|50)\d{4}\.\d\d$/,
    )
    await line.getByRole('button', { name: 'Độ, phút, giây' }).click()
    await line.getByRole('button', { name: /^WGS 84 21°\d\d′[\d,]+″B 10[23]°/ }).waitFor()
    const box = async (name: string) => (await page.locator(name).boundingBox())!
    const foot = await box('.coordinate-place')
    for (const name of [
      '.maplibregl-ctrl-scale',
      '.maplibregl-ctrl-attrib',
      '.legend-card',
      '.layers-card',
    ]) {
      const other = await box(name)
      expect(other.y + other.height, name).toBeLessThanOrEqual(foot.y)
    }
  })

  it('offers the coordinates of a place on a phone, and by a right click', async () => {
    for (const screen of [phone, desktop]) {
      const page = await visit('/?at=12.00,21.3900,103.0200', screen)
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await waitForLabels(page)
      await page
        .getByRole('region', { name: /^Bản đồ tỷ lệ/ })
        .click({ button: 'right', position: { x: 150, y: 180 } })
      const menu = page.getByRole('dialog', { name: 'Vị trí này' })
      await menu.getByText(/^WGS 84/).waitFor()
      expect(await listViolations(page)).toEqual([])
      await menu.getByRole('button', { name: 'Chép tọa độ' }).click()
      await menu.waitFor({ state: 'detached' })
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('WGS 84: 21.')
    }
  })
})
