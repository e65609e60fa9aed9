import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { listViolations, listViolationsOnEveryScreen } from '../helpers/accessibility.ts'
import { waitForLabels } from '../helpers/browser.ts'
import { prepareStories } from '../helpers/stories.ts'

/** Where a visitor may be, and how to get there. */
const places: readonly [string, string, (page: Page) => Promise<unknown>][] = [
  ['the opening view', '/', waitForLabels],
  ['the communes from 7/2025', '/?units=commune-2025&service=4g', waitForLabels],
  [
    'a huyện with its gaps',
    '/?selected=district:096',
    (page) => page.getByRole('heading', { name: /^Huyện / }).waitFor(),
  ],
  ['a village', '/?selected=village:7', (page) => page.getByRole('heading', { name: 'Dịch vụ' }).waitFor()],
  [
    'a site',
    '/?selected=site:7&layers=villages,sites',
    (page) => page.getByText('Trạm theo nhà mạng').waitFor(),
  ],
  ['all layers', '/?layers=villages,sites,generator-sites,cable-routes,assignments', waitForLabels],
  ['the meaning of a figure', '/', (page) => page.getByRole('button', { name: 'Con số này là gì?' }).click()],
  [
    'an unknown unit',
    '/?selected=district:999',
    (page) => page.getByText(/Không có đơn vị mã 999/).waitFor(),
  ],
]

describe('accessibility (axe)', () => {
  const { origin, visit } = prepareStories({ content: 'sample' })

  it.each(places)('finds no violation in %s, on every screen', async (_, path, arrive) => {
    const page = await visit(path)
    await arrive(page)
    expect(await listViolationsOnEveryScreen(page)).toEqual([])
  })

  it('finds no violation while searching', async () => {
    const page = await visit()
    await page.getByRole('combobox', { name: /^Tìm/ }).fill('ang to')
    await page.getByRole('search').getByRole('option').first().waitFor()
    expect(await listViolations(page)).toEqual([])
  })

  it('finds no violation in English', async () => {
    const page = await visit('/?lang=en&selected=district:096')
    await page.getByRole('heading', { name: /Mường Nhé/ }).waitFor()
    expect(await listViolations(page)).toEqual([])
  })

  it('opens the documentation of the API without a problem', async () => {
    const page = await visit('/api/docs')
    await page.getByText('/api/coverage').first().waitFor()
    expect(new URL(page.url()).origin).toBe(origin())
  })
})
