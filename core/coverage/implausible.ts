/** Which reports of carriers contradict what is known of their networks, and why? */
import { findJumps } from './implausible/find-jumps.ts'
import { findRefuted } from './implausible/find-refuted.ts'
import { listClaims, type Claim } from './implausible/claims.ts'
import type { JudgedInventory } from './implausible/inventory.ts'
import { judgeReach } from './implausible/judge-reach.ts'
import type { ImplausibleReason } from './implausible/reasons.ts'
import { createSupplies } from './implausible/supplies.ts'

export interface ImplausibleStatement {
  /** Of the statement. */
  readonly id: number
  /** The carrier's last word; an earlier one stands in figures of its time. */
  readonly is_current: boolean
  /** At least one. */
  readonly reasons: readonly ImplausibleReason[]
}

/**
 * Only what carriers declared is judged: what was measured or verified is evidence, what was predicted claims nothing. Of a
 * village without a position only what needs none. In the order of the statements' ids.
 *
 * @param as_of ISO day: later statements do not count, stations are those that are left on it
 */
export function findImplausible(inventory: JudgedInventory, as_of: string): ImplausibleStatement[] {
  const statements = inventory.statements.filter(({ observed_on }) => observed_on <= as_of)
  const villages = new Map(inventory.villages.map((village) => [village.id, village]))
  const claims = listClaims(statements.filter(({ village_id }) => villages.has(village_id)))
  const suppliesOf = createSupplies(inventory, as_of)
  const jumps = findJumps(claims, villages)
  const refuted = createRefuted()
  return claims
    .map((claim) => {
      const { id, village_id, service, carrier_code } = claim.statement
      const place = villages.get(village_id)?.position ?? null
      const reasons = [
        place === null ? null : judgeReach(claim, place, suppliesOf(service, carrier_code)),
        jumps.get(id),
        refuted(claim).get(id),
      ]
      return { id, is_current: claim.is_current, reasons: reasons.filter((reason) => reason != null) }
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => a.id - b.id)
}

/** Claims of one village, service and carrier stand together: their statements are looked through once. */
function createRefuted(): (claim: Claim) => ReturnType<typeof findRefuted> {
  let said: Claim['said'] | null = null
  let found: ReturnType<typeof findRefuted> = new Map()
  return (claim) => {
    if (claim.said !== said) {
      said = claim.said
      found = findRefuted(said)
    }
    return found
  }
}
