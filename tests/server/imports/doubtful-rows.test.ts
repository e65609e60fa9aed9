import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDatabases } from '../../helpers/databases.ts'
import { openImporting, type Importing } from './importing.ts'

/** In the made-up province SL-0001 stands at 12.1 40.1, in Ẳng Lo; Bãi Đá lies around 12.31 40.31. */
const list = (rows: readonly string[]) =>
  ['Mã trạm;Tên trạm;Vĩ độ;Kinh độ;Xã;Công nghệ;Nguồn điện', ...rows].join('\n')

const doubtful = list([
  'DN-1;Ngoài tỉnh;41,9;19,9;;4G;điện lưới',
  'DN-2;Thiếu nguồn điện;40,31;12,31;Bãi Đá;4G;',
  'DN-3;Sát trạm khác;40,1;12,1;Ẳng Lo;4G;điện lưới',
  'DN-4;Nhầm xã;40,1004;12,1004;Bãi Đá;4G;điện lưới',
  'DN-5;Tên lạ;40,1006;12,1006;Ẳng Lom;4G;điện lưới',
])

describeDatabases('rows that nobody but a person can decide', ({ openDatabase }) => {
  let importing: Importing
  beforeAll(async () => {
    importing = await openImporting(await openDatabase())
  })
  afterAll(() => importing.app.close())

  const send = (content: string, sender = 'alpha') =>
    importing.send('staff', { noun: 'sites', sender, content })

  it('come back with a comment in the cell that each is about, and say it on the page too', async () => {
    const { import: read } = await send(doubtful)
    const rows = await importing.listRows('staff', read.id)
    const cells = rows.map(({ label, problems }) => [
      label.split(' ')[0],
      ...problems.map(({ field, column, value }) => [field, column, value]),
    ])
    expect(cells.slice(0, 2)).toEqual([
      ['DN-1', ['position', 2, '41,9; 19,9']],
      ['DN-2', ['power_source', 6, null]],
    ])
    // By the same person, as asked last.
    const { rawPayload } = await importing.app.inject({ url: `/api/imports/${read.id}/problems.xlsx` })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(rawPayload).buffer)
    const noted: string[] = []
    workbook.worksheets[0]!.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.note) noted.push(`${String(row.getCell(1).value)} ${cell.address.slice(0, 1)}`)
      }),
    )
    expect(noted).toEqual(['DN-1 C', 'DN-2 G', 'DN-3 C', 'DN-4 E', 'DN-5 E'])
  })

  it('are asked about once, and an answer serves the next list, whoever sends it', async () => {
    const { import: read } = await send(list(['DN-6;Tên lạ 2;40,1006;12,1006;Ẳng Lom;4G;điện lưới']))
    expect(read).toMatchObject({ question_count: 1, counts: { asking: 1, new: 0 } })
    const asked = await importing.ask('staff', `/api/imports/${read.id}/questions`)
    const [question] = asked.body['questions'] as readonly {
      key: string
      choices: readonly { code: string }[]
    }[]
    expect(question).toMatchObject({ kind: 'commune', text: 'Ẳng Lom', row_count: 1 })
    const { import: answered } = await importing.change('staff', read, {
      answers: { [question!.key]: question!.choices[0]!.code },
    })
    expect(answered).toMatchObject({ question_count: 0, counts: { asking: 0, new: 1 } })
    const { import: next } = await send(list(['DN-7;Tên lạ 3;40,1016;12,1016;Ẳng Lom;4G;điện lưới']), 'beta')
    expect(next).toMatchObject({ question_count: 0, counts: { asking: 0, new: 1 } })
  })
})
