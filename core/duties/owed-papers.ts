/** Which papers does an act make somebody owe, and by which day? A duty that comes back every year makes a paper of each year. */
import { isIsoDate } from '../dates.ts'

/** Who can owe a paper: a carrier, the UBND of a huyện, the Sở itself. */
export const paperOwers = ['carrier', 'district', 'department'] as const
export type PaperOwer = (typeof paperOwers)[number]

export interface PaperDuty {
  readonly code: string
  readonly owed_by: PaperOwer
  /** Of the carriers or districts that owe it; empty: all of them. */
  readonly owed_codes: readonly string[]
  /** ISO day of a paper that is owed once; null with `yearly_day` null: the act sets no day. */
  readonly due_on: string | null
  /** `11-30`: owed on this day of every year between the two days. */
  readonly yearly_day: string | null
  /** Both included; null: not said. */
  readonly first_on: string | null
  readonly last_on: string | null
}

/** Somebody who can owe papers. Districts end: from the day after `valid_to` one owes nothing. */
export interface Ower {
  readonly owed_by: PaperOwer
  /** Null for the Sở. */
  readonly code: string | null
  readonly valid_to: string | null
}

export interface OwedPaper {
  readonly duty_code: string
  readonly owed_by: PaperOwer
  readonly ower_code: string | null
  /** The year of the day by which it is owed; 0 where the act sets none. */
  readonly year: number
  readonly due_on: string | null
}

/** Papers of later years are not listed yet: the one that comes next is. */
const months_ahead = 12

/** In the order of the duties, the owers and the years. @param today ISO day of Việt Nam */
export function listOwedPapers(
  duties: readonly PaperDuty[],
  owers: readonly Ower[],
  today: string,
): OwedPaper[] {
  return duties.flatMap((duty) => {
    const days = listDueDays(duty, today)
    return owers
      .filter((ower) => owes(duty, ower))
      .flatMap((ower) =>
        days
          .filter((due_on) => isThere(ower, due_on ?? duty.first_on))
          .map((due_on) => toPaper(duty, ower, due_on)),
      )
  })
}

/** The days by which a duty is owed: one, one of each year, or `null` where the act sets none. */
export function listDueDays(
  { due_on, yearly_day, first_on, last_on }: PaperDuty,
  today: string,
): (string | null)[] {
  if (yearly_day === null) return [due_on]
  const until = addMonths(today, months_ahead)
  const last = last_on === null || last_on > until ? until : last_on
  const days: string[] = []
  for (let year = toYear(first_on ?? today); year <= toYear(last); year += 1) {
    const day = toDayOfYear(year, yearly_day)
    if (day >= (first_on ?? day) && day <= last) days.push(day)
  }
  return days
}

/** 29 February is 28 February in a year that has none. */
function toDayOfYear(year: number, month_day: string): string {
  const day = `${year}-${month_day}`
  return isIsoDate(day) ? day : `${year}-02-28`
}

function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}

function toYear(day: string): number {
  return Number(day.slice(0, 4))
}

function owes({ owed_by, owed_codes }: PaperDuty, ower: Ower): boolean {
  if (owed_by !== ower.owed_by) return false
  return owed_codes.length === 0 || (ower.code !== null && owed_codes.includes(ower.code))
}

/** Nobody owes by a day on which they are no more. */
function isThere({ valid_to }: Ower, day: string | null): boolean {
  return day === null || valid_to === null || day <= valid_to
}

function toPaper({ code, owed_by }: PaperDuty, ower: Ower, due_on: string | null): OwedPaper {
  return {
    duty_code: code,
    owed_by,
    ower_code: ower.code,
    year: due_on === null ? 0 : toYear(due_on),
    due_on,
  }
}
