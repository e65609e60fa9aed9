import { describe, expect, it } from 'vitest'
import { isDateFormat, toIsoDay } from '../../../server/import/readers/xlsx/date-styles.ts'
import { faultOf, read, refusedWith } from '../../helpers/expect-fault.ts'
import { toWorkbook, type WorkbookParts } from '../../helpers/made-up-workbook.ts'

async function rowsOf(parts: WorkbookParts) {
  const file = await read(toWorkbook(parts), 'a.xlsx')
  return file.tables[0]?.rows.map(({ at, cells }) => [at, ...cells])
}

const dayStyles =
  '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="20"/></cellXfs>'

describe('the cells of a workbook', () => {
  it('give the last value of a formula, and say where there is none or an error', async () => {
    const rows =
      '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>' +
      '<c r="C2"><f>SUM(A1:A2)</f></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E2" t="b"><v>1</v></c></row>'
    expect(await rowsOf({ rows })).toEqual([
      [
        2,
        2,
        'ab',
        { fault: 'formula_without_value', text: '=SUM(A1:A2)' },
        { fault: 'formula_error', text: '#DIV/0!' },
        true,
      ],
    ])
  })

  it('are days only where their number format shows days', async () => {
    const rows =
      '<row><c s="1"><v>44351</v></c><c s="2"><v>44351.75</v></c><c s="3"><v>0.5</v></c><c><v>44351</v></c><c s="2"><v>-4</v></c></row>'
    expect(await rowsOf({ rows, styles: dayStyles })).toEqual([
      [1, '2021-06-04', '2021-06-04', 0.5, 44351, -4],
    ])
    const of1904 = await rowsOf({ rows, styles: dayStyles, workbookPr: 'date1904="1"' })
    expect(of1904?.[0]?.[1]).toBe('2025-06-05')
  })

  it('join the runs of rich text, without how others pronounce it', async () => {
    const sharedStrings =
      '<si><r><rPr><b/></rPr><t>Ẳng </t></r><r><t xml:space="preserve">Tở&#10;</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b</t></si>'
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    expect(await rowsOf({ rows, sharedStrings: sharedStrings.normalize('NFD') })).toEqual([
      [1, 'Ẳng Tở\n', 'a\rb'],
    ])
  })

  it('that a merge covers are empty, whatever still stands in them', async () => {
    const cell = (place: string) => `<c r="${place}" t="inlineStr"><is><t>${place}</t></is></c>`
    const rows = `<row r="1">${cell('A1')}${cell('B1')}${cell('C1')}</row><row r="2">${cell('A2')}${cell('C2')}</row>`
    const afterRows = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:C2"/></mergeCells>'
    expect(await rowsOf({ rows, afterRows })).toEqual([
      [1, 'A1', null, 'C1'],
      [2, 'A2'],
    ])
  })

  it('may come with prefixes before every tag', async () => {
    const rows = '<x:row r="4"><x:c r="B4" t="inlineStr"><x:is><x:t>Nậm Pồ</x:t></x:is></x:c></x:row>'
    expect(await rowsOf({ rows })).toEqual([[4, null, 'Nậm Pồ']])
  })

  it('in hidden rows are read, and said so', async () => {
    const file = await read(toWorkbook({ rows: '<row hidden="1"><c><v>1</v></c></row>' }), 'a.xlsx')
    expect(file.notes).toEqual([{ code: 'hidden_rows_read', table: 'Sheet1', count: 1 }])
  })
})

describe('a number format', () => {
  it('is of days where days or years stand outside quotes, brackets and escapes', () => {
    expect(['dd/mm/yyyy', '[$-42A]d/m/yy;@', 'mmm-yy', 'yyyy"-"mm'].every(isDateFormat)).toBe(true)
    expect(
      ['General', '0.00', '#,##0 "đ/ngày"', '[Red]0', '0\\d', 'h:mm', '[h]:mm', '@', '_d0'].some(
        isDateFormat,
      ),
    ).toBe(false)
  })

  it('counts the 29 February of 1900, which there was not', () => {
    expect([1, 59, 61, 44351].map((serial) => toIsoDay(serial, 1900))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2021-06-04',
    ])
  })
})

describe('a workbook is refused', () => {
  const wide = Array.from(
    { length: 10_000 },
    (_, at) => `<c t="inlineStr"><is><t>cột ${at}</t></is></c>`,
  ).join('')
  const bomb =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
  const cell = '<row><c><v>1</v></c></row>'

  it('with the place, when a header has 10,000 columns', async () => {
    const error = await refusedWith(read(toWorkbook({ rows: `<row r="3">${wide}</row>` }), 'a.xlsx'))
    expect([error.fault, error.params]).toEqual([
      'columns_too_many',
      { most: 500, found: 501, table: 'Sheet1', line: 3 },
    ])
  })

  it('before a far cell makes a row of thousands', async () => {
    expect(await faultOf(toWorkbook({ rows: '<row><c r="XFD1"><v>1</v></c></row>' }), 'a.xlsx')).toBe(
      'columns_too_many',
    )
  })

  it('for entities of its own, wherever they stand', async () => {
    const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    expect(await faultOf(toWorkbook({ rows: cell, beforeSheet: bomb }), 'a.xlsx')).toBe('xml_unsafe')
    const more = { 'xl/sharedStrings.xml': `${external}<sst><si><t>&e;</t></si></sst>` }
    expect(await faultOf(toWorkbook({ rows: cell, more }), 'a.xlsx')).toBe('xml_unsafe')
    const workbook = { 'xl/_rels/workbook.xml.rels': `${bomb}<Relationships/>` }
    expect(await faultOf(toWorkbook({ rows: cell, more: workbook }), 'a.xlsx')).toBe('xml_unsafe')
    expect(await faultOf(toWorkbook({ rows: '<row><c t="str"><v>&c;</v></c></row>' }), 'a.xlsx')).toBe(
      'file_damaged',
    )
  })

  it('when its sheet is cut short, with the part', async () => {
    const more = { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1' }
    const error = await refusedWith(read(toWorkbook({ rows: '', more }), 'a.xlsx'))
    expect([error.fault, error.params['part']]).toEqual(['file_truncated', 'xl/worksheets/sheet1.xml'])
  })

  it('when nothing stands in it', async () => {
    expect(await faultOf(toWorkbook({ rows: '<row r="1"/>' }), 'a.xlsx')).toBe('file_empty')
  })

  it('when a cell points at a text that is not there', async () => {
    expect(await faultOf(toWorkbook({ rows: '<row><c t="s"><v>7</v></c></row>' }), 'a.xlsx')).toBe(
      'file_damaged',
    )
  })

  it('with more rows than anybody has, before all of them are read', async () => {
    const rows = Array.from({ length: 200_001 }, () => '<row><c><v>7</v></c></row>').join('')
    expect(await faultOf(toWorkbook({ rows }), 'a.xlsx')).toBe('rows_too_many')
  })
})

it('macros are never looked at, and said so', async () => {
  const file = await read(
    toWorkbook({ rows: '<row><c><v>1</v></c></row>', more: { 'xl/vbaProject.bin': 'x' } }),
    'a.xlsm',
  )
  expect(file.notes).toEqual([{ code: 'macros_ignored', table: null, count: 1 }])
})
