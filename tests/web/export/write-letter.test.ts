import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeLetter, type Letter } from '../../../web/export/write-letter.ts'

const letter: Letter = {
  office: ['UBND TỈNH', 'SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'Số:        /SKHCN'],
  state: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'ngày    tháng    năm'],
  subject: 'V/v đôn đốc phủ sóng thôn, bản được giao đã quá hạn',
  recipient: 'Kính gửi: Viettel',
  before: ['Đến ngày 30/06/2021, 2 thôn, bản giao cho quý doanh nghiệp đã quá hạn:'],
  table: {
    titles: ['TT', 'Thôn, bản', 'Quá hạn'],
    rows: [
      ['1', 'Ẳng Tở <1> & "2"', '29 ngày'],
      ['2', 'Hu\u006f\u0302\u0309i L\u00ean\u0068', '3 ngày'],
    ],
    widths: [10, 60, 30],
  },
  after: ['Đề nghị báo cáo trước ngày 15/7/2021.'],
  copies: ['Nơi nhận:', '- Như trên;', '- Lưu: VT.'],
  signature: ['GIÁM ĐỐC'],
}

describe('a letter', () => {
  let xml = ''
  beforeAll(async () => {
    const files = unzipSync(new Uint8Array(await (await writeLetter(letter)).arrayBuffer()))
    expect(Object.keys(files)).toContain('[Content_Types].xml')
    xml = strFromU8(files['word/document.xml']!)
  })

  const texts = () => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)

  it('says everything in the order of the form', () => {
    expect(texts()).toEqual([
      ...letter.office,
      ...letter.state,
      letter.subject,
      letter.recipient,
      ...letter.before,
      ...letter.table.titles,
      '1',
      'Ẳng Tở &lt;1&gt; &amp; &quot;2&quot;',
      '29 ngày',
      '2',
      // Composed, as every name here.
      'Huổi Lênh',
      '3 ngày',
      ...letter.after,
      ...letter.copies,
      ...letter.signature,
    ])
  })

  it('repeats the titles of the columns on every page, and splits no village over two', () => {
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3)
  })
})
