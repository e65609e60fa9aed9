/** Which columns do lists of units, assignments, indicators and speed results have? */
import { anyDay, byNoun, defineFields, line, toCount, toNumber, toWord, unitFields } from './field.ts'
import { serviceWords } from './village-services.ts'

const kinds = [
  ['thanh_pho', 'tp'],
  ['thi_xa', 'tx'],
  ['thi_tran', 'tt'],
  ['phuong'],
  ['huyen'],
  ['tinh'],
  ['xa'],
] as const

const unitSets = [
  ['commune-2025', 'commune 2025', 'xa moi', 'xa phuong moi', 'tu 7 2025'],
  ['district', 'huyen', 'cap huyen'],
  ['province', 'tinh', 'cap tinh'],
  ['commune', 'xa', 'cap xa', 'xa cu', 'den 6 2025'],
] as const

const unitCode = { as: 'code', pattern: /^[0-9]{2,5}$/, letters: 'as_is' } as const

export const unitImportFields = defineFields({
  unit_set: {
    vi: 'Cấp đơn vị',
    en: 'Unit set',
    read: toWord(unitSets),
    also: ['cap', 'bo don vi', 'cap hanh chinh'],
  },
  code: {
    vi: 'Mã đơn vị',
    en: 'Unit code',
    read: byNoun,
    required: 'always',
    also: [
      'ma',
      'ma dvhc',
      'ma xa',
      'ma huyen',
      'ma don vi hanh chinh',
      'ma so',
      'ma xa moi',
      'ma phuong xa',
      'maxa',
      'mahuyen',
    ],
  },
  name: {
    vi: 'Tên',
    en: 'Name',
    read: line(),
    required: 'new',
    also: [
      'ten don vi',
      'ten don vi hanh chinh',
      'ten xa',
      'ten huyen',
      'ten dvhc',
      'ten xa phuong',
      'don vi hanh chinh',
      'ten xa moi',
      'xa phuong',
      'tenxa',
      'tenhuyen',
    ],
  },
  kind: {
    vi: 'Loại đơn vị',
    en: 'Kind',
    read: toWord(kinds),
    also: ['loai', 'cap don vi hanh chinh', 'loai hinh'],
  },
  parent_code: {
    vi: 'Mã đơn vị cấp trên',
    en: 'Parent code',
    read: unitCode,
    also: ['ma cap tren', 'ma don vi cha', 'thuoc ma huyen'],
  },
  successor_code: {
    vi: 'Mã xã mới (từ 7/2025)',
    en: 'Successor code',
    read: unitCode,
    also: ['ma don vi moi', 'sap nhap vao'],
  },
  alt_names: {
    vi: 'Cách viết khác',
    en: 'Other spellings',
    read: { as: 'names' },
    also: ['ten khac', 'ten goi khac'],
  },
  valid_from: {
    vi: 'Có hiệu lực từ',
    en: 'Valid from',
    read: anyDay,
    also: ['hieu luc tu', 'tu ngay', 'ngay hieu luc'],
  },
  valid_to: { vi: 'Hết hiệu lực', en: 'Valid to', read: anyDay, also: ['den ngay', 'ngay het hieu luc'] },
  population: {
    vi: 'Dân số',
    en: 'Population',
    read: toCount(200_000_000, ['người']),
    also: ['so dan', 'quy mo dan so', 'nhan khau'],
  },
  households: {
    vi: 'Số hộ',
    en: 'Households',
    read: toCount(50_000_000, ['hộ']),
    also: ['so ho dan', 'tong so ho'],
  },
  area_km2: {
    vi: 'Diện tích',
    en: 'Area',
    read: toNumber(0.000_001, 1_000_000, { km2: 1, 'km²': 1, ha: 0.01 }),
    also: ['dien tich tu nhien', 'dien tich km2', 'dtich'],
  },
})

const planned = [
  ['mobile', 'di dong', 'thong tin di dong', 'dich vu thong tin di dong', 'di dong 3g 4g 5g'],
  ...serviceWords,
] as const

