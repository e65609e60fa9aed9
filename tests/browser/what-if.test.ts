import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { listViolations } from '../helpers/accessibility.ts'
import { phone, waitForLabels } from '../helpers/browser.ts'
import { enterAs } from '../helpers/enter-as.ts'
import { prepareStories } from '../helpers/stories.ts'

const mark = /[Ưư]ớc lượng hình tròn, không xét địa hình/
/** Around a village of Nậm Pồ without 4G. */
const question = 'service=4g&units=district&page=what-if'

describe('trying out sites by hand', () => {
  const { origin, database, visit } = prepareStories({ content: 'sample', expected: /status of (401|404)/ })

  beforeAll(() => createDemoAccounts(database()))

  /** Where most people without 4G live, as the answers say. */
  const findGap = async () => {
    const [village] = await database().query<{ lng: number; lat: number; name: string }>(
      `select st_x(v.geom) as lng, st_y(v.geom) as lat, v.name
       from villages v
       where v.geom is not null
         and v.valid_to is null
         and not exists (
           select from village_services s
           where s.village_id = v.id and s.service = '4g' and s.state = 'covered'
         )
       order by v.population desc nulls last, v.id
       limit 1`,
    )
    return village!
  }
  const getGain = (page: Page) => page.getByRole('region', { name: 'Ước lượng được thêm' })
  const readGained = async (page: Page) => {
    await getGain(page).waitFor()
    return Number(/^(\d+)/.exec(await getGain(page).locator('.gain-headline').innerText())?.[1])
  }
  const read = async (download: Download) => readFile(await download.path())

  const marked = (page: Page) => page.getByRole('button', { name: /^Trạm thử 1, bán kính/ })
  const toTrial = ({ lat, lng }: { readonly lat: number; readonly lng: number }) =>
    `${lat.toFixed(5)},${lng.toFixed(5)},3`

  it('places a site by a click, drags it, and shows what it gains', async () => {
    const gap = await findGap()
    const page = await visit(`/?${question}&at=10.50,${gap.lat},${gap.lng}`)
    await waitForLabels(page)
    await page.getByText('Bấm lên bản đồ để đặt trạm thử').waitFor()
    const map = (await page.locator('canvas.maplibregl-canvas').boundingBox())!
    const isPlaced = () => marked(page).first().isVisible()
    // The tool is there once its code has come.
    await expect
      .poll(
        async () => {
          if (await isPlaced()) return true
          await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2)
          // A second click would be a second site: the first is given time to be drawn.
          await marked(page)
            .first()
            .waitFor({ timeout: 10_000 })
            .catch(() => undefined)
          return isPlaced()
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toBe(true)
    await expect.poll(() => page.url()).toMatch(/trial=\d+\.\d{5},\d+\.\d{5},3/)
    const before = page.url()

    const from = (await marked(page).boundingBox())!
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    for (let step = 1; step <= 8; step++) await page.mouse.move(from.x + step * 6, from.y + step * 4)
    // 3 km to each side of the hand, at this zoom and latitude.
    const carried = (await marked(page).locator('.edit-circle').boundingBox())!
    const metresPerPixel = (40_075_017 * Math.cos((gap.lat * Math.PI) / 180)) / (512 * 2 ** 10.5)
    expect(Math.abs(carried.width / 2 - 3000 / metresPerPixel)).toBeLessThan(2)
    await page.mouse.up()
    await expect.poll(() => marked(page).locator('.edit-circle').count()).toBe(0)
    await expect.poll(() => page.url()).not.toBe(before)

    // To the village itself, by typing.
    await page.getByRole('textbox', { name: 'Tọa độ' }).first().fill(`${gap.lat}, ${gap.lng}`)
    await expect.poll(() => readGained(page)).toBeGreaterThan(0)
    expect(await getGain(page).innerText()).toContain('→')
    await page
      .getByRole('region', { name: 'Thôn, bản được thêm' })
      .getByRole('button', { name: gap.name })
      .first()
      .waitFor()
    expect(await page.getByText(mark).count()).toBeGreaterThan(0)
  })

  it('saves sites as a plan, which a second browser opens by link without an account', async () => {
    const page = await visit('/api/health')
    await enterAs(page, 'viewer', `${origin()}/?${question}&trial=${toTrial(await findGap())}`)
    const gained = await readGained(page)
    expect(gained).toBeGreaterThan(0)
    await page.getByLabel('Tên phương án').fill('Phủ vùng lõm Nậm Pồ')
    await page.getByLabel('Ai xem được').selectOption('shared')
    await page.getByRole('button', { name: 'Lưu phương án' }).click()
    await page.getByText('Đã lưu phương án “Phủ vùng lõm Nậm Pồ”.').waitFor()
    const plan = new URL(page.url()).searchParams.get('plan')
    expect(plan).toMatch(/^\d+$/)

    const second = await visit(`/?page=what-if&units=district&plan=${plan}`)
    await marked(second).waitFor()
    expect(await readGained(second)).toBe(gained)
    expect(new URL(second.url()).searchParams.get('service')).toBe('4g')
  })

  it('hands out what is gained as a list, and the sites as GeoJSON, both marked as an estimate', async () => {
    const gap = await findGap()
    const page = await visit(`/?${question}&trial=${toTrial(gap)}`)
    await readGained(page)
    const csv = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV', exact: true }).click()
    const text = (await read(await csv)).toString('utf8')
    expect(text).toMatch(mark)
    expect(text).toContain(gap.name)
    expect(text).toContain('Trạm thử 1')
    expect(text).toContain('DỮ LIỆU MẪU')
    const geojson = page.waitForEvent('download')
    await page.getByRole('button', { name: 'GeoJSON' }).click()
    const collection = JSON.parse((await read(await geojson)).toString('utf8')) as {
      features: { geometry: { type: string }; properties: Record<string, unknown> }[]
    }
    expect(collection.features.map(({ geometry }) => geometry.type)).toEqual(['Point', 'Polygon'])
    expect(collection.features[0]!.properties).toMatchObject({ radius_m: 3000, basis: 'predicted' })
  })

  it('moves a site by keyboard, and takes it back with the browser', async () => {
    const gap = await findGap()
    const page = await visit(`/?${question}&trial=${gap.lat.toFixed(5)},${gap.lng.toFixed(5)},2`)
    const marker = page.getByRole('button', { name: /^Trạm thử 1, bán kính/ })
    await marker.waitFor()
    const before = new URL(page.url()).searchParams.get('trial')
    await marker.focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => new URL(page.url()).searchParams.get('trial')).not.toBe(before)
    const [lat] = new URL(page.url()).searchParams.get('trial')!.split(',').map(Number)
    expect(lat! - Number(before!.split(',')[0])).toBeCloseTo(100 / 111_320, 4)
    await page.goBack()
    await expect.poll(() => new URL(page.url()).searchParams.get('trial')).toBe(before)
  })

  it('names what is wrong: a site outside the province, a radius of 500 km, a service without circles', async () => {
    const page = await visit(`/?${question}&trial=10.5,106.7,3;21.4,103.02,500`)
    await page.getByText(/Trạm thử 1 \(10\.50000, 106\.70000\) nằm ngoài tỉnh nên không được tính/).waitFor()
    await page.getByText(/trial: 21\.4,103\.02,500 ngoài giới hạn 0\.5–30 km/).waitFor()
    expect(await readGained(page)).toBe(0)
    await page.getByLabel('Bán kính (km)').fill('0')
    await page.getByText('Bán kính “0” km không dùng được: cần từ 0,5 đến 30 km.').waitFor()
    const fibre = await visit('/?service=fibre&page=what-if')
    await fibre.getByText('Cáp quang đến bằng dây, không có vùng phủ hình tròn.').waitFor()
    await fibre.getByRole('button', { name: '4G', exact: true }).last().click()
    await expect.poll(() => fibre.url()).toContain('service=4g')
  })

  it('says of a private plan of another that it is not there', async () => {
    const page = await visit('/?page=what-if&plan=4711')
    await page.getByText('Không có phương án này, hoặc chủ phương án chưa chia sẻ.').waitFor()
  })

  it('is accessible, and fits a phone with the map in sight', async () => {
    const gap = await findGap()
    const path = `/?${question}&trial=${gap.lat.toFixed(5)},${gap.lng.toFixed(5)},3`
    const page = await visit(path)
    await readGained(page)
    expect(await listViolations(page)).toEqual([])
    const small = await visit(path, phone)
    await readGained(small)
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await listViolations(small)).toEqual([])
  })
})

