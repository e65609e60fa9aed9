/** What are the communes to 6/2025 called, by code? `xã Chà Tở`. */
import { useEffect, useMemo, useState } from 'react'
import { call } from '../api.ts'
import type { UnitKind } from '../../core/inventory/admin-units.ts'
import { toFullName } from '../i18n/unit-names.ts'
import { useApp } from '../state/store.ts'
import { getUnitFeatures } from '../state/units.ts'
import { useWords } from './use-words.ts'

/** Names only: the outlines of communes are much larger and stay away until they are drawn. */
export function useCommuneNames(): ReadonlyMap<string, string> {
  const { t } = useWords()
  const communes = useApp((state) => state.sources.communes)
  const [listed, setListed] = useState<readonly NamedCommune[]>([])
  useEffect(() => {
    if (communes !== null) return
    const stop = new AbortController()
    call('getCoverage', { query: { by: 'commune', service: 'fibre' }, signal: stop.signal }).then(
      ({ units }) => setListed(units as readonly NamedCommune[]),
      // Without names the list still says everything else.
      () => undefined,
    )
    return () => stop.abort()
  }, [communes])
  return useMemo(() => {
    const named = communes === null ? listed : getUnitFeatures(communes).map(({ properties }) => properties)
    return new Map(named.map((unit) => [unit.code, toFullName(unit, t)]))
  }, [communes, listed, t])
}

interface NamedCommune {
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
}
