/** Can a value of an indicator be kept like this? */
import { indicatorValueKinds, type IndicatorValueDraft } from './indicator-value-snapshot.ts'
import {
  findMissing,
  findNoCount,
  findNotOf,
  findOutOfRange,
  keepFound,
  type RecordProblem,
} from './record-problem.ts'

export interface KnownIndicator {
  /** As the indicator's list has it: `%`, `Mb/s`. */
  readonly unit: string
}

/** A share is between 0 and 100; of anything else only that it is a number. */
export function listIndicatorValueProblems(
  value: Omit<IndicatorValueDraft, 'source_code' | 'note' | 'withdrawn_at'>,
  indicator: KnownIndicator,
): RecordProblem[] {
  const range = indicator.unit.trim() === '%' ? ([0, 100] as const) : ([-1e15, 1e15] as const)
  return keepFound([
    findMissing('indicator_code', value.indicator_code),
    findNotOf('kind', value.kind, indicatorValueKinds),
    findNoCount('year', value.year, 2200) ?? findOutOfRange('year', value.year, [1900, 2200]),
    findOutOfRange('value', value.value, range),
  ])
}
