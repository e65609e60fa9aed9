import { describe, expect, it } from 'vitest'
import type { RawCell } from '../../../core/import/raw-table.ts'
import type { ReadRecord, ReadStation } from '../../../core/import/read-record.ts'
import { listCodes, toTable, understand } from './read-table.ts'

const titles = [
  'Mã trạm',
  'Tên trạm',
  'Tọa độ X',
  'Tọa độ Y',
  'Huyện',
  'Xã, phường',
  'Nhà mạng',
  'Nguồn điện',
  'Truyền dẫn',
  'Chiều cao cột (m)',
  'Công nghệ',
  'Thời gian phát sóng',
]

function readSites(...rows: readonly (readonly RawCell[])[]) {
  return understand('sites', toTable(titles, ...rows))
}

/** Technologies and bands, as such lists have them. */
function readBandSites(...rows: readonly (readonly RawCell[])[]) {
  const table = toTable(
    ['Mã trạm', 'Nhà mạng', 'Công nghệ', 'Băng tần'],
    ...rows.map((row, index) => [`DB-0${index + 1}`, 'VNPT', ...row]),
  )
  return understand('sites', table).records
}

function listBands({ values }: ReadRecord) {
  const stations = (values['stations'] ?? []) as readonly ReadStation[]
  return stations.map(({ technology, bands_mhz }) =>
    bands_mhz === undefined ? [technology] : [technology, bands_mhz],
  )
}

const noong = [
  'DB-01',
  'Noong Bua 1',
  '21,3897',
  '103,03624',
  'TP Điện Biên Phủ',
  'Phường Noong Bua',
] as const

