/** Could anything of the carrier have served the village on the day that it was reported? */
import type { LngLat } from '../../geo.ts'
import { isConfirmed, rankState, type Claim } from './claims.ts'
import { leasedFibreReach_m, partialSlack_m, reach_m } from './limits.ts'
import type { GoneSupply, ImplausibleReason } from './reasons.ts'
import { mayServeOn, toNearSupply, type NearPoint, type SuppliesOf } from './supplies.ts'

const lastDay = '9999-12-31'

/** Null: something could, somebody found it to be so, or nothing was claimed. */
export function judgeReach(
  claim: Claim,
  place: LngLat,
  { own, leased }: SuppliesOf,
): ImplausibleReason | null {
  const { state, observed_on } = claim.statement
  if (rankState(state) === 0) return null
  const slack_m = state === 'partial' ? partialSlack_m : 0
  const reaching = [...own.reaching(place, slack_m), ...(leased?.reaching(place, slack_m) ?? [])]
  const serving = reaching.filter(({ point }) => mayServeOn(point, observed_on))
  if (serving.length > 0) {
    const isServed = !claim.is_current || reaching.some(({ point }) => !point.is_gone)
    return isServed ? null : toOutOfReach(claim, place, { own, leased }, toGone(serving))
  }
  const early = findFirstLater(reaching, observed_on)
  if (early !== null) {
    return isConfirmed(claim, { from: '', until: observed_on }) ? null : toEarly(early)
  }
  return toOutOfReach(claim, place, { own, leased }, toGone(reaching))
}

/** Whoever measured it or the Sở knows better than the inventory, unless what they found has gone since. */
function toOutOfReach(
  claim: Claim,
  place: LngLat,
  { own, leased }: SuppliesOf,
  gone: GoneSupply | null,
): ImplausibleReason | null {
  const { service, observed_on, state } = claim.statement
  if (isConfirmed(claim, { from: gone === null ? '' : (gone.off_air_on ?? lastDay), until: lastDay }))
    return null
  const slack_m = state === 'partial' ? partialSlack_m : 0
  const find = (index: SuppliesOf['own']) => {
    const found = index.nearest(place, (point) => mayServeOn(point, observed_on) && !point.is_gone)
    return found === null ? null : toNearSupply(found)
  }
  const facts = { reach_m: reach_m[service] + slack_m, nearest: find(own), gone }
  return leased === null
    ? { code: 'no_site_in_reach', ...facts }
    : {
        code: 'no_fibre_in_reach',
        ...facts,
        leased_reach_m: leasedFibreReach_m + slack_m,
        nearest_of_others: find(leased),
      }
}

/** The last to go of those that served. */
function toGone(points: readonly NearPoint[]): GoneSupply | null {
  const [last] = [...points].sort((a, b) =>
    (a.point.off_air_on ?? lastDay) < (b.point.off_air_on ?? lastDay) ? 1 : -1,
  )
  return last === undefined ? null : { ...toNearSupply(last), off_air_on: last.point.off_air_on }
}

type Early = NearPoint & { readonly on_air_on: string }

/** The first to go on air after the day, of all in reach. */
function findFirstLater(reaching: readonly NearPoint[], observed_on: string): Early | null {
  let first: Early | null = null
  for (const near of reaching) {
    const { on_air_on, serves_from } = near.point
    if (on_air_on === null || serves_from === null || serves_from <= observed_on) continue
    if (first === null || on_air_on < first.on_air_on) first = { ...near, on_air_on }
  }
  return first
}

function toEarly(early: Early): ImplausibleReason {
  return { code: 'before_on_air', supply: toNearSupply(early), on_air_on: early.on_air_on }
}
