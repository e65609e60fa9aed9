import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { listViolations } from '../helpers/accessibility.ts'
import { phone } from '../helpers/browser.ts'
import {
  confirm,
  findMarker,
  prepareSiteStories,
  save,
  startEditing,
  waitForCheck,
} from '../helpers/site-stories.ts'

const latField = 'Vĩ độ hoặc X, hay cả hai'

/** By Tab alone, to the control of this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    const isThere = await page.evaluate((wanted) => {
      const at = document.activeElement
      const label = at instanceof HTMLTextAreaElement ? at.labels[0]?.textContent : at?.textContent
      return label?.trim() === wanted
    }, name)
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${name}`)
}

describe('placing a site', () => {
  const { open, readSite } = prepareSiteStories()

  it('moves it by dragging: form, map and record are one', async () => {
    const site = await readSite(`code like '%T12'`)
    const page = await open('staff', `/?selected=site:${site.id}&layers=sites`)
    await startEditing(page)
    const at = await findMarker(page)
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + 20, at.y - 10, { steps: 4 })
    await page.mouse.move(at.x + 60, at.y - 30, { steps: 4 })
    await page.mouse.up()
    await page.getByText(/^Dời \d+\sm so với vị trí đã lưu$/).waitFor()
    const typed = Number(await page.getByLabel(latField).inputValue())
    expect(typed).toBeGreaterThan(site.lat)
    // Let go, it stays under the pointer.
    const let_go = await findMarker(page)
    expect(Math.hypot(let_go.x - at.x - 60, let_go.y - at.y + 30)).toBeLessThan(3)
    await save(page)
    const moved = await readSite(`id = ${site.id}`)
    expect(moved.version).toBe(site.version + 1)
    expect(moved.lat).toBeCloseTo(typed, 6)
    expect(moved.lng).toBeGreaterThan(site.lng)
  })

  it('reads one place from degrees, from degrees with minutes and seconds, and from VN-2000', async () => {
    const site = await readSite(`code like '%T14'`)
    const page = await open('staff', `/?selected=site:${site.id}`)
    await startEditing(page)
    const first = page.getByLabel(latField)
    const said = page.locator('.edit-readings')
    const readings = [
      ['21,39; 103,02', 'Đọc theo độ thập phân.'],
      ['103,02 21,39', 'Kinh độ (hoặc Y) đứng trước: đã đọc theo giá trị.'],
      [`21°23'24"B 103°01'12"Đ`, 'Đọc theo độ, phút, giây.'],
      ['2366126,41 501877,57', 'Đọc theo VN-2000.'],
      ['X=501877,57 Y=2366126,41', 'Nhãn ghi khác với giá trị: đã đọc theo giá trị.'],
    ] as const
    for (const [text, how] of readings) {
      await first.fill('')
      await first.fill(text)
      await page.getByText(how, { exact: false }).waitFor()
      await said.getByText('X 2.366.126,41 · Y 501.877,57').waitFor()
      await said.getByText('21°23′24,00″B 103°01′12,00″Đ').waitFor()
    }
    await first.fill('một nơi nào đó')
    await page.getByText('Không đọc được tọa độ này.').waitFor()
    // One field each, as a table of positions has them.
    await first.fill('2366126,41')
    await page.getByLabel('Kinh độ hoặc Y').fill('501877,57')
    await page.getByText('Đọc theo VN-2000.').waitFor()
    await page.getByText(/Dời hơn 1\skm/).waitFor()
    await waitForCheck(page)
    await save(page)
    const moved = await readSite(`id = ${site.id}`)
    expect([moved.lng, moved.lat]).toEqual([103.02, 21.39])
  })

  it('warns before saving: outside, swapped, another commune, near another mast, far away', async () => {
    const site = await readSite(`code like '%T15'`)
    const other = await readSite(`commune_code <> (select commune_code from sites where id = ${site.id})`)
    const page = await open('staff', `/?selected=site:${site.id}`)
    await startEditing(page)
    const first = page.getByLabel(latField)
    const saveButton = page.getByRole('button', { name: 'Lưu', exact: true })
    await first.fill('21,4 102,0')
    await page.getByText('Ngoài tỉnh: không lưu được.').waitFor()
    expect(await saveButton.isDisabled()).toBe(true)
    // Ten metres north of another one's mast, in another commune, more than a kilometre away.
    await first.fill(`${(other.lat + 0.00009).toFixed(6)} ${other.lng.toFixed(6)}`)
    await page.getByText(`Cách trạm ${other.code}`, { exact: false }).waitFor()
    await page.getByText(/^⚠? ?Dời hơn 1\skm/).waitFor()
    await page.getByText('ngoài xã đã khai', { exact: false }).waitFor()
    await saveButton.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Vị trí nằm ngoài xã đã khai').waitFor()
    await dialog.getByText('Cách trạm khác dưới 20 m').waitFor()
    await dialog.getByText('Dời hơn 1 km').waitFor()
    expect(await listViolations(page)).toEqual([])
    await dialog.getByLabel('Lý do').fill('dời theo quyết định')
    await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
    // Nothing is saved that nobody says to have looked at.
    expect(await dialog.isVisible()).toBe(true)
    expect(await readSite(`id = ${site.id}`)).toEqual(site)
    await dialog.getByRole('button', { name: 'Quay lại sửa' }).click()
    await page.getByRole('button', { name: /^Đổi xã sang/ }).click()
    await page.getByText(/^Nằm ở /).waitFor()
    expect(await listViolations(page)).toEqual([])
    await save(page)
    expect(
      await readSite(
        `id = ${site.id} and commune_code = (select commune_code from sites where id = ${other.id})`,
      ),
    ).toMatchObject({ lng: Number(other.lng.toFixed(6)) })
  })

  it('can be done by the keyboard alone', async () => {
    const site = await readSite(`code like '%T17'`)
    const page = await open('staff', `/?selected=site:${site.id}`)
    await page.getByRole('button', { name: 'Sửa', exact: true }).focus()
    await page.keyboard.press('Enter')
    const marker = page.getByRole('button', { name: /^Vị trí mới của trạm/ })
    const step = page.getByLabel('Mỗi bước')
    for (const [metres, total] of [
      ['1', '1'],
      ['10', '11'],
      ['100', '111'],
    ] as const) {
      await step.focus()
      await step.selectOption(metres)
      await marker.focus()
      await page.keyboard.press('ArrowUp')
      await page.getByText(`Dời ${total} m so với vị trí đã lưu`).waitFor()
    }
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
    await page.getByText('Dời 11 m so với vị trí đã lưu').waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('edit-marker')
    await waitForCheck(page)
    await tabTo(page, 'Lưu')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Lý do')
    await page.keyboard.type('đo lại')
    await tabTo(page, 'Lưu')
    await page.keyboard.press('Enter')
    await page.getByText('Đã lưu.', { exact: false }).waitFor()
    const moved = await readSite(`id = ${site.id}`)
    expect((moved.lat - site.lat) * 111_195).toBeCloseTo(11, 0)
    expect(moved.lng).toBeCloseTo(site.lng, 6)
  })

  it('says everything in English too', async () => {
    const site = await readSite(`code like '%T19'`)
    const page = await open('staff', `/?selected=site:${site.id}&lang=en`)
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await waitForCheck(page)
    await page.getByRole('button', { name: 'North', exact: false }).click()
    const words = await page.locator('.edit').innerText()
    // Names of places and people stay as they are.
    expect(words).not.toMatch(/Vị trí|Lưu|Hoàn tác|Thông tin|Dời|Nhà mạng/)
    expect(await listViolations(page)).toEqual([])
  })
})

describe('placing a site on a phone', () => {
  const { open, readSite } = prepareSiteStories()

  it('is dragged by a finger, and typed', async () => {
    const site = await readSite(`code like '%T21'`)
    const page = await open('staff', `/?selected=site:${site.id}`, phone)
    await startEditing(page)
    expect(await listViolations(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(phone.width)
    const at = await findMarker(page)
    const fingers = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
      fingers.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
    await touch('touchStart', at.x, at.y)
    for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', at.x + 40 * part, at.y - 40 * part)
    await touch('touchEnd')
    await page.getByText(/^Dời \d+\sm so với vị trí đã lưu$/).waitFor()
    expect(Number(await page.getByLabel(latField).inputValue())).toBeGreaterThan(site.lat)
    await page.getByLabel(latField).fill(`${(site.lat + 0.001).toFixed(6)}; ${site.lng.toFixed(6)}`)
    await page.getByText('Dời 111 m so với vị trí đã lưu').waitFor()
    await waitForCheck(page)
    await confirm(page)
    await page.getByText('Đã lưu.', { exact: false }).waitFor()
    expect((await readSite(`id = ${site.id}`)).lat).toBeCloseTo(site.lat + 0.001, 6)
  })
})
