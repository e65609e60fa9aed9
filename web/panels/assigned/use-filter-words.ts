/** By what are the listed villages filtered, in words? For the notes of a file. */
import { blockers } from '../../../core/gaps/blockers.ts'
import { assignmentStates } from '../../../core/assignments/lifecycle.ts'
import { assignedGroups, type AssignedRow } from '../../state/assigned-rows.ts'
import { assignedFilters, type AssignedFilter } from '../../state/assigned-view.ts'
import { useApp } from '../../state/store.ts'
import { useAssignedWords } from './use-assigned-words.ts'

export function useFilterWords(rows: readonly AssignedRow[]): string[] {
  const { p, t, nameCarrier } = useAssignedWords()
  const view = useApp((state) => state.assigned)
  const name: Readonly<Record<AssignedFilter, (value: string) => string | null | undefined>> = {
    act: (value) => rows.find(({ record }) => record.act_code === value)?.record.act_title,
    carrier: nameCarrier,
    district: (value) => rows.find(({ record }) => record.district_code === value)?.record.district_name,
    state: (value) => p(`states.${assignmentStates.find((known) => known === value) ?? 'not_started'}`),
    blocker: (value) => t(`blockers.${blockers.find((known) => known === value) ?? 'other'}`),
    urgency: (value) => p(`groups.${assignedGroups.find((known) => known === value) ?? 'untold'}`),
  }
  return assignedFilters.flatMap((filter) => {
    const value = view[filter]
    return value === null ? [] : [`${p(`filters.${filter}`)}: ${name[filter](value) ?? value}`]
  })
}
