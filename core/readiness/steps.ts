/** What is still missing before the map shows real data? The lists in the order in which they build on each other. */

/** A province brings its data in like this: each list names what the ones before it brought. */
export const readinessSteps = [
  'admin_units',
  'villages',
  'carriers',
  'sites',
  'village_services',
  'cable_routes',
  'assignments',
  'indicator_values',
  'facilities',
  'speed_results',
] as const
export type ReadinessStep = (typeof readinessSteps)[number]

/** Screens work without these. */
const furtherSteps: readonly ReadinessStep[] = ['indicator_values', 'facilities', 'speed_results']

export const readinessGaps = [
  /** No communes of 7/2025: everything is shown by the old ones only. */
  'no_communes_2025',
  /** They stand at their commune’s label. */
  'villages_without_position',
  /** Shares by households leave them out. */
  'villages_without_households',
  'sites_without_stations',
  /** Nobody says anything of them: “chưa rõ”. */
  'villages_without_statements',
  /** Only services of which something is said can be asked for. */
  'services_without_statements',
  /** Rows of acts of which nobody said which village they mean. */
  'assignments_without_village',
  'no_targets',
] as const
export type ReadinessGap = (typeof readinessGaps)[number]

/** What there is, as counted in the database; villages and carriers of today. */
export interface RecordCounts {
  readonly communes: number
  readonly communes_2025: number
  readonly villages: number
  readonly villages_without_position: number
  readonly villages_without_households: number
  readonly carriers: number
  readonly sites: number
  readonly sites_without_stations: number
  readonly statements: number
  readonly villages_without_statements: number
  /** Of the five: of how many nothing is said. */
  readonly services_without_statements: number
  readonly cable_routes: number
  readonly acts: number
  readonly assignments: number
  readonly assignments_without_village: number
  readonly actuals: number
  readonly targets: number
  readonly facilities: number
  readonly speed_results: number
}

export type StepState = 'missing' | 'partly' | 'done'

export interface StepReadiness {
  readonly step: ReadinessStep
  readonly state: StepState
  readonly count: number
  readonly gaps: readonly { readonly code: ReadinessGap; readonly count: number }[]
  /** Lists that have to come before this one can. */
  readonly waits_for: readonly ReadinessStep[]
  /** Whether a screen shows nothing without it. */
  readonly is_needed: boolean
}

const comesAfter: Readonly<Record<ReadinessStep, readonly ReadinessStep[]>> = {
  admin_units: [],
  villages: ['admin_units'],
  carriers: [],
  sites: ['admin_units', 'carriers'],
  village_services: ['villages', 'carriers'],
  cable_routes: ['carriers'],
  assignments: ['villages', 'carriers'],
  indicator_values: [],
  facilities: ['admin_units'],
  speed_results: ['admin_units'],
}

const countOf: Readonly<Record<ReadinessStep, (counts: RecordCounts) => number>> = {
  admin_units: ({ communes, communes_2025 }) => communes + communes_2025,
  villages: ({ villages }) => villages,
  carriers: ({ carriers }) => carriers,
  sites: ({ sites }) => sites,
  village_services: ({ statements }) => statements,
  cable_routes: ({ cable_routes }) => cable_routes,
  assignments: ({ assignments }) => assignments,
  indicator_values: ({ actuals }) => actuals,
  facilities: ({ facilities }) => facilities,
  speed_results: ({ speed_results }) => speed_results,
}

const gapsOf: Readonly<
  Partial<Record<ReadinessStep, (counts: RecordCounts) => Partial<Record<ReadinessGap, number>>>>
> = {
  admin_units: ({ communes_2025 }) => ({ no_communes_2025: communes_2025 === 0 ? 1 : 0 }),
  villages: ({ villages_without_position, villages_without_households }) => ({
    villages_without_position,
    villages_without_households,
  }),
  sites: ({ sites_without_stations }) => ({ sites_without_stations }),
  village_services: ({ villages_without_statements, services_without_statements }) => ({
    villages_without_statements,
    services_without_statements,
  }),
  assignments: ({ assignments_without_village }) => ({ assignments_without_village }),
  indicator_values: ({ targets }) => ({ no_targets: targets === 0 ? 1 : 0 }),
}

/** Of every list: what is there, what it still lacks, and which lists it waits for. */
export function listSteps(counts: RecordCounts): readonly StepReadiness[] {
  return readinessSteps.map((step) => {
    const count = countOf[step](counts)
    const gaps = count === 0 ? [] : listGaps(step, counts)
    return {
      step,
      state: count === 0 ? 'missing' : gaps.length > 0 ? 'partly' : 'done',
      count,
      gaps,
      waits_for: comesAfter[step].filter((earlier) => countOf[earlier](counts) === 0),
      is_needed: !furtherSteps.includes(step),
    }
  })
}

function listGaps(step: ReadinessStep, counts: RecordCounts): StepReadiness['gaps'] {
  const found = Object.entries(gapsOf[step]?.(counts) ?? {})
  return found.flatMap(([code, count]) => (count > 0 ? [{ code: code as ReadinessGap, count }] : []))
}

/** The first list that is needed, not there, and waits for none; null when every one is there. */
export function findNextStep(steps: readonly StepReadiness[]): ReadinessStep | null {
  const open = steps.filter(({ state, is_needed }) => state === 'missing' && is_needed)
  return (open.find(({ waits_for }) => waits_for.length === 0) ?? open[0])?.step ?? null
}
