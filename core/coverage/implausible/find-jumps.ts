/** Where did a whole district turn to covered on one day? */
import { toDayNumber } from '../../dates.ts'
import { findStateBefore, isConfirmed, type Claim } from './claims.ts'
import type { JudgedStatement, JudgedVillage } from './inventory.ts'
import { jump } from './limits.ts'
import type { ReasonOf } from './reasons.ts'

/** By statement id, of every village that turned; those that somebody measured or verified by then are not held against anybody. */
export function findJumps(
  claims: readonly Claim[],
  villages: ReadonlyMap<number, JudgedVillage>,
): ReadonlyMap<number, ReasonOf<'district_jump'>> {
  const counts = countVillages(villages)
  const firstDays = findFirstDays(claims)
  const found = new Map<number, ReasonOf<'district_jump'>>()
  for (const [district_code, turned] of groupTurned(claims, villages)) {
    const total = counts.get(district_code) ?? 0
    for (const group of turned.values()) {
      const isFew = group.size < jump.least_villages || group.size < total * jump.least_share
      if (isFew || isFirstReport([...group.values()][0]!, firstDays)) continue
      for (const { id } of group.values()) {
        found.set(id, { code: 'district_jump', district_code, turned: group.size, villages: total })
      }
    }
  }
  return found
}

function countVillages(villages: ReadonlyMap<number, JudgedVillage>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { district_code } of villages.values()) {
    counts.set(district_code, (counts.get(district_code) ?? 0) + 1)
  }
  return counts
}

const toKey = ({ service, carrier_code }: JudgedStatement) => `${service} ${carrier_code}`

function findFirstDays(claims: readonly Claim[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const { statement } of claims) {
    const known = first.get(toKey(statement))
    if (known === undefined || statement.observed_on < known)
      first.set(toKey(statement), statement.observed_on)
  }
  return first
}

function isFirstReport(statement: JudgedStatement, firstDays: ReadonlyMap<string, string>): boolean {
  const first = firstDays.get(toKey(statement)) ?? statement.observed_on
  return toDayNumber(statement.observed_on) - toDayNumber(first) <= jump.first_report_days
}

/** By district; in it by service, carrier and day: of each village that turned, the statement that says so. */
function groupTurned(claims: readonly Claim[], villages: ReadonlyMap<number, JudgedVillage>) {
  const districts = new Map<string, Map<string, Map<number, JudgedStatement>>>()
  for (const claim of claims) {
    const { statement } = claim
    const village = villages.get(statement.village_id)
    if (village === undefined || !isTurn(claim)) continue
    const days = districts.get(village.district_code) ?? new Map<string, Map<number, JudgedStatement>>()
    districts.set(village.district_code, days)
    const key = `${toKey(statement)} ${statement.observed_on}`
    days.set(key, (days.get(key) ?? new Map()).set(village.id, statement))
  }
  return districts
}

function isTurn(claim: Claim): boolean {
  const { state, observed_on } = claim.statement
  if (state !== 'covered' || isConfirmed(claim, { from: '', until: observed_on })) return false
  const before = findStateBefore(claim)
  return before === null || before === 'not_covered'
}
