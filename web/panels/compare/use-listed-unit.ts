/** What is the unit called whose villages are listed? */
import { useWords } from '../../hooks/use-words.ts'
import { toTitleName } from '../../i18n/unit-names.ts'
import type { ComparedResult } from '../../state/comparison.ts'
import { useApp } from '../../state/store.ts'
import { getUnitFeatures, layerOfSet } from '../../state/units.ts'

/** Null for the province. */
export function useListedUnit({ a }: ComparedResult, unit: number | null): string | null {
  const { t } = useWords()
  const units = useApp((state) => state.sources[layerOfSet[a.unit_set]])
  const feature = unit === null ? undefined : getUnitFeatures(units)[unit]
  return feature === undefined ? null : toTitleName(feature.properties, t)
}
