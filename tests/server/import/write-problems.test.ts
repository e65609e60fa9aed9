import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeProblemRows, type AskedProblems } from '../../../server/import/write-problems.ts'
import { read } from '../../helpers/expect-fault.ts'
import { convertBySoffice, getImportFiles, type ImportFiles } from '../../helpers/import-files.ts'
import { toWorkbook } from '../../helpers/made-up-workbook.ts'

let files: ImportFiles
let folder: string

beforeAll(async () => {
  files = await getImportFiles()
  folder = mkdtempSync(join(tmpdir(), 'problems-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function write(path: string, asked: AskedProblems) {
  const file = await read(readFileSync(path), basename(path))
  const bytes = await writeProblemRows(path, file, asked)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  return { bytes, sheet: workbook.worksheets[0]! }
}

const noteOf = (cell: ExcelJS.Cell) => cell.note
const fillOf = (cell: ExcelJS.Cell) => (cell.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb
const textsOf = (row: ExcelJS.Row) => (row.values as unknown[]).slice(1)

describe('the problem rows of a workbook', () => {
  const asked: AskedProblems = {
    table: 'DS trạm',
    header_rows: [4, 5],
    language: 'vi',
    rows: [
      { at: 17, problems: [{ column: null, text: 'không có mã trạm' }] },
      {
        at: 10,
        problems: [
          { column: 10, text: '“36 m” không phải là số' },
          { column: 10, text: 'hãy ghi 36' },
        ],
      },
    ],
  }

  let bytes: Uint8Array
  let sheet: ExcelJS.Worksheet

  beforeAll(async () => {
    ;({ bytes, sheet } = await write(files.sitesXlsx, asked))
  })

  it('come back in the sender’s own sheet, under its titles and header, and nothing else', () => {
    expect(sheet.name).toBe('DS trạm')
    expect(sheet.rowCount).toBe(7)
    expect(sheet.getCell('A1').value).toMatch(/^BÁO CÁO/)
    expect(sheet.getCell('F4').value).toBe('Tọa độ (VN-2000)')
    expect((sheet.model as unknown as { merges: string[] }).merges).toContain('F4:G4')
    expect(sheet.getColumn(2).width).toBeGreaterThan(15)
    expect(textsOf(sheet.getRow(6)).slice(0, 3)).toEqual([4, 'TL-S07', '  Trạm Ẵng Rai 1 '])
    expect(sheet.getCell('L6').value).toEqual(new Date('2019-03-04'))
    expect(sheet.getCell('L6').numFmt).toMatch(/d+.*m+.*y+/i)
  })

  it('have a comment with the row’s old number in each bad cell, and no other', () => {
    expect(noteOf(sheet.getCell('K6'))).toBe('Dòng 10: “36 m” không phải là số\nhãy ghi 36')
    expect(noteOf(sheet.getCell('A7'))).toBe('Dòng 17: không có mã trạm')
    expect([fillOf(sheet.getCell('K6')), fillOf(sheet.getCell('A7')), fillOf(sheet.getCell('K7'))]).toEqual([
      'FFFFC7CE',
      'FFFFC7CE',
      undefined,
    ])
    expect(noteOf(sheet.getCell('K7'))).toBeUndefined()
  })

  it('hold the values of formulas, which are never worked out again', () => {
    expect(sheet.getCell('K7').value).toBe(354)
  })

  it('can be opened by LibreOffice', async () => {
    const path = join(folder, 'problems.xlsx')
    writeFileSync(path, bytes)
    await convertBySoffice({ paths: [path], to: 'csv:Text - txt - csv (StarCalc):59,34,76', folder })
    const lines = readFileSync(join(folder, 'problems.csv'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(7)
    expect(lines[5]).toMatch(/^4;TL-S07;.*;36 m;04\/03\/2019/)
  })

  it('come without their looks where the workbook is too odd for the library that keeps them', async () => {
    const path = join(folder, 'odd.xlsx')
    const rows =
      '<row r="1"><c r="A1" t="str"><v>Mã</v></c></row><row r="2"><c r="A2" t="str"><v>=x</v></c></row>'
    writeFileSync(
      path,
      toWorkbook({
        rows,
        more: { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="x"/></cellXfs></styleSheet>' },
      }),
    )
    const problems = [{ column: 0, text: 'mã lạ' }]
    const { sheet } = await write(path, {
      table: 'Sheet1',
      header_rows: [1],
      language: 'en',
      rows: [{ at: 2, problems }],
    })
    expect(textsOf(sheet.getRow(2))).toEqual(['=x'])
    expect(noteOf(sheet.getCell('A2'))).toBe('Row 2: mã lạ')
  })
})

describe('the problem rows of other formats', () => {
  it('come back as a sheet of the same columns, where no text becomes a formula', async () => {
    const path = join(folder, 'list.csv')
    writeFileSync(path, 'Mã,Tên\n=HYPERLINK("http://x"),@SUM(A1)\nB,tốt\n+84,-1\n')
    const problems = [{ column: 1, text: 'sai tên' }]
    const rows = [
      { at: 2, problems },
      { at: 4, problems },
    ]
    const { sheet } = await write(path, { table: 'list', header_rows: [1], language: 'en', rows })
    expect([1, 2, 3].map((at) => textsOf(sheet.getRow(at)))).toEqual([
      ['Mã', 'Tên'],
      ['=HYPERLINK("http://x")', '@SUM(A1)'],
      ['+84', '-1'],
    ])
    expect(sheet.getCell('A2').type).toBe(ExcelJS.ValueType.String)
    expect(sheet.getCell('A2').numFmt).toBe('@')
    expect(noteOf(sheet.getCell('B3'))).toBe('Row 4: sai tên')
  })

  it('have the names of a GIS file’s attributes as header', async () => {
    const rows = [{ at: 3, problems: [{ column: 3, text: 'quá cao' }] }]
    const { sheet } = await write(files.gpkg, { table: 'sites', header_rows: [], language: 'vi', rows })
    expect(textsOf(sheet.getRow(1)).slice(0, 3)).toEqual(['fid', 'ma_tram', 'ten_tram'])
    expect(textsOf(sheet.getRow(2)).slice(0, 3)).toEqual([3, 'TL-S03', 'Trạm Suối Ngà 1'])
    expect(noteOf(sheet.getCell('D2'))).toBe('Dòng 3: quá cao')
  })
})
