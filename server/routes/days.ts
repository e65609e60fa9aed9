/** Which days does a request speak of? */
import { isIsoDate, toVietnamDate } from '../../core/dates.ts'
import { AppError } from '../../core/errors.ts'

export interface Days {
  readonly today: string
  readonly as_of: string
}

/** Before any telephone; also keeps years out that a database cannot hold. */
const firstDay = '1900-01-01'

export function toDays(asked: string | undefined): Days {
  const today = toVietnamDate(new Date())
  if (asked === undefined) return { today, as_of: today }
  requireDay('as_of', asked)
  if (asked > today) throw new AppError('as_of_in_future', { field: 'as_of', value: asked, today })
  return { today, as_of: asked }
}

/** The day that a parameter names must be one of the calendar. */
export function requireDay(field: string, day: string): void {
  if (!isIsoDate(day) || day < firstDay) {
    throw new AppError('parameter_invalid', { field, value: day, expected: 'YYYY-MM-DD' })
  }
}
