/** Do two edges of a ring cross, so that it has no inside to speak of? */
import type { LngLat } from '../geo.ts'

type Edge = readonly [LngLat, LngLat]

/** @param ring the first place not repeated */
export function crossesItself(ring: readonly LngLat[]): boolean {
  const edges = ring.map((place, index): Edge => [place, ring[(index + 1) % ring.length] ?? place])
  return edges.some((edge, index) =>
    edges.some((other, otherIndex) => {
      const apart = otherIndex - index
      // Neighbours meet in a corner.
      if (apart < 2 || apart === edges.length - 1) return false
      return doCross(edge, other)
    }),
  )
}

function doCross([a, b]: Edge, [c, d]: Edge): boolean {
  return toSide(a, b, c) * toSide(a, b, d) < 0 && toSide(c, d, a) * toSide(c, d, b) < 0
}

/** Positive where `place` lies left of the way from `a` to `b`. */
function toSide(a: LngLat, b: LngLat, place: LngLat): number {
  return Math.sign((b[0] - a[0]) * (place[1] - a[1]) - (b[1] - a[1]) * (place[0] - a[0]))
}
