/** Which convex shape holds a province, and the same shape grown by a distance? Degrees, good enough for a frame. */
import type { FeatureCollection, Geometry } from '../../core/geo.ts'

export type Position = [number, number]

/** Every position of a geometry; none for a collection. */
export function toPositions(geometry: Geometry | null): Position[] {
  if (geometry === null || geometry.type === 'GeometryCollection') return []
  const positions: Position[] = []
  const collect = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return
    if (typeof coordinates[0] === 'number') positions.push([coordinates[0], Number(coordinates[1])])
    else coordinates.forEach(collect)
  }
  collect(geometry.coordinates)
  return positions
}

const hulls = new WeakMap<FeatureCollection, Position[]>()

/** The hull of all features, found once for each collection; empty before it is loaded. */
export function getHull(collection: FeatureCollection | null): Position[] {
  if (collection === null) return []
  const known = hulls.get(collection)
  if (known !== undefined) return known
  const hull = toConvexHull(collection.features.flatMap(({ geometry }) => toPositions(geometry)))
  hulls.set(collection, hull)
  return hull
}

/** Counter-clockwise ring, closed (Andrew's monotone chain); fewer than three positions where there is no area. */
export function toConvexHull(positions: readonly Position[]): Position[] {
  const sorted = [...positions].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const lower = toChain(sorted)
  const upper = toChain(sorted.reverse())
  const ring = [...lower.slice(0, -1), ...upper.slice(0, -1)]
  const first = ring[0]
  return ring.length < 3 || first === undefined ? [] : [...ring, first]
}

function toChain(positions: readonly Position[]): Position[] {
  const chain: Position[] = []
  for (const position of positions) {
    while (chain.length >= 2 && turnOf(chain.at(-2)!, chain.at(-1)!, position) <= 0) chain.pop()
    chain.push(position)
  }
  return chain
}

function turnOf(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

const corners = 32

/** The hull with rounded corners at `distance` degrees of latitude from it, as round on the map as on the ground. */
export function growHull(hull: readonly Position[], distance: number): Position[] {
  const middleLat = hull.reduce((sum, [, lat]) => sum + lat, 0) / Math.max(hull.length, 1)
  const stretch = 1 / Math.cos((middleLat * Math.PI) / 180)
  const grown = hull.flatMap(([lng, lat]) =>
    Array.from({ length: corners }, (_, corner): Position => {
      const angle = (2 * Math.PI * corner) / corners
      return [lng + distance * stretch * Math.cos(angle), lat + distance * Math.sin(angle)]
    }),
  )
  return toConvexHull(grown)
}
