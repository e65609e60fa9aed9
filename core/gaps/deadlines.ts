/** By when must a village be served, and how late is it? */
import { toDayNumber } from '../dates.ts'

export interface Deadline {
  /** ISO day; null where no act sets one: never invented. */
  readonly due_on: string | null
  /** 0 while it is not late; null without a deadline. */
  readonly days_overdue: number | null
}

/**
 * The earliest of the days by which something was due, of the assignments that are not fulfilled.
 *
 * @param today ISO day in Asia/Ho_Chi_Minh, or the as-of day
 */
export function toDeadline(dueOns: readonly (string | null)[], today: string): Deadline {
  const due_on = dueOns.filter((day) => day !== null).sort()[0] ?? null
  return {
    due_on,
    days_overdue: due_on === null ? null : Math.max(0, toDayNumber(today) - toDayNumber(due_on)),
  }
}
