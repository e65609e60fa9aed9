/** How does the line or area of a row look on the map of a preview? One line, not finer than a preview needs. */
import { area, pointOnFeature, polygon, simplify } from '@turf/turf'
import type { Geometry } from '../../core/geo.ts'

type Pair = [number, number]

export interface Outline {
  readonly line: Pair[]
  /** Inside of an area, for its mark; null: the middle of the line is as good. */
  readonly at: Pair | null
}

/** About 50 m: borders have tens of thousands of corners. */
const tolerance_deg = 0.0005

/** Of several parts the largest; null for points and for what has no extent. */
export function toOutline(geometry: Geometry | null | undefined): Outline | null {
  switch (geometry?.type) {
    case 'LineString':
      return { line: toPairs(geometry.coordinates), at: null }
    case 'MultiLineString':
      return toLongest(geometry.coordinates)
    case 'Polygon':
      return toArea([geometry.coordinates])
    case 'MultiPolygon':
      return toArea(geometry.coordinates)
    default:
      return null
  }
}

function toLongest(lines: readonly number[][][]): Outline | null {
  const [longest] = lines.toSorted((a, b) => b.length - a.length)
  return longest === undefined ? null : { line: toPairs(longest), at: null }
}

function toArea(parts: readonly number[][][][]): Outline | null {
  const rings = parts.flatMap(([outer]) =>
    outer === undefined || outer.length < 4 ? [] : [polygon([outer])],
  )
  const [largest] = rings.toSorted((a, b) => area(b) - area(a))
  if (largest === undefined) return null
  const drawn = simplify(largest, { tolerance: tolerance_deg })
  const [at] = toPairs([pointOnFeature(largest).geometry.coordinates])
  return { line: toPairs(drawn.geometry.coordinates[0] ?? []), at: at ?? null }
}

/** Heights are left out. */
function toPairs(positions: readonly (readonly number[])[]): Pair[] {
  return positions.map(([lng = 0, lat = 0]) => [lng, lat])
}
