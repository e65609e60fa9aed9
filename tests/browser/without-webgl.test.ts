import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { plannedServices } from '../../core/coverage/states.ts'
import { phone } from '../helpers/browser.ts'
import { fetchCoverage, toIntegerText, toShareText, toPlainText } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('in a browser that cannot draw maps', () => {
  const { origin, visit } = prepareStories({
    content: 'sample',
    webgl: 'without webgl',
    // The browser and the map say so in the console.
    expected: /^console: .*(WebGL|map cannot be drawn)/i,
  })

  /** One line per unit: the shares of all services. */
  async function readShares(page: Page): Promise<string[]> {
    const rows = await page
      .getByRole('table')
      .filter({ hasText: 'Di động 3G/4G/5G' })
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].slice(1).map((cell) => cell.textContent)))
    return rows.map((cells) => cells.map(toPlainText).join(' | ')).sort()
  }

  it('shows a table with the share of every service instead of a white page', async () => {
    const page = await visit()
    await page.getByText('Trình duyệt này không vẽ được bản đồ').waitFor()
    const asked = await Promise.all(
      plannedServices.map((service) => fetchCoverage(origin(), `by=district&service=${service}`)),
    )
    expect(asked[0]!.units).toHaveLength(10)
    const counted = asked[0]!.units.map((_, unit) =>
      asked
        .map(({ units }) => units[unit]!)
        .map((unit) => [toShareText(unit), `${toIntegerText(unit.covered)}/${toIntegerText(unit.total)}`])
        .map(([share, behind]) => (share === 'chưa rõ' ? share : `${share} ${behind}`))
        .join(' | '),
    )
    await vi.waitFor(async () => expect(await readShares(page)).toEqual(counted.sort()), { timeout: 30_000 })
  })

  it('still opens a huyện with its gaps, also on a phone', async () => {
    for (const screen of [undefined, phone]) {
      const page = await visit('/', screen)
      await page.getByRole('button', { name: 'Mường Nhé', exact: true }).first().click()
      await page.getByRole('heading', { name: 'Huyện Mường Nhé' }).waitFor()
    }
  })
})
