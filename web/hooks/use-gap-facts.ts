/** What is known around a village that has no service: its commune's name, who was assigned, the nearest site. */
import { useEffect, useMemo } from 'react'
import { loadLayer } from '../load-layers.ts'
import { listBlockers, type Blocker } from '../../core/gaps/blockers.ts'
import { createPlaceIndex } from '../../core/gaps/place-index.ts'
import type { AskedService } from '../../core/coverage/states.ts'
import type { FeatureCollection, LngLat } from '../../core/geo.ts'
import type { Assignment } from '../../core/inventory/assignments.ts'
import type { Site } from '../../core/inventory/sites.ts'
import { useApp } from '../state/store.ts'
import type { VillageFeature } from '../state/units.ts'
import { toAssignmentsByVillage } from '../state/village-list.ts'
import { useCommuneNames } from './use-commune-names.ts'
import { useSurroundings } from './use-surroundings.ts'

export interface GapFacts {
  /** `xã Chà Tở`, or null until names are there. */
  readonly within: string | null
  readonly assignments: readonly Assignment[]
  /** To the nearest live site that carries the service asked about. */
  readonly nearest_m: number | null
  /** First what has to be solved first. */
  readonly blockers: readonly Blocker[]
}

/** Facts about any village; what they need is fetched when a list is first opened. */
export function useGapFacts(service: AskedService): (village: VillageFeature) => GapFacts {
  const names = useCommuneNames()
  const sites = useApp((state) => state.sources.sites)
  const assignments = useApp((state) => state.sources.assignments)
  useEffect(() => {
    void loadLayer('sites')
    void loadLayer('assignments')
  }, [])
  const findNearest = useMemo(() => createPlaceIndex(toServingPlaces(sites, service)), [sites, service])
  const surroundings = useSurroundings()
  const byVillage = useMemo(() => toAssignmentsByVillage(assignments), [assignments])
  return (village) => ({
    within: names.get(village.properties.commune_code) ?? null,
    assignments: byVillage.get(village.id) ?? [],
    nearest_m: findNearest(village.geometry.coordinates as unknown as LngLat)?.distance_m ?? null,
    blockers: listBlockers({
      ...village.properties,
      surroundings: surroundings?.get(village.id) ?? null,
      recorded: [],
    }),
  })
}

const carries: Readonly<Record<AskedService, (site: Site) => boolean>> = {
  fibre: (site) => site.backhaul === 'fibre',
  '2g': (site) => site.has_2g,
  '3g': (site) => site.has_3g,
  '4g': (site) => site.has_4g,
  '5g': (site) => site.has_5g,
  mobile: isMobile,
  any: () => true,
  '2g-only': isMobile,
  'fibre-or-4g': (site) => site.has_4g || site.backhaul === 'fibre',
}

function isMobile(site: Site): boolean {
  return site.has_3g || site.has_4g || site.has_5g
}

function toServingPlaces(sites: FeatureCollection | null, service: AskedService): LngLat[] {
  return (sites?.features ?? []).flatMap(({ geometry, properties }) => {
    const site = properties as Site
    const isServing = site.status === 'live' && carries[service](site) && geometry.type === 'Point'
    return isServing ? [geometry.coordinates as unknown as LngLat] : []
  })
}
