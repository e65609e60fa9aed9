/** What is an administrative unit? Province, district (to 6/2025), commune (to 6/2025) and commune (from 7/2025). */
import { Type } from 'typebox'
import { defineCollection, toEnum, toNullable, type Field, type PropertiesOf } from './collection.ts'

export const unitKinds = ['tinh', 'thanh_pho', 'thi_xa', 'huyen', 'xa', 'phuong', 'thi_tran'] as const
export type UnitKind = (typeof unitKinds)[number]

const fields = {
  code: { schema: Type.String(), title: { vi: 'Mã đơn vị', en: 'Unit code' } },
  name: { schema: Type.String(), title: { vi: 'Tên', en: 'Name' } },
  alt_names: {
    schema: Type.Array(Type.String()),
    title: { vi: 'Cách viết khác', en: 'Other spellings' },
  },
  kind: { schema: toEnum(unitKinds), title: { vi: 'Loại đơn vị', en: 'Kind of unit' } },
  parent_code: { schema: toNullable(Type.String()), title: { vi: 'Mã đơn vị cấp trên', en: 'Parent code' } },
  successor_code: {
    schema: toNullable(Type.String()),
    title: { vi: 'Mã xã mới (từ 7/2025)', en: 'Successor code (from 7/2025)' },
  },
  valid_from: { schema: Type.String(), title: { vi: 'Có hiệu lực từ', en: 'Valid from' } },
  valid_to: { schema: toNullable(Type.String()), title: { vi: 'Hết hiệu lực', en: 'Valid to' } },
  population: {
    schema: toNullable(Type.Integer()),
    title: { vi: 'Dân số', en: 'Population' },
    unit: 'người',
  },
  households: {
    schema: toNullable(Type.Integer()),
    title: { vi: 'Số hộ', en: 'Households' },
    unit: 'hộ',
  },
  area_km2: { schema: toNullable(Type.Number()), title: { vi: 'Diện tích', en: 'Area' }, unit: 'km²' },
  source_code: { schema: toNullable(Type.String()), title: { vi: 'Nguồn', en: 'Source' } },
  label_lng: { schema: Type.Number(), title: { vi: 'Kinh độ nhãn', en: 'Label longitude' }, unit: '°' },
  label_lat: { schema: Type.Number(), title: { vi: 'Vĩ độ nhãn', en: 'Label latitude' }, unit: '°' },
} as const satisfies Record<string, Field>

export const province = defineCollection({
  id: 'province',
  title: { vi: 'Tỉnh', en: 'Province' },
  geometry: 'Polygon',
  fields,
})
export const districts = defineCollection({
  id: 'districts',
  title: { vi: 'Huyện, thị xã, thành phố (đến 6/2025)', en: 'Districts (to 6/2025)' },
  geometry: 'Polygon',
  fields,
})
export const communes = defineCollection({
  id: 'communes',
  title: { vi: 'Xã, phường, thị trấn (đến 6/2025)', en: 'Communes (to 6/2025)' },
  geometry: 'Polygon',
  fields,
})
export const communes2025 = defineCollection({
  id: 'communes-2025',
  title: { vi: 'Xã, phường (từ 7/2025)', en: 'Communes (from 7/2025)' },
  geometry: 'Polygon',
  fields,
})

export type AdminUnit = PropertiesOf<typeof districts>
