import { describe, expect, it } from 'vitest'
import { listCodes, toTable, understand } from './read-table.ts'

describe('a list of cable routes', () => {
  const titles = [
    'Mã tuyến',
    'Tên tuyến',
    'Doanh nghiệp',
    'Doanh nghiệp dùng chung',
    'Ngầm hay treo',
    'Chiều dài (km)',
    'Loại cáp',
    'Số ống',
    'Điểm đầu / Vĩ độ',
    'Điểm đầu / Kinh độ',
    'Điểm cuối / Vĩ độ',
    'Điểm cuối / Kinh độ',
  ]

  it('has lengths in metres, and a straight line where only both ends are known', () => {
    const { records } = understand(
      'cable_routes',
      toTable(
        titles,
        [
          'T-1',
          'Him Lam – Noong Bua',
          'VNPT',
          'Viettel và Mobifone',
          'trong ống',
          '1,445',
          'quang',
          4,
          '21,41',
          '103,03',
          '21,39',
          '103,04',
        ],
        ['T-2', 'b', 'VNPT', 'không', 'treo', '2,5', 'đồng', null, null, null, null, null],
      ),
    )
    expect(records.map(({ values }) => values)).toEqual([
      {
        code: 'T-1',
        name: 'Him Lam – Noong Bua',
        owner_code: 'vnpt',
        tenant_codes: ['viettel', 'mobifone'],
        kind: 'duct',
        length_m: 1445,
        cable_type: 'fibre',
        ducts: 4,
      },
      {
        code: 'T-2',
        name: 'b',
        owner_code: 'vnpt',
        tenant_codes: [],
        kind: 'aerial',
        length_m: 2500,
        cable_type: 'copper',
      },
    ])
    expect(records[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [103.03, 21.41],
        [103.04, 21.39],
      ],
    })
    expect(records.map(listCodes)).toEqual([['route_straight geometry'], []])
  })

  it('of a map has the line of its shape', () => {
    const line = [
      [103, 21],
      [103.1, 21.1],
    ]
    const rows = [
      { at: 1, cells: ['A'], geometry: { type: 'MultiLineString' as const, coordinates: [line] } },
      { at: 2, cells: ['B'], geometry: { type: 'MultiLineString' as const, coordinates: [line, line] } },
    ]
    const { records } = understand('cable_routes', { name: 't', header: ['ma_tuyen'], rows })
    expect(records[0]?.geometry).toEqual({ type: 'LineString', coordinates: line })
    expect(listCodes(records[1]!)).toEqual(['geometry_type geometry'])
  })
})

describe('a list of facilities', () => {
  it.each([
    ['Trụ sở UBND xã Pa Thơm', 'office'],
    ['Trường PTDTBT THCS Pa Thơm', 'school'],
    ['Trạm y tế xã Pa Thơm', 'clinic'],
    ['Điểm bưu điện văn hóa xã', 'post_office'],
    ['Wifi công cộng bến xe', 'public_wifi'],
  ])('%s is of the kind %s', (name, kind) => {
    const { records } = understand(
      'facilities',
      toTable(
        ['TT', 'Tên cơ sở', 'Xã', 'Huyện', 'Tọa độ', 'Có cáp quang'],
        [1, name, 'Pa Thơm', 'Điện Biên', '21,31 102,92', 'x'],
      ),
    )
    expect(records[0]?.values).toMatchObject({ name, kind, commune_code: '03340', has_fibre: true })
    expect(records[0]?.position).toMatchObject({ lng: 102.92, lat: 21.31 })
  })
})

describe('a list of units', () => {
  const titles = [
    'Mã',
    'Tên đơn vị hành chính',
    'Mã đơn vị cấp trên',
    'Có hiệu lực từ',
    'Dân số',
    'Diện tích (km2)',
  ]

  it('tells huyện, communes of before and communes of 7/2025 apart', () => {
    const { records } = understand(
      'admin_units',
      toTable(
        titles,
        [100, 'Huyện Điện Biên', '11', '1/1/2020', '1.445', '1.639,3'],
        [3355, 'Xã Sam Mứn', '100', '1/1/2020', 7000, '12,5'],
        ['03356', 'Xã Sam Mứn', '11', '1/7/2025', 9000, '99,25'],
        ['03357', 'Xã Ở Đâu', null, null, null, null],
      ),
    )
    expect(records.map(({ values: { unit_set, code, name, kind } }) => [unit_set, code, name, kind])).toEqual(
      [
        ['district', '100', 'Điện Biên', 'huyen'],
        ['commune', '03355', 'Sam Mứn', 'xa'],
        ['commune-2025', '03356', 'Sam Mứn', 'xa'],
        [undefined, '03357', 'Ở Đâu', 'xa'],
      ],
    )
    expect(records[0]?.values).toMatchObject({ population: 1445, area_km2: 1639.3 })
    expect(listCodes(records[3]!)).toEqual(['value_missing unit_set'])
  })
})

describe('a list of indicator values', () => {
  it('has a row per year, or a column per year', () => {
    const long = understand(
      'indicator_values',
      toTable(['Mã chỉ tiêu', 'Năm', 'Giá trị'], ['2', 2021, '88,3'], ['4.1', 2021, '70 %']),
    )
    expect(long.records.map(({ values }) => values)).toEqual([
      { indicator_code: '2', year: 2021, kind: 'actual', value: 88.3 },
      { indicator_code: '4.1', year: 2021, kind: 'actual', value: 70 },
    ])
    const wide = understand(
      'indicator_values',
      toTable(
        ['TT', 'Nội dung chỉ tiêu', 'Thực hiện', 'Mục tiêu', null],
        [null, null, 2020, 2021, 2022],
        ['2', 'Cáp quang', 80, 85, '90,5'],
      ),
    )
    expect(wide.records.map(({ key, values: { value } }) => [key, value])).toEqual([
      ['2|2020|actual', 80],
      ['2|2021|target', 85],
      ['2|2022|target', 90.5],
    ])
  })
})

describe('a list of i-Speed results', () => {
  it('keeps a commune with too few samples, and says that they are', () => {
    const table = toTable(
      [
        'Xã, phường',
        'Huyện',
        'Kỳ',
        'Mạng',
        'Số mẫu',
        'Tốc độ tải xuống (Mbps)',
        'Tốc độ tải lên (Mbps)',
        'Độ trễ (ms)',
      ],
      ['Pa Thơm', 'Điện Biên', '6/2021', 'Di động', 1445, '35,2', '12,1', 40],
      ['Mường Lói', 'Điện Biên', 'quý 2/2021', 'Cố định', 299, '80', '60', '10 ms'],
      ['Na Ư', 'Điện Biên', 2021, 'băng rộng cố định', 300, 80, 60, 10],
    )
    const { records } = understand('speed_results', table)
    expect(records[0]?.values).toEqual({
      unit_set: 'commune',
      unit_code: '03340',
      period: '2021-06',
      network: 'mobile',
      samples: 1445,
      download_mbps: 35.2,
      upload_mbps: 12.1,
      latency_ms: 40,
    })
    expect(records.map(({ values: { period, network } }) => [period, network])).toEqual([
      ['2021-06', 'mobile'],
      ['2021-Q2', 'fixed'],
      ['2021', 'fixed'],
    ])
    expect(records.map(listCodes)).toEqual([[], ['samples_too_few samples'], []])
  })
})
