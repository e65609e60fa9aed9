/** Which village has which act assigned to which carrier? Spellings stand as printed. */
import { Type } from 'typebox'
import { plannedServices, coverageStates } from '../coverage/states.ts'
import { defineCollection, toEnum, toNullable, type PropertiesOf } from './collection.ts'

export const assignments = defineCollection({
  id: 'assignments',
  title: { vi: 'Thôn, bản được giao', en: 'Assigned villages' },
  geometry: 'Point',
  fields: {
    act_code: { schema: Type.String(), title: { vi: 'Văn bản giao', en: 'Legal act' } },
    row_no: { schema: Type.Integer(), title: { vi: 'Số thứ tự', en: 'Row' } },
    village_printed: { schema: Type.String(), title: { vi: 'Thôn, bản (như in)', en: 'Village as printed' } },
    commune_printed: { schema: Type.String(), title: { vi: 'Xã (như in)', en: 'Commune as printed' } },
    district_printed: { schema: Type.String(), title: { vi: 'Huyện (như in)', en: 'District as printed' } },
    carrier_code: { schema: Type.String(), title: { vi: 'Doanh nghiệp được giao', en: 'Assigned carrier' } },
    service: { schema: toEnum(plannedServices), title: { vi: 'Dịch vụ được giao', en: 'Assigned service' } },
    due_on: {
      schema: toNullable(Type.String()),
      title: { vi: 'Thời hạn (trống: chưa quy định)', en: 'Due (empty: not set)' },
    },
    village_id: { schema: toNullable(Type.Integer()), title: { vi: 'Thôn, bản', en: 'Village' } },
    village_name: { schema: toNullable(Type.String()), title: { vi: 'Tên thôn, bản', en: 'Village name' } },
    state: {
      schema: toEnum(coverageStates),
      title: { vi: 'Hiện trạng dịch vụ được giao', en: 'State of the assigned service' },
    },
    district_code: { schema: toNullable(Type.String()), title: { vi: 'Mã huyện', en: 'District code' } },
    commune_code: {
      schema: toNullable(Type.String()),
      title: { vi: 'Mã xã (đến 6/2025)', en: 'Commune code' },
    },
    commune_2025_code: {
      schema: toNullable(Type.String()),
      title: { vi: 'Mã xã (từ 7/2025)', en: 'Commune code (from 7/2025)' },
    },
    is_sample: { schema: Type.Boolean(), title: { vi: 'Vị trí mẫu', en: 'Sample position' } },
  },
})

export type Assignment = PropertiesOf<typeof assignments>
