/** What is the unit called whose code stands in a record? Its layer is fetched when somebody first asks. */
import { useEffect } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { toFullName } from '../i18n/unit-names.ts'
import { loadLayer } from '../load-layers.ts'
import { useApp } from '../state/store.ts'
import { getUnitFeatures } from '../state/units.ts'
import { useWords } from './use-words.ts'

const layers = {
  district_code: 'districts',
  commune_code: 'communes',
  commune_pin: 'communes',
  commune_2025_code: 'communes-2025',
} as const

type UnitField = keyof typeof layers

export function isUnitField(field: string): field is UnitField {
  return field in layers
}

/** Null until its layer has come, and for a code that is in none. */
export function useUnitNames(): (field: UnitField, code: string) => string | null {
  const { t } = useWords()
  const sources = useApp(
    useShallow(({ sources: { districts, communes, 'communes-2025': later } }) => ({
      districts,
      communes,
      'communes-2025': later,
    })),
  )
  useEffect(() => {
    for (const layer of new Set(Object.values(layers))) void loadLayer(layer)
  }, [])
  return (field, code) => {
    const unit = getUnitFeatures(sources[layers[field]]).find(({ properties }) => properties.code === code)
    return unit === undefined ? null : toFullName(unit.properties, t)
  }
}
