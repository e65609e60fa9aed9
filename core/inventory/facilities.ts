/** What is a facility (cơ sở)? A place that a network is to reach or that gives access to one: offices, schools, clinics, wifi. */
import { Type } from 'typebox'
import { defineCollection, toEnum, toNullable, type PropertiesOf } from './collection.ts'

export const facilityKinds = ['office', 'post_office', 'school', 'clinic', 'public_wifi', 'other'] as const
export type FacilityKind = (typeof facilityKinds)[number]

export const facilities = defineCollection({
  id: 'facilities',
  title: { vi: 'Cơ sở', en: 'Facilities' },
  geometry: 'Point',
  fields: {
    code: { schema: Type.String(), title: { vi: 'Mã cơ sở', en: 'Facility code' } },
    name: { schema: Type.String(), title: { vi: 'Tên', en: 'Name' } },
    kind: {
      schema: toEnum(facilityKinds),
      title: { vi: 'Trụ sở, bưu điện, trường học, y tế, wifi công cộng', en: 'Kind' },
    },
    district_code: { schema: Type.String(), title: { vi: 'Mã huyện', en: 'District code' } },
    commune_code: {
      schema: Type.String(),
      title: { vi: 'Mã xã (đến 6/2025)', en: 'Commune code (to 6/2025)' },
    },
    commune_2025_code: {
      schema: Type.String(),
      title: { vi: 'Mã xã (từ 7/2025)', en: 'Commune code (from 7/2025)' },
    },
    address: { schema: toNullable(Type.String()), title: { vi: 'Địa chỉ', en: 'Address' } },
    has_fibre: {
      schema: toNullable(Type.Boolean()),
      title: { vi: 'Có cáp quang', en: 'Reached by fibre' },
    },
    note: { schema: toNullable(Type.String()), title: { vi: 'Ghi chú', en: 'Note' } },
    is_sample: { schema: Type.Boolean(), title: { vi: 'Dữ liệu mẫu', en: 'Sample data' } },
  },
})

export type Facility = PropertiesOf<typeof facilities>
