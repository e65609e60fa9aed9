import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createDemoAccounts } from '../../server/db/demo-accounts.ts'
import { enterAs } from '../helpers/enter-as.ts'
import { fetchUnitShares, readUnitShares, toPlainText } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

const toCsv = (...lines: readonly string[]) => lines.join('\r\n')

const villages = toCsv(
  'Mã thôn, bản;Tên thôn, bản;Loại;Xã;Huyện;Vĩ độ;Kinh độ;Số hộ',
  'T-1;Plei Một;thôn;Lâm Khê;Lâm Khê;14,43731;108,1771;90',
  'T-2;Plei Hai;thôn;Lâm Khê;Lâm Khê;14,58077;108,03127;70',
  'T-3;Plei Ba;thôn;Đắk Uy;Đắk Uy;14,33131;108,12954;60',
  'T-4;Plei Bốn;thôn;Đắk Uy;Đắk Uy;14,30501;108,12918;50',
)
const sites = toCsv(
  'Mã trạm;Tên trạm;Nhà mạng;Vĩ độ;Kinh độ;Công nghệ;Thời gian phát sóng;Nguồn điện',
  'G-1;Plei Một 1;GammaTel;14,40375;108,073;2G/4G;20/5/2019;điện lưới',
  'G-2;Plei Ba 1;GammaTel;14,34211;108,12819;4G;2/11/2021;máy nổ',
)
const statements = toCsv(
  'Mã thôn, bản;Nhà mạng;Cáp quang;4G;Nguồn tin;Ngày',
  'T-1;GammaTel;có;có;doanh nghiệp báo cáo;30/6/2024',
  'T-2;GammaTel;có;có;doanh nghiệp báo cáo;30/6/2024',
  'T-3;GammaTel;có;không;doanh nghiệp báo cáo;30/6/2024',
  'T-4;GammaTel;không;không;doanh nghiệp báo cáo;30/6/2024',
)
const routes = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { 'Mã tuyến': 'R-1', 'Tên tuyến': 'Plei Một – Plei Ba', 'Loại tuyến': 'treo' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [108.1771, 14.43731],
          [108.12954, 14.33131],
        ],
      },
    },
  ],
})
const assignments = toCsv(
  'Văn bản;TT;Thôn, bản;Xã;Huyện;Doanh nghiệp;Dịch vụ;Thời hạn',
  '12/KH-UBND;1;Plei Bốn;Đắk Uy;Đắk Uy;GammaTel;di động;31/12/2027',
)

interface List {
  readonly step: string
  /** A carrier by its name; else somebody who is none. */
  readonly sender: { readonly carrier: string } | { readonly other: string }
  readonly file: string
  readonly content: string
}

async function openStartReal(page: Page): Promise<void> {
  await page.locator('.account-menu summary').click()
  await page.locator('.account-menu').getByText('Bắt đầu với dữ liệu thật', { exact: true }).click()
  await page.getByRole('heading', { name: 'Nhập dữ liệu theo thứ tự' }).waitFor()
}

/** From the page that leads, through the wizard, and back. */
async function importList(page: Page, { step, sender, file, content }: List): Promise<void> {
  await page.getByRole('button', { name: `Nhập danh sách: ${step}`, exact: true }).click()
  const choice = page.getByLabel('Ai gửi danh sách này?')
  if ('carrier' in sender) await choice.selectOption(sender.carrier)
  else {
    await choice.selectOption('Bên khác…')
    await page.getByLabel('Tên bên gửi').fill(sender.other)
  }
  const buffer = Buffer.from(content)
  await page.getByLabel('Tệp', { exact: true }).setInputFiles({ name: file, mimeType: '', buffer })
  await page.getByRole('button', { name: 'Gửi và xem trước' }).click()
  await page.getByRole('button', { name: /^Ghi \d mới$/ }).click()
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByText(/^Đã ghi /).waitFor()
  await openStartReal(page)
}

