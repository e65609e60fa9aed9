/** On which sites and routes does each thing hang? Decided once, whatever fails. */
import { leasedFibreReach_m, partialSlack_m, reach_m } from '../../coverage/implausible/limits.ts'
import type { LngLat } from '../../geo.ts'
import { createLinesWithin, type LinesWithin } from '../lines-within.ts'
import type { FailInventory, FailRoute } from './inventory.ts'

/** What serves what one carrier says of one village: sites or routes by their positions, any of which is enough. */
export interface Supplied {
  readonly kind: 'sites' | 'routes'
  readonly any_of: readonly number[]
}

export interface Suppliers {
  /** In the order of `held`; null where nothing that is shown could serve it. */
  readonly of_held: readonly (Supplied | null)[]
  /** In the order of the sites: the route that feeds each; null where none is known to. */
  readonly route_of_site: readonly (number | null)[]
}

export function findSuppliers(inventory: FailInventory): Suppliers {
  const { sites, routes, villages } = inventory
  const stations = createStationIndexes(inventory)
  const cables = createCables(routes)
  return {
    of_held: inventory.held.map(({ village, service, carrier_code, state }): Supplied | null => {
      const place = villages[village]!.position
      if (place === null || state < 2) return null
      if (service === 'fibre') {
        const route = cables(place, carrier_code)
        return route === null ? null : { kind: 'routes', any_of: [route] }
      }
      const reach = reach_m[service] + (state === 2 ? partialSlack_m : 0)
      const any_of = stations(`${service} ${carrier_code}`, place, reach)
      return any_of.length === 0 ? null : { kind: 'sites', any_of }
    }),
    route_of_site: sites.map(({ backhaul, position }) =>
      backhaul === 'fibre' ? (cables(position, null) ?? null) : null,
    ),
  }
}

function createStationIndexes({ sites, stations }: FailInventory) {
  const positionOf = new Map(sites.map(({ id }, position) => [id, position]))
  const lists = new Map<string, number[]>()
  for (const { site_id, carrier_code, technology } of stations) {
    const site = positionOf.get(site_id)
    if (site === undefined) continue
    const key = `${technology} ${carrier_code}`
    const list = lists.get(key)
    if (list === undefined) lists.set(key, [site])
    else list.push(site)
  }
  const indexes = new Map(
    [...lists].map(([key, list]) => [key, createLinesWithin(list.map((site) => [sites[site]!.position]))]),
  )
  return (key: string, place: LngLat, reach: number): number[] =>
    (indexes.get(key)?.within(place, reach) ?? []).map(({ index }) => lists.get(key)![index]!)
}

/** The carrier's nearest cable in reach, or else anybody's that may be leased; for a site anybody's. */
function createCables(routes: readonly FailRoute[]) {
  const all = createLinesWithin(routes.map(({ line }) => line))
  const own = new Map<string, { readonly lines: LinesWithin; readonly positions: readonly number[] }>()
  for (const carrier of new Set(routes.flatMap(({ carriers }) => carriers))) {
    const positions = routes.flatMap(({ carriers }, position) =>
      carriers.includes(carrier) ? [position] : [],
    )
    const lines = createLinesWithin(positions.map((position) => routes[position]!.line))
    own.set(carrier, { lines, positions })
  }
  return (place: LngLat, carrier: string | null): number | null => {
    const used = carrier === null ? undefined : own.get(carrier)
    const nearest = used?.lines.within(place, reach_m.fibre)[0]
    if (used !== undefined && nearest !== undefined) return used.positions[nearest.index]!
    const within_m = carrier === null ? reach_m.fibre : leasedFibreReach_m
    return all.within(place, within_m)[0]?.index ?? null
  }
}