export const assignmentImportFields = defineFields({
  act_code: {
    vi: 'Văn bản',
    en: 'Act',
    read: { as: 'act' },
    required: 'always',
    also: ['van ban giao', 'ma van ban', 'quyet dinh', 'ke hoach', 'so van ban', 'so ky hieu van ban'],
  },
  row_no: {
    vi: 'Số thứ tự',
    en: 'Row',
    read: { as: 'number', least: 1, most: 1_000_000, whole: 'whole', units: {} },
    required: 'always',
    also: ['tt', 'stt', 'so tt'],
  },
  village_code: { vi: 'Mã thôn, bản', en: 'Village code', read: byNoun, also: ['ma thon', 'ma ban'] },
  village: {
    vi: 'Thôn, bản',
    en: 'Village',
    read: byNoun,
    required: 'always',
    also: [
      'village printed',
      'ten thon ban',
      'thon',
      'ban',
      'ten thon',
      'ten ban',
      'thon ban to dan pho',
      'ten thon ban to dan pho',
      'khu vuc dan cu',
      'ten diem dan cu',
    ],
  },
  ...unitFields,
  carrier_code: {
    vi: 'Doanh nghiệp',
    en: 'Carrier',
    read: { as: 'carrier' },
    required: 'always',
    also: [
      'nha mang',
      'doanh nghiep thuc hien',
      'don vi thuc hien',
      'doanh nghiep duoc phan cong',
      'phan cong',
      'don vi',
      'ten doanh nghiep',
      'doanh nghiep cung cap',
      'phan cong doanh nghiep',
      'doanh nghiep vien thong',
      'phan cong nhiem vu',
      'doanh nghiep cung cap dich vu thong tin di dong',
    ],
  },
  service: {
    vi: 'Dịch vụ',
    en: 'Service',
    read: toWord(planned),
    required: 'always',
    also: ['loai dich vu', 'cong nghe'],
  },
  due_on: {
    vi: 'Thời hạn',
    en: 'Due on',
    read: anyDay,
    also: [
      'han',
      'thoi gian hoan thanh',
      'thoi han hoan thanh',
      'han hoan thanh',
      'ngay hoan thanh',
      'tien do',
    ],
  },
})

const valueKinds = [
  ['target', 'muc tieu', 'chi tieu', 'ke hoach'],
  ['actual', 'thuc hien', 'ket qua', 'hien trang', 'dat duoc'],
] as const

export const indicatorImportFields = defineFields({
  indicator_code: {
    vi: 'Chỉ tiêu',
    en: 'Indicator',
    read: { as: 'indicator' },
    required: 'always',
    also: [
      'ma chi tieu',
      'ten chi tieu',
      'noi dung',
      'noi dung chi tieu',
      'tt',
      'stt',
      'cac chi tieu',
      'indicator code',
    ],
  },
  year: {
    vi: 'Năm',
    en: 'Year',
    read: { as: 'number', least: 1900, most: 2200, whole: 'whole', units: {} },
    also: ['nam bao cao', 'nam thuc hien'],
  },
  kind: { vi: 'Loại số', en: 'Kind', read: toWord(valueKinds), also: ['loai', 'loai so lieu'] },
  value: {
    vi: 'Giá trị',
    en: 'Value',
    read: byNoun,
    columns: 'many',
    also: [
      'ket qua',
      'so lieu',
      'thuc hien',
      'muc tieu',
      'gia tri thuc hien',
      'ket qua thuc hien',
      'dat',
      'ty le',
      'gia tri dat duoc',
    ],
  },
})

const networks = [
  ['mobile', 'di dong', 'bang rong di dong'],
  ['fixed', 'co dinh', 'bang rong co dinh', 'wifi', 'cap quang'],
] as const

export const speedImportFields = defineFields({
  ...unitFields,
  unit_code: { vi: 'Mã xã', en: 'Unit code', read: byNoun, also: ['ma don vi', 'ma xa phuong'] },
  period: {
    vi: 'Kỳ',
    en: 'Period',
    read: byNoun,
    also: ['thang', 'ky bao cao', 'thoi gian', 'quy', 'nam', 'thang nam', 'ky do'],
  },
  network: {
    vi: 'Mạng',
    en: 'Network',
    read: toWord(networks),
    also: ['loai mang', 'loai ket noi', 'loai hinh mang', 'cong nghe'],
  },
  samples: {
    vi: 'Số mẫu',
    en: 'Samples',
    read: toCount(1_000_000_000, ['mẫu']),
    also: ['so luong mau', 'so mau do', 'mau', 'so lan do', 'so ket qua do'],
  },
  download_mbps: {
    vi: 'Tốc độ tải xuống',
    en: 'Download',
    read: toNumber(0, 100_000, { mbps: 1, 'mb/s': 1, 'mbit/s': 1 }),
    also: [
      'tai xuong',
      'download',
      'toc do download',
      'toc do tai xuong trung binh',
      'toc do tai xuong trung vi',
      'tai ve',
      'toc do tai ve',
      'toc do tai xuong mbps',
    ],
  },
  upload_mbps: {
    vi: 'Tốc độ tải lên',
    en: 'Upload',
    read: toNumber(0, 100_000, { mbps: 1, 'mb/s': 1, 'mbit/s': 1 }),
    also: [
      'tai len',
      'upload',
      'toc do upload',
      'toc do tai len trung binh',
      'toc do tai len trung vi',
      'toc do tai len mbps',
    ],
  },
  latency_ms: {
    vi: 'Độ trễ',
    en: 'Latency',
    read: toNumber(0, 100_000, { ms: 1 }),
    also: ['ping', 'latency', 'do tre trung binh', 'tre', 'do tre ms'],
  },
})
