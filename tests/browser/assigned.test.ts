import { strFromU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { listViolations, listViolationsOnEveryScreen } from '../helpers/accessibility.ts'
import { desktop, phone, type Screen } from '../helpers/browser.ts'
import { enterAs, send } from '../helpers/enter-as.ts'
import { getUnitTable, readUnitShares } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'
import type { AccountRole } from '../../core/permissions.ts'

interface Assigned {
  readonly id: number
  readonly name: string
}

const page_of = '/?page=assigned'

describe('assigned villages', () => {
  // Several pages of several people follow one another in each.
  vi.setConfig({ testTimeout: 180_000 })
  const { origin, database, visit } = prepareStories({
    content: 'sample',
    driver: 'postgres',
    // Up to three pages are open at once, and none of these stories looks at the map.
    webgl: 'without webgl',
    // A version that is not the latest any more is part of a story; plain JSON has no icon.
    expected: /status of (404|412)|WebGL2/,
  })
  let own: readonly Assigned[] = []
  let rival: Assigned

  beforeAll(async () => {
    await createDemoAccounts(database())
    // Of the carrier whose demo account is entered, in the district of the demo UBND.
    const rows = await database().query<{
      readonly id: number
      readonly name: string
      readonly own: boolean
    }>(
      `select a.id, v.name, a.carrier_code = own.carrier_code as own
       from assignments a
       join villages v on v.id = a.village_id
       join user_units u on u.code = v.district_code
       cross join (select carrier_code from users where role = 'carrier' order by id limit 1) own
       order by a.id`,
    )
    own = rows.filter((row) => row.own)
    const other = rows.find((row) => !row.own)
    if (other === undefined || own.length < 5) throw new Error('the sample assigns too few villages')
    rival = other
  })

  const open = async (role: AccountRole, path: string, screen: Screen = desktop): Promise<Page> => {
    const page = await visit('/api/health', screen)
    await enterAs(page, role, `${origin()}${path}`)
    return page
  }
  const openRecord = async (page: Page, { name }: Assigned) => {
    await page
      .getByRole('button', { name: `Mở ${name}`, exact: true })
      .first()
      .click()
    await page.getByRole('heading', { name, exact: true }).waitFor()
  }
  const choose = (page: Page, move: string) =>
    page.locator('.assigned-moves .edit-toolbar').getByRole('button', { name: move, exact: true }).click()
  const takeStep = async (page: Page, move: string, fill?: (form: Page) => Promise<unknown>) => {
    await choose(page, move)
    await fill?.(page)
    await page.locator('.assigned-moves form button[type=submit]').click()
    await page.getByText(`Đã ghi: ${move},`, { exact: false }).waitFor()
  }
  const waitForState = (page: Page, state: string) =>
    page.locator('.assigned-path [aria-current=step]', { hasText: state }).waitFor()
  /** Past the page, as the demo account that is signed in on it. */
  const move = async (page: Page, { id }: Assigned, body: object) => {
    const answer = await page.request.get(`${origin()}/api/assignments/${id}`)
    const { assignment } = (await answer.json()) as { assignment: { progress: { version: number } } }
    await send(page, `/api/assignments/${id}/moves`, {
      method: 'POST',
      body,
      version: assignment.progress.version,
    })
  }
  const handIn = async (page: Page, village: Assigned) => {
    await move(page, village, { move: 'broadcast', technologies: ['4g'], happened_on: '2026-01-15' })
    await move(page, village, { move: 'submit' })
  }

  it('opens by itself for a carrier that signs in, its own villages by urgency', async () => {
    const page = await visit('/?page=sign-in')
    await page.getByRole('button', { name: /Viettel/ }).click()
    await page.getByRole('heading', { name: 'Thôn, bản được giao' }).waitFor()
    await page.getByRole('heading', { name: /Chưa quy định thời hạn/ }).waitFor()
    expect(await page.getByText('Thời hạn: chưa quy định').count()).toBeGreaterThan(0)
    expect(await listViolations(page)).toEqual([])
    await openRecord(page, own[0]!)
    expect(await listViolations(page)).toEqual([])
  })

  it('goes from the survey to the acceptance, and a map that is open elsewhere changes its share', async () => {
    const village = own[0]!
    const planner = await open('viewer', '/?service=4g')
    await getUnitTable(planner).getByRole('row').nth(1).waitFor()
    const before = await readUnitShares(planner)

    const carrier = await open('carrier', page_of)
    await openRecord(carrier, village)
    await takeStep(carrier, 'Báo đang khảo sát', (form) =>
      form.getByLabel('Hẹn phát sóng', { exact: false }).fill('2027-03-01'),
    )
    await takeStep(carrier, 'Báo đang xây dựng')
    await takeStep(carrier, 'Báo đã phát sóng', async (form) => {
      await form.getByRole('checkbox', { name: '4G' }).check()
      await form.getByLabel('Ngày diễn ra').fill('2026-02-01')
      expect(await listViolations(form)).toEqual([])
    })
    await takeStep(carrier, 'Đề nghị xác nhận')
    await waitForState(carrier, 'Chờ xác nhận')

    const staff = await open('staff', page_of)
    await staff.getByLabel(`Chọn ${village.name}`).check()
    await staff.locator('.assigned-queue').getByRole('button', { name: 'Xác nhận', exact: true }).click()
    expect(
      await staff.locator('.assigned-queue form').getByRole('checkbox', { name: '4G' }).isChecked(),
    ).toBe(true)
    expect(await listViolations(staff)).toEqual([])
    await staff.locator('.assigned-queue form button[type=submit]').click()
    await staff.getByText('Đã ghi: Xác nhận, 1 thôn, bản.').waitFor()

    await expect.poll(() => readUnitShares(planner), { timeout: 30_000 }).not.toEqual(before)
    await waitForState(carrier, 'Đã xác nhận')
  })

  it('comes back with a reason that the carrier reads, and is handed in again', async () => {
    const village = own[1]!
    const carrier = await open('carrier', page_of)
    await handIn(carrier, village)
    await openRecord(carrier, village)

    const staff = await open('staff', page_of)
    await openRecord(staff, village)
    await choose(staff, 'Trả lại')
    await staff.locator('.assigned-moves form button[type=submit]').click()
    await staff.getByText('Nêu lý do.').waitFor()
    await staff.getByLabel('Lý do').fill('Cuối bản chưa có sóng')
    await staff.locator('.assigned-moves form button[type=submit]').click()
    await staff.getByText('Đã ghi: Trả lại,', { exact: false }).waitFor()

    await carrier.getByText('Sở trả lại: Cuối bản chưa có sóng').waitFor()
    await takeStep(carrier, 'Báo đã phát sóng', async (form) => {
      await form.getByLabel('Ngày diễn ra').fill('2026-03-01')
    })
    await takeStep(carrier, 'Đề nghị xác nhận')
    await waitForState(carrier, 'Chờ xác nhận')
  })

  it('tells a rival and a visitor the act and nothing of the progress', async () => {
    for (const page of [await open('carrier', page_of), await visit(page_of)]) {
      await page.locator(`[data-opens="${rival.id}"]`).waitFor({ state: 'attached' })
      await page.goto(`${origin()}${page_of}&assignment=${rival.id}`)
      await page.getByText('Tiến độ chỉ hiện với Sở', { exact: false }).waitFor()
      expect(await page.locator('.assigned-path, .assigned-history').count()).toBe(0)
    }
  })

  it('asks an UBND, which answers on a phone by three presses', async () => {
    const village = own[2]!
    const carrier = await open('carrier', page_of)
    await handIn(carrier, village)
    const staff = await open('staff', `${page_of}&assignment=${village.id}`)
    await takeStep(staff, 'Hỏi UBND xã')

    const local = await visit('/?page=sign-in', phone)
    await local.getByRole('button', { name: /UBND/ }).click()
    const question = local.locator('.assigned-question', { hasText: village.name })
    await question.getByRole('button', { name: 'Một phần' }).click()
    await question.getByRole('button', { name: 'Gửi trả lời' }).click()
    await staff.getByText('UBND trả lời: Một phần').waitFor()
    expect(await listViolations(local)).toEqual([])
  })

  it('keeps what was typed where somebody else was faster, and says what has changed', async () => {
    const village = own[3]!
    const carrier = await open('carrier', page_of)
    await openRecord(carrier, village)
    await choose(carrier, 'Báo vướng mắc')
    await carrier.getByLabel('Nội dung').fill('chưa kéo được điện')
    const colleague = await open('carrier', page_of)
    await move(colleague, village, { move: 'survey' })
    await carrier.getByText('Từ “Chưa bắt đầu” thành “Khảo sát”.').waitFor()
    expect(await carrier.getByLabel('Nội dung').inputValue()).toBe('chưa kéo được điện')
    await carrier.locator('.assigned-moves').getByLabel('Vướng mắc', { exact: true }).selectOption('power')
    await carrier.locator('.assigned-moves form button[type=submit]').click()
    await carrier.getByText('Vướng: chưa có điện. chưa kéo được điện').waitFor()
  })

  it('lists from the board what its numbers count, in an address that brings it back', async () => {
    const village = own[4]!
    const carrier = await open('carrier', page_of)
    await move(carrier, village, { move: 'block', blocker: 'land', text: 'chưa có đất' })
    const page = await open('viewer', page_of)
    await page.getByRole('button', { name: /Viettel: đất 1/ }).click()
    await page.getByText(/^1 trong \d+ thôn, bản$/).waitFor()
    expect(page.url()).toContain('blocked_by=land')
    await page.reload()
    await page.getByRole('button', { name: `Mở ${village.name}`, exact: true }).waitFor()
    await page.goto(`${origin()}${page_of}&in_district=99999`)
    await page
      .getByText('Không theo được', { exact: false })
      .or(page.getByText('in_district'))
      .first()
      .waitFor()
  })

  it('is free of barriers on every screen', async () => {
    const page = await open('staff', page_of)
    await page.getByRole('heading', { name: 'Tổng hợp' }).waitFor()
    expect(await listViolationsOnEveryScreen(page)).toEqual([])
  })

  it('writes the Sở a letter to a carrier, of what is overdue and nothing else', async () => {
    const village = own[3]!
    await database().query('update assignments set due_on = $2::date where id = $1::integer returning id', [
      village.id,
      '2021-06-30',
    ])
    const page = await open('staff', `${page_of}&urgency=overdue`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Công văn đôn đốc Viettel \(1 quá hạn\)/ }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^cong-van-don-doc-viettel-\d{4}-\d\d-\d\d\.docx$/)
    const parts = unzipSync(new Uint8Array(await readFile(await file.path())))
    const xml = strFromU8(parts['word/document.xml']!)
    const texts = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)
    expect(texts).toContain('Kính gửi: Viettel')
    expect(texts).toContain('DỮ LIỆU MẪU: không phải văn bản thật.')
    expect(texts).toContain('30/06/2021')
    expect(texts.filter((text) => text?.startsWith(`${village.name}, `))).toHaveLength(1)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(2)
    const carrier = await open('carrier', `${page_of}&urgency=overdue`)
    await carrier.getByRole('button', { name: `Mở ${village.name}`, exact: true }).waitFor()
    expect(await carrier.getByText('Công văn đôn đốc').count()).toBe(0)
  })
})
