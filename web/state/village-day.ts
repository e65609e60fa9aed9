/** For which day is the set of villages shown that was there on the day asked about? */

/** No question speaks of an earlier one. */
const firstDay = '1900-01-01'

/**
 * Null where the villages of today are those that were there then: mostly, as only merges and splits change the set.
 *
 * @param villageDays on which the set changed, ascending ISO dates
 */
export function toVillageDay(villageDays: readonly string[], as_of: string | null): string | null {
  if (as_of === null) return null
  const isAsToday = villageDays.every((day) => day <= as_of)
  if (isAsToday) return null
  // All days with the same villages have one name, so that those are fetched once.
  return villageDays.findLast((day) => day <= as_of) ?? firstDay
}
