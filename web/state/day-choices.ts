/** Which days are worth asking about? Ends of the years that the records span, their last day, and the day chosen. */

/**
 * @param observed ISO days of records, first to last
 * @returns latest first, none after today, today left out
 */
export function listDayChoices(observed: readonly string[], chosen: string | null, today: string): string[] {
  const first = observed[0]
  const last = observed.at(-1)
  const days = new Set<string>(chosen === null ? [] : [chosen])
  if (first !== undefined && last !== undefined) {
    days.add(last)
    const lastYear = Number(last.slice(0, 4))
    for (let year = Number(first.slice(0, 4)); year < lastYear; year++) days.add(`${year}-12-31`)
  }
  return [...days].filter((day) => day < today).sort((a, b) => (a < b ? 1 : -1))
}
