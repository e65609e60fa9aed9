/** Which of many lines or places lie within a distance, and which is the nearest that will do? */
import Flatbush from 'flatbush'
import type { LngLat } from '../geo.ts'
import { toBoxAround } from './box-around.ts'
import { measurePiece, toPieces, type NearestLine } from './pieces.ts'

export interface LinesWithin {
  /** Each line once, where it is nearest; the nearest first. */
  readonly within: (place: LngLat, distance_m: number) => NearestLine[]
  /** The nearest of those that will do, however far; null where none does. */
  readonly nearest: (place: LngLat, accepts: (index: number) => boolean) => NearestLine | null
}

const firstLook_m = 10_000
/** Farther than anything is from anything. */
const halfAround_m = 20_100_000

/** Lines of one corner are places. Where only the nearest of all is asked for, `createLineIndex` is faster. */
export function createLinesWithin(lines: readonly (readonly LngLat[])[]): LinesWithin {
  const pieces = lines.flatMap(toPieces)
  if (pieces.length === 0) return { within: () => [], nearest: () => null }
  const tree = new Flatbush(pieces.length)
  for (const { from, to } of pieces) {
    tree.add(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
    )
  }
  tree.finish()
  const within = (place: LngLat, distance_m: number) => {
    const nearestOf = new Map<number, NearestLine>()
    for (const piece of tree.search(...toBoxAround(place, distance_m))) {
      const measured = measurePiece(place, pieces[piece]!)
      if (measured.distance_m > distance_m) continue
      const known = nearestOf.get(measured.index)
      if (known === undefined || measured.distance_m < known.distance_m) {
        nearestOf.set(measured.index, measured)
      }
    }
    return [...nearestOf.values()].sort((a, b) => a.distance_m - b.distance_m || a.index - b.index)
  }
  return {
    within,
    nearest: (place, accepts) => {
      for (let look_m = firstLook_m; ; look_m *= 4) {
        const found = within(place, look_m).find(({ index }) => accepts(index))
        if (found !== undefined) return found
        if (look_m > halfAround_m) return null
      }
    },
  }
}
