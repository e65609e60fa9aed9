/** Which columns does a list of villages have? */
import {
  byNoun,
  defineFields,
  meridianField,
  pastDay,
  positionField,
  toCount,
  toWord,
  unitFields,
  yesNo,
} from './field.ts'

const roads = [
  ['motorbike', 'xe may', 'xe 2 banh', 'xe gan may', 'moto'],
  ['foot', 'di bo', 'duong mon'],
  ['car', 'o to', 'oto', 'xe hoi', 'duong nhua', 'duong be tong'],
] as const

const kinds = [['to_dan_pho', 'tdp', 'to', 'to dan pho'], ['thon'], ['ban']] as const

export const villageImportFields = defineFields({
  code: {
    vi: 'Mã thôn, bản',
    en: 'Village code',
    read: byNoun,
    also: ['ma thon', 'ma ban', 'village code', 'ma', 'ma thon ban to dan pho'],
  },
  name: {
    vi: 'Tên thôn, bản',
    en: 'Village name',
    read: byNoun,
    also: [
      'thon ban',
      'thon',
      'ban',
      'ten thon',
      'ten ban',
      'ten',
      'thon ban to dan pho',
      'ten thon ban to dan pho',
      'ten thon ban tdp',
      'thon ban tdp',
      'to dan pho',
      'thon to dan pho',
      'name',
      'ten diem dan cu',
      'khu dan cu',
      'khu vuc dan cu',
      'thon ban tdp khu pho',
    ],
  },
  kind: {
    vi: 'Loại',
    en: 'Kind',
    read: toWord(kinds),
    also: ['loai thon ban', 'thon ban hay to dan pho', 'loai hinh'],
  },
  alt_names: {
    vi: 'Tên khác',
    en: 'Other names',
    read: { as: 'names' },
    also: ['ten goi khac', 'cach viet khac', 'ten cu'],
  },
  ...unitFields,
  position: positionField,
  meridian: meridianField,
  households: {
    vi: 'Số hộ',
    en: 'Households',
    read: toCount(1_000_000, ['hộ', 'ho']),
    also: ['so ho dan', 'ho dan', 'tong so ho', 'so ho gia dinh', 'ho'],
  },
  population: {
    vi: 'Số dân',
    en: 'Population',
    read: toCount(1_000_000, ['người', 'khẩu', 'nk']),
    also: ['dan so', 'nhan khau', 'so khau', 'so nhan khau', 'so nguoi', 'khau', 'so dan nguoi'],
  },
  grid_power: {
    vi: 'Điện lưới',
    en: 'Grid power',
    read: yesNo,
    also: [
      'co dien luoi',
      'dien luoi quoc gia',
      'dien',
      'co dien',
      'da co dien',
      'tinh trang dien',
      'dien sinh hoat',
    ],
  },
  grid_power_since: {
    vi: 'Có điện lưới từ',
    en: 'Grid power since',
    read: pastDay,
    also: ['ngay co dien', 'nam co dien', 'thoi gian co dien', 'co dien tu', 'dien luoi tu nam'],
  },
  road_access: {
    vi: 'Đường vào',
    en: 'Road access',
    read: toWord(roads),
    also: [
      'giao thong',
      'duong giao thong',
      'duong',
      'duong den ban',
      'duong den thon ban',
      'phuong tien di lai',
    ],
  },
  especially_difficult: {
    vi: 'Đặc biệt khó khăn',
    en: 'Especially difficult',
    read: yesNo,
    also: ['dbkk', 'thon dbkk', 'thon dac biet kho khan', 'thon ban dac biet kho khan', 'ban dbkk'],
  },
  border: {
    vi: 'Biên giới',
    en: 'Border',
    read: yesNo,
    also: ['thon bien gioi', 'ban bien gioi', 'giap bien'],
  },
})
