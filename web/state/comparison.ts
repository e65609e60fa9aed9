/** What came of comparing two questions, and which part of it is looked at? Apart from the page's store: it is there only while compared. */
import { create } from 'zustand'
import type { Comparison, VillageChange } from '../../core/coverage/compare.ts'
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

export const differenceFilters = [
  'all',
  'gained',
  'lost',
  'better',
  'worse',
  'only_a',
  'only_b',
  'both_known',
] as const
export type DifferenceFilter = (typeof differenceFilters)[number]
export type Difference = Exclude<VillageChange, 'same'>

export interface ComparisonScreen {
  /** The last one, until the next is there. */
  readonly result: ComparedResult | null
  readonly problem: ApiProblem | null
  readonly filter: DifferenceFilter
  /** Position of the unit listed; null: the province. */
  readonly unit: number | null
  /** Share of the map that A takes, 0..1. */
  readonly divider: number
}

export const openingComparison: ComparisonScreen = {
  result: null,
  problem: null,
  filter: 'all',
  unit: null,
  divider: 0.5,
}

export const useComparison = create<ComparisonScreen>()(() => openingComparison)
