/** Which kept bodies does a change make stale? */
import type { LayerId } from '../../core/inventory/layers.ts'

export type BodyName = LayerId | 'village-services' | 'province-facts'

const ofVillages = ['villages', 'assignments', 'village-services', 'province-facts'] as const

/** By noun; one that is missing here stands in bodies that nobody thought of, so that all are stale: units and carriers stand in most. */
const bodiesOf: Readonly<Record<string, readonly BodyName[]>> = {
  sites: ['sites', 'generator-sites'],
  villages: ofVillages,
  village_services: ofVillages,
  proposals: [],
  mast_kinds: [],
  plans: [],
  due_papers: [],
  // A decision that moves coverage is told of as what it says of the village.
  challenges: [],
  // A step that moves coverage is told of as what it says of the village; what an act assigns stands in these.
  assignments: ofVillages,
  users: [],
  facilities: ['facilities'],
  cable_routes: ['cable-routes'],
  speed_results: [],
  indicator_values: ['province-facts'],
}

export function isStale(name: BodyName, nouns: ReadonlySet<string>): boolean {
  return [...nouns].some((noun) => bodiesOf[noun]?.includes(name) ?? true)
}
