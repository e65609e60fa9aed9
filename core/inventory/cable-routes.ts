/** What is a cable route (tuyến cáp)? Its length is geodesic, a shared trench counted once. */
import { Type } from 'typebox'
import { defineCollection, toEnum, toNullable, type PropertiesOf } from './collection.ts'

export const cableRouteKinds = ['underground', 'aerial', 'duct'] as const
export type CableRouteKind = (typeof cableRouteKinds)[number]
export const cableTypes = ['fibre', 'copper'] as const
export type CableType = (typeof cableTypes)[number]

const count = toNullable(Type.Integer())

export const cableRoutes = defineCollection({
  id: 'cable-routes',
  title: { vi: 'Tuyến cáp', en: 'Cable routes' },
  geometry: 'LineString',
  fields: {
    code: { schema: Type.String(), title: { vi: 'Mã tuyến', en: 'Route code' } },
    name: { schema: Type.String(), title: { vi: 'Tên tuyến', en: 'Name' } },
    kind: { schema: toEnum(cableRouteKinds), title: { vi: 'Ngầm, treo hay trong ống', en: 'Kind' } },
    owner_code: { schema: toNullable(Type.String()), title: { vi: 'Chủ sở hữu', en: 'Owner' } },
    tenant_codes: { schema: Type.Array(Type.String()), title: { vi: 'Dùng chung', en: 'Tenants' } },
    length_m: { schema: Type.Number(), title: { vi: 'Chiều dài', en: 'Length' }, unit: 'm' },
    built_on: { schema: toNullable(Type.String()), title: { vi: 'Xây dựng', en: 'Built on' } },
    cable_type: {
      schema: toNullable(toEnum(cableTypes)),
      title: { vi: 'Cáp quang hay cáp đồng', en: 'Type of cable' },
    },
    capacity: { schema: toNullable(Type.String()), title: { vi: 'Dung lượng', en: 'Capacity' } },
    pole_count: { schema: count, title: { vi: 'Số cột', en: 'Poles' } },
    duct_count: { schema: count, title: { vi: 'Số ống', en: 'Ducts' } },
    ducts_used: { schema: count, title: { vi: 'Số ống đã dùng', en: 'Ducts in use' } },
    is_sample: { schema: Type.Boolean(), title: { vi: 'Dữ liệu mẫu', en: 'Sample data' } },
  },
})

export type CableRoute = PropertiesOf<typeof cableRoutes>
