/** Which filters does each layer understand? Others are refused: a filter silently ignored would look like an answer. */
import type { LayerId } from '../inventory/layers.ts'
import type { featureFilters } from './parameters.ts'

export type FeatureFilter = keyof typeof featureFilters

const units = ['district_code', 'commune_code', 'commune_2025_code'] as const
const sites = ['bbox', ...units, 'carrier', 'technology', 'power_source', 'as_of'] as const

export const layerFilters: Readonly<Record<LayerId, readonly FeatureFilter[]>> = {
  province: ['bbox'],
  districts: ['bbox', 'district_code'],
  communes: ['bbox', ...units],
  'communes-2025': ['bbox', ...units],
  villages: ['bbox', ...units, 'as_of'],
  sites,
  'generator-sites': sites,
  'cable-routes': ['bbox', ...units, 'carrier'],
  facilities: ['bbox', ...units],
  assignments: ['bbox', ...units, 'carrier', 'as_of'],
  'base-map': ['bbox'],
}
