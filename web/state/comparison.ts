/** What came of comparing two questions, and how much of the map does each take? Apart from the page's store: it is there only while compared. */
import { create } from 'zustand'
import type { Comparison } from '../../core/coverage/compare.ts'
import type { FeatureCollection } from '../../core/geo.ts'
import type { ApiProblem } from '../api.ts'
import type { AskedView, EngineAnswer } from '../workers/answering.ts'

export interface ComparedResult {
  readonly a: AskedView
  readonly b: AskedView
  readonly comparison: Comparison
  readonly answer_b: EngineAnswer
  /** That were there on B's day, in the order of its answer. */
  readonly villages_a: FeatureCollection
  readonly villages_b: FeatureCollection
}

export interface ComparisonScreen {
  /** The last one, until the next is there. */
  readonly result: ComparedResult | null
  readonly problem: ApiProblem | null
  /** Share of the map that A takes, 0..1. */
  readonly divider: number
}

export const openingComparison: ComparisonScreen = {
  result: null,
  problem: null,
  divider: 0.5,
}

export const useComparison = create<ComparisonScreen>()(() => openingComparison)
