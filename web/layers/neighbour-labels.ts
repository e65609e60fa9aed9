/** Where does a neighbour's name stand? Well inside its land, but near the province, before the map fades. */
import type { Feature, FeatureCollection, Point } from '../../core/geo.ts'
import { getHull, growHull, type Position } from './hull.ts'

/** Points tried along each side of a neighbour's box. */
const gridSize = 24
/** A name needs no finer outline than this many positions, and the first view cannot wait for thousands. */
const outlineSize = 160
/** How far from the province's hull a name may stand, as a share of the hull's height. */
const reachShare = 0.14

/**
 * A name per neighbour. Neighbours given as points are countries and stand where they are; those given as areas get the
 * place that is farthest from any of their own borders within reach of the province.
 */
export function toNeighbourLabels(
  province: FeatureCollection | null,
  base_map: FeatureCollection | null,
): FeatureCollection<Point> {
  const hull = getHull(province)
  if (hull.length < 3) return { type: 'FeatureCollection', features: [] }
  const lats = hull.map(([, lat]) => lat)
  const reach = growHull(hull, (Math.max(...lats) - Math.min(...lats)) * reachShare)
  const features = (base_map?.features ?? []).flatMap((feature): Feature<Point>[] => {
    const { properties, geometry } = feature
    if (properties?.['kind'] !== 'neighbour' || typeof properties['name'] !== 'string') return []
    const is_country = geometry.type === 'Point'
    const coordinates = is_country ? (geometry.coordinates as Position) : toInnerPoint(feature, reach)
    if (coordinates === null) return []
    const label = { name: properties['name'], is_country }
    return [{ type: 'Feature', properties: label, geometry: { type: 'Point', coordinates } }]
  })
  return { type: 'FeatureCollection', features }
}

/** The point of the area and of `reach` that is farthest from both outlines; null when they do not meet. */
function toInnerPoint(feature: Feature, reach: readonly Position[]): Position | null {
  const { geometry } = feature
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const rings = polygons.map((polygon) => thin(polygon[0] as Position[]))
  const outline = [...rings.flat(), ...densify(reach)]
  let best: Position | null = null
  let bestClearance = 0
  for (const candidate of toGrid(rings.flat())) {
    if (!isInRing(candidate, reach) || !rings.some((ring) => isInRing(candidate, ring))) continue
    const clearance = outline.reduce(
      (least, position) => Math.min(least, distanceOf(candidate, position)),
      360,
    )
    if (clearance > bestClearance) {
      best = candidate
      bestClearance = clearance
    }
  }
  return best
}

function thin(ring: readonly Position[]): Position[] {
  const step = Math.max(1, Math.ceil(ring.length / outlineSize))
  return ring.filter((_, index) => index % step === 0)
}

function toGrid(positions: readonly Position[]): Position[] {
  const lngs = positions.map(([lng]) => lng)
  const lats = positions.map(([, lat]) => lat)
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  return Array.from({ length: gridSize * gridSize }, (_, cell): Position => {
    const column = (cell % gridSize) + 0.5
    const row = Math.floor(cell / gridSize) + 0.5
    return [west + ((east - west) * column) / gridSize, south + ((north - south) * row) / gridSize]
  })
}

/** A hull has few corners; positions between them make the distance to its sides known. */
function densify(ring: readonly Position[]): Position[] {
  return ring.slice(1).flatMap((end, index) => {
    const start = ring[index] ?? end
    return [0, 0.25, 0.5, 0.75].map((t): Position => [
      start[0] + (end[0] - start[0]) * t,
      start[1] + (end[1] - start[1]) * t,
    ])
  })
}

function distanceOf(a: Position, b: Position): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** Ray casting; a name may stand on either side of a line, so the border case does not matter. */
function isInRing([lng, lat]: Position, ring: readonly Position[]): boolean {
  let inside = false
  ring.forEach(([x, y], index) => {
    const [previousX, previousY] = ring.at(index - 1) ?? [x, y]
    if (y > lat !== previousY > lat && lng < ((previousX - x) * (lat - y)) / (previousY - y) + x)
      inside = !inside
  })
  return inside
}
