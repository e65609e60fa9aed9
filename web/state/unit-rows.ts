/** What does each unit say to the question: its share, what remains, and in which class is it drawn? */
import type { UnitSet } from '../../core/coverage/question.ts'
import type { UnitShare } from '../../core/coverage/share.ts'
import {
  findRemainingClass,
  findShareClass,
  toShareClasses,
  type ShareClass,
} from '../../core/coverage/share-classes.ts'
import type { AdminUnit, UnitKind } from '../../core/inventory/admin-units.ts'
import type { Answered } from './answer-slice.ts'
import { isMostlyUnknown } from './is-mostly-unknown.ts'
import { findTarget } from './question-slice.ts'
import type { AppState } from './store.ts'
import { getUnitFeatures, layerOfSet } from './units.ts'

export interface UnitRow {
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  readonly parent_code: string | null
  /** By the weight asked for. */
  readonly share: UnitShare
  readonly percent: number | null
  /** Known not to be covered in full, by the weight asked for. */
  readonly remaining: number
  readonly unknown: number
  readonly class_index: number | null
  /** At least half is unknown: no colour would be honest. */
  readonly is_mostly_unknown: boolean
}

export interface UnitTable {
  readonly rows: readonly UnitRow[]
  readonly classes: readonly ShareClass[]
  /** `remaining`: units so small that a share says little are drawn by the villages that remain. */
  readonly mode: 'share' | 'remaining'
}

/** Units with fewer villages than this, in the middle of the list, are small. */
const smallUnitVillages = 20

type TableState = Pick<AppState, 'sources' | 'province' | 'question' | 'today'>

/** Rows in the order of the layer; null until there is an answer. */
export function toUnitTable(state: TableState, answer: Answered['answer']): UnitTable | null {
  if (answer === null) return null
  const features = getUnitFeatures(state.sources[layerOfSet[answer.view.unit_set]])
  const asked = { ...state.question, service: answer.view.question.service, weight: answer.view.weight }
  const target = findTarget(asked, state.province, state.today)
  const classes = toShareClasses({
    service: answer.view.question.service,
    target: target?.percent ?? null,
    least: toLeast(answer.shares),
  })
  const mode = toMode(answer)
  const rows = features.flatMap(({ properties }, index) => {
    const share = answer.shares[index]
    return share === undefined ? [] : [toRow(properties, share, { classes, mode })]
  })
  return { rows, classes, mode }
}

function toRow(
  unit: AdminUnit,
  share: UnitShare,
  { classes, mode }: Pick<UnitTable, 'classes' | 'mode'>,
): UnitRow {
  const remaining = share.not_covered + share.partial
  const is_mostly_unknown = isMostlyUnknown(share)
  const drawn = share.total === 0 || is_mostly_unknown ? null : share
  return {
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    parent_code: unit.parent_code,
    share,
    percent: share.percent,
    remaining,
    unknown: share.unknown,
    is_mostly_unknown,
    class_index:
      drawn === null
        ? null
        : mode === 'share'
          ? findShareClass(classes, drawn.percent)
          : findRemainingClass(remaining),
  }
}

function toLeast(shares: readonly UnitShare[]): number | null {
  const known = shares.flatMap((share) =>
    share.percent === null || isMostlyUnknown(share) ? [] : [share.percent],
  )
  return known.length === 0 ? null : Math.min(...known)
}

function isWide(unit_set: UnitSet): boolean {
  return unit_set === 'province' || unit_set === 'district'
}

function toMode(answer: NonNullable<Answered['answer']>): UnitTable['mode'] {
  if (answer.view.weight !== 'villages' || isWide(answer.view.unit_set)) return 'share'
  const totals = answer.shares.map(({ total }) => total).sort((a, b) => a - b)
  return (totals[totals.length >> 1] ?? 0) < smallUnitVillages ? 'remaining' : 'share'
}
