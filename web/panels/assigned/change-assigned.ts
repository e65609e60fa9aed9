/** How is another part of the assigned villages listed, or one of them opened or shown on the map? */
import type { AssignmentRecord } from '../../../core/api/assignments.ts'
import type { LngLat } from '../../../core/geo.ts'
import { openingAssigned, type AssignedView } from '../../state/assigned-view.ts'
import { useApp } from '../../state/store.ts'
import { bringIntoView, select } from '../../state/transitions.ts'
import { getVillageFeatures } from '../../state/units.ts'

export function changeAssigned(change: Partial<AssignedView>): void {
  useApp.setState(({ assigned }) => ({ assigned: { ...assigned, ...change } }))
}

/** Everything but what is asked for is listed no more. */
export function listOnly(change: Partial<AssignedView>): void {
  useApp.setState({ assigned: { ...openingAssigned, ...change } })
}

/** The map moves only where the village is out of sight. */
export function showVillage({ village_id }: Pick<AssignmentRecord, 'village_id'>): void {
  if (village_id === null) return
  useApp.setState((state) => {
    const village = getVillageFeatures(state.sources.villages).find(({ id }) => id === village_id)
    return {
      ...select(state, { type: 'village', id: village_id }),
      ...(village === undefined
        ? {}
        : bringIntoView(state, village.geometry.coordinates as unknown as LngLat)),
    }
  })
}

export function openAssignment(record: AssignmentRecord): void {
  showVillage(record)
  changeAssigned({ opened_id: record.id })
}
