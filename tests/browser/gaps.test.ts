import type { FeatureCollection, Point } from 'geojson'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { plannedServices } from '../../core/coverage/states.ts'
import type { Village } from '../../core/inventory/villages.ts'
import { waitForLabels } from '../helpers/browser.ts'
import {
  fetchCoverage,
  fetchJson,
  getUnitTable,
  toIntegerText,
  toShareText,
  toPlainText,
} from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('from a share to the villages behind it', () => {
  const { origin, visit } = prepareStories({ content: 'sample' })

  const getPanel = (page: Page) => page.getByRole('region', { name: 'Đang chọn' })

  /** Names of the villages of a huyện that the API says have no fibre, in order of the text. */
  async function fetchGaps(district: string): Promise<string[]> {
    const layer = await fetchJson<FeatureCollection<Point, Village>>(
      `${origin()}/api/layers/villages.geojson?district_code=${district}`,
    )
    return layer.features
      .filter((one) => one.properties.fibre === 'not_covered')
      .map((one) => one.properties.name)
      .sort()
  }

  it('opens the huyện with the most gaps: all its shares, and every village without fibre', async () => {
    const counted = await fetchCoverage(origin(), 'by=district&service=fibre')
    const worst = [...counted.units].sort((a, b) => b.not_covered - a.not_covered)[0]!
    const page = await visit()
    await getUnitTable(page).getByRole('button', { name: worst.name, exact: true }).click()
    const panel = getPanel(page)
    await panel.getByRole('heading', { name: `Huyện ${worst.name}` }).waitFor()
    for (const service of plannedServices) {
      const share = (await fetchCoverage(origin(), `by=district&service=${service}`)).units.find(
        ({ code }) => code === worst.code,
      )!
      const behind = `${toIntegerText(share.covered)}/${toIntegerText(share.total)}`
      const percent = toShareText(share)
      await panel
        .getByRole('button', { name: `${percent} ${behind}` })
        .first()
        .waitFor()
    }
    await panel.getByRole('heading', { name: `${worst.not_covered} thôn, bản chưa có cáp quang` }).waitFor()
    const gaps = worst.not_covered + worst.partial + worst.unknown
    await panel.getByRole('button', { name: `Xem cả ${gaps} thôn, bản` }).click()
    const list = page.getByRole('grid', { name: 'Thôn, bản trong danh sách' })
    await page.getByText(`${gaps} thôn, bản trong danh sách và trên bản đồ`).waitFor()
    // One state, one group: every village fits into the lines that are drawn, one screen after the other.
    await page.getByRole('button', { name: /^một phần/ }).click()
    await page.getByRole('button', { name: /^chưa rõ/ }).click()
    const listed = new Set<string>()
    for (let screen = 0; screen < 20 && listed.size < worst.not_covered; screen++) {
      for (const text of await list.locator('.gap-line .gap-name-text').allTextContents()) listed.add(text)
      await page.locator('.gap-scroller').evaluate((element) => element.scrollBy(0, 300))
      await page.waitForTimeout(150)
    }
    expect([...listed].sort()).toEqual([...new Set(await fetchGaps(worst.code))].sort())
  })

  it('goes on to a village: its services with basis, date and source, and the nearest sites', async () => {
    const page = await visit('/?selected=district:096')
    const first = getPanel(page).getByRole('listitem').getByRole('button').first()
    const name = toPlainText(await first.textContent()).replace(/ \(chưa có\)$/, '')
    await first.click()
    const panel = getPanel(page)
    await panel.getByRole('heading', { name, exact: true }).waitFor()
    await panel.getByText('Cáp quang').first().click()
    await panel
      .getByText(/(Sở xác nhận|đo kiểm|doanh nghiệp báo cáo|dự báo) · \d\d\/\d\d\/\d{4}/)
      .first()
      .waitFor()
    await panel
      .getByText(/^Nguồn: /)
      .first()
      .waitFor()
    await panel.getByRole('heading', { name: 'Trạm gần nhất' }).waitFor()
    await panel.getByText('Vị trí là dữ liệu mẫu').waitFor()
    expect(new URL(page.url()).searchParams.get('selected')).toMatch(/^village:\d+$/)
  })

  it('finds the same unit by a click on the map', async () => {
    const units = await fetchJson<FeatureCollection>(`${origin()}/api/layers/districts.geojson`)
    const { name, label_lng, label_lat } = units.features.find(({ id }) => id === '096')!.properties!
    const page = await visit(`/?layers=none&at=10,${label_lat},${label_lng}`)
    await waitForLabels(page)
    const box = (await page.locator('canvas').first().boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await getPanel(page)
      .getByRole('heading', { name: `Huyện ${name}` })
      .waitFor()
    const row = getUnitTable(page).getByRole('button', { name, exact: true })
    expect(await row.getAttribute('aria-pressed')).toBe('true')
  })

  it('explains the figure: rule, target, what was published, source', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Con số này là gì?' }).click()
    const list = page.getByRole('region', { name: 'Danh sách thôn, bản' })
    await list.getByText('Cách tính').waitFor()
    await list.getByText(/Mục tiêu năm 2021: 84/).waitFor()
    await list
      .getByText(/Nguyên văn: /)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
  })
})
