/** What do honest carriers report, with the noise of real lists? */
import type {
  JudgedRoute,
  JudgedStatement,
  JudgedVillage,
} from '../../../../core/coverage/implausible/inventory.ts'
import { lastDay, toDay, yearDay } from './calendar.ts'
import {
  carriers,
  toKm,
  waves,
  type Ground,
  type Position,
  type Service,
  type State,
  type Wave,
} from './ground.ts'
import type { Network } from './network.ts'
import type { Random } from './random.ts'

/** Kilometres at which half of what is sent over flat ground still comes in. */
const halfway_km: Readonly<Record<Wave, number>> = { '2g': 5, '3g': 3.4, '4g': 2.9, '5g': 0.9 }

export interface Telling {
  readonly ground: Ground
  readonly network: Network
  readonly random: Random
  readonly say: (statement: Omit<JudgedStatement, 'id'>) => number
}

/** What comes in at a village on a day: strength in tenths, hills drawn once for each pair of village and station. */
export function createAir({ ground, network }: Pick<Telling, 'ground' | 'network'>, random: Random) {
  const hills = new Map<string, number>()
  return (village: JudgedVillage, carrier: string, wave: Wave, day: number): State => {
    const place = ground.places.get(village.id)!
    let best = 0
    network.truth.forEach((station, index) => {
      if (station.carrier !== carrier || station.wave !== wave) return
      if (station.on > day || (station.off !== null && station.off <= day)) return
      const km = toKm(place, station.place)
      if (km > 14) return
      const key = `${village.id} ${index}`
      const hill = hills.get(key) ?? Math.exp(0.4 * random.error() - 0.1)
      hills.set(key, hill)
      best = Math.max(best, hill / (1 + (km / halfway_km[wave]) ** 3))
    })
    return best > 0.42 ? 'covered' : best > 0.22 ? 'partial' : 'not_covered'
  }
}

export interface HonestWork extends Telling {
  readonly count: number
}

/** Reports in turns of a year or so, sometimes of a whole province on one day; some checked by others afterwards. */
export function reportHonestly({ ground, network, random, say, count }: HonestWork): Set<number> {
  const air = createAir({ ground, network }, random)
  const honest = new Set<number>()
  const years = [2017, 2018, 2019, 2020, 2021, 2022]
  // One day for all of a carrier's list in some years, a day for each village in others.
  const listDays = new Map(
    carriers.flatMap((carrier) => years.map((year) => [`${carrier} ${year}`, random.chance(0.6)])),
  )
  const fibreOf = new Map<number, { carrier: string; from: number }[]>()
  for (const village of ground.villages)
    fibreOf.set(village.id, drawFibre(village, { ground, network, random }))
  while (honest.size < count) {
    const village = random.pick(ground.villages)
    const carrier = random.pick(carriers)
    const service: Service = random.chance(0.2) ? 'fibre' : random.chance(0.03) ? '5g' : random.pick(waves)
    let said: State | null = null
    for (const year of years) {
      if (!random.chance(0.5) || honest.size >= count) continue
      const isList = listDays.get(`${carrier} ${year}`) === true
      const day = Math.min(lastDay, yearDay(year) + (isList ? 170 : random.int(20, 330)))
      const fibre = fibreOf.get(village.id)!.find((line) => line.carrier === carrier)
      const state: State =
        service === 'fibre'
          ? fibre !== undefined && fibre.from <= day
            ? 'covered'
            : 'not_covered'
          : air(village, carrier, service, day)
      // Where there has never been anything, most say nothing.
      if (state === 'not_covered' && said === null && random.chance(0.7)) continue
      said = state
      const common = { village_id: village.id, service, carrier_code: carrier }
      // Somebody counts a village's better half, or its worse.
      const told: State =
        state === 'partial' && random.chance(0.15) ? random.pick(['covered', 'not_covered']) : state
      honest.add(say({ ...common, basis: 'declared', state: told, observed_on: toDay(day) }))
      if (random.chance(0.04)) check({ say, random, common, told, day })
    }
  }
  return honest
}

export interface Check {
  readonly say: Telling['say']
  readonly random: Random
  readonly common: Pick<JudgedStatement, 'village_id' | 'service' | 'carrier_code'>
  readonly told: State
  readonly day: number
}

/** Mostly it is found as it was told; where only a part is found of what was told whole, both are right in their way. */
export function check({ say, random, common, told, day }: Check): void {
  const basis = random.chance(0.4) ? 'verified' : 'measured'
  const found: State = random.chance(0.93) ? told : told === 'covered' ? 'partial' : 'covered'
  const on = Math.min(lastDay, day + random.int(-300, 400))
  say({ ...common, basis, state: found, observed_on: toDay(on) })
}

/** Fibre comes as far as a few kilometres of road lead from a cable or a fed mast, of whomever it is leased. */
export function drawFibre(village: JudgedVillage, { ground, network, random }: Omit<Telling, 'say'>) {
  const place = ground.places.get(village.id)!
  const toRoute = (route: JudgedRoute) =>
    Math.min(...route.line.map((corner) => toKm(place, corner as Position)))
  return carriers.flatMap((carrier) => {
    const own = network.routes.filter(
      ({ owner_code, tenant_codes }) => owner_code === carrier || tenant_codes.includes(carrier),
    )
    const isOwnNear = own.some((route) => toRoute(route) < 4.5 + random.error())
    const isLeased =
      network.routes.some((route) => toRoute(route) < 2.5 + 0.8 * random.error()) && random.chance(0.3)
    const from = yearDay(random.int(2015, 2021)) + random.int(0, 300)
    return (isOwnNear && random.chance(0.7)) || isLeased ? [{ carrier, from }] : []
  })
}
