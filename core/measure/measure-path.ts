/** How long is a path through places, leg by leg, and how large is what it encloses? */
import type { LngLat } from '../geo.ts'
import { toAreaM2 } from './area.ts'
import { crossesItself } from './crosses-itself.ts'
import { toGeodesic, type Geodesic } from './geodesic.ts'

/** `area`: the last place is joined with the first. */
export const measuredShapes = ['line', 'area'] as const
export type MeasuredShape = (typeof measuredShapes)[number]

export interface Measured {
  /** From each place to the next; of an area the last one leads back. */
  readonly legs: readonly (Geodesic & { readonly from: LngLat; readonly to: LngLat })[]
  /** The length of the path, or the perimeter. */
  readonly total_m: number
  readonly area: { readonly type: 'none' | 'crossed' } | { readonly type: 'known'; readonly area_m2: number }
}

export function measurePath(places: readonly LngLat[], shape: MeasuredShape): Measured {
  const isRing = shape === 'area' && places.length > 2
  const way = isRing ? [...places, ...places.slice(0, 1)] : places
  const legs = way.slice(1).map((to, index) => {
    const from = way[index] ?? to
    return { from, to, ...toGeodesic(from, to) }
  })
  return {
    legs,
    total_m: legs.reduce((sum, { distance_m }) => sum + distance_m, 0),
    area: toArea(places, isRing),
  }
}

function toArea(places: readonly LngLat[], isRing: boolean): Measured['area'] {
  if (!isRing) return { type: 'none' }
  return crossesItself(places) ? { type: 'crossed' } : { type: 'known', area_m2: toAreaM2(places) }
}
