import { describe, expect, it } from 'vitest'
import { readCsv } from '../../data/read-data.ts'
import { known, listCodes, toTable, understand } from './read-table.ts'

describe('a list of villages', () => {
  const titles = ['TT', 'Thôn, bản', 'Xã', 'Huyện', 'Số hộ', 'Dân số', 'Điện lưới', 'Đường vào', 'ĐBKK']

  it('finds those that are there by commune and name, and keeps their names', () => {
    const { records, questions } = understand(
      'villages',
      toTable(
        titles,
        [1, 'BẢN PA THƠM', 'Xã Pa Thơm', 'H. Điện Biên', '1.445', 87, 'chưa có điện', 'xe máy', 'x'],
        [2, 'Bản Hoàn Toàn Mới', 'Xã Pa Thơm', 'H. Điện Biên', 30, 120, 'có', 'ô tô', null],
      ),
    )
    expect(questions).toEqual([])
    expect(records.map(({ values }) => values)).toEqual([
      {
        code: '03340-01',
        commune_code: '03340',
        households: 1445,
        population: 87,
        grid_power: false,
        road_access: 'motorbike',
        especially_difficult: true,
      },
      {
        code: null,
        name: 'Hoàn Toàn Mới',
        kind: 'ban',
        commune_code: '03340',
        households: 30,
        population: 120,
        grid_power: true,
        road_access: 'car',
      },
    ])
    expect(records.map(({ key }) => key)).toEqual(['03340-01', 'commune:03340|hoaǹ toaǹ mơí'])
  })

  it('may stand in groups under the name of each commune, or in merged cells', () => {
    const grouped = toTable(
      ['TT', 'Thôn, bản', 'Số hộ', 'Số dân'],
      ['I', 'Huyện Điện Biên', null, null],
      [null, 'Xã Pa Thơm', null, null],
      [1, 'Pa Thơm', 40, 200],
      [2, 'Xa Cuông', 30, 150],
      [null, 'Xã Mường Lói', null, null],
      [1, 'Co Đũa', 20, 90],
      ['Tổng cộng', null, 90, 440],
    )
    const { records, left_out } = understand('villages', grouped)
    expect(records.map(({ values }) => values['code'])).toEqual(
      ['03340-01', '03340-02', '03367-01'].map((code, index) =>
        index < 2 ? code : records[2]?.values['code'],
      ),
    )
    expect(records[2]?.values['commune_code']).toBe('03367')
    expect(left_out.map(({ reason }) => reason)).toEqual(['group', 'group', 'group', 'total'])
    const merged = toTable(
      titles,
      [1, 'Pa Thơm', 'Xã Pa Thơm', 'Điện Biên', 40],
      [2, 'Xa Cuông', null, null, 30],
      [3, 'Huổi Moi', null, null, 20],
    )
    const filled = understand('villages', merged).records
    expect(filled.map(({ values }) => values['commune_code'])).toEqual(['03340', '03340', '03340'])
    expect(filled[1] === undefined ? [] : listCodes(filled[1])).toEqual([
      'filled_from_above district',
      'filled_from_above commune',
    ])
  })

  it('asks about a name that is nearly that of one that is there', () => {
    const table = toTable(
      titles,
      [1, 'Pa Thom 1', 'Xã Pa Thơm', 'Điện Biên', 40],
      [2, 'Xa Cuông', 'Xã Pa Thơm', 'Điện Biên', 40],
      [3, 'Huổi Moii Xa', 'Xã Pa Thơm', 'Điện Biên', 1],
      [4, 'Huổi Noi', 'Xã Pa Thơm', 'Điện Biên', 1],
    )
    const { questions, records } = understand('villages', table)
    expect(
      questions.map(({ text, may_be_new, choices: [first] }) => [text, may_be_new, first?.label]),
    ).toEqual([['Huổi Noi', true, 'Huổi Moi (Pa Thơm, Điện Biên)']])
    expect(records.map(({ values }) => values['code'])).toEqual([null, '03340-02', null, undefined])
  })

  it('refuses two rows that say different things of one village', () => {
    const { records } = understand(
      'villages',
      toTable(
        titles,
        [1, 'Pa Thơm', 'Xã Pa Thơm', 'Điện Biên', 40],
        [2, 'bản Pa Thơm', 'Xã Pa Thơm', 'Điện Biên', 41],
      ),
    )
    expect(records).toHaveLength(1)
    expect(listCodes(records[0]!)).toEqual(['twice_in_file households'])
  })
})

