/** What do circles around sites cover, and what would trial sites add? Both stand on the same union. */
import { createArea, type AreaPart } from './area.ts'
import type { EngineContext } from './engine-context.ts'
import { createTrial, type TrialPart } from './trial.ts'

export interface CirclesPart extends AreaPart, TrialPart {}

export function createCircles(context: EngineContext): CirclesPart {
  const area = createArea(context)
  return { ...area.part, ...createTrial(context, area) }
}
