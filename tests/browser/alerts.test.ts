import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { AccountRole } from '../../core/permissions.ts'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { listViolations } from '../helpers/accessibility.ts'
import { enterAs, send } from '../helpers/enter-as.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('alerts', () => {
  // Two people at once, on a machine that may be slow.
  vi.setConfig({ testTimeout: 180_000 })
  const { origin, database, visit } = prepareStories({
    content: 'sample',
    driver: 'postgres',
    webgl: 'without webgl',
    // Plain JSON has no icon.
    expected: /status of (404|422)|WebGL2/,
  })
  let village: { readonly id: number; readonly name: string }

  beforeAll(async () => {
    await createDemoAccounts(database())
    const [row] = await database().query<{ id: number; name: string }>(
      `select a.id, v.name
       from assignments a
       join villages v on v.id = a.village_id
       where a.carrier_code = (select u.carrier_code from users u where u.role = 'carrier' order by u.id limit 1)
       order by a.id
       limit 1`,
    )
    village = row!
  })

  const open = async (role: AccountRole, path: string): Promise<Page> => {
    const page = await visit('/api/health')
    await enterAs(page, role, `${origin()}${path}`)
    return page
  }
  /** Past the page, as the demo account that is signed in on it. */
  const move = async (page: Page, body: object) => {
    const answer = await page.request.get(`${origin()}/api/assignments/${village.id}`)
    const { assignment } = (await answer.json()) as { assignment: { progress: { version: number } } }
    await send(page, `/api/assignments/${village.id}/moves`, {
      method: 'POST',
      body,
      version: assignment.progress.version,
    })
  }

  it('tell an open page what the Sở has returned, lead to the village, and keep what was chosen', async () => {
    const carrier = await open('carrier', '/?page=alerts')
    await carrier.getByText('Chưa có cảnh báo nào.', { exact: false }).waitFor()
    await carrier.getByRole('button', { name: 'Cảnh báo', exact: true }).waitFor()
    await move(carrier, { move: 'broadcast', technologies: ['4g'], happened_on: '2026-01-15' })
    await move(carrier, { move: 'submit' })

    const staff = await open('staff', '/api/health')
    await move(staff, { move: 'return', reason: 'Chưa có ảnh cột' })

    // Without anything done on the page.
    const item = carrier.locator('.alert-item', { hasText: village.name })
    await item.getByText('Lý do: Chưa có ảnh cột').waitFor()
    await carrier.getByRole('button', { name: 'Cảnh báo: 1 chưa đọc' }).waitFor()
    expect(await listViolations(carrier)).toEqual([])
    await item.click()
    await carrier.getByRole('heading', { name: village.name, exact: true }).waitFor()
    await carrier.getByRole('button', { name: 'Cảnh báo', exact: true }).click()
    await carrier.getByText('Đã đọc hết.').waitFor()

    const choice = () => carrier.getByLabel('Bị Sở trả lại')
    await choice().selectOption('Không nhận')
    await carrier.getByRole('button', { name: 'Lưu lựa chọn' }).click()
    await carrier.getByText('Đã lưu lựa chọn.').waitFor()
    await carrier.reload()
    await carrier.getByRole('heading', { name: 'Chọn nơi nhận' }).waitFor()
    await expect.poll(() => choice().inputValue()).toBe('off')
  })
})
