import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../../server/db/database.ts'
import { openApp } from '../../helpers/app.ts'
import { describeDatabases } from '../../helpers/databases.ts'
import { createVisitor } from '../accounts/browser-of.ts'

type Direction = 'to-new' | 'to-old'

describeDatabases('a list with communes, converted', ({ openSampleDatabase }) => {
  let db: Database
  let app: FastifyInstance
  let askers = 0

  beforeAll(async () => {
    db = await openSampleDatabase()
    app = (await openApp({ db })).app
  })
  afterAll(() => app.close())

  async function send(
    bytes: Buffer | string,
    direction: Direction,
    file_name = 'danh sách.csv',
    type?: string,
  ) {
    askers += 1
    const visitor = createVisitor(app, `10.20.0.${askers}`)
    const { csrf_token } = (await visitor.get('/api/session')).json<{ csrf_token: string }>()
    return app.inject({
      method: 'POST',
      url: '/api/convert-communes',
      query: { file_name, direction },
      remoteAddress: `10.20.0.${askers}`,
      cookies: Object.fromEntries(visitor.cookies),
      headers: { 'x-csrf-token': csrf_token, 'content-type': type ?? 'application/octet-stream' },
      payload: bytes,
    })
  }

  it('comes back as it came, with its own separator, in UTF-8', async () => {
    const text = 'TT;Xã;Ghi chú\n1;Xã Na Tông;"a;b"\n2;Phường Mường Thanh;-5\n'
    const response = await send(iconv.encode(`\ufeff${text.normalize('NFD')}`, 'utf-16le'), 'to-new')
    expect(response.statusCode, response.body).toBe(200)
    const rows = parse(response.rawPayload, { bom: true, delimiter: ';' }) as string[][]
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['TT', 'Xã', 'Ghi chú'],
      ['1', 'Xã Na Tông', 'a;b'],
      ['2', 'Phường Mường Thanh', '-5'],
    ])
    expect(rows.map((row) => row[4])).toEqual(['Mã xã mới', '03358', ''])
    expect(response.headers['x-doubtful-rows']).toBe('1')
  })

  it('keeps a workbook as it was, with every sheet, title row, look and formula, and adds at the right', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Danh sách')
    sheet.addRow(['DANH SÁCH XÃ'])
    sheet.mergeCells('A1:C1')
    sheet.addRow(['TT', 'Tên xã', 'Số hộ'])
    sheet.addRow([1, 'Xã Sam Mứn', 120])
    sheet.addRow([2, 'Xã Mường Nhé', 80])
    sheet.getCell('B4').font = { bold: true, color: { argb: 'FFFF0000' } }
    sheet.addRow(['', 'Tổng', { formula: 'SUM(C3:C4)', result: 200 }])
    workbook.addWorksheet('Ghi chú').addRow(['không có xã nào'])
    const response = await send(Buffer.from(await workbook.xlsx.writeBuffer()), 'to-new', 'Danh sách.xlsx')
    expect(response.statusCode, response.body).toBe(200)
    expect(response.headers['x-rows']).toBe('2')
    expect(response.headers['x-doubtful-rows']).toBe('1')
    expect(decodeURIComponent(String(response.headers['content-disposition']))).toContain(
      'Danh sách-doi-chieu-xa.xlsx',
    )
    const back = new ExcelJS.Workbook()
    await back.xlsx.load(response.rawPayload as unknown as ArrayBuffer)
    const [first, second] = back.worksheets
    expect(second?.getCell('A1').value).toBe('không có xã nào')
    expect(first?.getCell('A1').isMerged).toBe(true)
    expect(first?.getCell('C5').value).toMatchObject({ formula: 'SUM(C3:C4)' })
    expect(first?.getCell('B4').font.bold).toBe(true)
    expect(first?.getRow(2).getCell(4).value).toBe('Xã, phường mới (từ 7/2025)')
    expect(first?.getRow(3).getCell(6).value).toBe('CẦN XEM LẠI')
    expect(first?.getRow(3).getCell(6).fill).toMatchObject({ fgColor: { argb: 'FFFFEB9C' } })
    expect([4, 5].map((column) => first?.getRow(4).getCell(column).value)).toEqual(['Xã Mường Nhé', '03160'])
  })

  it.each<readonly [string, Buffer | string, string, string]>([
    ['no file at all', '', 'a.csv', 'file_empty'],
    [
      'a workbook of before 2007',
      Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'),
      'a.xls',
      'format_xls',
    ],
    ['a list without communes', 'tên;tuổi\nLan;30\nMinh;41\n', 'a.csv', 'header_not_found'],
  ])('refuses %s by name', async (_, bytes, file_name, fault) => {
    const response = await send(bytes, 'to-new', file_name)
    expect(response.statusCode, response.body).toBe(422)
    expect(response.json()).toMatchObject({ code: 'import_unfit', params: { fault } })
  })

  it('refuses more than 16 MB, another type, and one who asks without end', async () => {
    const large = await send(Buffer.alloc(16_000_001, 'a'), 'to-new')
    expect(large.statusCode).toBe(413)
    expect((await send('a', 'to-new', 'a.csv', 'text/plain')).json()).toMatchObject({
      code: 'body_unreadable',
    })
    const visitor = createVisitor(app, '10.21.0.1')
    const { csrf_token } = (await visitor.get('/api/session')).json<{ csrf_token: string }>()
    const codes = []
    for (let turn = 0; turn < 14; turn += 1) {
      const { statusCode } = await app.inject({
        method: 'POST',
        url: '/api/convert-communes?file_name=a.csv&direction=to-new',
        remoteAddress: '10.21.0.1',
        cookies: Object.fromEntries(visitor.cookies),
        headers: { 'x-csrf-token': csrf_token, 'content-type': 'application/octet-stream' },
        payload: '',
      })
      codes.push(statusCode)
    }
    expect(codes.filter((code) => code === 422)).toHaveLength(12)
    expect(codes.at(-1)).toBe(503)
  })

  it('has stored nothing, neither in the database nor on the disk', async () => {
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('convert-'))).toEqual([])
    expect(await db.query('select count(*) as n from imports')).toEqual([{ n: 0 }])
    expect(await db.query(`select count(*) as n from audit_log where noun = 'imports'`)).toEqual([{ n: 0 }])
  })
})
