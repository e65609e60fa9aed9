/** Which day is it in Việt Nam? Dates are ISO strings (2021-06-30) outside and day numbers inside engines. */

const msPerDay = 86_400_000
const isoDate = /^\d{4}-\d{2}-\d{2}$/

/** True for a real calendar day written as YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  if (!isoDate.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // The 31st of February would be a day of March.
  return !Number.isNaN(time) && new Date(time).getUTCDate() === Number(text.slice(-2))
}

/** Days since 1970-01-01 of an ISO date. */
export function toDayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / msPerDay)
}

/** ISO date of a day number. */
export function fromDayNumber(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10)
}

const vietnamDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The ISO date of an instant in Asia/Ho_Chi_Minh: the only calendar that as-of dates and deadlines know. */
export function toVietnamDate(instant: Date): string {
  return vietnamDay.format(instant)
}

const vietnamHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** The hour of an instant in Asia/Ho_Chi_Minh, 0 to 23. */
export function toVietnamHour(instant: Date): number {
  return Number(vietnamHour.format(instant))
}
