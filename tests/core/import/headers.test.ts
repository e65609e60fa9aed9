import { describe, expect, it } from 'vitest'
import { applyRemembered, findHeader, rankNouns, suggestNoun } from '../../../core/import/find-header.ts'
import { importFields } from '../../../core/import/fields/import-fields.ts'
import { listDataRows } from '../../../core/import/header/list-data-rows.ts'
import { importNouns, type ImportNoun } from '../../../core/import/nouns.ts'
import { listFields, toTable } from './read-table.ts'

const messy = toTable(
  ['SỞ THÔNG TIN VÀ TRUYỀN THÔNG', null, null, null, null, null, null],
  [
    'DANH SÁCH TRẠM BTS CỦA VIETTEL ĐIỆN BIÊN (số liệu đến ngày 30/6/2021; VN-2000, KTT 103°00′)',
    null,
    null,
    null,
    null,
    null,
    null,
  ],
  [],
  ['TT', 'Mã trạm', 'Tên trạm', 'Tọa độ', null, 'Giấy kiểm định', null],
  [null, null, null, 'X (m)', 'Y (m)', 'Số', 'Ngày hết hạn'],
  ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
  [1, 'DB-01', 'Noong Bua', 2_366_126, 501_877, 'KD-1', '30/6/2025'],
  [2, 'DB-02', 'Him Lam', 2_366_226, 501_977, 'KD-2', '30/6/2025'],
  ['TT', 'Mã trạm', 'Tên trạm', 'Tọa độ', null, 'Giấy kiểm định', null],
  [null, null, null, 'X (m)', 'Y (m)', 'Số', 'Ngày hết hạn'],
  [3, 'DB-03', 'Cộng Hòa', 2_366_326, 502_077, 'KD-3', '30/6/2025'],
  ['Tổng cộng', null, null, 3, null, null, null],
  [null, null, null, null, 'Điện Biên, ngày 5 tháng 7 năm 2021', null, null],
  ['Người lập biểu', null, null, null, 'Giám đốc', null, null],
)

describe('the header of a list', () => {
  it('is found below its titles, over two rows, with group titles reaching over their columns', () => {
    const { type, mapping } = findHeader(messy, 'sites')
    expect([type, mapping.header_rows]).toEqual(['found', [4, 5]])
    expect(listFields(mapping)).toEqual({
      'Mã trạm': 'code',
      'Tên trạm': 'name',
      'Tọa độ / X (m)': 'position',
      'Tọa độ / Y (m)': 'position',
      'Giấy kiểm định / Số': 'certificate_no',
      'Giấy kiểm định / Ngày hết hạn': 'certificate_expires_on',
    })
  })

  it('is preceded by what holds for the whole list', () => {
    expect(findHeader(messy, 'sites').mapping.constants).toEqual({ carrier_code: 'viettel', meridian: '103' })
  })

  it('begins below a line about the whole list, though its words name a column', () => {
    const { mapping } = findHeader(
      toTable(
        ['Doanh nghiệp: AlphaTel', null, null, null, null, null],
        [null, null, null, null, null, null],
        ['TT', 'Mã trạm', 'Tọa độ', null, 'H cột', 'Tên trạm'],
        [null, null, 'X', 'Y', null, null],
        [1, 'DB-01', 2_366_126, 501_877, 30, 'Noong Bua'],
      ),
      'sites',
    )
    expect(mapping.header_rows).toEqual([3, 4])
    expect(mapping.columns[4]).toMatchObject({ title: 'H cột', field: null, by: 'none' })
  })

  it('leaves out numbers of columns, repeated headers, totals, notes and signatures', () => {
    const { rows, left_out } = listDataRows(messy, findHeader(messy, 'sites').mapping)
    expect(rows.map(({ row }) => row.at)).toEqual([7, 8, 11])
    expect(left_out.map(({ at, reason }) => `${at} ${reason}`)).toEqual([
      '1 title',
      '2 title',
      '3 title',
      '6 numbering',
      '9 header',
      '10 header',
      '12 total',
      '13 note',
      '14 note',
    ])
  })

  it('knows the columns that officials use for sites', () => {
    const titles = [
      'TT',
      'Tên doanh nghiệp',
      'Tên trạm',
      'Mã trạm',
      'Tọa độ X',
      'Tọa độ Y',
      'Huyện',
      'Xã, phường',
      'Địa chỉ',
      'Chủ sở hữu đất, nhà',
      'Loại cột',
      'Chiều cao cột (m)',
      'Loại trạm',
      'Công suất (W)',
      'Vùng phủ (m)',
      'Thời gian xây dựng',
      'Thời gian phát sóng',
      'Giấy phép xây dựng',
      'Chấp thuận của Sở',
      'Thiết bị 3G/4G',
      'Giấy kiểm định',
      'Ngày cấp',
      'Ngày hết hạn',
      'Khả năng dùng chung',
      'Ghi chú',
    ]
    const { mapping } = findHeader(toTable(titles, [1, 'a', 'b']), 'sites')
    expect(mapping.columns.map(({ field }) => field)).toEqual([
      null,
      'carrier_code',
      'name',
      'code',
      'position',
      'position',
      'district',
      'commune',
      'address',
      'land_owner',
      'mast_kind',
      'mast_height_m',
      null,
      'power_w',
      'coverage_radius_m',
      'built_on',
      'on_air_on',
      'building_permit',
      'approval',
      'technologies',
      'certificate_no',
      'certificate_issued_on',
      'certificate_expires_on',
      'shareable',
      'note',
    ])
  })

  it('knows the columns that officials use for cable routes', () => {
    const titles = [
      'TT',
      'Tên tuyến',
      'Mã tuyến',
      'Doanh nghiệp',
      'Tọa độ điểm đầu',
      'Tọa độ điểm cuối',
      'Chiều dài (km)',
      'Số ống',
      'Số ống đang dùng',
      'Loại cáp (quang/đồng)',
      'Dung lượng',
      'Ngầm hay treo',
      'Dùng chung',
      'Số cột',
    ]
    const { mapping } = findHeader(toTable(titles, [1, 'a', 'b']), 'cable_routes')
    expect(mapping.columns.map(({ field }) => field)).toEqual([
      null,
      'name',
      'code',
      'owner_code',
      'start',
      'end',
      'length_m',
      'ducts',
      'ducts_used',
      'cable_type',
      'capacity_text',
      'kind',
      'tenant_codes',
      'poles',
    ])
  })

  it.each(importNouns)('of %s may be the names of the fields themselves, none of which two share', (noun) => {
    const fields = importFields[noun].map(({ name }) => name)
    const { mapping } = findHeader(
      toTable(
        fields,
        fields.map(() => 'x'),
      ),
      noun,
    )
    expect(mapping.columns.map(({ field }) => field)).toEqual(fields)
    for (const key of ['vi', 'en'] as const) {
      const titles = importFields[noun].map(({ title }) => title[key])
      expect(new Set(titles).size, titles.join()).toBe(titles.length)
    }
  })

  it('is said not to be there where no row looks like one; coordinates and carriers are known by their cells', () => {
    const { type, mapping } = findHeader(
      toTable(
        ['a1', 'VNPT', '21,386', '103,021'],
        ['a2', 'Viettel', '21,387', '103,022'],
        ['a3', 'MobiFone', '21,388', '103,023'],
      ),
      'sites',
    )
    expect(type).toBe('not_found')
    expect(mapping.columns.map(({ field, by }) => `${field ?? '-'} ${by}`)).toEqual([
      '- none',
      'carrier_code values',
      'position values',
      'position values',
    ])
  })

  it('is that of the file where the format names its columns', () => {
    const { mapping } = findHeader(
      { name: 'tram', header: ['MA_TRAM', 'TEN_TRAM', 'LAT', 'LONG'], rows: [] },
      'sites',
    )
    expect(mapping.columns.map(({ field }) => field)).toEqual(['code', 'name', 'position', 'position'])
  })

  it('takes over what a person said of the sender’s last list, by the titles', () => {
    const first = findHeader(messy, 'sites').mapping
    const corrected = {
      ...first,
      columns: first.columns.map((column) =>
        column.title === 'Tên trạm' ? { ...column, field: 'address', by: 'person' as const } : column,
      ),
    }
    const moved = toTable(['Tên trạm', 'Ghi chú', 'Mã trạm'], ['a', 'b', 'c'])
    const { mapping } = findHeader(moved, 'sites', corrected)
    expect(mapping.columns.map(({ field, by }) => `${field ?? '-'} ${by}`)).toEqual([
      'address remembered',
      'note name',
      'code name',
    ])
    expect(applyRemembered(mapping, corrected)).toEqual(mapping)
  })
})

