/** Which of the assigned villages does one look at, and which one is opened? As the address says it: codes, null for all. */

export const assignedFilters = ['act', 'carrier', 'district', 'state', 'blocker', 'urgency'] as const
export type AssignedFilter = (typeof assignedFilters)[number]

export type AssignedView = Readonly<Record<AssignedFilter, string | null>> & {
  readonly opened_id: number | null
}

export const openingAssigned: AssignedView = {
  act: null,
  carrier: null,
  district: null,
  state: null,
  blocker: null,
  urgency: null,
  opened_id: null,
}
