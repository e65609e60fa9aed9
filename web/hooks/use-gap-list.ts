/** Which list is open: its scope, its villages in their order, and what they add up to? */
import { useEffect, useMemo } from 'react'
import { loadLayer } from '../load-layers.ts'
import type { Answered } from '../state/answer-slice.ts'
import { toGapList, type GapList } from '../state/gap-list.ts'
import { toGapRows } from '../state/gap-rows.ts'
import { resolveScope, type ResolvedScope } from '../state/list-scope.ts'
import type { ListView } from '../state/list-view.ts'
import { useApp } from '../state/store.ts'
import { getVillageFeatures } from '../state/units.ts'
import { toAssignmentsByVillage } from '../state/village-list.ts'
import { useCommuneNames } from './use-commune-names.ts'
import { useDistrictNames } from './use-district-names.ts'
import { useSurroundings } from './use-surroundings.ts'
import { useUnitTable } from './use-unit-table.ts'

export interface OpenGapList {
  readonly answer: NonNullable<Answered['answer']>
  /** Null where the scope means nothing here; the list is then empty. */
  readonly scope: ResolvedScope | null
  readonly list: GapList
  readonly view: ListView
  /** Whether what stands around the villages is still to come. */
  readonly surroundings: 'known' | 'awaited' | 'failed'
}

/** Null until there is an answer. */
export function useGapList(): OpenGapList | null {
  const view = useApp((state) => state.list)
  const answer = useApp((state) => state.answer)
  const villages = useApp((state) => state.sources.villages)
  const assignments = useApp((state) => state.sources.assignments)
  const hasFailed = useApp(
    ({ layer_problems }) =>
      layer_problems.sites !== undefined || layer_problems['cable-routes'] !== undefined,
  )
  const table = useUnitTable()
  const communes = useCommuneNames()
  const districts = useDistrictNames()
  const surroundings = useSurroundings()
  useEffect(() => void loadLayer('assignments'), [])
  const byVillage = useMemo(() => toAssignmentsByVillage(assignments), [assignments])
  const { scope: asked, states } = view
  const scope = useMemo(
    () => (answer === null || table === null ? null : resolveScope(asked, answer, table)),
    [asked, answer, table],
  )
  const rows = useMemo(() => {
    if (answer === null || scope === null) return []
    const sources = {
      villages: getVillageFeatures(villages),
      answer,
      surroundings,
      assignments: byVillage,
      communes,
      districts,
    }
    return toGapRows(sources, { units: scope.units, states })
  }, [answer, scope, states, villages, surroundings, byVillage, communes, districts])
  const { rule, sort, grouping } = view
  const list = useMemo(() => toGapList(rows, { rule, sort, grouping }), [rows, rule, sort, grouping])
  if (answer === null) return null
  const known = surroundings !== null ? 'known' : hasFailed ? 'failed' : 'awaited'
  return { answer, scope, list, view, surroundings: known }
}
