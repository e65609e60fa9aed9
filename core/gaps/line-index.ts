/** Which of many lines passes nearest, and where? Distances are to the line, not to its corners. */
import Flatbush from 'flatbush'
import type { LngLat } from '../geo.ts'
import { toBoxAround } from './box-around.ts'
import { measurePiece, toPieces, type NearestLine } from './pieces.ts'

export type LineIndex = (from: LngLat) => NearestLine | null

/** As `createPlaceIndex`, over the straight pieces of the lines; a line of one corner is a place, one of none is nowhere. */
export function createLineIndex(lines: readonly (readonly LngLat[])[]): LineIndex {
  const pieces = lines.flatMap(toPieces)
  if (pieces.length === 0) return () => null
  const tree = new Flatbush(pieces.length)
  const squeeze = Math.cos(((pieces[0]?.from[1] ?? 0) * Math.PI) / 180)
  for (const { from, to } of pieces) {
    tree.add(
      Math.min(from[0], to[0]) * squeeze,
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]) * squeeze,
      Math.max(from[1], to[1]),
    )
  }
  tree.finish()
  return (place) => {
    const [guess = 0] = tree.neighbors(place[0] * squeeze, place[1], 1)
    let nearest = measurePiece(place, pieces[guess]!)
    const [west, south, east, north] = toBoxAround(place, nearest.distance_m)
    for (const candidate of tree.search(west * squeeze, south, east * squeeze, north)) {
      const measured = measurePiece(place, pieces[candidate]!)
      const isFirst = measured.distance_m === nearest.distance_m && measured.index < nearest.index
      if (measured.distance_m < nearest.distance_m || isFirst) nearest = measured
    }
    return nearest
  }
}
