/** What could serve a village, of which carrier, from when to when? */
import { fromDayNumber, toDayNumber } from '../../dates.ts'
import type { LngLat } from '../../geo.ts'
import { createLinesWithin } from '../../gaps/lines-within.ts'
import type { Service } from '../states.ts'
import type { JudgedInventory, JudgedSite, JudgedStation } from './inventory.ts'
import { leasedFibreReach_m, onAirGrace_days, reach_m } from './limits.ts'
import type { NearSupply, Supply } from './reasons.ts'

export interface SupplyPoint {
  readonly supply: Supply
  readonly line: readonly LngLat[]
  readonly reach_m: number
  /** As noted; null: nobody noted it, and it is not held against anybody. */
  readonly on_air_on: string | null
  /** The day noted, less what days are given. */
  readonly serves_from: string | null
  readonly off_air_on: string | null
  readonly is_gone: boolean
}

export interface NearPoint {
  readonly point: SupplyPoint
  readonly distance_m: number
}

export interface SupplyIndex {
  /** All whose reach, and some metres more, holds the place; the nearest first. */
  readonly reaching: (place: LngLat, slack_m: number) => NearPoint[]
  readonly nearest: (place: LngLat, accepts: (point: SupplyPoint) => boolean) => NearPoint | null
}

/** What could have served a report; `leased` is there for fibre alone. */
export interface SuppliesOf {
  readonly own: SupplyIndex
  readonly leased: SupplyIndex | null
}

/** @param as_of ISO day: what has gone off air until then is gone */
export function createSupplies(
  inventory: JudgedInventory,
  as_of: string,
): (service: Service, carrier_code: string) => SuppliesOf {
  const points = new Map<string, SupplyPoint[]>()
  const add = (key: string, point: SupplyPoint) => {
    const list = points.get(key)
    if (list === undefined) points.set(key, [point])
    else list.push(point)
  }
  const sites = new Map(inventory.sites.map((site) => [site.id, site]))
  const carriersAt = new Map<number, Set<string>>()
  for (const station of inventory.stations) {
    const site = sites.get(station.site_id)
    if (site === undefined) continue
    carriersAt.set(site.id, (carriersAt.get(site.id) ?? new Set()).add(station.carrier_code))
    const point = toStationPoint(site, station, as_of)
    if (point !== null) add(`${station.technology} ${station.carrier_code}`, point)
  }
  for (const { point, carriers } of listFibre(inventory, carriersAt)) {
    for (const carrier of carriers) add(`fibre ${carrier}`, point)
    add('leased', { ...point, reach_m: leasedFibreReach_m })
  }
  const indexes = new Map([...points].map(([key, list]) => [key, createSupplyIndex(list)]))
  const nothing = createSupplyIndex([])
  return (service, carrier_code) => ({
    own: indexes.get(`${service} ${carrier_code}`) ?? nothing,
    leased: service === 'fibre' ? (indexes.get('leased') ?? nothing) : null,
  })
}

/** Null for a station that has never been on air. */
function toStationPoint(site: JudgedSite, station: JudgedStation, as_of: string): SupplyPoint | null {
  const { on_air_on, off_air_on, technology, coverage_radius_m } = station
  if (on_air_on === null && site.status === 'planned') return null
  return {
    ...toSitePoint(site),
    reach_m: Math.max(reach_m[technology], coverage_radius_m ?? 0),
    on_air_on,
    serves_from: toServesFrom(on_air_on),
    off_air_on,
    is_gone: off_air_on === null ? site.status === 'retired' : off_air_on <= as_of,
  }
}

function toSitePoint({ id, code, name, position }: JudgedSite) {
  return { supply: { noun: 'sites' as const, id, code, name }, line: [position] }
}

/** Cables, and sites that a cable feeds: nobody notes since when, so that is not held against anybody. */
function listFibre(inventory: JudgedInventory, carriersAt: ReadonlyMap<number, ReadonlySet<string>>) {
  const routes = inventory.routes.map(
    ({ id, code, name, line, owner_code, tenant_codes, built_on: on_air_on }) => ({
      point: {
        supply: { noun: 'cable-routes' as const, id, code, name },
        line,
        reach_m: reach_m.fibre,
        on_air_on,
        serves_from: toServesFrom(on_air_on),
        off_air_on: null,
        is_gone: false,
      },
      carriers: new Set([...(owner_code === null ? [] : [owner_code]), ...tenant_codes]),
    }),
  )
  const fed = inventory.sites
    .filter(({ backhaul, status }) => backhaul === 'fibre' && status !== 'planned')
    .map((site) => ({
      point: {
        ...toSitePoint(site),
        reach_m: reach_m.fibre,
        on_air_on: null,
        serves_from: null,
        off_air_on: null,
        is_gone: site.status === 'retired',
      },
      carriers: carriersAt.get(site.id) ?? new Set<string>(),
    }))
  return [...routes, ...fed]
}

function toServesFrom(on_air_on: string | null): string | null {
  return on_air_on === null ? null : fromDayNumber(toDayNumber(on_air_on) - onAirGrace_days)
}

function createSupplyIndex(points: readonly SupplyPoint[]): SupplyIndex {
  const { within, nearest } = createLinesWithin(points.map(({ line }) => line))
  const farthest_m = points.reduce((most, point) => Math.max(most, point.reach_m), 0)
  return {
    reaching: (place, slack_m) =>
      within(place, farthest_m + slack_m)
        .map(({ index, distance_m }) => ({ point: points[index]!, distance_m }))
        .filter(({ point, distance_m }) => distance_m <= point.reach_m + slack_m),
    nearest: (place, accepts) => {
      const found = nearest(place, (index) => accepts(points[index]!))
      return found === null ? null : { point: points[found.index]!, distance_m: found.distance_m }
    },
  }
}

/**
 * Whether it may have served on a day. A retired site without a day on which it went served as long as it may have: who
 * reported then is not blamed for what nobody noted.
 */
export function mayServeOn({ serves_from, off_air_on }: SupplyPoint, day: string): boolean {
  return (serves_from === null || serves_from <= day) && (off_air_on === null || off_air_on > day)
}

export function toNearSupply({ point, distance_m }: NearPoint): NearSupply {
  return { ...point.supply, distance_m }
}
