/** What is the share of every unit? The question on screen, and the same about every service. */
import type { Question, UnitSet, Weight } from '../../core/coverage/question.ts'
import { toUnitShares, type UnitShare } from '../../core/coverage/share.ts'
import { plannedServices, type PlannedService } from '../../core/coverage/states.ts'
import type { CountedVillages, EngineContext } from './engine-context.ts'

export interface AskedView {
  readonly question: Question
  readonly unit_set: UnitSet
  readonly weight: Weight
}

export interface EngineAnswer extends CountedVillages {
  /** By the weight asked for, in the order of the units. */
  readonly shares: readonly UnitShare[]
  /** The same by villages, whatever the weight. */
  readonly village_shares: readonly UnitShare[]
  readonly province: UnitShare
  readonly province_villages: UnitShare
  /** Position of the unit of every village, or −1. */
  readonly unit_of: Int32Array
}

export type ServiceShares = Readonly<
  Record<PlannedService, { province: UnitShare; units: readonly UnitShare[] }>
>

export interface Answering {
  readonly ask: (view: AskedView) => EngineAnswer
  /** The same question about every service that plans speak of. */
  readonly askServices: (view: AskedView) => ServiceShares
}

export function createAnswering(context: EngineContext): Answering {
  const count = (view: AskedView, question: Question) => {
    const { weights } = context.getHeld()
    const { states, in_question } = context.count(question)
    const unit_of = context.locate(view.unit_set)
    const toShares = (weight_of: Float64Array | null) => {
      const of = (units: Int32Array, unit_count: number) =>
        toUnitShares(states, units, { unit_count, weight_of, population: in_question })
      return {
        units: of(unit_of, context.countUnits(view.unit_set)),
        province: of(context.locate('province'), 1)[0]!,
      }
    }
    return { states, in_question, unit_of, toShares, weight: weights[view.weight] }
  }
  return {
    ask: (view) => {
      const { states, in_question, unit_of, toShares, weight } = count(view, view.question)
      const weighted = toShares(weight)
      const counted = weight === null ? weighted : toShares(null)
      return {
        states,
        in_question,
        unit_of,
        shares: weighted.units,
        village_shares: counted.units,
        province: weighted.province,
        province_villages: counted.province,
      }
    },
    askServices: (view) => {
      const entries = plannedServices.map((service) => {
        const { toShares, weight } = count(view, { ...view.question, service })
        return [service, toShares(weight)] as const
      })
      return Object.fromEntries(entries) as unknown as ServiceShares
    },
  }
}
