/** What has to be done about an assigned village first, and how late is it? */
import { toDayNumber } from '../dates.ts'
import type { AssignmentState } from './lifecycle.ts'

/** The most urgent first. `undated`: no act sets a day, and none is invented. */
export const urgencies = ['overdue', 'returned', 'due_soon', 'later', 'undated', 'awaiting', 'done'] as const
export type Urgency = (typeof urgencies)[number]

/** Days before a deadline from which it is soon. */
export const soon_days = 90

export interface DatedAssignment {
  readonly state: AssignmentState
  /** ISO days. Null: the act sets none. */
  readonly due_on: string | null
  /** When the service went on air, as reported; null: not yet. */
  readonly on_air_on: string | null
}

/** Handed in is the Sở’s turn: it stands under `awaiting` however late it is. */
export function toUrgency({ state, due_on }: DatedAssignment, today: string): Urgency {
  if (state === 'confirmed') return 'done'
  if (state === 'awaiting') return 'awaiting'
  if (due_on !== null && due_on < today) return 'overdue'
  if (state === 'returned') return 'returned'
  if (due_on === null) return 'undated'
  return toDayNumber(due_on) - toDayNumber(today) <= soon_days ? 'due_soon' : 'later'
}

/**
 * Days after the deadline: until it went on air, where it is handed in or done; until today otherwise. 0 in time; null
 * without a deadline.
 */
export function toDaysLate({ state, due_on, on_air_on }: DatedAssignment, today: string): number | null {
  if (due_on === null) return null
  const isServed = state === 'awaiting' || state === 'confirmed'
  const until = isServed && on_air_on !== null ? on_air_on : today
  return Math.max(0, toDayNumber(until) - toDayNumber(due_on))
}
