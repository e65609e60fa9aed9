/** Which villages lose their last 3G, 4G or 5G, or their fibre, if a site or a cable route fails? An estimate. */
import { services, type Service } from '../coverage/states.ts'
import type { FailInventory, Failures } from './if-fails/inventory.ts'
import { createRouteGraph } from './if-fails/route-graph.ts'
import { findSuppliers, type Suppliers } from './if-fails/suppliers.ts'
import { toSums, type GapSums } from './groups.ts'

export const lostServices = [...services, 'mobile'] as const
export type LostService = Service | 'mobile'

export interface Loss {
  readonly service: LostService
  /** Nothing is left, or the village is only partly reached where it was wholly. */
  readonly left: 'nothing' | 'partial'
}

export interface LosingVillage {
  readonly id: number
  /** At least one; in the order of `lostServices`. */
  readonly losses: readonly Loss[]
}

export interface FailureAnswer {
  /** Sites that fail: those asked about and those that hang on a cut route. */
  readonly sites: readonly number[]
  /** Routes that fail or are cut off. */
  readonly routes: readonly number[]
  readonly villages: readonly LosingVillage[]
  /** Of villages to which nothing of the service is left. */
  readonly sums: Readonly<Record<LostService, GapSums>>
  readonly unknown: {
    /** Villages with a service of which no site or route in reach is known: they are taken to keep it. */
    readonly unexplained: number
    /** Sites of which nobody says that a cable feeds them, or which one: they are taken to stay. */
    readonly sites_without_route: number
  }
}

export type IfFails = (failures: Failures) => FailureAnswer

/**
 * What holds of each carrier is taken to be served by any of its sites on air with the technology within reach (the reach of
 * core/coverage/implausible/limits.ts), fibre by its nearest cable. It is lost when none of them is left. Failing more never
 * loses less.
 */
export function createIfFails(inventory: FailInventory): IfFails {
  const findCut = createRouteGraph(inventory.routes, inventory.seat)
  const suppliers = findSuppliers(inventory)
  const siteOf = new Map(inventory.sites.map(({ id }, position) => [id, position]))
  const routeOf = new Map(inventory.routes.map(({ id }, position) => [id, position]))
  const before = toStates(inventory, () => true)
  const unknown = countUnknown(inventory, suppliers)
  return (failures) => {
    const cut = findCut(new Set(failures.routes.flatMap((id) => routeOf.get(id) ?? [])))
    const failed = inventory.sites.map((_, site) => {
      const route = suppliers.route_of_site[site]
      return route != null && cut[route] === 1
    })
    for (const id of failures.sites) {
      const site = siteOf.get(id)
      if (site !== undefined) failed[site] = true
    }
    const after = toStates(inventory, (held) => {
      const supplied = suppliers.of_held[held]
      if (supplied == null) return true
      const isGone = (index: number) => (supplied.kind === 'sites' ? failed[index] : cut[index] === 1)
      return !supplied.any_of.every(isGone)
    })
    const villages = inventory.villages.flatMap(({ id }, village) => {
      const losses = listLosses(before, after, village)
      return losses.length === 0 ? [] : [{ id, losses }]
    })
    return {
      sites: inventory.sites.filter((_, site) => failed[site]).map(({ id }) => id),
      routes: inventory.routes.filter((_, route) => cut[route] === 1).map(({ id }) => id),
      villages,
      sums: toSumsOf(inventory, villages),
      unknown,
    }
  }
}

/** Of each service, the best state of any carrier in each village; `mobile` is the best of 3G, 4G and 5G. */
type States = Readonly<Record<LostService, Uint8Array>>

function toStates({ villages, held }: FailInventory, stays: (held: number) => boolean): States {
  const states = Object.fromEntries(
    lostServices.map((service) => [service, new Uint8Array(villages.length)]),
  ) as unknown as Record<LostService, Uint8Array>
  const raise = (list: Uint8Array, village: number, state: number) => {
    if (state > list[village]!) list[village] = state
  }
  held.forEach(({ village, service, state }, index) => {
    if (!stays(index)) return
    raise(states[service], village, state)
    if (service !== 'fibre' && service !== '2g') raise(states.mobile, village, state)
  })
  return states
}

const partial = 2

function listLosses(before: States, after: States, village: number): Loss[] {
  return lostServices.flatMap((service): Loss[] => {
    const [had, has] = [before[service][village]!, after[service][village]!]
    if (had < partial || has >= had) return []
    return [{ service, left: has < partial ? 'nothing' : 'partial' }]
  })
}

function toSumsOf(
  inventory: FailInventory,
  villages: readonly LosingVillage[],
): Readonly<Record<LostService, GapSums>> {
  const byId = new Map(inventory.villages.map((village) => [village.id, village]))
  return Object.fromEntries(
    lostServices.map((service) => [
      service,
      toSums(
        villages
          .filter(({ losses }) => losses.some((loss) => loss.service === service && loss.left === 'nothing'))
          .map(({ id }) => byId.get(id)!),
      ),
    ]),
  ) as unknown as Record<LostService, GapSums>
}

function countUnknown(inventory: FailInventory, suppliers: Suppliers): FailureAnswer['unknown'] {
  const unexplained = inventory.held.filter(
    ({ state }, i) => state >= partial && suppliers.of_held[i] === null,
  )
  return {
    unexplained: new Set(unexplained.map(({ village }) => village)).size,
    sites_without_route: suppliers.route_of_site.filter((route) => route === null).length,
  }
}
