import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { listViolationsOnEveryScreen } from '../helpers/accessibility.ts'
import { phone } from '../helpers/browser.ts'
import { fetchCoverage, toIntegerText, toPercentText, toPlainText } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('time, and two questions beside each other', () => {
  const { origin, visit } = prepareStories({ content: 'sample' })

  const getSlider = (page: Page) => page.getByRole('slider', { name: 'Số liệu tính đến ngày' })
  const getAsOf = (page: Page) => new URL(page.url()).searchParams.get('as_of')
  const getSummary = (page: Page) => page.getByRole('region', { name: 'Tỷ lệ', exact: true })
  const getList = (page: Page) => page.getByRole('region', { name: 'Danh sách', exact: true })
  const getDivider = (page: Page) => page.getByRole('separator', { name: /Thanh chia/ })

  async function readShares(page: Page): Promise<string> {
    return toPlainText(await getSummary(page).locator('dl').textContent())
  }

  async function askProvince(query: string) {
    const { units } = await fetchCoverage(origin(), `by=province&${query}`)
    return units[0]!
  }

  it('goes back to the end of 2020 by keys, forward to mid-2021, and the share follows', async () => {
    const page = await visit('/?service=4g')
    const slider = getSlider(page)
    await slider.focus()
    await page.keyboard.press('Home')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('đến 31/12/2019')
    expect(getAsOf(page)).toBe('2019-12-31')
    await page.keyboard.press('PageUp')
    await expect.poll(() => getAsOf(page)).toBe('2020-12-31')
    const { covered } = await askProvince('service=4g&as_of=2020-12-31')
    await page
      .getByText(`${toIntegerText(covered)} trong 1.445`)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Mốc sau' }).click()
    await expect.poll(() => getAsOf(page)).toBe('2021-01-31')
    await page.getByRole('button', { name: 'Về hôm nay' }).click()
    await expect.poll(() => getAsOf(page)).toBeNull()
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('hôm nay')
    // Each act of one's own is a step back.
    await page.goBack()
    await expect.poll(() => getAsOf(page)).toBe('2021-01-31')
  })

  it('offers single steps instead of play where motion is not wanted', async () => {
    const page = await visit('/?service=4g')
    await getSlider(page).waitFor()
    expect(await page.getByRole('button', { name: 'Chạy theo thời gian' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Mốc trước' }).click()
    await expect.poll(() => getAsOf(page)).toBe('2021-06-30')
  })

  it('plays from the first day to today as one step back, without asking for sites on the way', async () => {
    const page = await visit('/?service=4g&layers=villages,sites&as_of=2021-03-31')
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await getSlider(page).waitFor()
    await page.waitForLoadState('networkidle')
    const length = await page.evaluate(() => history.length)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('sites.geojson')) asked.push(request.url())
    })
    await page.getByRole('button', { name: 'Chạy theo thời gian' }).click()
    await page.getByRole('button', { name: 'Dừng' }).waitFor()
    await vi.waitFor(() => expect(getAsOf(page)).toBeNull(), { timeout: 30_000 })
    await page.getByRole('button', { name: 'Chạy theo thời gian' }).waitFor()
    expect(await page.evaluate(() => history.length)).toBe(length + 1)
    expect(asked.filter((url) => url.includes('as_of='))).toEqual([])
  })

  it('lists what was gained from 2020 to 2021, by unit and by village, as the server counts it', async () => {
    const page = await visit('/?service=4g')
    await page.getByRole('button', { name: 'So sánh', exact: true }).click()
    await page.getByRole('button', { name: '31/12/2020 ↔ 30/06/2021' }).click()
    const [a, b] = [
      await askProvince('service=4g&as_of=2020-12-31'),
      await askProvince('service=4g&as_of=2021-06-30'),
    ]
    await expect
      .poll(() => readShares(page))
      .toContain(`${toPercentText(a.percent!)}${toIntegerText(a.covered)} / `)
    expect(await readShares(page)).toContain(toPercentText(b.percent!))
    // Nothing was lost, so that the gains are the whole difference.
    const gained = b.covered - a.covered
    await getSummary(page)
      .getByRole('button', { name: /được thêm/ })
      .click()
    await getList(page)
      .getByText(`${toIntegerText(gained)} thôn, bản`, { exact: true })
      .waitFor()
    expect(toPlainText(await getSummary(page).textContent())).toContain('mất đi0 thôn, bản')
    await page
      .getByText(/theo hai định nghĩa/)
      .first()
      .waitFor()
    await page
      .getByRole('table', { name: 'A và B theo đơn vị' })
      .getByRole('button', { name: 'Mường Nhé' })
      .click()
    const district = await fetchCoverage(origin(), 'by=district&service=4g&as_of=2020-12-31')
    const later = await fetchCoverage(origin(), 'by=district&service=4g&as_of=2021-06-30')
    const find = (units: typeof later.units) => units.find(({ name }) => name === 'Mường Nhé')!.covered
    const inDistrict = find(later.units) - find(district.units)
    await getList(page)
      .getByText(`${toIntegerText(inDistrict)} thôn, bản`, { exact: true })
      .waitFor()
  })

  it('says of a village that differs who says what on both sides, and opens it', async () => {
    const page = await visit('/?service=4g&as_of=2020-12-31&page=compare&b_as_of=2021-06-30')
    await getList(page).locator('summary').first().press('Enter')
    await getList(page)
      .getByText(/, \d{2}\/\d{2}\/20\d{2}\)/)
      .first()
      .waitFor()
    await getList(page).getByRole('button', { name: 'Mở thôn, bản' }).press('Enter')
    await page.getByRole('region', { name: 'Đang chọn' }).waitFor()
  })

  it('hands over the listed villages as a file that names both questions', async () => {
    const page = await visit('/?service=4g&as_of=2020-12-31&page=compare&b_as_of=2021-06-30')
    await getList(page).getByRole('button', { name: 'CSV' }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 40_000 }),
      getList(page).getByRole('button', { name: 'CSV' }).press('Enter'),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString('utf8')
    expect(text).toContain('Câu hỏi A: 4G')
    expect(text).toContain('30/06/2021')
    const count = /(\d+) thôn, bản/.exec(
      toPlainText(await getList(page).getByRole('status').textContent()),
    )![1]!
    expect(text.split(/\r?\n/).filter((line) => /^\d+;/.test(line))).toHaveLength(Number(count))
  })

  it('opens the same comparison from a copied address in another browser', async () => {
    const page = await visit('/?service=4g')
    await page.getByRole('button', { name: 'So sánh', exact: true }).click()
    await page.getByRole('button', { name: 'Viettel ↔ VNPT' }).click()
    const [viettel, vnpt] = [
      await askProvince('service=4g&carrier=viettel'),
      await askProvince('service=4g&carrier=vnpt'),
    ]
    await expect.poll(() => readShares(page)).toContain(toPercentText(vnpt.percent!))
    const shares = await readShares(page)
    expect(shares).toContain(toPercentText(viettel.percent!))
    const { pathname, search } = new URL(page.url())
    expect(search).toContain('b_carrier=vnpt')
    const other = await visit(pathname + search)
    await expect.poll(() => readShares(other)).toBe(shares)
    await other.getByRole('button', { name: 'Đổi chỗ A và B' }).click()
    await expect.poll(() => new URL(other.url()).searchParams.get('carrier')).toBe('vnpt')
  })

  it.each([
    ['Khai báo ↔ xác nhận', 'service=4g&basis=declared', 'service=4g&basis=verified'],
    ['Doanh nghiệp báo cáo ↔ UBND xác nhận', 'service=fibre&basis=declared', 'service=fibre&basis=local'],
  ])('compares %s in one press', async (preset, first, second) => {
    const page = await visit('/?page=compare')
    await page.getByRole('button', { name: preset }).click()
    const [a, b] = [await askProvince(first), await askProvince(second)]
    await expect.poll(() => readShares(page)).toContain(toPercentText(a.percent!))
    expect(await readShares(page)).toContain(`${toIntegerText(b.covered)} / `)
    await page
      .getByText(/Hai nguồn tin không nói về cùng số thôn, bản/)
      .first()
      .waitFor()
  })

  it('divides the map by keys, and both sides look at one place', async () => {
    const page = await visit('/?service=4g&as_of=2020-12-31&page=compare&b_as_of=2021-06-30')
    const divider = getDivider(page)
    await divider.focus()
    expect(await divider.getAttribute('aria-valuenow')).toBe('50')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => divider.getAttribute('aria-valuenow')).toBe('55')
    await page.keyboard.press('End')
    await expect.poll(() => divider.getAttribute('aria-valuenow')).toBe('100')
    await page
      .getByRole('group', { name: 'Bản đồ đang xem' })
      .getByRole('button', { name: 'Bản đồ B' })
      .click()
    await expect.poll(() => divider.getAttribute('aria-valuenow')).toBe('0')
    const canvas = page.getByLabel(/^Bản đồ B: 4G/)
    await canvas.focus()
    await page.keyboard.press('+')
    // The map of A is the one that tells the address where to look.
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).not.toBeNull()
  })

  it('breaks no rule of accessibility while comparing', async () => {
    const page = await visit('/?service=4g&as_of=2020-12-31&page=compare&b_as_of=2021-06-30')
    await getList(page).locator('summary').first().press('Enter')
    expect(await listViolationsOnEveryScreen(page)).toEqual([])
  })

  it('fits on a phone: the slider in the sheet, the comparison under the map', async () => {
    const page = await visit('/?service=4g', phone)
    await getSlider(page).scrollIntoViewIfNeeded()
    await getSlider(page).focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => getAsOf(page)).toBe('2021-06-30')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBe(phone.width)
    const compared = await visit('/?service=4g&as_of=2020-12-31&page=compare&b_as_of=2021-06-30', phone)
    await getDivider(compared).waitFor()
    const { top } = await compared
      .locator('.page-place')
      .evaluate((place) => place.getBoundingClientRect().toJSON())
    expect(top).toBeGreaterThan(200)
    expect(await compared.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width)
  })
})
