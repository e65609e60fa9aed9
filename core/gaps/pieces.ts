/** Of what straight pieces does a line consist, and how far is a place from one? */
import type { LngLat } from '../geo.ts'
import { toDistanceM, toMetresPerDegree } from './nearest.ts'

export interface NearestLine {
  /** Position in the list that the index was made of. */
  readonly index: number
  readonly distance_m: number
  /** The place on the line that is nearest. */
  readonly at: LngLat
}

export interface Piece {
  readonly line: number
  readonly from: LngLat
  readonly to: LngLat
}

/** A line of one corner is one piece without length, one of none has no pieces. */
export function toPieces(line: readonly LngLat[], index: number): Piece[] {
  const [first] = line
  if (line.length === 1 && first !== undefined) return [{ line: index, from: first, to: first }]
  return line.slice(1).map((to, start) => ({ line: index, from: line[start]!, to }))
}

export function measurePiece(place: LngLat, { line, from, to }: Piece): NearestLine {
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
