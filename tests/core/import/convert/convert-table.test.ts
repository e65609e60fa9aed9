import { describe, expect, it } from 'vitest'
import { convertChunks, convertTable } from '../../../../core/import/convert/convert-table.ts'
import type { ConvertDirection } from '../../../../core/import/convert/convert-unit.ts'
import type { RawCell } from '../../../../core/import/raw-table.ts'
import { readKnownProvince } from '../../../helpers/known-province.ts'

const known = readKnownProvince('2026-01-01')

/** Of rows under their titles: name, code, how, what is doubtful; null for a row beside which nothing stands. */
function convert(direction: ConvertDirection, ...lines: readonly (readonly RawCell[])[]) {
  const rows = lines.map((cells, index) => ({ at: index + 1, cells }))
  const converted = convertTable({ name: 'x', header: null, rows }, known, { direction, language: 'vi' })
  if (converted === null) return null
  return rows.slice(1).map(({ at }) => converted.rows.find((row) => row.at === at)?.cells ?? null)
}

describe('an old commune', () => {
  it('is told by its name with its huyện, without diacritics too', () => {
    const rows = convert(
      'to-new',
      ['TT', 'Xã', 'Huyện'],
      [1, 'Xã Sam Mứn, huyện Điện Biên', null],
      [2, 'Na Tông', 'Điện Biên'],
      [3, 'Nà Tòng', 'Tuần Giáo'],
      [4, 'xa noong het', 'Dien Bien'],
      [5, 'P. Mường Thanh', 'TP Điện Biên Phủ'],
      [6, 'Xã Ngồi Cáy', 'Mường Ảng'],
    )
    const becomes = (name: string, district: string) =>
      known.units.find(
        (unit) =>
          unit.unit_set === 'commune-2025' &&
          known.units.some(
            (old) =>
              old.unit_set === 'commune' &&
              old.name === name &&
              old.successor_code === unit.code &&
              known.units.some(
                (huyen) =>
                  huyen.unit_set === 'district' && huyen.code === old.parent_code && huyen.name === district,
              ),
          ),
      )?.code
    expect(rows?.map((cells) => cells?.[1])).toEqual([
      '03352',
      becomes('Na Tông', 'Điện Biên'),
      becomes('Nà Tòng', 'Tuần Giáo'),
      '03352',
      '03127',
      becomes('Ngối Cáy', 'Mường Ảng'),
    ])
    expect(rows?.[1]?.[1]).not.toBe(rows?.[2]?.[1])
    expect(rows?.map((cells) => cells?.[3]).join('')).toBe('')
  })

  it('is not guessed where another commune is called so now, unless it is taken in by that one', () => {
    const rows = convert(
      'to-new',
      ['TT', 'Phường xã'],
      [1, 'Phường Mường Thanh'],
      [2, 'Sam Mứn'],
      [3, 'Sam Mun'],
      [4, 'Mường Nhé'],
    )
    expect(rows?.[0]?.slice(0, 3)).toEqual(['', '', 'CẦN XEM LẠI'])
    expect(rows?.[0]?.[3]).toMatch(/Phường Mường Thanh cũ, mã 03136 → Phường Điện Biên Phủ \(03127\)/)
    expect(rows?.[0]?.[3]).toMatch(/Phường Mường Thanh mới, mã 03334 → Phường Mường Thanh \(03334\)/)
    expect(rows?.[1]?.[3]).toMatch(/Xã Thanh An \(03352\)/)
    expect(rows?.[2]?.[2]).toBe('CẦN XEM LẠI')
    expect(rows?.[3]?.slice(0, 2)).toEqual(['Xã Mường Nhé', '03160'])
  })

  it('is not told by a code that names another commune now', () => {
    const moved = known.units.map((unit) =>
      unit.unit_set === 'commune' && unit.code === '03127' ? { ...unit, successor_code: '03334' } : unit,
    )
    const rows = [['Mã xã'], ['03127'], ['03160']].map((cells, at) => ({ at: at + 1, cells }))
    const converted = convertTable(
      { name: 'x', header: null, rows },
      { ...known, units: moved },
      { direction: 'to-new', language: 'vi' },
    )
    expect(converted?.rows[0]?.cells[3]).toMatch(/mã này trước và sau 7\/2025.*Him Lam cũ.*Điện Biên Phủ mới/)
    expect(converted?.rows.map(({ is_doubtful }) => is_doubtful)).toEqual([true, false])
  })

  it('is told by its code, and by none that its name does not agree with', () => {
    const rows = convert(
      'to-new',
      ['Mã xã', 'Tên xã'],
      ['03127', null],
      ['03127', 'Phường Him Lam'],
      [3124, null],
      ['03160', null],
      ['03127', 'Xã Thanh An'],
      ['03136', 'Mường Thanh'],
    )
    // Him Lam, whose code it was, is inside the one whose code it is.
    expect(rows?.[0]?.slice(0, 2)).toEqual(['Phường Điện Biên Phủ', '03127'])
    expect(rows?.[1]?.slice(0, 2)).toEqual(['Phường Điện Biên Phủ', '03127'])
    // A spreadsheet has dropped its zero.
    expect(rows?.[2]?.slice(0, 3)).toEqual(['Phường Mường Thanh', '03334', 'theo mã'])
    expect(rows?.[3]?.slice(0, 2)).toEqual(['Xã Mường Nhé', '03160'])
    expect(rows?.[4]?.[3]).toMatch(/tên và mã không khớp/)
    expect(rows?.[5]?.slice(0, 2)).toEqual(['Phường Điện Biên Phủ', '03127'])
  })
})

