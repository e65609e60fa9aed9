/** How do trial sites and what they gain look on the map: circles, their names, the villages? */
import { toRing, type SiteCircle } from '../../core/coverage/site-circle.ts'
import type { LngLat, Polygon } from '../../core/geo.ts'
import type { OverlayFeature } from '../layers/overlay.ts'

/** A closed ring. */
export function toCirclePolygon(circle: SiteCircle): Polygon {
  const ring = toRing(circle).map((corner) => [...corner])
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

/**
 * @param shown those of them that are drawn: one in somebody's hand is not
 * @param toLabel what stands at the northern edge of a circle
 */
export function toTrialOverlay(
  trial: readonly SiteCircle[],
  shown: readonly SiteCircle[],
  toLabel: (circle: SiteCircle, index: number) => string,
): OverlayFeature[] {
  return trial.flatMap((circle, index) => {
    if (!shown.includes(circle)) return []
    const polygon = toCirclePolygon(circle)
    const north = polygon.coordinates[0]!.reduce((top, corner) => (corner[1]! > top[1]! ? corner : top))
    return [
      { type: 'Feature', geometry: polygon, properties: { role: 'trial' } },
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: north },
        properties: { role: 'text', label: toLabel(circle, index) },
      },
    ] satisfies OverlayFeature[]
  })
}

export interface PlacedVillage {
  readonly id: number
  readonly position: LngLat
}

export function toGainedOverlay(villages: readonly PlacedVillage[]): OverlayFeature[] {
  return villages.map(({ id, position }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...position] },
    properties: { role: 'gained', village_id: id },
  }))
}
