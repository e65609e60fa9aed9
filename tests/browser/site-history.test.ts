import { describe, expect, it } from 'vitest'
import { listViolations, listViolationsOnEveryScreen } from '../helpers/accessibility.ts'
import { prepareSiteStories } from '../helpers/site-stories.ts'

describe('the history of a site', () => {
  const { open, readSite, changeSite, database } = prepareSiteStories(/ERR_FAILED/)

  it('says who changed what from what to what, draws each move, and any version can be put back', async () => {
    const site = await readSite(`code like '%T12'`)
    const page = await open('staff', '/icon.svg')
    const [address] = await database().query(`select address from sites where id = $1::integer`, [site.id])
    await changeSite(page, site.id, { lat: Number((site.lat + 0.001).toFixed(6)) })
    await changeSite(page, site.id, { name: 'Tên thứ hai', mast_height_m: 41 })
    await changeSite(page, site.id, { address: 'Địa chỉ thứ ba' })
    await page.goto(new URL(`/?selected=site:${site.id}`, page.url()).href)
    await page.getByRole('button', { name: 'Lịch sử', exact: true }).click()
    const entries = page.locator('.edit-history > li')
    await entries.nth(2).waitFor()
    expect(await entries.count()).toBe(3)
    await entries.first().getByText('Địa chỉ thứ ba', { exact: false }).waitFor()
    await entries.nth(1).getByText(`${site.name} → Tên thứ hai`, { exact: false }).waitFor()
    await entries.nth(1).getByText('Cán bộ Sở (mẫu)', { exact: false }).waitFor()
    const map = entries.nth(2).getByRole('img', { name: /^Từ .+ đến .+, cách 111\sm$/ })
    await map.waitFor()
    // North is up: the new place is drawn above the old one.
    const old = await map.locator('.small-map-from').boundingBox()
    const now = await map.locator('.small-map-to').boundingBox()
    expect(now?.y).toBeLessThan(old?.y ?? 0)
    expect(await listViolations(page)).toEqual([])

    // The version after the move, two changes ago.
    await entries.nth(2).getByRole('button', { name: 'Khôi phục bản này' }).click()
    await page.getByText('lịch sử vẫn giữ nguyên', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click()
    await entries.nth(3).waitFor()
    const restored = await readSite(`id = ${site.id}`)
    expect(restored).toMatchObject({ name: site.name, lng: site.lng })
    expect(restored.lat).toBeCloseTo(site.lat + 0.001, 6)
    // And as it was before anything.
    await entries.nth(3).getByRole('button', { name: 'Khôi phục bản trước thay đổi này' }).click()
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click()
    await entries.nth(4).waitFor()
    expect(await readSite(`id = ${site.id}`)).toMatchObject({
      name: site.name,
      lng: site.lng,
      lat: site.lat,
    })
    expect(await database().query(`select address from sites where id = $1::integer`, [site.id])).toEqual([
      address,
    ])
  })

  it('a version is not put back over what somebody saved in the meantime', async () => {
    const site = await readSite(`code like '%T17'`)
    const page = await open('staff', '/icon.svg')
    await changeSite(page, site.id, { name: 'Tên thứ hai' })
    // Nothing of what happens elsewhere reaches this page.
    await page.route('**/api/events**', (route) => route.abort())
    await page.goto(new URL(`/?selected=site:${site.id}`, page.url()).href)
    await page.getByRole('button', { name: 'Lịch sử', exact: true }).click()
    await page.getByRole('button', { name: 'Khôi phục bản trước thay đổi này' }).click()
    await changeSite(page, site.id, { mast_height_m: 29 })
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click()
    await page.getByRole('alert').getByText('Chưa có gì bị ghi đè.', { exact: false }).waitFor()
    expect((await readSite(`id = ${site.id}`)).name).toBe('Tên thứ hai')
  })

  it('finds no violation (axe) on any screen', async () => {
    const site = await readSite(`code like '%T15'`)
    const page = await open('staff', '/icon.svg')
    await changeSite(page, site.id, { lat: Number((site.lat + 0.0001).toFixed(6)) })
    await page.goto(new URL(`/?selected=site:${site.id}`, page.url()).href)
    await page.getByRole('button', { name: 'Lịch sử', exact: true }).click()
    await page.locator('.edit-small-map').first().waitFor()
    expect(await listViolationsOnEveryScreen(page)).toEqual([])
  })
})
