/** How many of each kind lie in view? Counted from the data, so that what is off the screen's edge never counts. */
import type { BBox, FeatureCollection, Geometry } from '../../core/geo.ts'
import type { Site } from '../../core/inventory/sites.ts'
import { toPositions } from '../layers/hull.ts'
import { toSiteSymbol } from '../layers/site-features.ts'
import { toStateLookup } from '../layers/village-features.ts'
import type { MapViewProps, ViewCounts } from './map-view-props.ts'

type Counted = Pick<MapViewProps, 'sources' | 'village_states' | 'visible'>

export function countInView({ sources, village_states, visible }: Counted, bounds: BBox): ViewCounts {
  const count = <K extends keyof ViewCounts, C>(id: K, toCount: (features: Features) => C) => {
    const features = visible.has(id) ? sources[id]?.features : undefined
    const inView = features?.filter(({ geometry }) => touches(bounds, geometry))
    return (inView === undefined ? {} : { [id]: toCount(inView) }) as { [I in K]?: C }
  }
  return {
    ...(village_states === null
      ? {}
      : count('villages', (features) => countVillages(features, toStateLookup(village_states)))),
    ...count('sites', countSites),
    ...count('generator-sites', ({ length }) => length),
    ...count('cable-routes', ({ length }) => length),
    ...count('facilities', (features) => countBy(features, 'kind')),
    ...count('assignments', (features) => countBy(features, 'carrier_code')),
  }
}

type Features = FeatureCollection['features']

function countVillages(
  villages: Features,
  stateOf: (id: number) => number,
): [number, number, number, number] {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  for (const { id } of villages) {
    const state = typeof id === 'number' ? stateOf(id) : 0
    // What is not drawn is not in view.
    if (state >= 0) counts[state as 0 | 1 | 2 | 3] += 1
  }
  return counts
}

function countSites(sites: Features): NonNullable<ViewCounts['sites']> {
  const counts = { '5g': 0, '4g': 0, '3g': 0, '2g': 0, none: 0 }
  for (const { properties } of sites) counts[toSiteSymbol(properties as Site)] += 1
  return counts
}

function countBy(features: Features, name: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { properties } of features) {
    const value = String(properties?.[name])
    counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

/** True when any position of the geometry lies within the bounds. */
function touches([west, south, east, north]: BBox, geometry: Geometry | null): boolean {
  return toPositions(geometry).some(
    ([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north,
  )
}
