/** Which of many lines passes nearest, and where? Distances are to the line, not to its corners. */
import Flatbush from 'flatbush'
import type { LngLat } from '../geo.ts'
import { toBoxAround } from './box-around.ts'
import { toDistanceM, toMetresPerDegree } from './nearest.ts'

export interface NearestLine {
  /** Position in the list that the index was made of. */
  readonly index: number
  readonly distance_m: number
  /** The place on the line that is nearest. */
  readonly at: LngLat
}

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
    let nearest = measure(place, pieces[guess]!)
    const [west, south, east, north] = toBoxAround(place, nearest.distance_m)
    for (const candidate of tree.search(west * squeeze, south, east * squeeze, north)) {
      const measured = measure(place, pieces[candidate]!)
      const isFirst = measured.distance_m === nearest.distance_m && measured.index < nearest.index
      if (measured.distance_m < nearest.distance_m || isFirst) nearest = measured
    }
    return nearest
  }
}

interface Piece {
  readonly line: number
  readonly from: LngLat
  readonly to: LngLat
}

function toPieces(line: readonly LngLat[], index: number): Piece[] {
  const [first] = line
  if (line.length === 1 && first !== undefined) return [{ line: index, from: first, to: first }]
  return line.slice(1).map((to, start) => ({ line: index, from: line[start]!, to }))
}

function measure(place: LngLat, { line, from, to }: Piece): NearestLine {
  const at = toNearestOnPiece(place, from, to)
  return { index: line, distance_m: toDistanceM(place, at), at }
}

/** The foot of the perpendicular in a plane of metres at the place, kept between the ends. */
function toNearestOnPiece(place: LngLat, from: LngLat, to: LngLat): LngLat {
  const metres = toMetresPerDegree(place[1])
  const [x, y] = [(to[0] - from[0]) * metres.lng, (to[1] - from[1]) * metres.lat]
  const length2 = x * x + y * y
  if (length2 === 0) return from
  const along = ((place[0] - from[0]) * metres.lng * x + (place[1] - from[1]) * metres.lat * y) / length2
  const share = Math.min(1, Math.max(0, along))
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}
