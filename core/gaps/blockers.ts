/** What stands in the way of serving a village, and what has to be solved first? */
import type { Surroundings } from './surroundings.ts'

/** The one list, in the order in which one is solved before the next: a site needs power before land, land before a permit. */
export const blockers = [
  'power',
  'road',
  'land',
  'forest_land',
  'permit',
  'backhaul',
  'few_households',
  'other',
] as const
export type Blocker = (typeof blockers)[number]

/** Fewer households than this are few. */
export const fewHouseholds = 30
/** No known fibre and no live site within this: transmission has to be built. */
export const farBackhaul_m = 5_000

/** What is recorded of a village; null is not known, and what is not known blocks nothing. */
export interface BlockerFacts {
  readonly grid_power: boolean | null
  readonly road_access: 'car' | 'motorbike' | 'foot' | null
  readonly households: number | null
  /** Null for a village without a position: distances from a label would be invented. */
  readonly surroundings: Surroundings | null
  /** What somebody wrote down for this village. Land, forest land, permits and the rest are never derived. */
  readonly recorded: readonly Blocker[]
}

/** First what has to be solved first; empty where nothing is known to block. */
export function listBlockers(facts: BlockerFacts): Blocker[] {
  return blockers.filter((blocker) => facts.recorded.includes(blocker) || derive[blocker]?.(facts) === true)
}

const derive: Readonly<Partial<Record<Blocker, (facts: BlockerFacts) => boolean>>> = {
  power: ({ grid_power }) => grid_power === false,
  // A motorbike carries what a small site needs; on foot nothing heavier than a person comes.
  road: ({ road_access }) => road_access === 'foot',
  backhaul: ({ surroundings }) => surroundings !== null && isFarFromAll(surroundings),
  few_households: ({ households }) => households !== null && households < fewHouseholds,
}

/** Far from everything that this reader is shown; where either is hidden nothing can be said. */
function isFarFromAll({ sites, fibre }: Surroundings): boolean {
  if (sites === 'hidden' || fibre === 'hidden') return false
  const site_m = sites === 'none' ? Infinity : (sites[0]?.distance_m ?? Infinity)
  const fibre_m = fibre === 'none' ? Infinity : fibre.distance_m
  return site_m > farBackhaul_m && fibre_m > farBackhaul_m
}
