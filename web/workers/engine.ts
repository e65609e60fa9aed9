/** What does the worker know and answer? Villages, units and statements are given once; its parts answer from them. */
import type { StatementColumns } from '../../core/coverage/statement-table.ts'
import type { UnitSet } from '../../core/coverage/question.ts'
import { createAnswering, type Answering } from './answering.ts'
import type { CirclesPart } from './circles.ts'
import { createComparing, type Comparing } from './compare.ts'
import { createEngineContext, type EngineUnit, type EngineVillages } from './engine-context.ts'
import type { Gaps } from './gaps.ts'
import { createHistory, type History } from './history.ts'
import type { FailPart } from './if-fails.ts'
import { later, type Later } from './later.ts'

/** A new part is one more type here and one more line below; one that the opening does not need comes `later`. */
export interface Engine
  extends Answering, Comparing, History, Later<CirclesPart>, Later<FailPart>, Later<Gaps> {
  /** @returns the days on which anything was observed, first to last */
  readonly load: (villages: EngineVillages, statements: StatementColumns) => string[]
  readonly addUnits: (unit_set: UnitSet, units: readonly EngineUnit[]) => void
}

export function createEngine(): Engine {
  const context = createEngineContext()
  return {
    load: (villages, statements) => {
      context.load(villages, statements)
      return [...statements.dates].sort()
    },
    addUnits: context.addUnits,
    ...createAnswering(context),
    ...createComparing(context),
    ...createHistory(context),
    ...later<CirclesPart>(async () => (await import('./circles.ts')).createCircles(context), {
      setCircleSites: true,
      measureArea: true,
      drawArea: true,
      tryOut: true,
    }),
    ...later<FailPart>(async () => (await import('./if-fails.ts')).createFailing(context), {
      setFailNetwork: true,
      askIfFails: true,
    }),
    ...later<Gaps>(async () => (await import('./gaps.ts')).createGaps(context), { findSurroundings: true }),
  }
}
