/** Which list stands behind a share, and how is it put? All of it is in the address, so that a link opens the same list. */
import { openingRule, type RankRule } from '../../core/gaps/rank.ts'
import type { CoverageState } from '../../core/coverage/states.ts'

/** Of which units: all, one, or those that the legend draws in one class. */
export type ListScope =
  | { readonly type: 'province' }
  /** Of the unit set that is shown. */
  | { readonly type: 'unit'; readonly code: string }
  /** The class that begins at a share in per cent, or at a number of villages that remain. */
  | { readonly type: 'share' | 'remaining'; readonly from: number }

/** From the gap to what has the service: the order in which states are listed. */
export const listedStates = [
  'not_covered',
  'partial',
  'unknown',
  'covered',
] as const satisfies CoverageState[]

/** Not covered in full, as far as anybody knows. */
export const gapStates: readonly CoverageState[] = ['not_covered', 'partial', 'unknown']

export const groupings = ['practice', 'blocker', 'unit', 'carrier', 'none'] as const
export type Grouping = (typeof groupings)[number]

/** Columns beside the name, in the order in which they stand. */
export const fixedColumns = [
  'state',
  'commune',
  'district',
  'people',
  'households',
  'blockers',
  'site',
  'shareable',
  'fibre',
  'carrier',
  'due',
  'overdue',
  'power',
  'road',
  'hardship',
] as const
export type FixedColumn = (typeof fixedColumns)[number]
/** The nearest site of one carrier. */
export type CarrierColumn = `site-${string}`
export type ListColumn = FixedColumn | CarrierColumn

export interface ListSort {
  readonly column: ListColumn | 'name'
  readonly direction: 'asc' | 'desc'
}

export interface ListView {
  readonly scope: ListScope
  readonly states: readonly CoverageState[]
  readonly rule: RankRule
  readonly grouping: Grouping
  readonly columns: readonly ListColumn[]
  /** Null: by the rule. */
  readonly sort: ListSort | null
  /** Whether what the share means stands above its villages. */
  readonly meaning: 'open' | 'closed'
}

/** What fits beside the map without scrolling sideways. */
export const openingColumns: readonly ListColumn[] = ['people', 'households', 'blockers', 'site', 'carrier']

export const openingList: ListView = {
  scope: { type: 'province' },
  states: gapStates,
  rule: openingRule,
  grouping: 'practice',
  columns: openingColumns,
  sort: null,
  meaning: 'closed',
}

export function isCarrierColumn(column: string): column is CarrierColumn {
  return column.startsWith('site-')
}

/** Numbers stand at the right. */
export function isNumberColumn(column: ListSort['column']): boolean {
  return column === 'people' || column === 'households' || column === 'overdue'
}

/** One way, then the other, then by the rule again. Numbers begin with the greatest, distances and texts with the least. */
export function toNextSort(sort: ListSort | null, column: ListSort['column']): ListSort | null {
  const first = isNumberColumn(column) ? 'desc' : 'asc'
  if (sort?.column !== column) return { column, direction: first }
  return sort.direction === first ? { column, direction: first === 'asc' ? 'desc' : 'asc' } : null
}

/** In the order of the table, whatever the order in which they were chosen. */
export function withColumn(columns: readonly ListColumn[], column: ListColumn): readonly ListColumn[] {
  const chosen = columns.includes(column) ? columns.filter((other) => other !== column) : [...columns, column]
  const fixed = fixedColumns.filter((known) => chosen.includes(known))
  const carriers = chosen.filter(isCarrierColumn).sort()
  const afterSite =
    fixed.findLastIndex((known) => fixedColumns.indexOf(known) <= fixedColumns.indexOf('site')) + 1
  return [...fixed.slice(0, afterSite), ...carriers, ...fixed.slice(afterSite)]
}

/** In the order of the list; the last one stays. */
export function withState(states: readonly CoverageState[], state: CoverageState): readonly CoverageState[] {
  const chosen = states.includes(state) ? states.filter((other) => other !== state) : [...states, state]
  return chosen.length === 0 ? states : listedStates.filter((known) => chosen.includes(known))
}
