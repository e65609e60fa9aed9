/** What stands around a village: the nearest live site of each carrier, the nearest mast offered, the nearest fibre? */
import type { LngLat } from '../geo.ts'
import { toBearingDeg } from './bearing.ts'
import { createLineIndex } from './line-index.ts'
import { createPlaceIndex } from './place-index.ts'

/** A live site as this reader sees it. */
export interface GapSite {
  readonly id: number
  readonly position: LngLat
  /** Those on air on the day asked for. */
  readonly carriers: readonly string[]
  /** Null where the reader is not told. */
  readonly shareable: boolean | null
}

export interface GapRoute {
  readonly id: number
  readonly line: readonly LngLat[]
}

export interface FibreVillage {
  readonly id: number
  readonly position: LngLat
}

/** Null: this reader is shown none of them, which is not the same as that there are none. */
export interface GapInventory {
  readonly sites: readonly GapSite[] | null
  readonly routes: readonly GapRoute[] | null
  readonly fibre_villages: readonly FibreVillage[]
}

export interface Near {
  readonly id: number
  readonly distance_m: number
  /** Clockwise from north; null on the spot. */
  readonly bearing_deg: number | null
}

export type NearSite = Near & { readonly carrier_code: string }
export type NearFibre = Near & { readonly kind: 'route' | 'village' }

/** `none` of those that the reader is shown; `hidden`: the reader is not shown which there are. */
export type Found<T> = T | 'none' | 'hidden'

export interface Surroundings {
  /** The nearest of each carrier that has any, nearest first. */
  readonly sites: Found<readonly NearSite[]>
  readonly shareable: Found<Near>
  readonly fibre: Found<NearFibre>
}

export type SurroundingsFinder = (from: LngLat) => Surroundings

/** Indexes are made once for an inventory and asked for as many villages as there are. */
export function createSurroundings(inventory: GapInventory): SurroundingsFinder {
  const findSites = createSitesOfCarriers(inventory.sites)
  const findShareable = createShareable(inventory.sites)
  const findFibre = createFibre(inventory)
  return (from) => ({ sites: findSites(from), shareable: findShareable(from), fibre: findFibre(from) })
}

type Finder<T> = (from: LngLat) => Found<T>

function createNearest(places: readonly { readonly id: number; readonly position: LngLat }[]): Finder<Near> {
  const find = createPlaceIndex(places.map(({ position }) => position))
  return (from) => {
    const nearest = find(from)
    if (nearest === null) return 'none'
    const { id, position } = places[nearest.index]!
    return { id, distance_m: nearest.distance_m, bearing_deg: toBearingDeg(from, position) }
  }
}

function createSitesOfCarriers(sites: GapInventory['sites']): Finder<readonly NearSite[]> {
  if (sites === null) return () => 'hidden'
  const codes = [...new Set(sites.flatMap(({ carriers }) => carriers))].sort()
  const finders = codes.map((carrier_code) => ({
    carrier_code,
    find: createNearest(sites.filter(({ carriers }) => carriers.includes(carrier_code))),
  }))
  return (from) => {
    // Spelt out: spreading thousands of small objects took as long as finding them.
    const nearest: NearSite[] = []
    for (const { carrier_code, find } of finders) {
      const near = find(from)
      if (typeof near === 'string') continue
      const { id, distance_m, bearing_deg } = near
      nearest.push({ id, distance_m, bearing_deg, carrier_code })
    }
    return nearest.length === 0 ? 'none' : nearest.sort((a, b) => a.distance_m - b.distance_m)
  }
}

/** Of no mast told whether it is offered: that is not ours to say. */
function createShareable(sites: GapInventory['sites']): Finder<Near> {
  if (sites === null || (sites.length > 0 && sites.every(({ shareable }) => shareable === null)))
    return () => 'hidden'
  return createNearest(sites.filter(({ shareable }) => shareable === true))
}

function createFibre({ routes, fibre_villages }: GapInventory): Finder<NearFibre> {
  const findLine = createLineIndex((routes ?? []).map(({ line }) => line))
  const findVillage = createNearest(fibre_villages)
  return (from) => {
    const line = findLine(from)
    const village = findVillage(from)
    if (typeof village !== 'string' && (line === null || village.distance_m <= line.distance_m))
      return {
        id: village.id,
        distance_m: village.distance_m,
        bearing_deg: village.bearing_deg,
        kind: 'village',
      }
    if (line === null) return routes === null ? 'hidden' : 'none'
    const { id } = routes![line.index]!
    return { id, distance_m: line.distance_m, bearing_deg: toBearingDeg(from, line.at), kind: 'route' }
  }
}
