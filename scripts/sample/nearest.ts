/** Which points lie near a position? */
import Flatbush from 'flatbush'
import type { LngLat } from '../../core/geo.ts'
import { getDistance } from '../reference/planar.ts'

export interface Near<T> {
  readonly item: T
  readonly metres: number
}

export interface NearestIndex<T> {
  /** All items within a distance, nearest first. */
  readonly within: (position: LngLat, metres: number) => Near<T>[]
  /** The nearest item; null in an empty index. */
  readonly nearest: (position: LngLat) => Near<T> | null
}

/** Metres in a degree of latitude, and at least that many in one of longitude anywhere the sample reaches. */
const metresPerDegree = 111_000
const leastMetresPerDegree = 100_000

export function createNearestIndex<T extends { readonly position: LngLat }>(
  items: readonly T[],
): NearestIndex<T> {
  if (items.length === 0) return { within: () => [], nearest: () => null }
  const boxes = new Flatbush(items.length)
  for (const { position } of items) boxes.add(position[0], position[1], position[0], position[1])
  boxes.finish()

  function within(position: LngLat, metres: number): Near<T>[] {
    const [lng, lat] = position
    const reach = metres / leastMetresPerDegree
    return boxes
      .search(lng - reach, lat - reach, lng + reach, lat + reach)
      .sort((a, b) => a - b)
      .map((index) => ({ item: items[index]!, metres: getDistance(position, items[index]!.position) }))
      .filter((near) => near.metres <= metres)
      .sort((a, b) => a.metres - b.metres)
  }

  return {
    within,
    nearest(position) {
      // The index measures in degrees: its nearest gives the radius within which the true nearest lies.
      const guess = boxes.neighbors(position[0], position[1], 1)[0]!
      const radius = getDistance(position, items[guess]!.position)
      return within(position, radius * (metresPerDegree / leastMetresPerDegree) * 1.1 + 1)[0] ?? null
    },
  }
}

/** A position `metres` away in a direction (radians, counter-clockwise from east), 5 decimals. */
export function moveBy(position: LngLat, metres: number, angle: number): LngLat {
  const [lng, lat] = position
  const north = (metres * Math.sin(angle)) / 111_195
  const east = (metres * Math.cos(angle)) / (111_195 * Math.cos((lat * Math.PI) / 180))
  return round5([lng + east, lat + north])
}

export function round5(position: LngLat): LngLat {
  return [Math.round(position[0] * 1e5) / 1e5, Math.round(position[1] * 1e5) / 1e5]
}
