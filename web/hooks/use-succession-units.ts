/** Which districts, old and new communes are there, as rows from which a succession is read? Null until all have come. */
import { useEffect, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { AdminUnit } from '../../core/inventory/admin-units.ts'
import type { UnitSet } from '../../core/coverage/question.ts'
import { loadLayer } from '../load-layers.ts'
import { useApp } from '../state/store.ts'
import { getUnitFeatures, layerOfSet, toBounds } from '../state/units.ts'
import type { BBox } from '../../core/geo.ts'

export type ListedUnit = AdminUnit & { readonly unit_set: UnitSet; readonly bounds: BBox }

const sets = ['district', 'commune', 'commune-2025'] as const

export function useSuccessionUnits(): readonly ListedUnit[] | null {
  const collections = useApp(useShallow(({ sources }) => sets.map((set) => sources[layerOfSet[set]])))
  useEffect(() => {
    for (const set of sets) void loadLayer(layerOfSet[set])
  }, [])
  return useMemo(() => {
    if (collections.includes(null)) return null
    return sets.flatMap((unit_set, index) =>
      getUnitFeatures(collections[index] ?? null).map((feature) => ({
        ...feature.properties,
        unit_set,
        bounds: toBounds(feature),
      })),
    )
  }, [collections])
}
