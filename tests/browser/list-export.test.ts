import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { toPlainText } from '../helpers/shares.ts'
import { prepareStories } from '../helpers/stories.ts'

type Row = readonly string[]

describe('the list that leaves the page', () => {
  const { origin, visit } = prepareStories({ content: 'sample' })

  const download = async (page: Page, name: RegExp): Promise<Buffer> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('group', { name: 'Tải về' }).getByRole('button', { name }).click(),
    ])
    return readFile(await file.path())
  }

  /** The rows below the line of titles, which starts with the name. */
  const toVillages = (rows: readonly Row[]) => {
    const start = rows.findIndex(([first]) => first === 'Thôn, bản')
    const people = rows[start]!.indexOf('Số dân')
    return rows.slice(start + 1).map((row) => [row[0]!, toPlainText(row[people]!)])
  }

  const readCsv = (file: Buffer): Row[] =>
    parse(file, { bom: true, delimiter: ';', relax_column_count: true })

  const readXlsx = async (file: Buffer): Promise<Row[]> => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(file).buffer)
    const rows: Row[] = []
    workbook.worksheets[0]!.eachRow((row) => {
      const values = (row.values as ExcelJS.CellValue[]).slice(1)
      rows.push(Array.from(values, (value) => (value === undefined ? '' : String(value))))
    })
    return rows
  }

  const countGaps = async (district: string): Promise<number> => {
    const answer = await fetch(`${origin()}/api/coverage?service=4g&by=district`)
    const { units } = (await answer.json()) as { units: { code: string; not_covered: number }[] }
    return units.find(({ code }) => code === district)!.not_covered
  }

  it('holds, as csv and as xlsx, the villages on screen in their order, and what they are the list of', async () => {
    const page = await visit('/?service=4g&page=gaps&list=unit:096&states=not_covered&group=none')
    const count = await countGaps('096')
    await page.getByText(`${count} thôn, bản trong danh sách và trên bản đồ`).waitFor()
    const shown: (readonly string[])[] = []
    for (const line of await page.locator('.gap-line').all()) {
      const name = await line.locator('.gap-name-text').textContent()
      const people = await line.locator('td:nth-child(2)').textContent()
      shown.push([toPlainText(name), toPlainText(people).replaceAll('.', '')])
    }
    expect(shown.length).toBeGreaterThan(10)
    const csv = await download(page, /CSV/)
    const xlsx = await download(page, /Excel/)
    for (const rows of [readCsv(csv), await readXlsx(xlsx)]) {
      const villages = toVillages(rows)
      expect(villages).toHaveLength(count)
      expect(villages.slice(0, shown.length)).toEqual(shown)
      const head = rows.map(([first]) => first).join('\n')
      expect(head).toContain('DỮ LIỆU MẪU')
      expect(head).toContain('Mường Nhé')
      expect(head).toContain('chưa có')
      expect(head).toContain(page.url())
    }
    // As Excel in Vietnamese reads it.
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(csv.toString('utf8')).toMatch(/;\d+,\d/)
  })
})
