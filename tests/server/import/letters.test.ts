import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { fromLegacyLetters } from '../../../server/import/letters/legacy-letters.ts'
import { isSyllable } from '../../../server/import/letters/is-syllable.ts'
import { faultOf, read, refusedWith } from '../../helpers/expect-fault.ts'
import { toWorkbook } from '../../helpers/made-up-workbook.ts'

const list = `Mã,Tên trạm,Xã,Huyện
DB-01,Trạm Ẳng Tở,Ẳng Tở,Mường Ảng
DB-02,Trạm Huổi Lếnh,Huổi Lếnh,Mường Nhé
DB-03,Nậm Pồ,Sín Chải,Tủa Chùa
`
const rows = list
  .trim()
  .split('\n')
  .map((line) => line.split(','))

/** As typed with .VnTime: the bytes of TCVN 5712, small letters for capitals with tones. */
const tcvn3 = {
  'TØnh §iÖn Biªn': 'Tỉnh Điện Biên',
  'TØNH §IÖN BI£N': 'TỈNH ĐIỆN BIÊN',
  'X· M­êng Nhµ': 'Xã Mường Nhà',
  'X· HUæI LÕNH': 'XÃ HUỔI LẾNH',
  '¡ng Cang, th«n §åi': 'Ăng Cang, thôn Đồi',
  'thuû ®iÖn, nghÜa, kü, ®×': 'thuỷ điện, nghĩa, kỹ, đì',
}

const vni = {
  'Tænh Ñieän Bieân': 'Tỉnh Điện Biên',
  'TÆNH ÑIEÄN BIEÂN': 'TỈNH ĐIỆN BIÊN',
  'Xaõ Möôøng Nhaø': 'Xã Mường Nhà',
  'kyõ thuaät, thuûy ñieän, lyù, Aùng': 'kỹ thuật, thủy điện, lý, Áng',
  'nghóa, thò traán, mì': 'nghĩa, thị trấn, mì',
}

async function cellsOf(bytes: Uint8Array | string, name = 'list.csv') {
  const file = await read(bytes, name)
  return { encoding: file.encoding, cells: file.tables[0]?.rows.map(({ cells }) => cells), notes: file.notes }
}

describe('the letters of old fonts', () => {
  it.each(Object.entries(tcvn3))('TCVN3 %s says %s', (written, meant) => {
    expect(fromLegacyLetters(written, 'tcvn3')).toBe(meant)
  })

  it.each(Object.entries(vni))('VNI %s says %s', (written, meant) => {
    expect(fromLegacyLetters(written, 'vni')).toBe(meant)
  })

  it('TCVN3 are those of the standard TCVN 5712, byte by byte', () => {
    const accented = [...'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĂÂÊÔƠƯĐ']
    const bytes = iconv.encode(accented.join(''), 'tcvn').toString('latin1')
    expect([...bytes].map((letter) => fromLegacyLetters(letter, 'tcvn3'))).toEqual(accented)
  })
})

it('a word is a syllable only as Vietnamese is spoken', () => {
  expect(
    ['Ẳng', 'Tở', 'Huổi', 'nghĩa', 'khuya', 'đất', 'Đắk', 'quyết'].filter((word) => !isSyllable(word)),
  ).toEqual([])
  expect(['§iÖn', 'Tænh', 'Bieân', 'dẩt', 'tàc', 'Mườngg', 'ðiện'].filter(isSyllable)).toEqual([])
})

describe('a text', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'is read in %s, with and without a mark, composed or not',
    async (encoding) => {
      for (const addBOM of [true, false]) {
        const found = await cellsOf(iconv.encode(list.normalize('NFD'), encoding, { addBOM }))
        expect(found).toEqual({ encoding, cells: rows, notes: [] })
      }
    },
  )

  it('is read in Windows-1258, whose tones stand apart', async () => {
    // The code page has the letters with a hat or a horn composed, the tones beside them.
    const apart = list.replace(/\p{L}/gu, (letter) => {
      const [base = '', ...marks] = letter.normalize('NFD')
      const hats = marks.filter((mark) => /[\u0302\u0306\u031b]/.test(mark))
      return [base, ...hats].join('').normalize('NFC') + marks.filter((mark) => !hats.includes(mark)).join('')
    })
    expect(await cellsOf(iconv.encode(apart, 'windows-1258'))).toEqual({
      encoding: 'windows-1258',
      cells: rows,
      notes: [],
    })
  })

  it('in TCVN3 or VNI is converted, and says so', async () => {
    const words = ['Tªn x·,HuyÖn', '¼ng Në,M­êng ¶ng', 'Sa Dung,§iÖn Biªn §«ng']
    const found = await cellsOf(Buffer.from(words.join('\n'), 'latin1'))
    expect(found.cells).toEqual([
      ['Tên xã', 'Huyện'],
      ['ẳng Nở', 'Mường ảng'],
      ['Sa Dung', 'Điện Biên Đông'],
    ])
    expect(found.encoding).toBe('tcvn3')
    expect(found.notes).toEqual([{ code: 'converted_tcvn3', table: 'list', count: null }])
    const other = await cellsOf(Buffer.from('Teân xaõ,Huyeän\nAÚng Nôû,Möôøng AÛng\n', 'latin1'))
    expect(other.cells).toEqual([
      ['Tên xã', 'Huyện'],
      ['Ẳng Nở', 'Mường Ảng'],
    ])
    expect(other.encoding).toBe('vni')
  })

  it('in an encoding that nobody here knows is refused, by name where it has one', async () => {
    const utf32 = await refusedWith(read(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'list.csv'))
    expect([utf32.fault, utf32.params['encoding']]).toEqual(['encoding_unsupported', 'utf-32'])
    const greek = iconv.encode('Ονομα;Θέση\nΑθήνα;Κέντρο πόλης\nΠειραιάς;Λιμάνι\n', 'windows-1253')
    expect(await faultOf(greek, 'list.csv')).toBe('encoding_unknown')
  })

  it('that ends within a letter was cut off', async () => {
    const whole = Buffer.from(list)
    expect(await faultOf(whole.subarray(0, whole.indexOf('Ẳ') + 1), 'list.csv')).toBe('file_truncated')
  })
})

describe('a table in Unicode', () => {
  const toSheet = (texts: readonly string[]) =>
    toWorkbook({
      rows: texts.map((text) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`).join(''),
    })

  it('is converted where its words were typed with old fonts, and our own letters in it are left alone', async () => {
    const { cells, notes } = await cellsOf(
      toSheet(['Tªn tr¹m', 'X· M­êng Nhµ', 'HuyÖn §iÖn Biªn', 'Nậm Pồ']),
      'a.xlsx',
    )
    expect(cells?.flat()).toEqual(['Tên trạm', 'Xã Mường Nhà', 'Huyện Điện Biên', 'Nậm Pồ'])
    expect(notes.map(({ code }) => code)).toEqual(['converted_tcvn3'])
  })

  it('is left alone where it only has signs that old fonts used too', async () => {
    const texts = [
      'Cột Ø200, 45±2 m²',
      '12 µs × 3',
      'Xã Hà Tà',
      'Bà Đá',
      '«Trạm»',
      'Thì Là',
      'café, naïve, Zürich, Ångström',
    ]
    const { cells, notes } = await cellsOf(toSheet(texts), 'a.xlsx')
    expect(cells?.flat()).toEqual(texts)
    expect(notes).toEqual([])
  })
})
