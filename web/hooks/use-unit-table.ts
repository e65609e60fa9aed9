/** What does the table of units hold now? Computed once per answer, shared by table, map and legend. */
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useApp } from '../state/store.ts'
import { toUnitTable, type UnitTable } from '../state/unit-rows.ts'

export function useUnitTable(): UnitTable | null {
  const state = useApp(
    useShallow(({ sources, province, question, today, answer }) => ({
      sources,
      province,
      question,
      today,
      answer,
    })),
  )
  return useMemo(() => toUnitTable(state, state.answer), [state])
}
