/** Who lives in each village, and how far from everything is it? People and households sum to the census by commune. */
import type { LngLat } from '../../core/geo.ts'
import { getDistance } from '../reference/planar.ts'
import { apportion } from './apportion.ts'
import { createNearestIndex } from './nearest.ts'
import type { Province } from './province.ts'
import type { Random } from './random.ts'
import type { PlacedVillage, Village } from './village.ts'

const leastHouseholds = 9
const unplacedCount = 5

/**
 * @param cable positions along the cable network, no farther apart than villages can tell
 * @param towns seats of districts
 */
export function settleVillages(
  province: Province,
  placed: readonly PlacedVillage[],
  cable: readonly LngLat[],
  towns: readonly LngLat[],
  random: Random,
): Village[] {
  const remoteness = toRemoteness(placed, cable, towns, random)
  const difficult = toDifficultCommunes(province, placed, remoteness)
  const people = sharePeople(province, placed, remoteness, random)
  const lacking = new Set(
    placed
      .map((village, index) => ({ index, score: remoteness[index]! + (village.assignment ? 0.8 : 0) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, Math.round(placed.length * 0.062))
      .map(({ index }) => index),
  )
  const numbers = new Map<string, number>()
  const unplaced = pickUnplaced(placed, random)
  return placed.map((village, index): Village => {
    const number = (numbers.get(village.commune.code) ?? 0) + 1
    numbers.set(village.commune.code, number)
    const far = remoteness[index]! + random.gaussian() * 0.45
    const grid_power = !lacking.has(index)
    return {
      ...village,
      index,
      code: `${village.commune.code}-${String(number).padStart(2, '0')}`,
      ...people[index]!,
      remoteness: remoteness[index]!,
      grid_power,
      grid_power_since: grid_power ? toPowerDate(far, random) : null,
      road_access: far > 2.1 ? 'foot' : far > 0.85 ? 'motorbike' : 'car',
      especially_difficult: !village.commune.urban && difficult.has(village.commune.code) && far > -1.1,
      unplaced: unplaced.has(index),
    }
  })
}

/** Distances to cable, seat and town, the national border, how few live around, and a smooth landscape of chance. */
function toRemoteness(
  placed: readonly PlacedVillage[],
  cable: readonly LngLat[],
  towns: readonly LngLat[],
  random: Random,
): number[] {
  const cableIndex = createNearestIndex(cable.map((position) => ({ position })))
  const seats = new Map(placed.filter(({ seat }) => seat).map((v) => [v.commune.code, v.position]))
  const bumps = Array.from({ length: 40 }, () => ({
    centre: random.pick(placed).position,
    height: random.gaussian(),
  }))
  const toKilometres = (a: LngLat, b: LngLat) => getDistance(a, b) / 1000
  return placed.map((village) => {
    const toCable = cableIndex.nearest(village.position)!.metres / 1000
    const toSeat = toKilometres(village.position, seats.get(village.commune.code)!)
    const toTown = Math.min(...towns.map((town) => toKilometres(town, village.position)))
    const landscape = bumps.reduce(
      (sum, { centre, height }) =>
        sum + height * Math.exp(-((toKilometres(centre, village.position) / 9) ** 2)),
      0,
    )
    return (
      -2.1 +
      0.75 * Math.log(0.3 + toCable) +
      0.6 * Math.log(0.5 + toSeat) +
      0.035 * Math.min(40, toTown) +
      (village.commune.border ? 0.35 : 0) +
      (village.commune.urban ? -2 : 0) +
      -0.45 * Math.log(village.commune.households / village.commune.area_km2 / 14) +
      0.25 * landscape +
      0.25 * random.gaussian()
    )
  })
}

function sharePeople(
  province: Province,
  placed: readonly PlacedVillage[],
  remoteness: readonly number[],
  random: Random,
): { households: number; population: number }[] {
  const people: { households: number; population: number }[] = []
  for (const commune of province.communes) {
    const members = placed.map((_, i) => i).filter((i) => placed[i]!.commune === commune)
    const weights = members.map((i) =>
      Math.exp(0.38 * random.gaussian() - 0.16 * remoteness[i]! + (placed[i]!.seat ? 0.35 : 0)),
    )
    const households = apportion(
      commune.households,
      weights,
      members.map(() => leastHouseholds),
    )
    const population = apportion(
      commune.population,
      households.map((count) => count * Math.exp(0.08 * random.gaussian())),
      households,
    )
    members.forEach((i, k) => {
      people[i] = { households: households[k]!, population: population[k]! }
    })
  }
  return people
}

/** The more remote half of the rural communes counts as especially difficult. */
function toDifficultCommunes(
  province: Province,
  placed: readonly PlacedVillage[],
  remoteness: readonly number[],
): Set<string> {
  const means = province.communes
    .filter((commune) => !commune.urban)
    .map((commune) => {
      const own = placed.flatMap((village, i) => (village.commune === commune ? [remoteness[i]!] : []))
      return { code: commune.code, mean: own.reduce((sum, value) => sum + value, 0) / own.length }
    })
    .sort((a, b) => b.mean - a.mean)
  return new Set(means.slice(0, Math.round(means.length * 0.72)).map(({ code }) => code))
}

function pickUnplaced(placed: readonly PlacedVillage[], random: Random): Set<number> {
  const unplaced = new Set<number>()
  while (unplaced.size < unplacedCount) {
    const index = random.int(0, placed.length - 1)
    const village = placed[index]!
    if (village.origin === 'generated' && !village.seat && !village.commune.urban) unplaced.add(index)
  }
  return unplaced
}

function toPowerDate(far: number, random: Random): string {
  const year = Math.max(1993, Math.min(2019, Math.round(2006 + far * 5 + random.gaussian() * 2)))
  return `${year}-${String(random.int(1, 12)).padStart(2, '0')}-01`
}