const lists = [
  [['Mã trạm', 'Tên trạm', 'Tọa độ X', 'Tọa độ Y', 'Loại cột', 'Nguồn điện'], 'sites'],
  [['TT', 'Thôn, bản', 'Xã', 'Huyện', 'Số hộ', 'Số dân', 'Điện lưới'], 'villages'],
  [['Mã thôn, bản', 'Nhà mạng', '2G', '3G', '4G', 'Nguồn tin', 'Ngày'], 'village_services'],
  [['Mã tuyến', 'Tên tuyến', 'Chiều dài (km)', 'Ngầm hay treo', 'Số ống'], 'cable_routes'],
  [['Xã, phường', 'Kỳ', 'Số mẫu', 'Tốc độ tải xuống', 'Tốc độ tải lên', 'Độ trễ'], 'speed_results'],
  [['Mã chỉ tiêu', 'Năm', 'Giá trị'], 'indicator_values'],
  [
    ['Văn bản', 'TT', 'Thôn, bản', 'Xã', 'Huyện', 'Doanh nghiệp thực hiện', 'Dịch vụ', 'Thời hạn'],
    'assignments',
  ],
] as const satisfies readonly (readonly [readonly string[], ImportNoun])[]

describe('the noun of a table', () => {
  it.each(lists)('%j are %s', (titles, noun) => {
    expect(
      rankNouns(
        toTable(
          titles,
          titles.map(() => 'x'),
        ),
      )[0]?.noun,
    ).toBe(noun)
  })

  it.each(lists)('%j: another one is suggested to whoever takes them for something else', (titles, noun) => {
    const table = toTable(
      titles,
      titles.map(() => 'x'),
    )
    expect(suggestNoun(table, noun)).toBeNull()
    const suggested = importNouns.map((one) => suggestNoun(table, one)).filter((one) => one !== null)
    expect(new Set(suggested)).toEqual(new Set([noun]))
    expect(suggested.length).toBeGreaterThanOrEqual(5)
  })

  it('follows from the shapes of a map', () => {
    const rows = [
      {
        at: 1,
        cells: ['a', 'b'],
        geometry: {
          type: 'LineString' as const,
          coordinates: [
            [103, 21],
            [103.1, 21],
          ],
        },
      },
    ]
    expect(rankNouns({ name: 't', header: ['ma', 'ten'], rows })[0]?.noun).toBe('cable_routes')
  })
})
