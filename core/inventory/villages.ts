/** What is a village (thôn, bản, tổ dân phố)? The unit in which coverage is counted. */
import { Type } from 'typebox'
import { coverageStates } from '../coverage/states.ts'
import { defineCollection, toEnum, toNullable, type PropertiesOf } from './collection.ts'

export const villageKinds = ['thon', 'ban', 'to_dan_pho'] as const
export const roadAccesses = ['car', 'motorbike', 'foot'] as const
/** What decided the commune: the position, a pin set by staff, or (no position) the commune stated for it. */
export const locatedBys = ['position', 'pin', 'label'] as const

const state = toEnum(coverageStates)

/** A village without a position stands at the label point of its commune and says so in `located_by`. */
export const villages = defineCollection({
  id: 'villages',
  title: { vi: 'Thôn, bản, tổ dân phố', en: 'Villages' },
  geometry: 'Point',
  fields: {
    code: { schema: Type.String(), title: { vi: 'Mã thôn, bản', en: 'Village code' } },
    name: { schema: Type.String(), title: { vi: 'Tên', en: 'Name' } },
    kind: { schema: toEnum(villageKinds), title: { vi: 'Loại', en: 'Kind' } },
    households: {
      schema: toNullable(Type.Integer()),
      title: { vi: 'Số hộ', en: 'Households' },
      unit: 'hộ',
    },
    population: {
      schema: toNullable(Type.Integer()),
      title: { vi: 'Số dân', en: 'Population' },
      unit: 'người',
    },
    grid_power: { schema: toNullable(Type.Boolean()), title: { vi: 'Có điện lưới', en: 'Grid power' } },
    grid_power_since: {
      schema: toNullable(Type.String()),
      title: { vi: 'Có điện lưới từ', en: 'Grid power since' },
    },
    road_access: { schema: toNullable(toEnum(roadAccesses)), title: { vi: 'Đường vào', en: 'Road access' } },
    especially_difficult: {
      schema: toNullable(Type.Boolean()),
      title: { vi: 'Đặc biệt khó khăn', en: 'Especially difficult' },
    },
    border: { schema: toNullable(Type.Boolean()), title: { vi: 'Biên giới', en: 'Border' } },
    assigned_since: {
      schema: toNullable(Type.String()),
      title: { vi: 'Được giao từ', en: 'Assigned since' },
    },
    fibre: { schema: state, title: { vi: 'Cáp quang', en: 'Fibre' } },
    mobile_2g: { schema: state, title: { vi: 'Di động 2G', en: '2G' } },
    mobile_3g: { schema: state, title: { vi: 'Di động 3G', en: '3G' } },
    mobile_4g: { schema: state, title: { vi: 'Di động 4G', en: '4G' } },
    mobile_5g: { schema: state, title: { vi: 'Di động 5G', en: '5G' } },
    mobile: { schema: state, title: { vi: 'Di động 3G/4G/5G', en: 'Mobile 3G/4G/5G' } },
    district_code: { schema: Type.String(), title: { vi: 'Mã huyện (đến 6/2025)', en: 'District code' } },
    commune_code: {
      schema: Type.String(),
      title: { vi: 'Mã xã (đến 6/2025)', en: 'Commune code (to 6/2025)' },
    },
    commune_2025_code: {
      schema: Type.String(),
      title: { vi: 'Mã xã (từ 7/2025)', en: 'Commune code (from 7/2025)' },
    },
    located_by: { schema: toEnum(locatedBys), title: { vi: 'Xác định xã theo', en: 'Located by' } },
    is_sample: { schema: Type.Boolean(), title: { vi: 'Dữ liệu mẫu', en: 'Sample data' } },
    position_is_sample: {
      schema: Type.Boolean(),
      title: { vi: 'Vị trí là dữ liệu mẫu', en: 'Position is sample data' },
    },
  },
})

export type Village = PropertiesOf<typeof villages>
