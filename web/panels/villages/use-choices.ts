/** Which carriers, sources, communes and answers can be chosen from? */
import { useEffect, useMemo } from 'react'
import { compareNames } from '../../../core/text.ts'
import { useDistrictNames } from '../../hooks/use-district-names.ts'
import { usePartWords } from '../../hooks/use-part-words.ts'
import { toFullName } from '../../i18n/unit-names.ts'
import { loadLayer } from '../../load-layers.ts'
import { useApp } from '../../state/store.ts'
import { getUnitFeatures } from '../../state/units.ts'
import type { YesNo } from '../../state/village-edit.ts'
import type { Choice } from './fields.tsx'

export function useCarrierChoices(): readonly Choice[] {
  const { p } = usePartWords('villages')
  const carriers = useApp((state) => state.province?.carriers) ?? []
  return [
    { value: '', label: p('statement.choose_carrier') },
    ...carriers.map(({ code, name }) => ({ value: code, label: name })),
  ]
}

export function useSourceChoices(): readonly Choice[] {
  const { p } = usePartWords('villages')
  const sources = useApp((state) => state.province?.sources) ?? []
  return [
    { value: '', label: p('statement.choose_source') },
    ...sources.map(({ code, title }) => ({ value: code, label: title })),
  ]
}

/** Every commune to 6/2025, each with its district and the commune that it belongs to since. */
export function useCommuneChoices(none: string): readonly Choice[] {
  const { t } = usePartWords('villages')
  const communes = useApp((state) => state.sources.communes)
  const communes2025 = useApp((state) => state.sources['communes-2025'])
  const districts = useDistrictNames()
  useEffect(() => {
    void loadLayer('communes')
    void loadLayer('communes-2025')
  }, [])
  return useMemo(() => {
    const later = new Map(getUnitFeatures(communes2025).map(({ properties: unit }) => [unit.code, unit]))
    const choices = getUnitFeatures(communes).map(({ properties: unit }) => {
      const next = later.get(unit.successor_code ?? '')
      const parts = [
        `${toFullName(unit, t)} (${districts.get(unit.parent_code ?? '') ?? ''})`,
        ...(next === undefined ? [] : [t('search.now_part_of', { name: toFullName(next, t) })]),
      ]
      return { value: unit.code, label: parts.join(' · '), name: unit.name }
    })
    choices.sort((a, b) => compareNames(a.name, b.name))
    return [{ value: '', label: none }, ...choices]
  }, [communes, communes2025, districts, t, none])
}

/** `xã Chà Tở` by the code of the commune (to 6/2025); empty until they are loaded. */
export function useCommuneNames(): ReadonlyMap<string, string> {
  const { t } = usePartWords('villages')
  const communes = useApp((state) => state.sources.communes)
  useEffect(() => void loadLayer('communes'), [])
  return useMemo(
    () =>
      new Map(
        getUnitFeatures(communes).map(({ properties }) => [properties.code, toFullName(properties, t)]),
      ),
    [communes, t],
  )
}

/** What a village is called officially. */
export function useKindChoices() {
  const { t } = usePartWords('villages')
  return (['thon', 'ban', 'to_dan_pho'] as const).map((value) => ({
    value,
    label: t(`village.kind.${value}`),
  }))
}

export function useYesNoChoices(): readonly { readonly value: YesNo; readonly label: string }[] {
  const { p } = usePartWords('villages')
  return [
    { value: '', label: p('unknown') },
    { value: 'yes', label: p('yes') },
    { value: 'no', label: p('no') },
  ]
}
