/** How far from a village is each carrier's nearest station of each technology, on a day? */
import { createNearestIndex, type Near } from './nearest.ts'
import type { EquippedSite } from './site.ts'
import type { MobileTechnology } from './truth.ts'
import type { Village } from './village.ts'

export interface Reach {
  /** Metres to the nearest station of any carrier; Infinity beyond the search. */
  readonly nearest: (technology: MobileTechnology, as_of: string) => number
  readonly ofCarrier: (carrier: string, technology: MobileTechnology, as_of: string) => number
  /** On-air date of the carrier's nearest station as of a day. */
  readonly since: (carrier: string, technology: MobileTechnology, as_of: string) => string | null
}

const searchMetres = 9000

export function createReach(sites: readonly EquippedSite[]): (village: Village) => Reach {
  const index = createNearestIndex(sites)
  return (village) => {
    const near = index.within(village.position, searchMetres)
    const find = (carrier: string | null, technology: MobileTechnology, as_of: string) =>
      findStation(near, carrier, technology, as_of)
    return {
      nearest: (technology, as_of) => find(null, technology, as_of)?.metres ?? Infinity,
      ofCarrier: (carrier, technology, as_of) => find(carrier, technology, as_of)?.metres ?? Infinity,
      since: (carrier, technology, as_of) => find(carrier, technology, as_of)?.since ?? null,
    }
  }
}

function findStation(
  near: readonly Near<EquippedSite>[],
  carrier: string | null,
  technology: MobileTechnology,
  as_of: string,
): { metres: number; since: string } | null {
  for (const { item, metres } of near) {
    const station = item.stations.find(
      (candidate) =>
        candidate.technology === technology &&
        (carrier === null || candidate.carrier_code === carrier) &&
        candidate.on_air_on <= as_of,
    )
    if (station !== undefined) return { metres, since: station.on_air_on }
  }
  return null
}