describe('the area inside circles', () => {
  const { visit } = prepareStories({ content: 'sample' })

  it('stands beside the share of a unit, and in a table whose radius is chosen', async () => {
    const page = await visit('/?service=4g&units=district&selected=district:100')
    const line = page.getByText(mark)
    await line.waitFor()
    expect(await line.innerText()).toMatch(
      /Diện tích: [\d,]+\s%\s\([\d.]+ km²\) trong vòng 3,0\skm quanh trạm 4G/,
    )
    await page.getByRole('button', { name: 'Bảng diện tích' }).click()
    const table = page.getByRole('table', { name: /Diện tích trong vòng 3,0\skm/ })
    await table.waitFor()
    expect(await table.getByRole('row').count()).toBe(12)
    const readProvince = async () =>
      Number((await page.locator('tfoot td').nth(1).innerText()).replaceAll('.', ''))
    const narrow = await readProvince()
    await page.getByLabel('Bán kính quanh trạm (km)').fill('6')
    await page.getByRole('table', { name: /Diện tích trong vòng 6,0\skm/ }).waitFor()
    expect(await readProvince()).toBeGreaterThan(narrow)
    expect(new URL(page.url()).searchParams.get('radius')).toBe('6')
    expect(await listViolations(page)).toEqual([])
    await page.getByLabel('Bán kính quanh trạm (km)').fill('500')
    await page.getByText('Bán kính “500” km không dùng được: cần từ 0,5 đến 30 km.').waitFor()
    expect(new URL(page.url()).searchParams.get('radius')).toBe('6')
  })
})
