/** How do two questions differ, village by village and unit by unit? */
import { compareAnswers, type ComparedSide, type Comparison } from '../../core/coverage/compare.ts'
import type { Question, UnitSet, Weight } from '../../core/coverage/question.ts'
import type { StatementColumns } from '../../core/coverage/statement-table.ts'
import { createAnswering, type EngineAnswer } from './answering.ts'
import { createEngineContext, type EngineContext, type EngineVillages } from './engine-context.ts'

export interface ComparedViews {
  readonly a: Question
  readonly b: Question
  readonly unit_set: UnitSet
  readonly weight: Weight
  /** `other`: on the day of B other villages were there; they were given by `loadOtherDay`. */
  readonly villages_of_b: 'held' | 'other'
}

export interface ComparedAnswers {
  readonly comparison: Comparison
  /** B alone, for a map of its own; states in the order of B's villages. */
  readonly answer_b: EngineAnswer
}

export interface Comparing {
  /** Villages of another day than those held, with the statements about them. */
  readonly loadOtherDay: (villages: EngineVillages, statements: StatementColumns) => void
  readonly compare: (views: ComparedViews) => ComparedAnswers
}

export function createComparing(context: EngineContext): Comparing {
  const other = createEngineContext()
  /** Units come to the engine one set after the other: the other day is given those that the comparison needs. */
  const getContextOfB = ({ villages_of_b, unit_set }: ComparedViews): EngineContext => {
    if (villages_of_b === 'held') return context
    for (const set of unit_set === 'commune-2025' ? (['commune', unit_set] as const) : [unit_set]) {
      if (set !== 'province') other.addUnits(set, context.getUnits(set))
    }
    return other
  }
  return {
    loadOtherDay: other.load,
    compare: (views) => {
      const { a, b, unit_set, weight } = views
      const context_b = getContextOfB(views)
      return {
        comparison: compareAnswers(toSide(context, a, unit_set), toSide(context_b, b, unit_set), {
          unit_count: context.countUnits(unit_set),
          weight,
        }),
        answer_b: createAnswering(context_b).ask({ question: b, unit_set, weight }),
      }
    },
  }
}

function toSide(context: EngineContext, question: Question, unit_set: UnitSet): ComparedSide {
  const { villages, weights } = context.getHeld()
  return { ids: villages.ids, ...context.count(question), unit_of: context.locate(unit_set), weights }
}
