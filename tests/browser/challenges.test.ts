import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { AccountRole } from '../../core/permissions.ts'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { listViolations } from '../helpers/accessibility.ts'
import { desktop, phone, type Screen } from '../helpers/browser.ts'
import { enterAs } from '../helpers/enter-as.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('challenges', () => {
  vi.setConfig({ testTimeout: 180_000 })
  const { origin, database, visit } = prepareStories({
    content: 'sample',
    driver: 'embedded',
    webgl: 'without webgl',
    // Plain JSON has no icon.
    expected: /status of 404|WebGL2/,
  })
  /** In the units of the demo UBND; the demo carrier says that it is covered. */
  let village: { readonly id: number; readonly name: string }

  beforeAll(async () => {
    await createDemoAccounts(database())
    const [found] = await database().query<{ id: number; name: string }>(
      `select v.id, v.name
       from villages v
       join user_units u on u.code = v.district_code
       join village_services s on s.village_id = v.id
       where s.carrier_code = 'viettel' and s.service = '4g' and s.state = 'covered' and s.basis = 'declared'
         and not exists (select 1 from village_services b where b.village_id = v.id and b.basis in ('verified', 'measured'))
         and (select count(*) from villages other where other.name = v.name) = 1
       order by v.id
       limit 1`,
    )
    village = found!
  })

  const open = async (role: AccountRole, path: string, screen: Screen = desktop): Promise<Page> => {
    const page = await visit('/api/health', screen)
    await enterAs(page, role, `${origin()}${path}`)
    return page
  }
  const takeStep = async (
    page: Page,
    move: string,
    fill: (line: ReturnType<Page['locator']>) => Promise<unknown>,
  ) => {
    const line = page.locator('.paper-line').first()
    await line.getByRole('button', { name: new RegExp(`^${move}: `) }).click()
    await fill(line)
    expect(await listViolations(page)).toEqual([])
    await line.locator('form button[type=submit]').click()
    await page.getByText(`Đã ghi: ${move},`, { exact: false }).waitFor()
  }

  it('go from the UBND on its telephone by the carrier’s answer to a decision that changes the village', async () => {
    const local = await open('local', `/?selected=village:${village.id}`, phone)
    await local.getByRole('button', { name: 'Phản ánh sai' }).click()
    const form = local.getByRole('form', { name: `Phản ánh sai: ${village.name}` })
    await form.getByRole('button', { name: 'Gửi phản ánh' }).click()
    await form.getByText('Chọn nhà mạng.').waitFor()
    await form.getByLabel('Nhà mạng').selectOption('viettel')
    await form.getByLabel('Ngày thấy').fill('2026-03-01')
    await form.getByLabel('Thực tế thế nào').fill('Cả bản không có sóng 4G')
    expect(await listViolations(local)).toEqual([])
    await form.getByRole('button', { name: 'Gửi phản ánh' }).click()
    await local.getByText(`Đã gửi phản ánh: ${village.name}.`).waitFor()

    const staff = await open('staff', '/?page=challenges')
    await staff.getByText('Cả bản không có sóng 4G').waitFor()
    await takeStep(staff, 'Chuyển nhà mạng', async () => undefined)

    const carrier = await open('carrier', '/?page=challenges', phone)
    await carrier.getByText('Còn 15 ngày', { exact: false }).waitFor()
    await carrier.getByText(/^UBND .* phản ánh ngày/).waitFor()
    expect(await carrier.locator('.paper-line').getByText('Người gửi').count()).toBe(0)
    await takeStep(carrier, 'Trả lời', async (line) => {
      await line.getByRole('combobox', { name: 'Trả lời' }).selectOption('agree')
      await line.getByLabel('Nội dung').fill('Trạm mất nguồn')
    })

    await staff.getByText('Trạm mất nguồn').waitFor()
    await takeStep(staff, 'Quyết định', async (line) => {
      await line.getByText('Đang ghi:', { exact: false }).waitFor()
      await line.getByLabel('Thực tế có dịch vụ không').selectOption('not_covered')
      await line.getByText('Sẽ ghi:', { exact: false }).waitFor()
    })
    await local.getByText(/^Sở kết luận ngày/).waitFor()
    // The board of assigned villages has the answer too.
    await staff.goto(`${origin()}/?page=assigned`)
    const answers = staff.getByRole('region', { name: 'Trả lời của nhà mạng' })
    await answers.getByRole('row', { name: /^Viettel 0 – 0 0 1 1 1$/ }).waitFor()
    const [held] = await database().query<{ state: string; basis: string }>(
      `select state, basis from village_services
       where village_id = $1::integer and carrier_code = 'viettel' and service = '4g' order by id desc limit 1`,
      [village.id],
    )
    expect(held).toEqual({ state: 'not_covered', basis: 'verified' })
  })
})
