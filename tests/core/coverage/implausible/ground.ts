/** Where do the towns and villages of the made-up province lie? */
import type { JudgedStatement, JudgedVillage } from '../../../../core/coverage/implausible/inventory.ts'
import type { Random } from './random.ts'

export type Service = JudgedStatement['service']
export type Wave = '2g' | '3g' | '4g' | '5g'
export type State = JudgedStatement['state']
export type Position = readonly [number, number]

export const carriers = ['north', 'south', 'east', 'town'] as const
export const waves: readonly Wave[] = ['2g', '3g', '4g']
export interface Ground {
  readonly villages: readonly JudgedVillage[]
  /** Where each really lies, noted or not. */
  readonly places: ReadonlyMap<number, Position>
  readonly towns: readonly Position[]
}

export const km_per_lat = 110.6
export const km_per_lng = 111.3 * Math.cos((21.6 * Math.PI) / 180)

export function toKm(a: Position, b: Position): number {
  return Math.hypot((a[0] - b[0]) * km_per_lng, (a[1] - b[1]) * km_per_lat)
}

export function moved([lng, lat]: Position, east_km: number, north_km: number): Position {
  return [lng + east_km / km_per_lng, lat + north_km / km_per_lat]
}

/** Twelve districts around their towns; villages along valleys, thinner farther out. */
export function layGround(random: Random): Ground {
  const towns: Position[] = Array.from({ length: 12 }, (_, i) =>
    moved([102.6, 21.1], 34 * (i % 4) + 6 * random.error(), 40 * Math.floor(i / 4) + 6 * random.error()),
  )
  const villages: JudgedVillage[] = []
  const places = new Map<number, Position>()
  towns.forEach((town, district) => {
    const count = district === 11 ? 14 : district === 3 ? random.int(40, 50) : random.int(50, 110)
    const valleys = Array.from({ length: 5 }, () => random.between(0, 2 * Math.PI))
    for (let i = 0; i < count; i++) {
      const along = 22 * random.next() ** 1.3
      const valley = random.pick(valleys)
      const place = moved(
        town,
        along * Math.cos(valley) + 1.5 * random.error(),
        along * Math.sin(valley) + 1.5 * random.error(),
      )
      const id = villages.length + 101
      places.set(id, place)
      // Positions are noted a little off, a few far off; of some none is.
      const off_km = random.chance(0.01) ? 3 : 0.25
      const position = random.chance(0.01)
        ? null
        : moved(place, off_km * random.error(), off_km * random.error())
      villages.push({ id, position, district_code: String(900 + district) })
    }
  })
  return { villages, places, towns }
}
