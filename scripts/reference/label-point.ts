/** Where inside an area does its name stand best? At the point farthest from its border. */
import type { LngLat, MultiPolygon, Polygon } from '../../core/geo.ts'
import { getSegmentDistance, toPlane, type PlanePoint } from './planar.ts'
import { isInsideRings, type Ring } from './ring.ts'

interface Candidate {
  readonly position: LngLat
  readonly distance: number
}

const gridSteps = 24
const refinements = 4

/** [lng, lat] inside the area, 5 decimals, farthest from the border to within about a hundredth of the area's width. */
export function findLabelPoint(area: Polygon | MultiPolygon): LngLat {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  const rings = polygons.flat() as unknown as Ring[]
  const lngs = rings.flat().map(([lng]) => lng)
  const lats = rings.flat().map(([, lat]) => lat)
  let box = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)] as const
  const latitude = (box[1] + box[3]) / 2
  const planeRings = rings.map((ring) => ring.map((position) => toPlane(position, latitude)))
  let best: Candidate | null = null
  for (let round = 0; round < refinements; round++) {
    best = searchGrid(box, { rings, planeRings, latitude }, best)
    if (best === null) throw new Error('no grid point lies inside the area')
    const halfWidth = ((box[2] - box[0]) / gridSteps) * 1.5
    const halfHeight = ((box[3] - box[1]) / gridSteps) * 1.5
    const [lng, lat] = best.position
    box = [lng - halfWidth, lat - halfHeight, lng + halfWidth, lat + halfHeight]
  }
  return best!.position
}

interface Area {
  readonly rings: readonly Ring[]
  readonly planeRings: readonly (readonly PlanePoint[])[]
  readonly latitude: number
}

function searchGrid(
  box: readonly [number, number, number, number],
  area: Area,
  start: Candidate | null,
): Candidate | null {
  let best = start
  for (let i = 0; i <= gridSteps; i++) {
    for (let j = 0; j <= gridSteps; j++) {
      const lng = round5(box[0] + ((box[2] - box[0]) * i) / gridSteps)
      const lat = round5(box[1] + ((box[3] - box[1]) * j) / gridSteps)
      const position: LngLat = [lng, lat]
      if (!isInsideRings(position, area.rings)) continue
      const distance = getBorderDistance(position, area, best?.distance ?? 0)
      if (best === null || distance > best.distance) best = { position, distance }
    }
  }
  return best
}

/** Metres to the border; no longer exact once it is known to be less than `enough`. */
function getBorderDistance(position: LngLat, area: Area, enough: number): number {
  const point = toPlane(position, area.latitude)
  let least = Infinity
  for (const ring of area.planeRings) {
    for (let i = 1; i < ring.length && least >= enough; i++)
      least = Math.min(least, getSegmentDistance(point, ring[i - 1]!, ring[i]!))
  }
  return least
}

function round5(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
