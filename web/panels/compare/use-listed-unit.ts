/** Which unit's villages are listed? One that a link names and that the set does not have is none, and is said. */
import { useEffect } from 'react'
import { useWords } from '../../hooks/use-words.ts'
import { toTitleName } from '../../i18n/unit-names.ts'
import type { ComparedResult } from '../../state/comparison.ts'
import { useApp } from '../../state/store.ts'
import { getUnitFeatures, layerOfSet } from '../../state/units.ts'
import { changeDifferences } from './change-differences.ts'

export interface ListedUnit {
  /** Its place among the units of the answer. */
  readonly position: number
  readonly name: string
}

/** Null for the province. */
export function useListedUnit({ a }: ComparedResult): ListedUnit | null {
  const { t } = useWords()
  const code = useApp((state) => state.differences.unit)
  const units = useApp((state) => state.sources[layerOfSet[a.unit_set]])
  const features = getUnitFeatures(units)
  const position = code === null ? -1 : features.findIndex(({ properties }) => properties.code === code)
  const isUnknown = code !== null && units !== null && position < 0
  useEffect(() => {
    if (!isUnknown) return
    changeDifferences({ unit: null })
    useApp.setState(({ ignored }) => ({
      ignored: [...ignored, { key: 'difference_unit', value: code, reason: 'no_such_unit' }],
    }))
  }, [isUnknown, code])
  const feature = features[position]
  return feature === undefined ? null : { position, name: toTitleName(feature.properties, t) }
}
