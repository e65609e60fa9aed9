/** Made-up points and statements of any size, the same in every run. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { StatementColumns } from '../../core/coverage/statement-table.ts'
import { bases, services, statementStates } from '../../core/coverage/states.ts'
import { fromDayNumber, toDayNumber } from '../../core/dates.ts'
import type { LngLat } from '../../core/geo.ts'

/** Numbers in [0, 1) from a fixed seed. */
export function createRandom(seed: number): () => number {
  const generator = xoroshiro128plus(seed)
  return () => (generator.next() >>> 0) / 2 ** 32
}

/** Points anywhere in the box for which `isInside` holds. */
export function createPoints(
  count: number,
  [west, south, east, north]: readonly [number, number, number, number],
  isInside: (position: LngLat) => boolean,
): LngLat[] {
  const random = createRandom(7)
  const points: LngLat[] = []
  while (points.length < count) {
    const position = [west + random() * (east - west), south + random() * (north - south)] as const
    if (isInside(position)) points.push(position)
  }
  return points
}

const carriers = ['a', 'b', 'c', 'd', 'e']
const firstDay = toDayNumber('2015-01-01')
const dates = Array.from({ length: 2400 }, (_, day) => fromDayNumber(firstDay + day))

/** Statements about villages 0 … village_count − 1, every value equally likely. */
export function createStatements(count: number, village_count: number): StatementColumns {
  const random = createRandom(11)
  const column = (size: number) => Array.from({ length: count }, () => Math.floor(random() * size))
  return {
    services,
    carriers,
    bases,
    states: statementStates,
    dates,
    village: column(village_count),
    service: column(services.length),
    carrier: column(carriers.length),
    basis: column(bases.length),
    state: column(statementStates.length),
    observed_on: column(dates.length),
    households_share: Array.from({ length: count }, () => null),
    local_rows: [],
  }
}
