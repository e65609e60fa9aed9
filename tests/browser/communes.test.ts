import { describe, expect, it } from 'vitest'
import { listViolationsOnEveryScreen } from '../helpers/accessibility.ts'
import { prepareStories } from '../helpers/stories.ts'

describe('looking communes up', () => {
  const { visit } = prepareStories({ content: 'sample' })

  it('tells the old and the new Mường Thanh apart, and opens either on the map', async () => {
    const page = await visit('/?page=communes')
    await page.getByRole('searchbox', { name: 'Tên hoặc mã xã' }).fill('muong thanh')
    const cards = page.locator('.commune-card')
    await page.getByText('2 đơn vị khớp “muong thanh”').waitFor()
    const old = cards.filter({ hasText: 'cũ' }).first()
    await old.getByText('Từ 01/07/2025 thuộc phường Điện Biên Phủ (mã 03127).').waitFor()
    await old.getByText('Cùng tên nhưng là nơi khác: phường Mường Thanh (mới), mã 03334.').waitFor()
    await page.getByText('Mã 03334 trước đây là của xã Thanh Xương, một đơn vị khác.').waitFor()
    await page.getByText(/Nằm trên địa bàn 2 huyện cũ: thành phố Điện Biên Phủ, huyện Điện Biên/).waitFor()
    expect(new URL(page.url()).searchParams.get('lookup')).toBe('muong thanh')
    await old.getByRole('button', { name: 'Mở phường Điện Biên Phủ trên bản đồ' }).click()
    await page.getByRole('heading', { name: 'Phường Điện Biên Phủ' }).waitFor()
    expect(new URL(page.url()).searchParams.get('selected')).toBe('commune-2025:03127')
  })

  it('finds a code in both sets, forgives slips, and says when there is nothing', async () => {
    const page = await visit('/?page=communes&lookup=03334')
    await page.getByText('2 đơn vị khớp “03334”').waitFor()
    const box = page.getByRole('searchbox', { name: 'Tên hoặc mã xã' })
    await box.fill('agn to')
    await page.getByRole('heading', { name: /^Xã Ẳng Tở/ }).waitFor()
    await box.fill('<b>%_')
    await box.fill('asdfgh')
    await page.getByText(/Không có xã nào tên hoặc mã “asdfgh”/).waitFor()
  })

  it('sorts, filters and exports all 129 rows', async () => {
    const page = await visit('/?page=communes')
    const table = page.getByRole('region', { name: 'Tất cả 129 xã, phường, thị trấn cũ' })
    await table.getByRole('row').nth(129).waitFor()
    await table.getByRole('button', { name: 'Xã, phường mới' }).click()
    expect(await table.getByRole('columnheader', { name: /Xã, phường mới/ }).getAttribute('aria-sort')).toBe(
      'ascending',
    )
    await table.getByRole('searchbox').fill('sam mun')
    await table.getByRole('rowheader', { name: /Sam Mứn/ }).waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      table.getByRole('button', { name: 'csv' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
  })

  it('breaks no rule of accessibility', async () => {
    const page = await visit('/?page=communes&lookup=muong%20thanh')
    await page.locator('.commune-card').first().waitFor()
    expect(await listViolationsOnEveryScreen(page)).toEqual([])
  })

  it('says why the units change when a commune of the other set is opened', async () => {
    const page = await visit()
    await page.getByRole('combobox', { name: /^Tìm/ }).fill('muong thanh')
    await page.getByRole('option').filter({ hasText: 'mới' }).first().click()
    await page.getByText('Bản đồ đã chuyển từ “Huyện” sang “Xã (bộ mới)”').waitFor()
    await page.getByRole('button', { name: 'Trở lại “Huyện”' }).click()
    expect(new URL(page.url()).searchParams.get('units')).toBe('district')
  })
})