describe('from the sample to real data', () => {
  const { origin, visit, database } = prepareStories({
    content: 'other-province',
    // The icon of an answer of the API that is opened as a page.
    expected: /status of 404/,
  })
  beforeAll(() => createDemoAccounts(database()))

  it('ends the sample, then brings a small province in, list by list', async () => {
    const page = await visit('/api/health')
    await enterAs(page, 'admin', `${origin()}/?page=start-real`)
    const readScreen = async (name: string) =>
      toPlainText(await page.getByRole('row').filter({ hasText: name }).getByRole('cell').innerText())
    const expectNext = (step: string) => page.getByText(`Làm tiếp: ${step}`, { exact: true }).waitFor()
    const closePage = () => page.getByRole('button', { name: 'Đóng' }).first().click()
    const office = { other: 'Sở' }
    const sender = { carrier: 'GammaTel' }

    await page.getByLabel('Gõ tên tỉnh “Trường Lâm” để xác nhận').fill('truong lam')
    await page.getByLabel(/^Mật khẩu mới/).fill('núi cao sông dài 2026')
    expect(await readScreen('Bản đồ tỷ lệ phủ sóng')).toMatch(/^chạy/)
    await page.getByRole('button', { name: 'Bỏ dữ liệu mẫu' }).click()
    await page.getByText(/^Đã bỏ dữ liệu mẫu: .*50 thôn, bản/).waitFor()
    await expectNext('Thôn, bản')
    expect(await readScreen('Bản đồ tỷ lệ phủ sóng')).toBe(
      'chờ: Thôn, bản; Nhà mạng; Phủ sóng từng thôn, bản',
    )

    // Nothing is made up of what is not known.
    await closePage()
    await page.getByText('Chưa có thôn, bản: chưa tính được tỷ lệ nào.').waitFor()
    await vi.waitFor(async () => {
      const shares = await readUnitShares(page)
      expect(shares.length).toBeGreaterThan(0)
      for (const share of shares) expect(share).toMatch(/: –, không có$/)
    })
    await page.getByRole('button', { name: 'Mở “Bắt đầu với dữ liệu thật”' }).click()

    await importList(page, { step: 'Thôn, bản', sender: office, file: 'thon.csv', content: villages })
    await expectNext('Nhà mạng')
    await page.getByRole('button', { name: 'Thêm nhà mạng' }).click()
    await page.getByLabel('Tên', { exact: true }).fill('GammaTel')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Đã thêm GammaTel.').waitFor()
    await expectNext('Vị trí trạm và trạm BTS')
    await importList(page, { step: 'Vị trí trạm và trạm BTS', sender, file: 'tram.csv', content: sites })
    expect(await readScreen('Bản đồ trạm')).toBe('chạy')
    expect(await readScreen('Bản đồ tỷ lệ phủ sóng')).toBe('chờ: Phủ sóng từng thôn, bản')
    await importList(page, {
      step: 'Phủ sóng từng thôn, bản',
      sender,
      file: 'phu-song.csv',
      content: statements,
    })
    expect(await readScreen('Bản đồ tỷ lệ phủ sóng')).toBe('chạy, số liệu còn thiếu')
    await importList(page, { step: 'Tuyến cáp', sender, file: 'tuyen.geojson', content: routes })
    await page.getByRole('button', { name: 'Thêm văn bản' }).click()
    await page.getByLabel('Số, ký hiệu').fill('12/KH-UBND')
    await page.getByLabel('Trích yếu').fill('Kế hoạch phủ sóng')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Đã thêm văn bản 12/KH-UBND', { exact: false }).waitFor()
    await importList(page, {
      step: 'Văn bản và thôn, bản được giao',
      sender: office,
      file: 'giao.csv',
      content: assignments,
    })
    await page.getByText('Các danh sách chính đã có.').waitFor()
    expect(await readScreen('Thôn, bản được giao')).toBe('chạy')

    await closePage()
    await page.getByText('3 trong 4 thôn, bản có cáp quang').first().waitFor()
    const counted = await fetchUnitShares(origin(), 'by=district&service=fibre')
    expect(counted).toContain('Đắk Uy: 50,0 %, còn 1')
    await vi.waitFor(async () => expect(await readUnitShares(page)).toEqual(counted), { timeout: 30_000 })
  })
})
