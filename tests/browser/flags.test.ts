import { describe, expect, it } from 'vitest'
import { listViolations } from '../helpers/accessibility.ts'
import { phone } from '../helpers/browser.ts'
import { prepareSiteStories } from '../helpers/site-stories.ts'

const day = 'as_of=2021-06-30'

describe('reports to be asked about, and what fails', () => {
  const { open, visit, database } = prepareSiteStories()

  it('the staff find a flagged report by its reason, open its village and read there why', async () => {
    const page = await open('staff', `/?${day}`)
    await page.getByRole('button', { name: 'Báo cáo cần hỏi lại' }).first().click()
    await page.getByText(/^37 khai báo cần hỏi lại trong 14\.984/).waitFor()
    const reason = page.getByRole('button', { name: /^Không có trạm trong tầm/ })
    await reason.click()
    expect(await reason.getAttribute('aria-pressed')).toBe('true')
    await page.getByText(/^14 khai báo cần hỏi lại/).waitFor()
    const rows = page.locator('.flag-list tbody tr')
    expect(await rows.count()).toBe(14)
    expect(await rows.first().innerText()).toMatch(/gần nhất của .+ cách \d+,\d\skm; tầm \d+,\d\skm/)
    expect(await listViolations(page)).toEqual([])

    // By the keyboard alone, there and back.
    const opener = rows.first().getByRole('button')
    const name = (await opener.innerText()).trim()
    await opener.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name, exact: true }).waitFor()
    const note = page.locator('.flag-note').first()
    await page
      .locator('details.village-service')
      .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
    await note.waitFor()
    expect(await note.innerText()).toContain('Không có trạm trong tầm')
    await page.getByRole('button', { name: 'Báo cáo cần hỏi lại' }).first().click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(name)
  })

  it('a link to the list brings its filters, and says which of them mean nothing', async () => {
    const page = await open('staff', `/?${day}&page=implausible`)
    await page.getByRole('button', { name: /^Không có trạm trong tầm/ }).click()
    const district = page.getByRole('combobox', { name: 'Huyện (đến 6/2025)' })
    await district.selectOption({ index: 1 })
    await page.getByRole('combobox', { name: 'Dịch vụ' }).selectOption('4g')
    const code = await district.inputValue()
    await expect
      .poll(() => new URL(page.url()).search)
      .toContain(`&flag_reason=no_site_in_reach&flag_service=4g&flag_district=${code}`)
    const count = page.getByText(/khai báo cần hỏi lại trong/)
    const shown = await count.innerText()

    const other = await open('staff', new URL(page.url()).search)
    await expect.poll(() => other.getByText(/khai báo cần hỏi lại trong/).innerText()).toBe(shown)
    expect(await other.getByRole('combobox', { name: 'Huyện (đến 6/2025)' }).inputValue()).toBe(code)

    const odd = await open(
      'staff',
      `/?${day}&page=implausible&flag_reason=mood&flag_carrier=nobody&flag_district=999`,
    )
    await odd.getByText('“mood”').waitFor()
    await odd.getByText('không có nhà mạng “nobody”').waitFor()
    await odd.getByText('không có đơn vị nào mang mã “999”').waitFor()
    await odd.getByText(/^37 khai báo cần hỏi lại/).waitFor()
  })

  it('a carrier is not offered the list, and the server does not tell it', async () => {
    const page = await open('carrier', `/?${day}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('button', { name: 'Báo cáo cần hỏi lại' }).count()).toBe(0)
    const answer = await page.request.get(new URL('/api/implausible-statements', page.url()).href)
    expect(answer.status()).toBe(403)
  })

  it('a reader asks what happens when a site fails, and the link brings it back on a phone', async () => {
    const [site] = await database().query<{ id: number; name: string }>(
      `select s.id, s.name from sites s where s.code = '03160-T02'`,
    )
    const page = await visit(`/?${day}&selected=site:${site!.id}`)
    await page.getByRole('button', { name: 'Nếu hỏng thì sao?' }).click()
    await page.getByRole('heading', { name: 'Nếu hỏng thì sao?' }).waitFor()
    await page.getByText('Ước lượng', { exact: true }).waitFor()
    await page.getByText('Giả định và điều chưa biết').waitFor()
    expect(await listViolations(page)).toEqual([])
    expect(page.url()).toContain(`fails=site:${site!.id}`)

    const other = await visit(new URL(page.url()).search, phone)
    await other.getByText(site!.name, { exact: false }).first().waitFor()
    await other.getByText('Ước lượng', { exact: true }).waitFor()
    expect(await listViolations(other)).toEqual([])
  })

  it('a planner asks it of a cable route: what lies beyond it loses its fibre, with people and households', async () => {
    const [route] = await database().query<{ id: number; code: string }>(
      `select id, code from cable_routes order by id desc limit 1`,
    )
    const page = await visit(`/?${day}&layers=cable-routes&selected=cable-route:${route!.id}`)
    await page.getByRole('button', { name: 'Nếu hỏng thì sao?' }).click()
    await page.locator('.failing', { hasText: route!.code }).waitFor()
    const fibre = page.locator('.failure-sums tr', { hasText: 'cáp quang' })
    await fibre.waitFor()
    await fibre.getByRole('button').click()
    await page.getByRole('heading', { name: /thôn, bản mất cáp quang$/ }).waitFor()
    expect(await page.locator('.failure-villages li').count()).toBeGreaterThan(0)
    expect(await page.locator('.failure-villages li').first().innerText()).toMatch(/\d người · \d+ hộ/)
  })
})
