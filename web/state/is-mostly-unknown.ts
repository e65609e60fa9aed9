/** Is so little known of a unit that its share would mislead? */
import type { UnitShare } from '../../core/coverage/share.ts'

/** At least half is unknown: no colour would be honest. */
export function isMostlyUnknown(share: UnitShare): boolean {
  return share.total > 0 && share.unknown * 2 >= share.total
}

/** Nothing is known to be covered and most is unknown: “0 %” would be taken for a no. */
export function isUnknown(share: UnitShare): boolean {
  return share.percent === null || (isMostlyUnknown(share) && share.covered === 0)
}
