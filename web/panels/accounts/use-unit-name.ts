/** What is the unit called that a reference names? Its code where its layer is not here. */
import type { UnitRef } from '../../../core/permissions.ts'
import { useApp } from '../../state/store.ts'
import { getUnitFeatures } from '../../state/units.ts'

const layerOf = {
  province: 'province',
  district: 'districts',
  commune: 'communes',
  'commune-2025': 'communes-2025',
} as const

export function useUnitName(): (unit: UnitRef) => string {
  const sources = useApp((state) => state.sources)
  return ({ unit_set, code }) =>
    getUnitFeatures(sources[layerOf[unit_set]]).find(({ properties }) => properties.code === code)?.properties
      .name ?? code
}
