/** Which reports did a later verification find to say too much? */
import { rankState } from './claims.ts'
import type { JudgedStatement } from './inventory.ts'
import type { ReasonOf } from './reasons.ts'

/**
 * By statement id. Only what the carrier still said when it was verified: a report that it had taken back itself is not held
 * against it. A report of less than was found later is none either, because service comes; and one that comes after the
 * verification asks to verify again (core/coverage/strongest.ts).
 *
 * @param said of one village, service and carrier, by day, then as recorded
 */
export function findRefuted(
  said: readonly JudgedStatement[],
): ReadonlyMap<number, ReasonOf<'contradicts_verification'>> {
  const refuted = new Map<number, ReasonOf<'contradicts_verification'>>()
  let standing: JudgedStatement[] = []
  for (const statement of said) {
    const rank = rankState(statement.state)
    if (statement.basis === 'declared') {
      // What it says now takes back what it said before that went farther.
      standing = [...standing.filter(({ state }) => rankState(state) <= rank), statement]
    }
    if (statement.basis !== 'verified') continue
    for (const claim of standing) {
      if (rankState(claim.state) <= rank || claim.observed_on >= statement.observed_on) continue
      refuted.set(claim.id, {
        code: 'contradicts_verification',
        verified_state: statement.state,
        verified_on: statement.observed_on,
      })
    }
    standing = []
  }
  return refuted
}
