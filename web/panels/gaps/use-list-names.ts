/** What are the groups and carriers of the open list called? */
import { useMemo } from 'react'
import type { OpenGapList } from '../../hooks/use-gap-list.ts'
import { useUnitTable } from '../../hooks/use-unit-table.ts'
import { useApp } from '../../state/store.ts'
import type { GroupNames } from './list-words.ts'

export function useListNames({ view }: OpenGapList): GroupNames {
  const carriers = useApp((state) => state.province?.carriers)
  const table = useUnitTable()
  const { grouping } = view
  return useMemo(
    () => ({
      grouping,
      units: table?.rows ?? [],
      carriers: new Map((carriers ?? []).map(({ code, name }) => [code, name])),
    }),
    [grouping, table, carriers],
  )
}
