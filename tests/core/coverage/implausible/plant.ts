/** What would somebody report who does not say what is? */
import type { JudgedStatement, JudgedVillage } from '../../../../core/coverage/implausible/inventory.ts'
import { lastDay, toDay, yearDay } from './calendar.ts'
import { carriers, toKm, waves, type Ground, type Position, type Service, type State } from './ground.ts'
import type { Telling } from './honest.ts'
import type { Network } from './network.ts'

export type PlantedKind = 'out_of_reach' | 'too_early' | 'jump' | 'refuted'

export interface Planting extends Telling {
  readonly statements: readonly JudgedStatement[]
}

export function plant(work: Planting): Map<number, PlantedKind> {
  const planted = new Map<number, PlantedKind>()
  for (const id of plantJumps(work)) planted.set(id, 'jump')
  for (const id of plantFar(work, 50)) planted.set(id, 'out_of_reach')
  for (const id of plantEarly(work, 50)) planted.set(id, 'too_early')
  for (const id of plantRefuted(work, 200 - planted.size)) planted.set(id, 'refuted')
  return planted
}

/** Farther than anybody has ever made a telephone ring in these hills. */
export const absurd_km: Readonly<Record<Service, number>> = {
  '2g': 12,
  '3g': 7.5,
  '4g': 6.5,
  '5g': 3,
  fibre: 9.5,
}

export function plantFar({ ground, network, random, say }: Planting, count: number): number[] {
  const ids: number[] = []
  const seen = new Set<string>()
  while (ids.length < count) {
    const village = random.pick(ground.villages)
    const carrier = random.pick(carriers)
    const service = random.pick<Service>([...waves, '4g', '5g', 'fibre'])
    const key = `${village.id} ${carrier} ${service}`
    if (
      village.position === null ||
      seen.has(key) ||
      isNearAnything({ ground, network, village, carrier, service })
    )
      continue
    seen.add(key)
    const state: State = random.chance(0.85) ? 'covered' : 'partial'
    const observed_on = toDay(random.int(yearDay(2019), lastDay))
    ids.push(
      say({ village_id: village.id, service, carrier_code: carrier, basis: 'declared', state, observed_on }),
    )
  }
  return ids
}

export interface Nearness {
  readonly ground: Ground
  readonly network: Network
  readonly village: JudgedVillage
  readonly carrier: string
  readonly service: Service
}

export function isNearAnything({ ground, network, village, carrier, service }: Nearness): boolean {
  const place = ground.places.get(village.id)!
  if (service !== 'fibre') {
    return network.truth.some(
      (station) =>
        station.carrier === carrier &&
        station.wave === service &&
        toKm(place, station.place) < absurd_km[service],
    )
  }
  const isNearSite = network.sites.some(({ position }) => toKm(place, position as Position) < 6)
  return (
    isNearSite ||
    network.routes.some(({ line }) =>
      line.some((corner) => toKm(place, corner as Position) < absurd_km.fibre),
    )
  )
}

/** Weeks to years before the only station that could serve it was there. */
export function plantEarly({ ground, network, random, say }: Planting, count: number): number[] {
  const ids: number[] = []
  const seen = new Set<string>()
  for (let tries = 0; ids.length < count && tries < 200_000; tries++) {
    const village = random.pick(ground.villages)
    const carrier = random.pick(carriers)
    const wave = random.pick(waves)
    const key = `${village.id} ${carrier} ${wave}`
    if (village.position === null || seen.has(key)) continue
    const place = ground.places.get(village.id)!
    const near = network.truth.filter(
      (station) =>
        station.carrier === carrier && station.wave === wave && toKm(place, station.place) < absurd_km[wave],
    )
    const [only] = near
    if (near.length !== 1 || only === undefined || toKm(place, only.place) > 3) continue
    const days = Math.round(Math.exp(random.between(Math.log(12), Math.log(1200))))
    if (only.on - days < yearDay(2009)) continue
    seen.add(key)
    ids.push(
      say({
        village_id: village.id,
        service: wave,
        carrier_code: carrier,
        basis: 'declared',
        state: 'covered',
        observed_on: toDay(only.on - days),
      }),
    )
  }
  return ids
}

/** Two districts of which a carrier that hardly stands there says on one day that it covers all, or nearly all. */
export function plantJumps({ ground, random, say, statements }: Planting): number[] {
  const ids: number[] = []
  for (const [district_code, share] of [
    ['911', 1],
    ['903', 0.85],
  ] as const) {
    const on = toDay(yearDay(2021) + random.int(100, 300))
    const villages = ground.villages.filter((village) => village.district_code === district_code)
    const carrier = 'east'
    const service = '4g'
    for (const village of villages) {
      const said = statements.some(
        (one) =>
          one.village_id === village.id &&
          one.carrier_code === carrier &&
          one.service === service &&
          one.state !== 'not_covered',
      )
      if (said || !random.chance(share)) continue
      ids.push(
        say({
          village_id: village.id,
          service,
          carrier_code: carrier,
          basis: 'declared',
          state: 'covered',
          observed_on: on,
        }),
      )
    }
  }
  return ids
}

/** Told where a station stands, so that nothing but the later verification speaks against it. */
export function plantRefuted(
  { ground, network, random, say, statements }: Planting,
  count: number,
): number[] {
  const ids: number[] = []
  const seen = new Set(statements.map((one) => `${one.village_id} ${one.carrier_code} ${one.service}`))
  while (ids.length < count) {
    const village = random.pick(ground.villages)
    const place = ground.places.get(village.id)!
    const station = random.pick(network.truth)
    const key = `${village.id} ${station.carrier} ${station.wave}`
    if (toKm(place, station.place) > 2.5 || station.off !== null || seen.has(key)) continue
    const day = random.int(station.on + 30, lastDay)
    const found = day + random.int(3, 500)
    if (found > lastDay) continue
    seen.add(key)
    const common = { village_id: village.id, service: station.wave, carrier_code: station.carrier }
    const state: State = random.chance(0.8) ? 'covered' : 'partial'
    ids.push(say({ ...common, basis: 'declared', state, observed_on: toDay(day) }))
    say({ ...common, basis: 'verified', state: 'not_covered', observed_on: toDay(found) })
  }
  return ids
}
