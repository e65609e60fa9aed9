import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { waitForLabels } from '../helpers/browser.ts'
import { confirm, prepareSiteStories, startEditing } from '../helpers/site-stories.ts'

const markup = '<img src=x onerror=alert(1)>{{name}}$t(site.add)'
const formula = '=HYPERLINK("http://example.com";"xem")'
/** As some keyboards and files write it: every mark a letter of its own. */
const decomposed = 'Bản Mường Tè'.normalize('NFD')

describe('what people write is text wherever it stands', () => {
  const { open, readSite, changeSite, database, origin } = prepareSiteStories()

  const send = async (
    page: Page,
    path: string,
    { version, data }: { readonly version: number; readonly data: object },
  ) => {
    const session = (await (await page.request.get(`${origin()}/api/session`)).json()) as {
      readonly csrf_token: string
    }
    const answer = await page.request.patch(`${origin()}${path}`, {
      headers: { 'x-csrf-token': session.csrf_token, 'if-match': `"${version}"` },
      data,
    })
    return { status: answer.status(), text: await answer.text() }
  }

  /** Nothing of it has become a part of the page, nothing was run. */
  async function expectText(page: Page, written: string): Promise<void> {
    const text = await page.locator('body').innerText()
    expect(text).toContain(written)
    expect(await page.locator('img').count()).toBe(0)
  }

  it('in panels, lists, searches, the queue, histories, the page of changes and on the map', async () => {
    const site = await readSite(`owner_code = 'viettel' and code like '%T09'`)
    const [village] = await database().query<{ id: number; version: number }>(
      `select id, version from villages where geom is not null order by id limit 1`,
    )
    const admin = await open('admin', '/icon.svg')
    let asked = 0
    admin.on('dialog', (dialog) => {
      asked += 1
      void dialog.dismiss()
    })
    await changeSite(admin, site.id, { name: markup, address: formula })
    const [user] = await database().query<{ id: number; version: number }>(
      `select id, version from users where username = 'can-bo-so'`,
    )
    const renamed = await send(admin, `/api/users/${user?.id}`, {
      version: user?.version ?? 0,
      data: { display_name: `${markup} Lan` },
    })
    expect(renamed.status, renamed.text).toBe(200)
    const moved = await send(admin, `/api/villages/${village?.id}`, {
      version: village?.version ?? 0,
      data: { changes: { name: markup } },
    })
    expect(moved.status, moved.text).toBe(200)

    // The panel of the site, with the name beside its mark on the map.
    const at = `at=16,${site.lat.toFixed(4)},${site.lng.toFixed(4)}`
    await admin.goto(`${origin()}/?selected=site:${site.id}&layers=sites,villages&${at}`)
    await admin.getByRole('heading', { name: `Trạm ${markup}` }).waitFor()
    await waitForLabels(admin)
    await expectText(admin, formula)
    await admin.getByRole('button', { name: 'Lịch sử', exact: true }).click()
    await admin.locator('.edit-history > li').getByText(markup, { exact: false }).first().waitFor()
    await expectText(admin, `→ ${markup}`)
    // Searched, where what was typed is marked within the names.
    await admin.getByRole('combobox').first().fill('onerror')
    await admin.getByRole('option').first().waitFor()
    expect(await admin.getByRole('option').first().innerText()).toContain(markup)
    await admin.goto(`${origin()}/?selected=village:${village?.id}`)
    await admin.getByRole('heading', { name: markup, exact: false }).waitFor()
    await expectText(admin, markup)
    await admin.goto(`${origin()}/?page=changes`)
    await admin.getByText(formula, { exact: false }).first().waitFor()
    await expectText(admin, markup)
    await admin.goto(`${origin()}/?page=users`)
    await admin.getByRole('rowheader', { name: /Lan can-bo-so$/ }).waitFor()
    await expectText(admin, `${markup} Lan`)

    const carrier = await open('carrier', `/?selected=site:${site.id}`)
    await startEditing(carrier, 'Đề nghị sửa')
    await carrier.getByLabel('Địa chỉ').fill(`${markup} mới`)
    await confirm(carrier, 'Gửi đề nghị')
    await carrier.getByText('Đã gửi đề nghị.', { exact: false }).waitFor()
    await admin.goto(`${origin()}/?page=proposals`)
    await admin.getByRole('button', { name: `${site.code} · ${markup}` }).waitFor()
    await expectText(admin, `${formula} → ${markup} mới`)
    await startMoving(admin, site.id)
    expect(asked).toBe(0)
  })

  /** The form, with masts around it named on the map and the mark's own label. */
  async function startMoving(page: Page, id: number): Promise<void> {
    await page.goto(`${origin()}/?selected=site:${id}`)
    await startEditing(page)
    await page.getByRole('button', { name: 'Lên bắc' }).click()
    await page.getByLabel('Tên trạm').fill(`${markup} hai`)
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByRole('dialog').getByText(`${markup} → ${markup} hai`).waitFor()
    await expectText(page, markup)
  }

  it('in the exported table, where a formula is no formula', async () => {
    const site = await readSite(`code like '%T14'`)
    const staff = await open('staff', '/icon.svg')
    const starts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', formula]
    for (const address of starts) await changeSite(staff, site.id, { address }).catch(() => undefined)
    await changeSite(staff, site.id, { name: formula, address: markup })
    const table = await (await staff.request.get(`${origin()}/api/audit.csv?noun=sites`)).text()
    expect(table).toContain(markup)
    expect(table).toContain('HYPERLINK')
    for (const cell of listCells(table)) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/)
  })

  it('composed as everybody else writes it, and without control characters', async () => {
    const site = await readSite(`code like '%T17'`)
    const staff = await open('staff', `/?selected=site:${site.id}`)
    await startEditing(staff)
    await staff.getByLabel('Tên trạm').fill(decomposed)
    await confirm(staff)
    await staff.getByText('Đã lưu.', { exact: false }).waitFor()
    expect((await readSite(`id = ${site.id}`)).name).toBe('Bản Mường Tè')
    expect(await staff.getByLabel('Tên trạm').inputValue()).toBe('Bản Mường Tè')
    await staff.getByLabel('Tên trạm').fill('Bản\u0007 Mường\u202e Tè')
    await confirm(staff)
    await staff.getByText('Giá trị không hợp lệ.', { exact: false }).waitFor()
    await staff.getByText('Mục: Tên trạm', { exact: false }).waitFor()
    expect((await readSite(`id = ${site.id}`)).name).toBe('Bản Mường Tè')
  })
})

/** Of a table as RFC 4180 writes it. */
function listCells(table: string): string[] {
  return [...table.replace(/^\ufeff/, '').matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^",\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}
