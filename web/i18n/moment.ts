/** When was it, on the clocks of Việt Nam? dd/mm/yyyy HH:mm. */
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** @param iso a moment with its offset; a text that is none stays as it is */
export function toMoment(iso: string): string {
  const moment = new Date(iso)
  return Number.isNaN(moment.getTime()) ? iso : parts.format(moment).replace(',', '')
}
