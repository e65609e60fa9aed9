import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AccountRole } from '../../core/permissions.ts'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { listViolations } from '../helpers/accessibility.ts'
import { desktop, phone, waitForLabels, type Screen } from '../helpers/browser.ts'
import { enterAs, send } from '../helpers/enter-as.ts'
import { prepareStories } from '../helpers/stories.ts'

interface KnownVillage extends Record<string, unknown> {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly version: number
  readonly households: number
  readonly population: number
  readonly lng: number
  readonly lat: number
  readonly valid_to: string | null
}

/** Refusals are part of these stories; the browser notes each in its console. */
const expected = /status of (404|409|412|422)/

describe('villages that come and go', () => {
  const { visit, origin, database } = prepareStories({ content: 'sample', expected })
  beforeAll(() => createDemoAccounts(database()))

  async function open(role: AccountRole, path: string, screen: Screen = desktop): Promise<Page> {
    const page = await visit('/api/health', screen)
    await enterAs(page, role, `${origin()}${path}`)
    return page
  }

  /** Villages of one commune, the ones nearest to each other first; each story takes another commune. */
  async function listVillages(commune: string): Promise<readonly KnownVillage[]> {
    return database().query<KnownVillage>(
      `select v.id, v.code, v.name, v.version, v.households, v.population, v.valid_to::text as valid_to,
         st_x(v.geom) as lng, st_y(v.geom) as lat
       from villages v where v.commune_code = $1::text and v.geom is not null order by v.id`,
      [commune],
    )
  }
  const find = async (id: number) => {
    const [village] = await database().query<KnownVillage & { readonly commune_code: string }>(
      `select v.*, v.valid_to::text as valid_to, v.valid_from::text as valid_from from villages v where v.id = $1::integer`,
      [id],
    )
    return village!
  }
  const getSelected = (page: Page) => page.getByRole('region', { name: 'Đang chọn' })
  const getSelectedId = (page: Page) => Number(/selected=village:(\d+)/.exec(page.url())?.[1])

  it('adds a village by a click on the map, in the commune that follows, and takes it back', async () => {
    const [taken] = await listVillages('03127')
    const page = await open('staff', '/?units=commune&selected=commune:03127')
    await waitForLabels(page)
    await page.getByRole('button', { name: 'Thêm thôn, bản' }).click()
    await page.getByRole('heading', { name: 'Thêm thôn, bản' }).waitFor()
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
    await page.getByText('Cần có mã.').waitFor()
    await page.getByText('Cần có tên.').waitFor()
    expect(await listViolations(page)).toEqual([])
    const place = page.getByLabel('Vị trí', { exact: true })
    await place.fill('21,402; 103,032')
    await page.getByText(/^Thuộc .*Điện Biên Phủ/).waitFor()
    await place.fill('')
    // Between the panels, where the commune has been framed.
    await page.mouse.click(730, 460)
    await page.getByRole('button', { name: /^Vị trí thôn, bản: kéo/ }).waitFor()
    await page.getByText(/^Thuộc Him Lam/).waitFor()
    await page.getByLabel('Tên', { exact: true }).fill('Bản Mới Lập')
    await page.getByLabel('Mã', { exact: true }).fill(taken!.code)
    await page.getByLabel('Có từ ngày').fill('2021-03-01')
    await page.getByLabel('Lý do, căn cứ').fill('nghị quyết lập bản')
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
    const code = page.getByLabel('Mã', { exact: true })
    await page.locator('.edit-field-wrong', { has: code }).getByText('Mã này đã được dùng.').waitFor()
    await page.getByRole('button', { name: /^Dùng mã 03127-/ }).click()
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
    await getSelected(page).getByText('Đã thêm thôn, bản này.').waitFor()
    await page.getByRole('heading', { name: 'Bản Mới Lập', exact: true }).waitFor()
    const id = getSelectedId(page)
    expect(await find(id)).toMatchObject({ commune_code: '03127', valid_from: '2021-03-01', valid_to: null })
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(async () => (await find(id)).valid_to).toBe('2021-02-28')
  })

  it('merges by keyboard alone, tells before what will be, leads back and forth, and undoes it', async () => {
    const [first] = await listVillages('03181')
    const page = await open('staff', `/?selected=village:${first!.id}`)
    await page.getByRole('button', { name: 'Gộp', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `Bỏ ${first!.name} ra` }).waitFor()
    await page.getByRole('button', { name: /^Gộp 1/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Cần ít nhất hai thôn, bản.').waitFor()
    const offered = page.locator('.edit-offered button').first()
    await offered.focus()
    await page.keyboard.press('Enter')
    const preview = page.getByRole('region', { name: 'Điều sẽ xảy ra' })
    await preview.waitFor()
    await page.getByRole('button', { name: /^Dùng mã/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Tên', { exact: true }).focus()
    await page.keyboard.type('Bản Hợp Nhất')
    await page.getByLabel('Hiệu lực từ ngày').fill('2021-05-01')
    await page.getByLabel('Lý do, căn cứ').focus()
    await page.keyboard.type('sáp nhập')
    await preview.getByText(/hết hiệu lực từ 01\/05\/2021/).waitFor()
    const names = await page.locator('.edit-chosen strong').allTextContents()
    const two = (await listVillages('03181')).filter(({ name }) => names.includes(name)).slice(0, 2)
    const sum = two.reduce((all, { households }) => all + households, 0)
    await preview.getByText(new RegExp(`^Bản Hợp Nhất .*: ${sum} hộ`)).waitFor()
    expect(await listViolations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await getSelected(page).getByText('Đã gộp thành thôn, bản này.').waitFor()
    const merged = getSelectedId(page)
    expect(await find(merged)).toMatchObject({ households: sum, valid_to: null })
    await getSelected(page).getByRole('button', { name: names[0]!, exact: true }).click()
    await getSelected(page)
      .getByText(/30\/04\/2021/)
      .first()
      .waitFor()
    await getSelected(page).getByRole('button', { name: 'Bản Hợp Nhất', exact: true }).click()
    await getSelected(page).getByRole('button', { name: 'Hoàn tác', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await find(first!.id)).valid_to).toBeNull()
    expect((await find(merged)).valid_to).not.toBeNull()
  })

  it('chooses on the map, shows what somebody else changed meanwhile, and says why a merge stays', async () => {
    const [a, b, c] = await listVillages('03203')
    const page = await open('staff', `/?selected=village:${a!.id}&at=13,${a!.lat},${a!.lng}`)
    await waitForLabels(page)
    await page.getByRole('button', { name: 'Gộp', exact: true }).click()
    await page.getByRole('button', { name: `Bỏ ${a!.name} ra` }).waitFor()
    await page.getByLabel('Tìm thôn, bản để thêm').fill('không có tên này')
    await page.getByText('Không có thôn, bản nào mang tên này.').waitFor()
    await page.getByLabel('Tìm thôn, bản để thêm').fill(b!.code)
    await page.getByRole('button', { name: new RegExp(`^Thêm ${b!.name}`) }).click()
    await page.getByRole('button', { name: `Bỏ ${b!.name} ra` }).waitFor()
    await page.getByRole('button', { name: `Bỏ ${b!.name} ra` }).click()
    await clickBeside(page, a!, b!)
    await page.getByRole('button', { name: `Bỏ ${b!.name} ra` }).waitFor()
    await send(page, `/api/villages/${b!.id}`, {
      method: 'PATCH',
      version: b!.version,
      body: { changes: { households: 777 }, reason: 'rà soát' },
    })
    await page.getByLabel('Tên', { exact: true }).fill('Bản Chung')
    await page.getByRole('button', { name: /^Dùng mã/ }).click()
    await page.getByLabel('Hiệu lực từ ngày').fill('2021-05-01')
    await page.getByLabel('Lý do, căn cứ').fill('sáp nhập')
    await page.getByRole('button', { name: /^Gộp 2/ }).click()
    await page.getByText(`Số hộ: ${b!.households} → 777`, { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Đã xem, dùng số mới' }).click()
    await page.getByRole('button', { name: /^Gộp 2/ }).click()
    await getSelected(page).getByText('Đã gộp thành thôn, bản này.').waitFor()
    const merged = await find(getSelectedId(page))
    expect(merged.households).toBe(a!.households + 777)

    await send(page, '/api/villages/merge', {
      method: 'POST',
      body: {
        villages: [
          { id: merged.id, version: merged.version },
          { id: c!.id, version: c!.version },
        ],
        into: { code: '03203-99', name: 'Bản Chung Nữa', kind: 'ban' },
        valid_from: '2021-06-01',
        reason: 'sáp nhập nữa',
      },
    })
    await page.goto(`${origin()}/?selected=village:${a!.id}`)
    await page.getByRole('button', { name: 'Lịch sử' }).click()
    await page.getByRole('button', { name: 'Hoàn tác lần gộp' }).click()
    await page.getByText(`${merged.code} đã được gộp hoặc tách sau đó`, { exact: false }).waitFor()
    expect((await find(a!.id)).valid_to).toBe('2021-04-30')
  })

  it('splits a village on a phone, shares out its households, and undoes it from the history', async () => {
    const [whole] = await listVillages('03253')
    const page = await open('staff', `/?selected=village:${whole!.id}`, phone)
    await page.getByRole('button', { name: 'Tách', exact: true }).click()
    await page.getByRole('heading', { name: `Tách ${whole!.name}` }).waitFor()
    await page.getByRole('button', { name: 'Thêm một thôn, bản' }).click()
    await page.getByRole('button', { name: /^Chia đều/ }).click()
    await page.getByText('Đã chia hết số hộ.').waitFor()
    await page.getByLabel('Số hộ').first().fill('1')
    await page.getByText(/^Còn .* hộ chưa chia\./).waitFor()
    await page.getByRole('button', { name: /^Chia đều/ }).click()
    await page.getByRole('button', { name: 'Đặt trên bản đồ' }).first().click()
    await page.mouse.click(230, 200)
    await page.getByText(/^Thuộc /).waitFor()
    await page.getByRole('button', { name: 'Tách thành 3' }).click()
    await page.getByText('Cần có ngày.').waitFor()
    await page.getByLabel('Hiệu lực từ ngày').fill('2021-05-01')
    await page.getByLabel('Lý do, căn cứ').fill('chia tách')
    expect(await listViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Tách thành 3' }).click()
    await getSelected(page).getByText('Đã tách. Các thôn, bản mới ở trên.').waitFor()
    const names = ['A', 'B', 'C'].map((letter) => `${whole!.name}${letter}`)
    const made = (await listVillages('03253')).filter(({ name }) => names.includes(name))
    // One has been placed; the others lie where their commune is named until they are.
    expect(made).toHaveLength(1)
    expect((await find(whole!.id)).valid_to).toBe('2021-04-30')
    await page.getByRole('button', { name: 'Lịch sử' }).click()
    await page.getByRole('button', { name: 'Hoàn tác lần tách' }).click()
    await expect.poll(async () => (await find(whole!.id)).valid_to).toBeNull()
    const left = await find(made[0]!.id)
    expect(left.valid_to).not.toBeNull()
  })

  it('offers none of it to those who may not', async () => {
    const [village] = await listVillages('03181')
    for (const role of ['viewer', 'carrier', 'local'] as const) {
      const page = await open(role, `/?units=commune&selected=village:${village!.id}`)
      await getSelected(page).getByText('Trạm gần nhất').waitFor()
      for (const name of ['Gộp', 'Tách', 'Sửa']) {
        expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0)
      }
      await page.locator('.account-menu summary').click()
      await page.getByRole('button', { name: 'Đăng xuất' }).waitFor()
      expect(await page.getByRole('button', { name: 'Thêm thôn, bản' }).count()).toBe(0)
    }
  })

  it('names the commune in the history, not its code alone', async () => {
    const [village] = await listVillages('03316')
    const page = await open('staff', `/?selected=village:${village!.id}`)
    await send(page, `/api/villages/${village!.id}`, {
      method: 'PATCH',
      version: village!.version,
      body: { changes: { commune_pin: '03127' }, reason: 'ranh giới vẽ sai' },
    })
    await page.reload()
    await page.getByRole('button', { name: 'Lịch sử' }).click()
    await page.getByText('Xã ghim: (trống) → phường Him Lam (03127)').waitFor()
  })
})

/** On the map, where the other village must be, seen from the mark of the first. */
async function clickBeside(page: Page, from: KnownVillage, to: KnownVillage): Promise<void> {
  const mark = page.getByRole('button', { name: /^Vị trí thôn, bản: kéo/ })
  await mark.waitFor()
  const zoom = Number(/at=([\d.]+),/.exec(page.url())?.[1])
  const toY = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
  const world_px = 512 * 2 ** zoom
  const box = (await mark.boundingBox())!
  await page.mouse.click(
    box.x + box.width / 2 + ((to.lng - from.lng) / 360) * world_px,
    box.y + box.height / 2 - (toY(to.lat) - toY(from.lat)) * world_px,
  )
}
