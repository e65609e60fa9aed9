/** What are the districts called, by code? Communes say with it where they lie. */
import { useMemo } from 'react'
import { useWords } from './use-words.ts'
import { toShortName } from '../i18n/unit-names.ts'
import { useApp } from '../state/store.ts'
import { getUnitFeatures } from '../state/units.ts'

export function useDistrictNames(): ReadonlyMap<string, string> {
  const { t } = useWords()
  const districts = useApp((state) => state.sources.districts)
  return useMemo(
    () =>
      new Map(
        getUnitFeatures(districts).map(({ properties }) => [properties.code, toShortName(properties, t)]),
      ),
    [districts, t],
  )
}
