/** Which units does the scope of a list mean in the answer on screen, and what is their share? */
import { remainingClasses } from '../../core/coverage/share-classes.ts'
import { toPercent, type UnitShare } from '../../core/coverage/share.ts'
import type { Answered } from './answer-slice.ts'
import type { ListScope } from './list-view.ts'
import type { UnitRow, UnitTable } from './unit-rows.ts'

export interface ResolvedScope {
  /** Positions of the units in the answer; null: the whole province. */
  readonly units: ReadonlySet<number> | null
  readonly rows: readonly UnitRow[]
  /** By the weight asked for. */
  readonly share: UnitShare
  readonly village_share: UnitShare
  /** Where the class ends, of a list of a class; null: it has no end. */
  readonly class_to: number | null
}

/** Null where the scope means nothing here: a unit of another set, a class that the legend does not have. */
export function resolveScope(
  scope: ListScope,
  answer: NonNullable<Answered['answer']>,
  table: UnitTable,
): ResolvedScope | null {
  if (scope.type === 'province') {
    const { province, province_villages } = answer
    return { units: null, rows: [], share: province, village_share: province_villages, class_to: null }
  }
  if (scope.type === 'unit')
    return toUnits(answer, table, { holds: ({ code }) => code === scope.code, to: null })
  const classes = scope.type === 'share' ? table.classes : remainingClasses
  const index = classes.findIndex(({ from }) => from === scope.from)
  if (index < 0 || table.mode !== scope.type) return null
  return toUnits(answer, table, { holds: (row) => row.class_index === index, to: classes[index]!.to })
}

interface Choice {
  readonly holds: (row: UnitRow) => boolean
  readonly to: number | null
}

function toUnits(
  answer: NonNullable<Answered['answer']>,
  table: UnitTable,
  { holds, to }: Choice,
): ResolvedScope | null {
  const indexes = table.rows.flatMap((row, index) => (holds(row) ? [index] : []))
  if (indexes.length === 0) return null
  const pick = (shares: readonly UnitShare[]) => indexes.map((index) => shares[index]!)
  return {
    units: new Set(indexes),
    rows: indexes.map((index) => table.rows[index]!),
    share: sumShares(pick(answer.shares)),
    village_share: sumShares(pick(answer.village_shares)),
    class_to: to,
  }
}

function sumShares(shares: readonly UnitShare[]): UnitShare {
  const sum = (part: 'covered' | 'partial' | 'not_covered' | 'unknown' | 'total') =>
    shares.reduce((whole, share) => whole + share[part], 0)
  const [covered, total] = [sum('covered'), sum('total')]
  return {
    covered,
    partial: sum('partial'),
    not_covered: sum('not_covered'),
    unknown: sum('unknown'),
    total,
    percent: toPercent(covered, total),
  }
}
