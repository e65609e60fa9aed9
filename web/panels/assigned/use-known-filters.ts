/** What does the address ask for that no assigned village has? Said once, and not followed. */
import { useEffect } from 'react'
import { assignmentStates } from '../../../core/assignments/lifecycle.ts'
import { blockers } from '../../../core/gaps/blockers.ts'
import { assignedGroups, type AssignedRow } from '../../state/assigned-rows.ts'
import { assignedFilters, type AssignedFilter } from '../../state/assigned-view.ts'
import { assignedKeys } from '../../state/address/assigned-part.ts'
import { useApp } from '../../state/store.ts'

export function useKnownFilters(rows: readonly AssignedRow[]): void {
  const view = useApp((state) => state.assigned)
  useEffect(() => {
    if (rows.length === 0) return
    const known = listKnown(rows)
    const unknown = assignedFilters.filter((filter) => {
      const value = view[filter]
      return value !== null && !known[filter].has(value)
    })
    if (unknown.length === 0) return
    useApp.setState(({ assigned, ignored }) => ({
      assigned: { ...assigned, ...Object.fromEntries(unknown.map((filter) => [filter, null])) },
      ignored: [
        ...ignored,
        ...unknown.map((filter) => ({
          key: assignedKeys[filter],
          value: view[filter] ?? '',
          reason: 'unknown_value' as const,
        })),
      ],
    }))
  }, [rows, view])
}

function listKnown(rows: readonly AssignedRow[]): Readonly<Record<AssignedFilter, ReadonlySet<string>>> {
  const records = rows.map(({ record }) => record)
  return {
    act: new Set(records.map(({ act_code }) => act_code)),
    carrier: new Set(records.map(({ carrier_code }) => carrier_code)),
    district: new Set(records.flatMap(({ district_code }) => district_code ?? [])),
    state: new Set(assignmentStates),
    blocker: new Set(blockers),
    urgency: new Set(assignedGroups),
  }
}
