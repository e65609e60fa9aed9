import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeXlsx } from '../../../web/export/write-xlsx.ts'
import { villages } from './tables.ts'

describe('a list as a workbook', () => {
  let sheet: ExcelJS.Worksheet
  const row = (number: number) => (sheet.getRow(number).values as ExcelJS.CellValue[]).slice(1)

  beforeAll(async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await (await writeXlsx(villages)).arrayBuffer())
    sheet = workbook.worksheets[0]!
  })

  it('is named like the list, as far as Excel lets it', () => {
    expect(sheet.name).toBe('Thôn, bản chưa có sóng 4G')
  })

  it('says title and notes above the list', () => {
    expect([1, 2, 3].map((number) => sheet.getCell(number, 1).value)).toEqual([
      villages.title,
      ...villages.notes,
    ])
    expect(sheet.getCell('A1').font.bold).toBe(true)
  })

  it('keeps the bold titles of the columns in sight', () => {
    expect(row(5)).toEqual(villages.columns.map(({ title }) => title))
    expect(sheet.getCell('A5').font.bold).toBe(true)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 })
  })

  it('holds numbers as numbers, shares as shares, days as days, codes as text', () => {
    expect(row(6)).toEqual(['03127', 'Huổi Moi', 1445, 12.25, 0.944, new Date('2021-12-15T00:00:00Z')])
    expect(['C6', 'D6', 'E6', 'F6', 'A6'].map((cell) => sheet.getCell(cell).numFmt)).toEqual([
      '#,##0',
      '#,##0.000',
      '0.0 %',
      'dd/mm/yyyy',
      '@',
    ])
  })

  it('leaves empty what is unknown, and writes as text what is no day', () => {
    expect(sheet.getCell('F7').value).toBeNull()
    expect(sheet.getCell('C10').value).toBeNull()
    expect([9, 10].map((number) => sheet.getCell(number, 6).value)).toEqual(['chưa quy định', '2021-02-30'])
  })

  it('writes formulas of others as the text that they are, composed', () => {
    expect(sheet.getCell('B8').value).toBe('=HYPERLINK("http://x")')
    expect(sheet.getCell('B10').value).toBe('\tTủa Chùa')
    expect(sheet.getCell('B7').value).toBe('Ẳng Tở; "cũ"\nxóm 2')
  })

  it('gives columns the asked width, or what their values need', () => {
    expect(sheet.getColumn(2).width).toBe(30)
    expect(sheet.getColumn(4).width).toBeGreaterThan(10)
  })

  it('writes ten thousand rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [String(index).padStart(5, '0'), 'Bản', index])
    const workbook = new ExcelJS.Workbook()
    const large = { ...villages, columns: villages.columns.slice(0, 3), rows }
    await workbook.xlsx.load(await (await writeXlsx(large)).arrayBuffer())
    expect(workbook.worksheets[0]!.rowCount).toBe(10_005)
    expect(workbook.worksheets[0]!.getCell('A10005').value).toBe('09999')
  })

  it('takes out what no workbook may hold', async () => {
    const workbook = new ExcelJS.Workbook()
    const broken = { ...villages, title: 'a/b\u0000[c]', rows: [['x\u0001\ud800y', 'z', 1, 1, 1, null]] }
    await workbook.xlsx.load(await (await writeXlsx(broken)).arrayBuffer())
    expect(workbook.worksheets[0]!.name).toBe('a b c')
    expect(workbook.worksheets[0]!.getCell('A6').value).toBe('xy')
  })
})
