/** Which columns does a list of cable routes have? */
import {
  byNoun,
  defineFields,
  line,
  lines,
  meridianField,
  metres,
  pastDay,
  toCount,
  toNumber,
  toWord,
} from './field.ts'

/** `trong ống` before `ngầm`: a cable in a duct is said to be both. */
const kinds = [
  ['duct', 'trong ong', 'ong', 'cong be', 'luon ong', 'cong cap'],
  ['underground', 'ngam', 'chon truc tiep', 'chon'],
  ['aerial', 'treo', 'tren cot', 'cap treo'],
] as const

const cableTypes = [
  ['fibre', 'quang', 'cap quang', 'fiber'],
  ['copper', 'dong', 'cap dong'],
] as const

const end = { read: byNoun, columns: 'many' } as const

export const routeImportFields = defineFields({
  code: {
    vi: 'Mã tuyến',
    en: 'Route code',
    read: { as: 'code', pattern: /^[^\s;,]{1,60}$/, letters: 'as_is' },
    required: 'always',
    also: ['ma tuyen cap', 'ma', 'ky hieu tuyen', 'ma so tuyen', 'so hieu tuyen'],
  },
  name: {
    vi: 'Tên tuyến',
    en: 'Name',
    read: line(),
    required: 'new',
    also: ['ten tuyen cap', 'ten', 'tuyen cap', 'tuyen', 'tuyen duong', 'name'],
  },
  kind: {
    vi: 'Ngầm hay treo',
    en: 'Kind',
    read: toWord(kinds),
    required: 'new',
    also: [
      'ngam treo',
      'hinh thuc',
      'loai tuyen',
      'phuong thuc lap dat',
      'treo ngam',
      'hinh thuc lap dat',
      'ngam treo trong ong',
      'hinh thuc di cap',
    ],
  },
  owner_code: {
    vi: 'Chủ sở hữu',
    en: 'Owner',
    read: { as: 'carrier' },
    also: ['doanh nghiep', 'ten doanh nghiep', 'nha mang', 'don vi so huu', 'doanh nghiep so huu', 'don vi'],
  },
  tenant_codes: {
    vi: 'Doanh nghiệp dùng chung',
    en: 'Tenants',
    read: { as: 'carriers' },
    also: ['dung chung', 'don vi dung chung', 'cac doanh nghiep dung chung', 'dung chung voi'],
  },
  length_m: {
    vi: 'Chiều dài',
    en: 'Length',
    read: toNumber(0.001, 10_000_000, metres),
    also: ['do dai', 'chieu dai tuyen', 'dai', 'so km', 'chieu dai km', 'chieu dai tuyen cap', 'cu ly'],
  },
  built_on: {
    vi: 'Thời gian xây dựng',
    en: 'Built on',
    read: pastDay,
    also: ['nam xay dung', 'ngay xay dung', 'nam hoan thanh', 'thoi gian hoan thanh'],
  },
  cable_type: { vi: 'Loại cáp', en: 'Cable type', read: toWord(cableTypes), also: ['loai', 'quang dong'] },
  capacity_text: {
    vi: 'Dung lượng',
    en: 'Capacity',
    read: line(),
    also: ['so soi', 'dung luong cap', 'dung luong soi'],
  },
  poles: { vi: 'Số cột', en: 'Poles', read: toCount(1_000_000, ['cột']), also: ['so luong cot', 'cot'] },
  ducts: {
    vi: 'Số ống',
    en: 'Ducts',
    read: toCount(100_000, ['ống']),
    also: ['so luong ong', 'tong so ong', 'ong cong'],
  },
  ducts_used: {
    vi: 'Số ống đang dùng',
    en: 'Ducts in use',
    read: toCount(100_000, ['ống']),
    also: ['ong dang dung', 'so ong da dung', 'so ong su dung', 'so ong dang su dung'],
  },
  start: {
    ...end,
    vi: 'Điểm đầu',
    en: 'Start',
    also: [
      'toa do diem dau',
      'diem dau x',
      'diem dau y',
      'diem dau kinh do',
      'diem dau vi do',
      'toa do dau',
      'diem dau toa do',
      'diem dau toa do x',
      'diem dau toa do y',
      'start lng',
      'start lat',
    ],
  },
  end: {
    ...end,
    vi: 'Điểm cuối',
    en: 'End',
    also: [
      'toa do diem cuoi',
      'diem cuoi x',
      'diem cuoi y',
      'diem cuoi kinh do',
      'diem cuoi vi do',
      'toa do cuoi',
      'diem cuoi toa do',
      'diem cuoi toa do x',
      'diem cuoi toa do y',
      'end lng',
      'end lat',
    ],
  },
  meridian: meridianField,
  note: { vi: 'Ghi chú', en: 'Note', read: lines, also: ['chu thich'] },
})
