import { describe, expect, it } from 'vitest'
import { listViolations } from '../helpers/accessibility.ts'
import { waitForLabels } from '../helpers/browser.ts'
import { prepareStories } from '../helpers/stories.ts'

// The browser reports requests that fail, and the answers say so.
const expected = /^console: Failed to load resource|^503 from/

describe('when the server cannot be reached', () => {
  const { visit, origin } = prepareStories({ content: 'sample', expected })

  it('says what happened and opens when the visitor tries again', async () => {
    const page = await visit('/api/health')
    await page.route('**/api/**', (route) => route.abort('connectionrefused'))
    await page.goto(`${origin()}/?service=4g`)
    await page.getByRole('alert').getByText('Không kết nối được máy chủ').waitFor()
    expect(await listViolations(page)).toEqual([])
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await page.getByText('1.364 trong 1.445').first().waitFor()
  })

  it('keeps the map when a layer does not come, names the layer, and gets it on the next try', async () => {
    const page = await visit()
    await waitForLabels(page)
    await page.route('**/sites.geojson', (route) => route.abort('connectionrefused'))
    await page.getByRole('checkbox', { name: 'Trạm BTS' }).check()
    await page.getByText(/Không tải được lớp “Trạm BTS”/).waitFor()
    await page.unroute('**/sites.geojson')
    await page.getByRole('button', { name: 'Thử lại' }).first().click()
    await page
      .getByText(/^(815|\d+ \/ 815)$/)
      .first()
      .waitFor()
    await page.getByText(/Không tải được lớp/).waitFor({ state: 'detached' })
  })

  it('fetches what the answer needs again where the line broke while it came', async () => {
    const page = await visit('/api/health')
    let asked = 0
    await page.route(/\/assets\/gaps-[\w-]{8}\.js$/, (route) =>
      asked++ === 0 ? route.abort('connectionreset') : route.continue(),
    )
    await page.goto(`${origin()}/?selected=village:1`)
    await page.getByText('Cột sẵn sàng dùng chung').waitFor()
    expect(asked).toBe(2)
  })
})

describe('when the server holds no data', () => {
  const { visit } = prepareStories({ content: 'migrated', expected })

  it('says so', async () => {
    const page = await visit()
    await page.getByText('Máy chủ chạy nhưng chưa được nạp số liệu.').waitFor()
    expect(await listViolations(page)).toEqual([])
  })
})
