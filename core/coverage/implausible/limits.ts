/** From where on does a report contradict what is known? One table, which the screen and the documents read too. */
import type { Service } from '../states.ts'

/**
 * Metres, in a straight line, that what serves a village may stand away from it. Wide on purpose, so that what lies beyond is
 * worth a question: low bands carry 2G farthest, 5G hardly leaves its mast; fibre follows roads from the nearest cable.
 */
export const reach_m: Readonly<Record<Service, number>> = {
  fibre: 8_000,
  '2g': 10_000,
  '3g': 6_000,
  '4g': 5_000,
  '5g': 2_000,
}

/** A carrier may lease another's fibre without anybody having noted it, if that comes this near. */
export const leasedFibreReach_m = 5_000

/** A report of partial coverage speaks of some of a village's clusters, which lie apart from the point on the map. */
export const partialSlack_m = 2_000

/** Days that a station may have worked before the day noted for it: months are noted, and stations are tried out. */
export const onAirGrace_days = 15

/** A jump: this share of a district's villages, and not fewer than these, turn to covered on one day. */
export const jump = {
  least_share: 0.6,
  least_villages: 10,
  /** Who reports a service for the first time reports what has long been there; that takes a while, district by district. */
  first_report_days: 60,
} as const
