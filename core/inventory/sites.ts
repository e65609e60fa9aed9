/** What does everybody see of a site (vị trí)? A position with a mast that may carry several carriers' stations. */
import { Type } from 'typebox'
import { defineCollection, toEnum, toHideable, type PropertiesOf } from './collection.ts'

export const technologies = ['2g', '3g', '4g', '5g'] as const
export type Technology = (typeof technologies)[number]
export const powerSources = ['grid', 'generator', 'solar'] as const
export type PowerSource = (typeof powerSources)[number]
export const backhauls = ['fibre', 'microwave', 'satellite'] as const
export const siteStatuses = ['planned', 'live', 'retired'] as const

/**
 * How much of a site this reader gets: all of it, the mast that is offered for sharing, what everybody sees, or that at the
 * centre of a 1 km cell.
 */
export const siteAccesses = ['full', 'mast', 'public', 'generalised'] as const

const fields = {
  code: { schema: Type.String(), title: { vi: 'Mã trạm', en: 'Site code' } },
  name: { schema: Type.String(), title: { vi: 'Tên trạm', en: 'Name' } },
  carriers: {
    schema: Type.Array(Type.String()),
    title: { vi: 'Nhà mạng đang phát sóng', en: 'Carriers on air' },
  },
  has_2g: { schema: Type.Boolean(), title: { vi: 'Có 2G', en: 'Has 2G' } },
  has_3g: { schema: Type.Boolean(), title: { vi: 'Có 3G', en: 'Has 3G' } },
  has_4g: { schema: Type.Boolean(), title: { vi: 'Có 4G', en: 'Has 4G' } },
  has_5g: { schema: Type.Boolean(), title: { vi: 'Có 5G', en: 'Has 5G' } },
  power_source: { schema: toEnum(powerSources), title: { vi: 'Nguồn điện chính', en: 'Main power' } },
  has_backup_generator: {
    schema: toHideable(Type.Boolean()),
    title: { vi: 'Có máy nổ dự phòng', en: 'Has a standby generator' },
  },
  backhaul: { schema: toHideable(toEnum(backhauls)), title: { vi: 'Truyền dẫn', en: 'Backhaul' } },
  shareable: {
    schema: toHideable(Type.Boolean()),
    title: { vi: 'Sẵn sàng dùng chung', en: 'Offered for sharing' },
  },
  status: { schema: toEnum(siteStatuses), title: { vi: 'Tình trạng', en: 'Status' } },
  mast_kind: { schema: toHideable(Type.String()), title: { vi: 'Loại cột', en: 'Mast kind' } },
  mast_height_m: {
    schema: toHideable(Type.Number()),
    title: { vi: 'Chiều cao cột', en: 'Mast height' },
    unit: 'm',
  },
  shared: {
    schema: Type.Boolean(),
    title: { vi: 'Từ hai nhà mạng dùng chung', en: 'Used by two or more carriers' },
  },
  district_code: { schema: Type.String(), title: { vi: 'Mã huyện (đến 6/2025)', en: 'District code' } },
  commune_code: {
    schema: Type.String(),
    title: { vi: 'Mã xã (đến 6/2025)', en: 'Commune code (to 6/2025)' },
  },
  commune_2025_code: {
    schema: Type.String(),
    title: { vi: 'Mã xã (từ 7/2025)', en: 'Commune code (from 7/2025)' },
  },
  access: { schema: toEnum(siteAccesses), title: { vi: 'Mức được xem', en: 'What is shown' } },
  is_sample: { schema: Type.Boolean(), title: { vi: 'Dữ liệu mẫu', en: 'Sample data' } },
} as const

/** Technologies and carriers are those of stations on air on the day asked for. */
export const sites = defineCollection({
  id: 'sites',
  title: { vi: 'Trạm BTS', en: 'BTS sites' },
  geometry: 'Point',
  fields,
})

/** Sites whose main power is a generator (máy nổ); a standby generator does not count. */
export const generatorSites = defineCollection({
  id: 'generator-sites',
  title: { vi: 'Trạm chạy máy nổ', en: 'Generator-powered sites' },
  geometry: 'Point',
  fields,
})

export type Site = PropertiesOf<typeof sites>
