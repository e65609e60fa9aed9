import { describe, expect, it } from 'vitest'
import type { Province } from '../../core/api/province.ts'
import { waitForLabels } from '../helpers/browser.ts'
import {
  fetchCoverage,
  fetchJson,
  fetchUnitShares,
  readUnitShares,
  toIntegerText,
  toPercentText,
} from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('the opening view, on the embedded database', () => {
  const { origin, visit } = prepareStories({ content: 'sample', driver: 'embedded' })

  it('shows the share of each of the ten huyện as the API counts it', async () => {
    const page = await visit()
    await waitForLabels(page)
    const shares = await readUnitShares(page)
    expect(shares).toHaveLength(10)
    expect(shares).toEqual(await fetchUnitShares(origin(), 'by=district&service=fibre'))
  })

  it('says the share of the province and the numbers behind it', async () => {
    const [unit] = (await fetchCoverage(origin(), 'by=province&service=fibre')).units
    expect(unit).toMatchObject({ covered: 1276, total: 1445 })
    const page = await visit()
    await page
      .getByText(toPercentText(unit?.percent ?? 0))
      .first()
      .waitFor()
    await page
      .getByText(`${toIntegerText(1276)} trong ${toIntegerText(1445)} thôn, bản có cáp quang`)
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: `${toIntegerText(unit?.not_covered ?? 0)} thôn, bản chưa có cáp quang` })
      .waitFor()
  })

  it('names the province and says that the data are a sample, and until when', async () => {
    const province = await fetchJson<Province>(`${origin()}/api/province`)
    const page = await visit()
    await page.getByText(`tỉnh ${province.name}`).waitFor()
    await page.getByText('Số liệu đến 30/06/2021').waitFor()
    await page.getByRole('button', { name: 'Dữ liệu mẫu' }).click()
    await page.getByRole('dialog').getByText('Đây là dữ liệu mẫu').waitFor()
  })

  it('asks once for what it shows, and not for what it does not', async () => {
    const page = await visit()
    await waitForLabels(page)
    const asked = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    )
    // What has changed meanwhile is another question.
    const ofApi = asked.filter((path) => path.startsWith('/api/') && !path.startsWith('/api/events'))
    expect(ofApi).toContain('/api/layers/districts.geojson')
    expect(ofApi).toContain('/api/village-services')
    expect(ofApi).not.toContain('/api/layers/communes.geojson')
    expect(ofApi).not.toContain('/api/layers/sites.geojson')
    expect(new Set(ofApi).size).toBe(ofApi.length)
  })
})
