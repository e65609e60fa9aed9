/** Where do the data end? Beyond the province the base map fades into the paper, so that its cut edge is never seen. */
import type { BBox, Feature, FeatureCollection, Polygon } from '../../core/geo.ts'
import { getHull, growHull, toPositions, type Position } from './hull.ts'

/** Steps of the fade; more cannot be told apart on so quiet a ground. */
const stepCount = 12
/** Share of the province's diagonal that is left clear around it, and at which the fade is complete. */
const clearShare = 0.02
const completeShare = 0.15

/** Rings around the province, each more opaque than the one within; the last covers the rest of the world. */
export function toEdgeFade(
  province: FeatureCollection | null,
  base_map: FeatureCollection | null,
): FeatureCollection<Polygon> {
  const hull = getHull(province)
  if (hull.length < 3 || base_map === null) return { type: 'FeatureCollection', features: [] }
  const provinceBox = toBox(hull)
  const diagonal = Math.hypot(provinceBox[2] - provinceBox[0], provinceBox[3] - provinceBox[1])
  const ground = base_map.features.filter(({ properties }) => properties?.['kind'] === 'neighbour')
  const groundBox = toBox(ground.flatMap(({ geometry }) => toPositions(geometry)))
  const complete = Math.min(completeShare * diagonal, toLeastMargin(provinceBox, groundBox, diagonal))
  const clear = Math.min(clearShare * diagonal, complete / 4)
  const rings = Array.from({ length: stepCount + 1 }, (_, step) =>
    growHull(hull, clear + ((complete - clear) * step) / stepCount),
  )
  const features = rings.map((ring, step): Feature<Polygon> => {
    const outer = rings[step + 1] ?? world
    const share = (step + 1) / rings.length
    const properties = { opacity: Number((share * share * (3 - 2 * share)).toFixed(3)) }
    return {
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [outer, [...ring].reverse()] },
    }
  })
  return { type: 'FeatureCollection', features }
}

const world: Position[] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
]

/** The least distance from the province's box to the edge of the data, over the sides on which there are neighbours. */
function toLeastMargin(inner: BBox, outer: BBox, diagonal: number): number {
  const margins = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]]
  const meaningful = margins.filter((margin) => margin > 0.05 * diagonal)
  return meaningful.length === 0 ? completeShare * diagonal : Math.min(...meaningful)
}

function toBox(positions: readonly Position[]): BBox {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of positions) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  return box
}
