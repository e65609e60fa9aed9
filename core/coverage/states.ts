/** Which services, bases and states does a statement about coverage know, and how are they united? */

export const services = ['fibre', '2g', '3g', '4g', '5g'] as const
export type Service = (typeof services)[number]

/** What plans, acts and reports speak of: a service, or `mobile` = 3G or 4G or 5G (indicator 3 of the plan; not 2G, not fibre). */
export const plannedServices = [...services, 'mobile'] as const
export type PlannedService = (typeof plannedServices)[number]

/**
 * What a planner may ask for beyond these, by the gap that it leaves: `any` leaves the villages with nothing at all, `2g-only`
 * those that have 2G and nothing better, `fibre-or-4g` those with neither.
 */
export const gapServices = ['any', '2g-only', 'fibre-or-4g'] as const
export const askedServices = [...plannedServices, ...gapServices] as const
export type AskedService = (typeof askedServices)[number]

const mobileServices: readonly Service[] = ['3g', '4g', '5g']

const servicesOfGap: Readonly<Record<(typeof gapServices)[number], readonly Service[]>> = {
  any: services,
  '2g-only': mobileServices,
  'fibre-or-4g': ['fibre', '4g'],
}

/** The services whose statements answer a question: a village has what is asked for if it has any of them. */
export function toServices(asked: AskedService): readonly Service[] {
  switch (asked) {
    case 'mobile':
      return mobileServices
    case 'any':
    case '2g-only':
    case 'fibre-or-4g':
      return servicesOfGap[asked]
    default:
      return [asked]
  }
}

/** The service that a village must have to be counted at all: “2G only” is asked of the villages that have 2G. */
export function toRequiredService(asked: AskedService): Service | null {
  return asked === '2g-only' ? '2g' : null
}

/** From the weakest to the strongest: for one carrier the strongest wins. The order is that of the SQL type. */
export const bases = ['predicted', 'declared', 'measured', 'verified'] as const
export type Basis = (typeof bases)[number]

/**
 * What a question may ask for: one basis alone, the strongest that each carrier has, or `local`: of what is verified, what
 * an UBND huyện or xã reported and the Sở accepted.
 */
export const askedBases = ['strongest', ...bases, 'local'] as const
export type AskedBasis = (typeof askedBases)[number]

/** What a statement can say. */
export const statementStates = ['not_covered', 'partial', 'covered'] as const
export type StatementState = (typeof statementStates)[number]

/** What is known of a village: no statement means unknown. Ordered so that uniting carriers takes the greatest. */
export const coverageStates = ['unknown', ...statementStates] as const
export type CoverageState = (typeof coverageStates)[number]

/**
 * United over carriers (and, for mobile, over 3G, 4G and 5G): covered by any. A carrier that says nothing
 * does not turn another's "no" into "unknown".
 */
export function uniteStates(states: Iterable<CoverageState>): CoverageState {
  let best = 0
  for (const state of states) best = Math.max(best, coverageStates.indexOf(state))
  return coverageStates[best] ?? 'unknown'
}

/** What the statement counts as where an indicator lets partial count from a share of households reached. */
export function toCountedState(
  state: StatementState,
  households_share: number | null,
  partial_from: number | null,
): StatementState {
  if (state !== 'partial' || partial_from === null || households_share === null) return state
  return households_share >= partial_from ? 'covered' : 'partial'
}
