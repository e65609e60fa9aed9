/** What is a cable route (tuyến cáp)? Its length is geodesic, a shared trench counted once. */
import { Type } from 'typebox'
import { defineCollection, toEnum, toNullable, type PropertiesOf } from './collection.ts'

export const cableRouteKinds = ['underground', 'aerial', 'duct'] as const

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
    is_sample: { schema: Type.Boolean(), title: { vi: 'Dữ liệu mẫu', en: 'Sample data' } },
  },
})

export type CableRoute = PropertiesOf<typeof cableRoutes>
