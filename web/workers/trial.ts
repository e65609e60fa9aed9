/** What would trial sites gain? Asked with every movement of a hand, so that all that does not change is kept. */
import type { UnitArea } from '../../core/coverage/area.ts'
import { createLocator, type Locator } from '../../core/coverage/locate.ts'
import { toUnitShares, type UnitShare } from '../../core/coverage/share.ts'
import type { SiteCircle } from '../../core/coverage/site-circle.ts'
import { coverageStates } from '../../core/coverage/states.ts'
import { addCircles } from '../../core/coverage/trial-area.ts'
import {
  findGained,
  findTrialProblem,
  sumGains,
  toStatesAfter,
  type Gain,
  type GainedState,
  type TrialProblem,
} from '../../core/coverage/trial.ts'
import type { AskedView } from './answering.ts'
import { sumAreas, type AreaKeeper, type CircleGround } from './area.ts'
import type { CountedVillages, EngineContext, EngineUnit, Held } from './engine-context.ts'

export interface AskedTrial {
  readonly view: AskedView
  readonly trial: readonly SiteCircle[]
  /** Of the circles of existing sites; null: area is not asked about. */
  readonly radius_m: number | null
}

export interface Before<T> {
  readonly before: T
  readonly after: T
}

export interface GainedVillage {
  readonly id: number
  readonly state: GainedState
  /** Position of its unit, or −1. */
  readonly unit: number
}

export interface TrialUnit {
  /** Position in the set. */
  readonly unit: number
  readonly gained: number
  readonly share: Before<UnitShare>
  readonly area: Before<UnitArea> | null
}

export interface TrialAnswer {
  /** Of each trial site, in their order; one with a problem is not counted. */
  readonly problems: readonly (TrialProblem | null)[]
  readonly gained: readonly GainedVillage[]
  readonly gains: Readonly<Record<GainedState, Gain>>
  readonly province: { readonly share: Before<UnitShare>; readonly area: Before<UnitArea> | null }
  /** Units in which something changes. */
  readonly units: readonly TrialUnit[]
}

export interface TrialPart {
  readonly tryOut: (asked: AskedTrial) => TrialAnswer
}

export function createTrial(context: EngineContext, { getCircles }: AreaKeeper): TrialPart {
  const count = createCountKeeper(context)
  const getInside = createInsideKeeper()
  return {
    tryOut: ({ view, trial, radius_m }) => {
      const isInside = getInside(context.getUnits(view.unit_set))
      const problems = trial.map((site) => findTrialProblem(site, (position) => isInside(position) >= 0))
      const sites = trial.filter((_, index) => problems[index] === null)
      const areas =
        radius_m === null ? null : addAreas(getCircles({ unit_set: view.unit_set, radius_m }), sites)
      return { problems, ...toGains(context, { view, counted: count(view), sites, areas }) }
    },
  }
}

type Areas = Before<readonly UnitArea[]>

function addAreas(circles: CircleGround, sites: readonly SiteCircle[]): Areas {
  return { before: circles.areas, after: addCircles(circles.ground, circles, sites) }
}

interface Tried {
  readonly view: AskedView
  readonly counted: CountedVillages
  readonly sites: readonly SiteCircle[]
  readonly areas: Areas | null
}

function toGains(
  context: EngineContext,
  { view, counted, sites, areas }: Tried,
): Omit<TrialAnswer, 'problems'> {
  const { villages, weights } = context.getHeld()
  const { states, in_question } = counted
  const unit_of = context.locate(view.unit_set)
  const gained = findGained({ positions: villages.positions, states, in_question }, sites)
  const after = toStatesAfter(states, gained)
  const toShares = (of: Uint8Array, units: Int32Array, unit_count: number) =>
    toUnitShares(of, units, { unit_count, weight_of: weights[view.weight], population: in_question })
  const toBoth = (units: Int32Array, unit_count: number): Before<readonly UnitShare[]> => ({
    before: toShares(states, units, unit_count),
    after: toShares(after, units, unit_count),
  })
  const shares = toBoth(unit_of, context.countUnits(view.unit_set))
  const province = toBoth(context.locate('province'), 1)
  return {
    gained: gained.map((village) => ({
      id: villages.ids[village]!,
      state: coverageStates[states[village]!] as GainedState,
      unit: unit_of[village]!,
    })),
    gains: sumGains(states, gained, {
      households: weights.households ?? new Float64Array(states.length),
      population: weights.population ?? new Float64Array(states.length),
    }),
    province: { share: at(province, 0), area: areas === null ? null : sumBoth(areas) },
    units: listChanged({ shares, areas, gained_units: gained.map((village) => unit_of[village]!) }),
  }
}

function sumBoth({ before, after }: Areas): Before<UnitArea> {
  return { before: sumAreas(before), after: sumAreas(after) }
}

function at<T>({ before, after }: Before<readonly T[]>, index: number): Before<T> {
  return { before: before[index]!, after: after[index]! }
}

interface Compared {
  readonly shares: Before<readonly UnitShare[]>
  readonly areas: Areas | null
  /** Of each gained village. */
  readonly gained_units: readonly number[]
}

function listChanged({ shares, areas, gained_units }: Compared): TrialUnit[] {
  return shares.before.flatMap((_, unit) => {
    const gained = gained_units.filter((of) => of === unit).length
    const area = areas === null ? null : at(areas, unit)
    const hasGround = area !== null && area.after.covered_m2 > area.before.covered_m2
    return gained === 0 && !hasGround ? [] : [{ unit, gained, share: at(shares, unit), area }]
  })
}

/** The question stays the same while a site is dragged: it is counted once. */
function createCountKeeper(context: EngineContext) {
  let kept: { readonly key: string; readonly held: Held; readonly counted: CountedVillages } | null = null
  return ({ question }: AskedView): CountedVillages => {
    const key = JSON.stringify(question)
    const held = context.getHeld()
    if (kept?.key === key && kept.held === held) return kept.counted
    const counted = context.count(question)
    kept = { key, held, counted }
    return counted
  }
}

function createInsideKeeper(): (units: readonly EngineUnit[]) => Locator {
  const locators = new WeakMap<readonly EngineUnit[], Locator>()
  return (units) => {
    const known = locators.get(units)
    if (known !== undefined) return known
    const fresh = createLocator(units.map(({ code, geometry }) => ({ rank: code, geometry })))
    locators.set(units, fresh)
    return fresh
  }
}
