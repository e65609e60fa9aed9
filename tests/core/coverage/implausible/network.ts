/** What do carriers build in the made-up province, and what do their lists say of it? */
import type {
  JudgedRoute,
  JudgedSite,
  JudgedStation,
} from '../../../../core/coverage/implausible/inventory.ts'
import { lastDay, toDay, yearDay } from './calendar.ts'
import { carriers, moved, toKm, waves, type Ground, type Position, type Wave } from './ground.ts'
import type { Random } from './random.ts'

export interface Network {
  readonly sites: JudgedSite[]
  readonly stations: JudgedStation[]
  readonly routes: JudgedRoute[]
  /** What no list knows: when it was really switched on and off. */
  readonly truth: readonly RealStation[]
}

export interface RealStation {
  readonly place: Position
  readonly carrier: string
  readonly wave: Wave
  readonly on: number
  readonly off: number | null
}

export const firstYears: Readonly<Record<Wave, readonly [number, number]>> = {
  '2g': [2008, 2014],
  '3g': [2011, 2019],
  '4g': [2017, 2022.3],
  '5g': [2021.5, 2022.4],
}

export function buildNetwork(ground: Ground, random: Random): Network {
  const network = { sites: [] as JudgedSite[], stations: [] as JudgedStation[], truth: [] as RealStation[] }
  const weights = { north: 0.42, south: 0.3, east: 0.2, town: 0.08 }
  for (const village of ground.villages) {
    const place = ground.places.get(village.id)!
    const nearTown = ground.towns.some((town) => toKm(town, place) < 5)
    if (!random.chance(nearTown ? 0.75 : 0.5)) continue
    const owner = drawCarrier(weights, random)
    if (owner === 'town' && !nearTown) continue
    const position = moved(place, 0.5 * random.error(), 0.5 * random.error())
    const status = random.chance(0.02) ? 'retired' : 'live'
    const id = network.sites.length + 1
    network.sites.push({
      id,
      code: `S${id}`,
      name: `Site ${id}`,
      position,
      status,
      backhaul: random.chance(nearTown ? 0.95 : 0.7) ? 'fibre' : 'microwave',
    })
    const tenants = carriers.filter((code) => code !== owner && random.chance(0.12))
    for (const carrier of [owner, ...tenants])
      addStations({ network, random, id, position, carrier, nearTown })
  }
  return { ...network, routes: layRoutes(ground, random) }
}

export function drawCarrier(weights: Readonly<Record<string, number>>, random: Random): string {
  let ticket = random.next()
  return Object.entries(weights).find(([, weight]) => (ticket -= weight) <= 0)?.[0] ?? 'north'
}

export interface StationWork {
  readonly network: { readonly sites: JudgedSite[]; stations: JudgedStation[]; truth: RealStation[] }
  readonly random: Random
  readonly id: number
  readonly position: Position
  readonly carrier: string
  readonly nearTown: boolean
}

export function addStations({ network, random, id, position, carrier, nearTown }: StationWork): void {
  const share: Readonly<Record<Wave, number>> = { '2g': 0.9, '3g': 0.85, '4g': 0.7, '5g': nearTown ? 0.1 : 0 }
  for (const wave of [...waves, '5g'] as const) {
    if (!random.chance(share[wave])) continue
    const [first, last] = firstYears[wave]
    const on = Math.min(
      lastDay - 5,
      Math.round(yearDay(2008) + 365.25 * (random.between(first, last) - 2008)),
    )
    const isRetired = network.sites.at(-1)!.status === 'retired'
    const isEnded = isRetired || random.chance(wave === '2g' ? 0.04 : 0.01)
    const off = isEnded ? random.int(Math.min(on + 200, lastDay - 1), lastDay) : null
    network.truth.push({ place: position, carrier, wave, on, off })
    // A day noted may be the acceptance some days later, the first of a month, or nobody's.
    const noted = random.chance(0.3)
      ? `${toDay(on).slice(0, 7)}-01`
      : toDay(Math.min(lastDay, on + (random.chance(0.01) ? 365 : random.int(0, 9))))
    const on_air_on = random.chance(0.03) && off === null ? null : noted
    const ends = off !== null && !(isRetired && random.chance(0.4))
    const off_air_on = ends && on_air_on !== null && toDay(off) >= on_air_on ? toDay(off) : null
    // Lists are never complete.
    if (random.chance(0.015)) continue
    const radius = random.chance(0.1) ? Math.round(1000 * random.between(1, 9)) : null
    network.stations.push({
      site_id: id,
      carrier_code: carrier,
      technology: wave,
      on_air_on,
      off_air_on,
      coverage_radius_m: radius,
    })
  }
}

/** Cables from town to town and up some valleys; who leases what is noted for some only. */
export function layRoutes(ground: Ground, random: Random): JudgedRoute[] {
  const routes: JudgedRoute[] = []
  const lay = (from: Position, to: Position) => {
    const bends = Array.from({ length: 6 }, (_, i): Position => {
      const at = (i + 1) / 7
      const between: Position = [from[0] + (to[0] - from[0]) * at, from[1] + (to[1] - from[1]) * at]
      return moved(between, random.error(), random.error())
    })
    const id = routes.length + 1
    routes.push({
      id,
      code: `R${id}`,
      name: `Route ${id}`,
      owner_code: random.chance(0.05) ? null : random.pick(['north', 'south']),
      tenant_codes: random.chance(0.2) ? ['east'] : [],
      built_on: random.chance(0.2) ? null : toDay(yearDay(random.int(2008, 2017))),
      line: [from, ...bends, to],
    })
  }
  ground.towns.forEach((town, i) => {
    const next = ground.towns[i + 1]
    if (next !== undefined) lay(town, next)
    for (const village of ground.villages.filter(({ district_code }) => district_code === String(900 + i))) {
      const place = ground.places.get(village.id)!
      if (toKm(place, town) > 9 && random.chance(0.1)) lay(town, place)
    }
  })
  return routes
}
