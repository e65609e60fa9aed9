/** What would a row do to a record that is kept whole: a route, a facility, a unit, a figure? */
import { toDistanceM } from '../gaps/nearest.ts'
import type { LngLat } from '../geo.ts'
import type { RecordProblem } from '../inventory/record-problem.ts'
import { toRecordProblem, toUncomparable, type Comparison, type FieldChange } from './planned-row.ts'
import type { CellProblem } from './problems.ts'
import type { RecordProblemCode } from './record-problems.ts'
import type { ConflictCode } from './states.ts'

export interface RecordFacts<D extends object> {
  readonly before: (D & { readonly version: number; readonly id?: number | null }) | null
  /** As the row would have it; faults where it can have none. */
  readonly draft: D | readonly CellProblem[]
  /** Fields that people see change; others follow from them. */
  readonly fields: readonly (keyof D & string)[]
  readonly problems: (draft: D) => readonly RecordProblem[]
  readonly toPlace: (draft: D) => LngLat | null
  readonly conflicts: readonly ConflictCode[]
  readonly said_before: Readonly<Record<string, unknown>> | null
}

export function compareRecord<D extends object>(facts: RecordFacts<D>): Comparison<D> {
  const { before, draft, fields, toPlace } = facts
  if (isFaults(draft)) return toUncomparable(draft)
  const problems = facts.problems(draft).map(toCellProblem)
  const [from, to] = [before === null ? null : toPlace(before), toPlace(draft)]
  const changes = before === null ? [] : listChanges(before, draft, fields)
  const isCorrected = isCorrectedSince(changes, facts.said_before)
  return {
    record_id: before?.id ?? null,
    base_version: before?.version ?? null,
    before,
    after: draft,
    changes,
    from,
    to,
    moved_m: toMoved_m(from, to),
    conflicts: isCorrected ? [...facts.conflicts, 'corrected_since'] : facts.conflicts,
    problems,
  }
}

function isFaults<D extends object>(draft: D | readonly CellProblem[]): draft is readonly CellProblem[] {
  return Array.isArray(draft)
}

const codes: Readonly<Record<string, RecordProblemCode>> = {
  value_missing: 'value_missing',
  geometry_invalid: 'geometry_unfit',
  length_differs: 'length_differs',
}

function toCellProblem({ level, code, field, value, expected }: RecordProblem): CellProblem {
  return { ...toRecordProblem(codes[code] ?? 'value_unfit', field, value, { expected }), level }
}

export function listChanges<D extends object>(
  before: D,
  after: D,
  fields: readonly (keyof D & string)[],
): FieldChange[] {
  return fields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

/** How far a record goes; null where it stays, or was or will be nowhere. */
export function toMoved_m(from: LngLat | null, to: LngLat | null): number | null {
  if (from === null || to === null || (from[0] === to[0] && from[1] === to[1])) return null
  return Math.round(toDistanceM(from, to) * 10) / 10
}

/** The list says what it said the last time, and the record says something else: somebody has corrected it. */
export function isCorrectedSince(
  changes: readonly FieldChange[],
  said: Readonly<Record<string, unknown>> | null,
): boolean {
  if (said === null) return false
  return changes.some(
    ({ field, after }) => field in said && JSON.stringify(said[field]) === JSON.stringify(after),
  )
}
