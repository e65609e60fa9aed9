/** What do the layers of the API say of sites and routes that matters to a gap? */
import type { Feature, LngLat } from '../geo.ts'
import type { Site } from '../inventory/sites.ts'
import type { GapRoute, GapSite } from './surroundings.ts'

/**
 * Sites that stand: on air on the day of the layer, or live without a station. What is only planned serves nobody; what has
 * been taken down since was there on its day, but no longer offers its mast.
 */
export function toGapSites(features: readonly Feature[]): GapSite[] {
  return features.flatMap(({ id, geometry, properties }): GapSite[] => {
    const { carriers, shareable, status } = properties as Site
    const stands = status === 'live' || (status === 'retired' && carriers.length > 0)
    if (!stands || typeof id !== 'number' || geometry?.type !== 'Point') return []
    const position = geometry.coordinates as unknown as LngLat
    return [{ id, position, carriers, shareable: status === 'live' ? (shareable ?? null) : null }]
  })
}

export function toGapRoutes(features: readonly Feature[]): GapRoute[] {
  return features.flatMap(({ id, geometry }): GapRoute[] =>
    typeof id === 'number' && geometry?.type === 'LineString'
      ? [{ id, line: geometry.coordinates as unknown as readonly LngLat[] }]
      : [],
  )
}
