/** How does a paper that is owed stand today: not due yet, due soon, nothing recorded past its day, sent, sent late? */
import { toDayNumber } from '../dates.ts'
import type { PaperState } from './paper-lifecycle.ts'

/** What asks for somebody’s hand first. `unknown`: past its day and nothing is recorded, which does not say that it is missing. */
export const paperStandings = [
  'awaiting',
  'returned',
  'unknown',
  'due_soon',
  'later',
  'undated',
  'sent_late',
  'sent',
  'waived',
  'ended',
] as const
export type PaperStanding = (typeof paperStandings)[number]

/** Days before its day from which it is soon. */
const paperSoon_days = 30

export interface StandingPaper {
  readonly state: PaperState
  /** ISO days. Null: the act sets none. */
  readonly due_on: string | null
  readonly sent_on: string | null
  /** The last day of whoever owes it; null: they are still there. */
  readonly ower_valid_to: string | null
}

export function toPaperStanding(paper: StandingPaper, today: string): PaperStanding {
  switch (paper.state) {
    case 'handed_in':
      return 'awaiting'
    case 'accepted':
      return countDaysLate(paper, today) > 0 ? 'sent_late' : 'sent'
    case 'waived':
      return 'waived'
    default:
      return toOpenStanding(paper, today)
  }
}

function toOpenStanding({ state, due_on, ower_valid_to }: StandingPaper, today: string): PaperStanding {
  if (ower_valid_to !== null && ower_valid_to < today) return 'ended'
  if (state === 'returned') return 'returned'
  if (due_on === null) return 'undated'
  if (due_on < today) return 'unknown'
  return toDayNumber(due_on) - toDayNumber(today) <= paperSoon_days ? 'due_soon' : 'later'
}

/**
 * Days after its day: on which it was sent or, while it was not, today. 0 in time, where no day is set, and where nothing is
 * recorded: nobody is late of whom nothing is known.
 */
export function countDaysLate(
  { state, due_on, sent_on, ower_valid_to }: StandingPaper,
  today: string,
): number {
  if (due_on === null || state === 'unrecorded' || state === 'waived') return 0
  const end = ower_valid_to !== null && ower_valid_to < today ? ower_valid_to : today
  // Returned is not sent: it is still owed.
  const until = state === 'returned' ? end : (sent_on ?? end)
  return Math.max(0, toDayNumber(until) - toDayNumber(due_on))
}
