/** What lies under the data? Neighbours, borders, rivers and roads, served from the same database as everything else. */
import { Type } from 'typebox'
import { defineCollection, toEnum, toNullable } from './collection.ts'

export const baseMapKinds = ['road', 'railway', 'river', 'neighbour', 'border'] as const

export const baseMap = defineCollection({
  id: 'base-map',
  title: { vi: 'Bản đồ nền', en: 'Base map' },
  geometry: 'Mixed',
  fields: {
    kind: { schema: toEnum(baseMapKinds), title: { vi: 'Loại', en: 'Kind' } },
    name: { schema: toNullable(Type.String()), title: { vi: 'Tên', en: 'Name' } },
  },
})