describe('a row of a list of sites', () => {
  it('makes a site with the stations of its carrier', () => {
    const { records, questions } = readSites([
      ...noong,
      'Vinaphone',
      'Điện lưới + máy nổ dự phòng',
      'Viba',
      '42m',
      '2G/3G/4G',
      '6/2019',
    ])
    expect(questions).toEqual([])
    expect(records).toHaveLength(1)
    const [record] = records
    expect(record).toMatchObject({
      rows: [2],
      key: 'DB-01',
      label: 'DB-01 Noong Bua 1',
      position: { lng: 103.03624, lat: 21.3897, format: 'decimal', text: '21,3897; 103,03624' },
    })
    const station = { carrier_code: 'vnpt', on_air_on: '2019-06-01' }
    expect(record?.values).toEqual({
      code: 'DB-01',
      name: 'Noong Bua 1',
      commune_code: '03124',
      power_source: 'grid',
      has_backup_generator: true,
      backhaul: 'microwave',
      mast_height_m: 42,
      stations: [
        { ...station, technology: '2g' },
        { ...station, technology: '3g' },
        { ...station, technology: '4g' },
      ],
    })
    expect(record === undefined ? [] : listCodes(record)).toEqual(['day_from_month on_air_on'])
  })

  it.each([
    ['điện lưới', { power_source: 'grid' }],
    ['Máy nổ', { power_source: 'generator' }],
    ['Năng lượng mặt trời', { power_source: 'solar' }],
    ['Pin mặt trời, máy phát điện dự phòng', { power_source: 'solar', has_backup_generator: true }],
    ['Điện lưới, không có máy nổ', { power_source: 'grid' }],
  ])('has the power that %s says', (text, values) => {
    const [record] = readSites([...noong, 'VNPT', text]).records
    const { power_source, has_backup_generator } = record?.values ?? {}
    expect({ power_source, ...(has_backup_generator === undefined ? {} : { has_backup_generator }) }).toEqual(
      values,
    )
  })

  it.each([
    ['4G', '1800', [['4g', [1800]]]],
    ['4G', 'B\u0103ng tần 2100, 1800 MHz', [['4g', [1800, 2100]]]],
    ['4G', '1.800 và 2,1 GHz', [['4g', [1800, 2100]]]],
    [
      '2G/3G/4G',
      '2G: 900; 3G: 2100; 4G: 1800/2100',
      [
        ['2g', [900]],
        ['3g', [2100]],
        ['4g', [1800, 2100]],
      ],
    ],
    [
      '2G/3G/4G',
      '2G, 3G: 900; LTE1800',
      [
        ['2g', [900]],
        ['3g', [900]],
        ['4g', [1800]],
      ],
    ],
    ['2G', 'GSM900 + DCS1800', [['2g', [900, 1800]]]],
  ])('has stations of %s on the bands that “%s” says', (technologies, text, stations) => {
    const [record] = readBandSites([technologies, text])
    expect(listBands(record!)).toEqual(stations)
    expect(listCodes(record!)).toEqual([])
  })

  it('does not guess whose bands are written for several technologies together', () => {
    const [record] = readBandSites(['2G/3G/4G', '900/1800/2100'])
    expect(listBands(record!)).toEqual([['2g'], ['3g'], ['4g']])
    expect(listCodes(record!)).toEqual(['bands_unassigned bands_mhz'])
    const [other] = readBandSites(['2G', '2G: 900; 4G: 1800'])
    expect(listBands(other!)).toEqual([['2g', [900]]])
    expect(listCodes(other!)).toEqual(['bands_unassigned bands_mhz'])
    expect(listCodes(readBandSites([null, '900'])[0]!)).toEqual([
      'bands_unassigned bands_mhz',
      'technology_missing carrier_code',
    ])
  })

  it.each(['880-915', '900.18', 'mới', '1700', '4G', '2G; 900 mới'])(
    'does not take “%s” for bands',
    (text) => {
      const [record] = readBandSites(['4G', text])
      expect(listBands(record!)).toEqual([['4g']])
      expect(listCodes(record!)).toEqual(['word_unknown bands_mhz'])
    },
  )

  it('may have a column of bands for each technology', () => {
    const table = toTable(
      ['Mã trạm', 'Nhà mạng', 'Công nghệ', 'Băng tần (MHz) 2G', 'Tần số 4G', '4G'],
      ['DB-01', 'VNPT', '2G', 900, '1800;2100', 'x'],
    )
    const [record] = understand('sites', table).records
    expect(listBands(record!)).toEqual([
      ['2g', [900]],
      ['4g', [1800, 2100]],
    ])
    expect(listCodes(record!)).toEqual([])
  })

  it('together with others of its code makes one site, and what they say differently of it is a problem', () => {
    const { records } = readSites(
      [...noong, 'VNPT', 'điện lưới', 'quang', 42, '2G, 3G', null],
      ['db-01', null, null, null, null, null, 'Viettel', 'máy nổ', null, 42, '4G', '1/2/2020'],
      [
        'DB-02',
        'Him Lam',
        '21,41',
        '103,03',
        'TP Điện Biên Phủ',
        'Phường Him Lam',
        'VNPT',
        'điện lưới',
        'quang',
        30,
        '5G',
        null,
      ],
    )
    expect(records.map(({ rows }) => rows)).toEqual([[2, 3], [4]])
    expect(records[0]?.values['stations']).toEqual([
      { carrier_code: 'vnpt', technology: '2g' },
      { carrier_code: 'vnpt', technology: '3g' },
      { carrier_code: 'viettel', technology: '4g', on_air_on: '2020-02-01' },
    ])
    expect(records[0]?.problems).toContainEqual({
      code: 'twice_in_file',
      level: 'error',
      column: 7,
      field: 'power_source',
      value: 'generator',
      params: { row: 3, first_row: 2, before: 'grid', after: 'generator' },
    })
  })

  it('belongs to the site above where cells are merged', () => {
    const { records } = readSites(
      [...noong, 'VNPT', 'điện lưới', 'quang', 42, '2G', null],
      [null, null, null, null, null, null, 'Viettel', null, null, null, '3G', null],
    )
    expect(records).toHaveLength(1)
    expect(records[0]?.values['stations']).toHaveLength(2)
    expect(listCodes(records[0]!)).toContain('filled_from_above code')
  })

  it('names in each cell what is wrong with it', () => {
    const { records } = readSites(
      [
        null,
        'Không mã',
        '21,38',
        '103,03',
        'TP Điện Biên Phủ',
        'Phường Him Lam',
        'VNPT',
        'gió',
        'bồ câu',
        'cao lắm',
        '6G',
        '31/2/2020',
      ],
      [
        'DB 07',
        'Dấu cách',
        { fault: 'formula_error', text: '#REF!' },
        '103,03',
        'TP Điện Biên Phủ',
        'Xã Vô Danh Nào Đó',
        null,
        null,
        null,
        '999',
        null,
        null,
      ],
      ['DB-08', 'Xa', '10,5', '106,7', null, null, null, null, null, null, '4G', null],
    )
    expect(records.map(listCodes)).toEqual([
      [
        'word_unknown backhaul',
        'number_invalid mast_height_m',
        'day_invalid on_air_on',
        'word_unknown power_source',
        'word_unknown technologies',
        'value_missing code',
      ],
      [
        'formula_error position',
        'code_invalid code',
        'number_out_of_range mast_height_m',
        'commune_unknown commune',
      ],
      ['position_far position', 'value_missing carrier_code'],
    ])
    expect(records[1]?.problems[2]).toEqual({
      code: 'number_out_of_range',
      level: 'error',
      column: 9,
      field: 'mast_height_m',
      value: '999',
      params: { least: 0, most: 400 },
    })
  })

  it('may have a column for each technology, with marks or the day since when', () => {
    const table = toTable(
      ['Mã trạm', 'Tên trạm', 'Doanh nghiệp', 'Thiết bị 2G', '3G', 'Trạm 4G', '5G', 'Ngừng hoạt động'],
      ['A', 'a', 'Viettel', 'x', 'có', '30/6/2020', '-', null],
      ['B', 'b', 'Viettel', 1, 'không', null, 'x', 'x'],
    )
    const { records } = understand('sites', table)
    expect(records[0]?.values['stations']).toEqual([
      { carrier_code: 'viettel', technology: '2g' },
      { carrier_code: 'viettel', technology: '3g' },
      { carrier_code: 'viettel', technology: '4g', on_air_on: '2020-06-30' },
    ])
    expect(records[1]?.values).toMatchObject({
      status: 'retired',
      stations: [{ technology: '2g' }, { technology: '5g' }],
    })
  })

  it('asks once for all rows that say the same, and follows the answer', () => {
    const rows = ['E1', 'E2', 'E3'].map((code) => [
      code,
      'x',
      null,
      null,
      null,
      'Na Tong',
      'Hãng lạ',
      null,
      null,
      null,
      '4G',
      null,
    ])
    const { questions, records } = readSites(...rows)
    expect(
      questions.map(({ key, kind, row_count, rows: asked }) => ({ key, kind, row_count, asked })),
    ).toEqual([
      { key: 'carrier|-|hãng lạ', kind: 'carrier', row_count: 3, asked: [2, 3, 4] },
      { key: 'commune||na tong', kind: 'commune', row_count: 3, asked: [2, 3, 4] },
    ])
    expect(records.map((record) => record.questions)).toEqual(
      Array(3).fill(['carrier|-|hãng lạ', 'commune||na tong']),
    )
    const answers = new Map([
      ['carrier|-|hãng lạ', 'mobifone'],
      ['commune||na tong', 'commune:03263'],
    ])
    const answered = understand('sites', toTable(titles, ...rows), { answers })
    expect(answered.questions).toEqual([])
    expect(answered.records[0]?.values).toMatchObject({
      commune_code: '03263',
      stations: [{ carrier_code: 'mobifone' }],
    })
  })

  it('takes what the list says as a whole where no column does', () => {
    const table = toTable(['Mã trạm', 'Tên trạm', 'Công nghệ'], ['A', 'a', '4G'])
    const { records } = understand('sites', table, { constants: { carrier_code: 'Viettel' } })
    expect(records[0]?.values['stations']).toEqual([{ carrier_code: 'viettel', technology: '4g' }])
  })

  it('of a map has its position from its shape, which has to be a point', () => {
    const rows = [
      { at: 1, cells: ['A', 'a'], geometry: { type: 'Point' as const, coordinates: [103.02, 21.38] } },
      { at: 2, cells: ['B', 'b'], geometry: { type: 'Polygon' as const, coordinates: [] } },
    ]
    const { records } = understand('sites', { name: 't', header: ['MA_TRAM', 'TEN_TRAM'], rows })
    expect(records[0]?.position).toMatchObject({ lng: 103.02, lat: 21.38, format: 'shape' })
    expect(records.map(listCodes)).toEqual([[], ['geometry_type position']])
  })
})