describe('a list of statements', () => {
  const [village] = known.villages.filter(({ code }) => code === '03340-01')

  it('may have the columns that were accepted before', () => {
    const table = toTable(
      [
        'village_code',
        'service',
        'carrier_code',
        'basis',
        'state',
        'households_share',
        'observed_on',
        'source_code',
        'note',
      ],
      [
        '03340-01',
        '4g',
        'viettel',
        'declared',
        'partial',
        '0,4',
        '2021-06-30',
        'ke-hoach-4638',
        'một nửa bản',
      ],
      ['03340-01', '4g', 'viettel', 'declared', 'covered', '40%', '30/6/2021', null, null],
      ['99999-99', '9g', 'viettel', 'declared', 'covered', null, '2021-07-02', 'không có', null],
    )
    const { records } = understand('village_services', table)
    expect(records[0]?.values).toEqual({
      village_code: '03340-01',
      service: '4g',
      carrier_code: 'viettel',
      basis: 'declared',
      state: 'partial',
      households_share: 0.4,
      observed_on: '2021-06-30',
      source_code: 'ke-hoach-4638',
      note: 'một nửa bản',
    })
    expect(listCodes(records[0]!)).toEqual(['share_without_partial households_share', 'twice_in_file state'])
    expect(listCodes(records[1]!)).toEqual([
      'day_in_future observed_on',
      'source_unknown source_code',
      'village_unknown village_code',
      'word_unknown service',
    ])
  })

  it.each([
    [
      [
        'mã thôn, bản',
        'dịch vụ',
        'nhà mạng',
        'nguồn tin',
        'tình trạng',
        'tỉ lệ hộ',
        'ngày',
        'nguồn',
        'ghi chú',
      ],
    ],
    [
      [
        'Mã thôn',
        'Dịch vụ',
        'Mã nhà mạng',
        'Nguồn tin',
        'Tình trạng',
        'Phần hộ',
        'Ngày',
        'Mã nguồn',
        'Ghi chú',
      ],
    ],
  ])('may have them in Vietnamese: %j', (titles) => {
    const { records } = understand(
      'village_services',
      toTable(titles, [
        '03340-01',
        'cáp quang',
        'VNPT',
        'doanh nghiệp báo cáo',
        'có',
        null,
        '30/6/2021',
        null,
        null,
      ]),
    )
    expect(records[0]?.values).toEqual({
      village_code: village?.code,
      service: 'fibre',
      carrier_code: 'vnpt',
      basis: 'declared',
      state: 'covered',
      observed_on: '2021-06-30',
    })
  })

  it('makes a statement of each column of a service, and none of an empty cell', () => {
    const table = toTable(
      ['Thôn, bản', 'Xã', 'Huyện', 'Phủ sóng 2G', 'Phủ sóng 3G', '4G', 'Cáp quang'],
      ['Bản Pa Thơm', 'Pa Thơm', 'Điện Biên', 'x', 'không', '60 %', null],
      ['Xa Cuông', 'Pa Thơm', 'Điện Biên', 0.6, 1, 0, '-'],
    )
    const constants = { carrier_code: 'Viettel', basis: 'doanh nghiệp báo cáo', observed_on: '30/6/2021' }
    const { records } = understand('village_services', table, { constants })
    expect(
      records.map(({ values: { village_code, service, state, households_share = null } }) => [
        village_code,
        service,
        state,
        households_share,
      ]),
    ).toEqual([
      ['03340-01', '2g', 'covered', null],
      ['03340-01', '3g', 'not_covered', null],
      ['03340-01', '4g', 'partial', 0.6],
      ['03340-02', '2g', 'partial', 0.6],
      ['03340-02', '3g', 'covered', null],
      ['03340-02', '4g', 'not_covered', null],
    ])
    expect(records.every(({ problems }) => problems.length === 0)).toBe(true)
  })

  it('names what nobody said', () => {
    const { records } = understand(
      'village_services',
      toTable(['Thôn, bản', 'Xã', 'Huyện', '4G'], ['Pa Thơm', 'Pa Thơm', 'Điện Biên', 'có']),
    )
    expect(records.map(listCodes)).toEqual([
      ['value_missing carrier_code', 'value_missing basis', 'value_missing observed_on'],
    ])
  })
})

describe('Annex 2 as it was printed', () => {
  const rows = readCsv('reference/annex2-villages.csv').map((row) => [
    Number(row['row_no']),
    row['village_printed'] ?? '',
    row['commune_printed'] ?? '',
    row['district_printed'] ?? '',
    row['carrier_code'] ?? '',
  ])
  const broken = rows.flatMap((row) =>
    row[0] === 25
      ? [
          [...row.slice(0, 2), 'Xã Mường', ...row.slice(3)],
          [null, null, 'Toong', null, null],
        ]
      : [row],
  )
  const table = toTable(['PHỤ LỤC 2'], ['TT', 'Thôn/bản', 'Xã', 'Huyện', 'Doanh nghiệp thực hiện'], ...broken)

  it('has 36 assignments after the row that a page breaks is put together, each of the village it means', () => {
    const constants = { act_code: 'ke-hoach-4638-phu-luc-2', service: 'dịch vụ thông tin di động' }
    const { records, questions } = understand('assignments', table, { constants })
    expect(records).toHaveLength(36)
    expect(records[24]?.values).toMatchObject({
      row_no: 25,
      commune_printed: 'Xã Mường Toong',
      service: 'mobile',
    })
    expect(listCodes(records[24]!)).toEqual(['rows_joined -'])
    const meant = new Map(
      readCsv('sample/assignments.csv').map((row) => [Number(row['row_no']), row['village_code']]),
    )
    for (const { values } of records) {
      if (values['village_code'] !== undefined)
        expect([values['row_no'], values['village_code']]).toEqual([
          values['row_no'],
          meant.get(Number(values['row_no'])),
        ])
    }
    // The scanning errors of the print are known by their spelling; whatever is not beyond doubt is asked, with it among the choices.
    expect(
      records.filter(({ values }) => values['village_code'] !== undefined).length,
    ).toBeGreaterThanOrEqual(30)
    for (const { rows: [row = 0] = [], choices } of questions) {
      const place = records.find(({ rows: [at] }) => at === row)?.values['row_no']
      expect(choices.map(({ code }) => code)).toContain(meant.get(Number(place)))
    }
  })
})