describe('a new commune', () => {
  it('is told with every old one, each with its huyện', () => {
    const rows = convert(
      'to-old',
      ['Xã mới', 'Ghi chú'],
      ['Phường Điện Biên Phủ', 'a'],
      ['Xã Thanh An', 'b'],
      ['Phường Mường Thanh', 'c'],
    )
    expect(rows?.[0]?.[0]).toMatch(/^Phường .+ \(thành phố Điện Biên Phủ\); /)
    expect(rows?.[0]?.[1]?.split('; ').length).toBe(rows?.[0]?.[0]?.split('; ').length)
    expect(rows?.[1]?.[0]).toContain('Xã Sam Mứn (huyện Điện Biên)')
    expect(rows?.[1]?.[3]).toBe('')
    expect(rows?.[2]?.[2]).toBe('CẦN XEM LẠI')
  })

  it('and every old one lead to each other', () => {
    const later = known.units.filter(({ unit_set }) => unit_set === 'commune-2025')
    for (const unit of later) {
      const [row] = convert('to-old', ['Mã xã', 'Tên xã'], [unit.code, unit.name]) ?? []
      const codes = row?.[1]?.split('; ') ?? []
      expect(codes.length, unit.name).toBeGreaterThan(0)
      for (const code of codes) {
        const old = known.units.find((one) => one.unit_set === 'commune' && one.code === code)
        expect(old?.successor_code, `${unit.name} ${code}`).toBe(unit.code)
      }
    }
  })
})

describe('a list', () => {
  it('has rows that a person looks at, and rows that name no commune', () => {
    const rows = convert(
      'to-new',
      ['STT', 'Xã', 'Huyện'],
      [1, 'Xã Không Có Đâu', null],
      [2, 'Mường Nhém', 'Mường Nhé'],
      ['Tổng cộng', null, null],
      [null, 'Tổng số', null],
    )
    expect(rows?.[0]?.[3]).toMatch(/không tìm thấy/)
    expect(rows?.[1]?.slice(0, 3)).toEqual(['', '', 'CẦN XEM LẠI'])
    expect(rows?.slice(2)).toEqual([null, null])
  })

  it('is understood by what its columns hold where no title tells; without communes it is none', () => {
    const rows = convert('to-new', ['a', 'b'], ['x', 'Thanh Nưa'], ['y', 'Mường Phăng'], ['z', 'Nà Hỳ'])
    expect(rows?.[2]?.slice(0, 2)).toEqual(['Xã Nà Hỳ', '03169'])
    expect(convert('to-new', ['tên', 'tuổi'], ['Lan', 30], ['Minh', 41])).toBeNull()
  })
})

describe('a long list', () => {
  it('is converted with a pause at least every 50 rows', () => {
    const rows = [['Xã'], ...Array.from({ length: 500 }, (_, n) => [`Xã Lạ ${n}`])].map((cells, index) => ({
      at: index + 1,
      cells,
    }))
    const chunks = convertChunks({ name: 'x', header: null, rows }, known, {
      direction: 'to-new',
      language: 'vi',
    })
    let pauses = 0
    while (chunks.next().done !== true) pauses += 1
    expect(pauses).toBeGreaterThanOrEqual(10)
  })
})
