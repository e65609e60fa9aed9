/** Over which time does the history run, and at which days is it worth stopping? Months in a row, then today. */
import type { StationMonths } from '../../core/api/station-months.ts'
import { fromDayNumber, toDayNumber } from '../../core/dates.ts'
import type { ObservedDay } from '../workers/history.ts'

export interface TimeMonth {
  /** `2020-12` */
  readonly month: string
  /** ISO day; of the current month today. */
  readonly last_day: string
  /** That the question admits. */
  readonly statements: number
  /** Stations that went on or off air, where the reader may know. */
  readonly stations: number
  /** Whether anything happened at all: only there a step stops. */
  readonly is_stop: boolean
}

export interface TimeLine {
  readonly months: readonly TimeMonth[]
  readonly today: string
}

export interface TimeEvents {
  /** Every day on which anything was observed. */
  readonly observed_days: readonly string[]
  /** Of those, what the question admits. */
  readonly admitted: readonly ObservedDay[]
  readonly stations: StationMonths['months']
  readonly today: string
}

/** Positions of one month on the axis: a day is one of them. */
export const monthLength = 31

/** Null where nothing was ever observed. */
export function toTimeLine({ observed_days, admitted, stations, today }: TimeEvents): TimeLine | null {
  const past = observed_days.filter((day) => day <= today)
  const eventful = new Set([...past.map(toMonth), ...stations.map(({ month }) => month)])
  const sorted = [...eventful].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return null
  const statements = new Map<string, number>()
  for (const { day, statements: count } of admitted) {
    statements.set(toMonth(day), (statements.get(toMonth(day)) ?? 0) + count)
  }
  const changes = new Map(stations.map(({ month, on_air, off_air }) => [month, on_air + off_air]))
  return {
    today,
    months: listMonths(first, last).map((month) => ({
      month,
      last_day: toLastDay(month, today),
      statements: statements.get(month) ?? 0,
      stations: changes.get(month) ?? 0,
      is_stop: eventful.has(month),
    })),
  }
}

/** The last position, behind the last month: today. */
export function getEnd({ months }: TimeLine): number {
  return months.length * monthLength
}

/** Where a day stands on the axis; one before the history at its start, one behind it at its end. */
export function toPosition(line: TimeLine, as_of: string | null): number {
  if (as_of === null || as_of >= line.today) return getEnd(line)
  const index = line.months.findIndex(({ month }) => month === toMonth(as_of))
  if (index >= 0) return index * monthLength + Number(as_of.slice(8)) - 1
  return as_of < (line.months[0]?.month ?? '') ? 0 : getEnd(line) - 1
}

/** The stop nearest to a position; null is today. */
export function toNearestStop(line: TimeLine, position: number): string | null {
  const distanceTo = (stop: string | null) => Math.abs(toPosition(line, stop) - position)
  return listStops(line).reduce((best, stop) => (distanceTo(stop) < distanceTo(best) ? stop : best))
}

/** Ends of the months in which something happened, then null for today. */
export function listStops({ months, today }: TimeLine): (string | null)[] {
  const days = months.filter(({ is_stop, last_day }) => is_stop && last_day < today)
  return [...days.map(({ last_day }) => last_day), null]
}

/** The stop after or before the day shown; the same day where there is none. */
export function toNextStop(line: TimeLine, as_of: string | null, by: 'next' | 'previous'): string | null {
  const stops = listStops(line)
  if (by === 'previous') {
    return stops.findLast((stop) => stop !== null && (as_of === null || stop < as_of)) ?? as_of
  }
  return as_of === null ? null : (stops.find((stop) => stop === null || stop > as_of) ?? null)
}

/** A year further or back, at a stop. */
export function toStopAfterYear(
  line: TimeLine,
  as_of: string | null,
  by: 'next' | 'previous',
): string | null {
  const years = by === 'next' ? 1 : -1
  return toNearestStop(line, toPosition(line, as_of) + years * 12 * monthLength)
}

function toMonth(day: string): string {
  return day.slice(0, 7)
}

function listMonths(first: string, last: string): string[] {
  const months: string[] = []
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5))]
  for (let text = first; text <= last; text = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(text)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
  return months
}

function toLastDay(month: string, today: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  const last = fromDayNumber(toDayNumber(next) - 1)
  return last < today ? last : today
}
