import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { listViolations } from '../helpers/accessibility.ts'
import {
  confirm,
  findMarker,
  findMiddle,
  prepareSiteStories,
  save,
  startEditing,
} from '../helpers/site-stories.ts'

describe('what stands at a site', () => {
  const { open, readSite, changeSite, database } = prepareSiteStories()

  /** As the server tells whoever is signed in on the page. */
  const readStations = async (page: Page, id: number) => {
    const answer = await page.request.get(new URL(`/api/sites/${id}`, page.url()).href)
    return ((await answer.json()) as { readonly stations: readonly Readonly<Record<string, unknown>>[] })
      .stations
  }

  const getStation = (page: Page, text: string) => page.locator('.edit-station', { hasText: text }).last()

  it('a site is added where the map is clicked, retired, and opened again', async () => {
    const page = await open('staff', '/?layers=sites&at=14,21.39,103.02')
    await page.getByRole('button', { name: 'Thêm trạm', exact: true }).click()
    await page.getByText('Bấm vào bản đồ để đặt trạm', { exact: false }).waitFor()
    await expect
      .poll(
        async () => {
          await page.mouse.click(700, 400)
          return page.locator('.edit-marker').count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
    const at = await findMarker(page)
    expect(Math.hypot(at.x - 700, at.y - 400)).toBeLessThan(3)
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Cần có: Mã trạm, Tên trạm.').waitFor()
    await page.getByLabel('Mã trạm').fill('MOI-1')
    await page.getByLabel('Tên trạm').fill('Bản mới')
    await page.getByRole('button', { name: 'Thêm trạm của nhà mạng' }).click()
    await page.getByLabel('Băng tần (MHz)').fill('1800, 2100')
    await page.getByText(/^Nằm ở /).waitFor()
    expect(await listViolations(page)).toEqual([])
    await confirm(page)
    await page.getByRole('heading', { name: 'Trạm Bản mới' }).waitFor()
    const added = await readSite(`code = 'MOI-1'`)
    expect(await readStations(page, added.id)).toMatchObject([{ technology: '4g', bands_mhz: [1800, 2100] }])

    for (const [status, words] of [
      ['retired', 'Ngừng hoạt động'],
      ['live', 'Mở lại'],
    ] as const) {
      await startEditing(page)
      await page.getByLabel('Tình trạng').selectOption(status)
      await save(page)
      await page.getByRole('button', { name: 'Đóng', exact: true }).click()
      await page.getByRole('button', { name: 'Lịch sử', exact: true }).click()
      await page.locator('.edit-history > li').first().getByText(words, { exact: true }).waitFor()
      const [row] = await database().query(`select status from sites where id = $1::integer`, [added.id])
      expect(row).toEqual({ status })
    }
  })

  it('a code that another site has is refused by name, and nothing that was typed is lost', async () => {
    const site = await readSite(`code like '%T16'`)
    const page = await open('staff', '/?layers=sites&at=14,21.39,103.02')
    await page.getByRole('button', { name: 'Thêm trạm', exact: true }).click()
    await page.getByLabel('Vĩ độ hoặc X, hay cả hai').fill('21,391 103,021')
    await page.getByLabel('Mã trạm').fill(site.code)
    await page.getByLabel('Tên trạm').fill('Trùng mã')
    await page.getByText(/^Nằm ở /).waitFor()
    await confirm(page)
    await page.getByText('Mã này đã được dùng.', { exact: false }).waitFor()
    await page.getByText('Những gì đã gõ còn nguyên trên trang này.', { exact: false }).waitFor()
    await page.getByLabel('Mã trạm').fill('MOI-2')
    await confirm(page)
    await page.getByRole('heading', { name: 'Trạm Trùng mã' }).waitFor()
  })

  it('a station is added, changed and ended, with its certificate and until when it holds', async () => {
    const site = await readSite(
      `code like '%T14' and exists (select 1 from stations t where t.site_id = sites.id)`,
    )
    const page = await open('staff', `/?selected=site:${site.id}`)
    const before = await readStations(page, site.id)
    await startEditing(page)
    const first = page.locator('.edit-station').first()
    await first.locator('summary').click()
    await first.getByLabel('Công suất (W)').fill('42,5')
    await first.getByLabel('Số giấy kiểm định').fill('KĐ-77/2020')
    await first.getByLabel('Ngày hết hạn').fill('2021-03-31')
    await first.getByText('giấy kiểm định hết hạn 31/03/2021').waitFor()
    await first.getByRole('button', { name: 'Ngừng từ hôm nay' }).click()
    await first.getByText(/^ngừng \d\d/).waitFor()
    await page.locator('.edit-new-station').getByLabel('Nhà mạng').selectOption('mobifone')
    await page.locator('.edit-new-station').getByLabel('Công nghệ').selectOption('5g')
    await page.getByRole('button', { name: 'Thêm trạm của nhà mạng' }).click()
    await getStation(page, 'mới, chưa lưu').getByLabel('Băng tần (MHz)').fill('3500')
    expect(await listViolations(page)).toEqual([])
    await save(page)
    const after = await readStations(page, site.id)
    expect(after).toHaveLength(before.length + 1)
    expect(after.find(({ certificate_no }) => certificate_no === 'KĐ-77/2020')).toMatchObject({
      power_w: 42.5,
      certificate_no: 'KĐ-77/2020',
      certificate_expires_on: '2021-03-31',
    })
    const ended = after.find(({ certificate_no }) => certificate_no === 'KĐ-77/2020')
    expect(ended?.['off_air_on']).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(after).toContainEqual(
      expect.objectContaining({ carrier_code: 'mobifone', technology: '5g', bands_mhz: [3500] }),
    )
  })

  it('steps are taken back and made again, in the form and beyond what was saved', async () => {
    const site = await readSite(`code like '%T25'`)
    const page = await open('staff', `/?selected=site:${site.id}`)
    await startEditing(page)
    const name = page.getByLabel('Tên trạm')
    const undo = () => page.keyboard.press('Control+z')
    await name.fill('Tên mới')
    await page.getByLabel('Địa chỉ').fill('Bản mới')
    await page.getByRole('button', { name: 'Lên bắc' }).click()
    await undo()
    await page.getByText('Chưa dời').waitFor()
    await undo()
    await undo()
    expect(await name.inputValue()).toBe(site.name)
    expect(await page.getByRole('button', { name: 'Hoàn tác', exact: true }).isDisabled()).toBe(true)
    for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Control+y')
    expect(await name.inputValue()).toBe('Tên mới')
    await page.getByText('Dời 10 m so với vị trí đã lưu').waitFor()
    await save(page)
    await name.fill('Tên sau')
    await save(page)
    const saved = async () => (await readSite(`id = ${site.id}`)).name
    expect(await saved()).toBe('Tên sau')
    const said = page.getByText('Đã đưa về như trước lần lưu đó', { exact: false })
    await page.getByRole('button', { name: 'Hoàn tác lần lưu vừa rồi' }).click()
    await expect.poll(saved).toBe('Tên mới')
    await said.waitFor()
    await expect.poll(() => name.inputValue()).toBe('Tên mới')
    // Pressed again before the answer is there: one step, and no quarrel with oneself.
    await Promise.all([undo(), undo()])
    await expect.poll(saved).toBe(site.name)
    await said.waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await readSite(`id = ${site.id}`)).toMatchObject({ lng: site.lng, lat: site.lat })
    await page.getByText('Chưa dời').waitFor()
    await page.keyboard.press('Control+y')
    await expect.poll(saved).toBe('Tên mới')
    await page.getByText('Đã làm lại', { exact: false }).waitFor()
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(saved).toBe('Tên sau')
    const entries = await database().query(
      `select action from audit_log where noun = 'sites' and noun_id = $1::text order by id`,
      [String(site.id)],
    )
    expect(entries.map(({ action }) => action)).toEqual([
      'update',
      'update',
      'restore',
      'restore',
      'restore',
      'restore',
    ])
  })

  it('several masts at one place are told apart by a list on a click', async () => {
    const [one, other] = [
      await readSite(`owner_code = 'viettel' and code like '%T07'`),
      await readSite(`owner_code = 'vnpt' and visibility = 'public'`),
    ]
    const page = await open('staff', '/icon.svg')
    await changeSite(page, other.id, { lng: one.lng, lat: one.lat })
    await page.goto(
      new URL(`/?layers=sites&at=15,${one.lat.toFixed(4)},${one.lng.toFixed(4)}`, page.url()).href,
    )
    await page.locator('canvas').waitFor()
    const list = page.locator('.chooser')
    await expect
      .poll(
        async () => {
          const box = await page.locator('.stage .map-view').boundingBox()
          if (box === null) return 0
          const middle = await findMiddle(page)
          await page.mouse.click(middle.x, middle.y)
          return list.count()
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toBe(1)
    await list.getByText(one.code, { exact: false }).waitFor()
    await list.getByText(other.code, { exact: false }).waitFor()
    expect(await listViolations(page)).toEqual([])
    await list.getByRole('button', { name: other.name }).click()
    await page.getByText(other.code, { exact: false }).first().waitFor()
    await page.getByRole('heading', { name: `Trạm ${other.name}` }).waitFor()
  })
})
