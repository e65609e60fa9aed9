/** In which months were assigned villages due, promised, on air and confirmed, and how many were then owed? */
import { toVietnamDate } from '../../core/dates.ts'
import type { AssignedRow } from './assigned-rows.ts'

export const timelineEvents = ['due', 'promised', 'on_air', 'confirmed'] as const
export type TimelineEvent = (typeof timelineEvents)[number]

export const periodLengths = ['month', 'quarter', 'year'] as const
export type PeriodLength = (typeof periodLengths)[number]

export interface TimelinePeriod {
  readonly length: PeriodLength
  readonly year: number
  /** Of the month or the quarter in its year, from 1; 1 of a year. */
  readonly number: number
  readonly events: Readonly<Record<TimelineEvent, readonly AssignedRow[]>>
  /** Due by the end of the period, or by today, and not on air by then; null of what is to come. */
  readonly owed: readonly AssignedRow[] | null
  readonly when: 'past' | 'now' | 'to come'
}

const months: Readonly<Record<PeriodLength, number>> = { month: 1, quarter: 3, year: 12 }
/** As many lines as one reads at a glance; more, and the periods are longer. */
const most_periods = 18

/**
 * Every period from the first to the last of which anything is said, and today's; empty where nothing has a day.
 *
 * @param today ISO day
 */
export function toTimeline(rows: readonly AssignedRow[], today: string): TimelinePeriod[] {
  const dated = timelineEvents.flatMap((event) =>
    rows.flatMap((row) => {
      const day = toDay(row, event)
      return day === null ? [] : [{ event, row, month: toMonth(day) }]
    }),
  )
  if (dated.length === 0) return []
  const now = toMonth(today)
  const all = [...dated.map(({ month }) => month), now]
  const [first, last] = [Math.min(...all), Math.max(...all)]
  const length = periodLengths.find((each) => (last - first) / months[each] < most_periods) ?? 'year'
  const size = months[length]
  const periods: TimelinePeriod[] = []
  for (let start = first - (first % size); start <= last; start += size) {
    const isWithin = (month: number) => month >= start && month < start + size
    const when = isWithin(now) ? 'now' : start > now ? 'to come' : 'past'
    periods.push({
      length,
      year: Math.floor(start / 12),
      number: Math.floor((start % 12) / size) + 1,
      events: toEvents((event) =>
        dated.filter((each) => each.event === event && isWithin(each.month)).map(({ row }) => row),
      ),
      owed: when === 'to come' ? null : listOwed(rows, when === 'now' ? today : toLastDay(start + size)),
      when,
    })
  }
  return periods
}

function toEvents(list: (event: TimelineEvent) => readonly AssignedRow[]): TimelinePeriod['events'] {
  return {
    due: list('due'),
    promised: list('promised'),
    on_air: list('on_air'),
    confirmed: list('confirmed'),
  }
}

/** ISO day of Việt Nam; null where nobody says one, or the reader is not told. */
function toDay({ record: { due_on, progress } }: AssignedRow, event: TimelineEvent): string | null {
  if (event === 'due') return due_on
  if (progress === null) return null
  if (event === 'promised') return progress.on_air_promised_on
  if (event === 'on_air') return progress.on_air_on
  // The Sở also decides when it returns a report.
  return progress.state === 'confirmed' && progress.decided_at !== null
    ? toVietnamDate(new Date(progress.decided_at))
    : null
}

/** Only of those whose progress is told: of the others nobody can say that they are owed. */
function listOwed(rows: readonly AssignedRow[], day: string): AssignedRow[] {
  return rows.filter(({ record: { due_on, progress } }) => {
    if (progress === null || due_on === null || due_on > day) return false
    return progress.on_air_on === null || progress.on_air_on > day
  })
}

/** Months since the year 0. */
function toMonth(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1
}

/** Of the month before this one: days of a month are compared as text, and none comes after 31. */
function toLastDay(month: number): string {
  const before = month - 1
  return `${Math.floor(before / 12)}-${String((before % 12) + 1).padStart(2, '0')}-31`
}
