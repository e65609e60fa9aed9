import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportTable } from '../../../web/export/export-table.ts'
import { writeCsv } from '../../../web/export/write-csv.ts'
import { villages } from './tables.ts'

const read = (text: string): string[][] =>
  parse(text, { bom: true, delimiter: ';', relax_column_count: true })

describe('a list as csv', () => {
  const text = writeCsv(villages)
  const lines = read(text)

  it('begins with the mark of UTF-8 and ends its lines as Windows does', () => {
    expect([...new TextEncoder().encode(text).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      '\ufeffThôn, bản chưa có sóng 4G',
      'DỮ LIỆU MẪU',
      '"Nguồn: Kế hoạch 4638/KH-UBND; đến 30/06/2021"',
    ])
  })

  it('writes the titles of the columns below title, notes and an empty line', () => {
    expect(text.split('\r\n').slice(3, 5)).toEqual(['', 'Mã;Thôn, bản;Số dân;Cách trạm (km);Tỷ lệ;Hạn'])
  })

  it('writes numbers with a decimal comma, days as in the office, codes with their zeros', () => {
    expect(text).toContain('\r\n03127;Huổi Moi;1445;12,25;94,4%;15/12/2021\r\n')
  })

  it('quotes what holds a semicolon, a quote or a line end', () => {
    expect(text).toContain('\r\n00001;"Ẳng Tở; ""cũ""\nxóm 2";0;-3,5;100%;\r\n')
  })

  it('keeps a text from being calculated and leaves negative numbers alone', () => {
    expect(lines.at(-3)?.[1]).toBe('\'=HYPERLINK("http://x")')
    expect(lines.at(-2)).toEqual(["'+84", "'-Nậm Pồ", '', '', '', 'chưa quy định'])
    expect(lines.at(-1)).toEqual(["'@x", "'\tTủa Chùa", '', '0,1', '-1,5%', '2021-02-30'])
  })

  it('gives back every text and every number of any table, read as it was written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const table: ExportTable = {
          ...villages,
          columns: [
            { title: 'a', kind: 'text' },
            { title: 'b', kind: 'decimal' },
          ],
          rows,
        }
        const body = read(writeCsv(table)).slice(-rows.length)
        body.forEach((fields, at) => fields.forEach((field, index) => expectSame(field, rows[at]![index]!)))
      }),
    )
  })
})

function expectSame(field: string, value: string | number): void {
  if (typeof value === 'number') {
    expect(Number(field.replace(',', '.'))).toBeCloseTo(value, 6)
    return
  }
  expect(field).not.toMatch(/^[=+\-@\t]/)
}
