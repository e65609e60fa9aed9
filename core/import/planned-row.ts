/** What would a row do to the record that it speaks of, and may it? Decided before anything is written. */
import type { LngLat } from '../geo.ts'
import type { AppError } from '../errors.ts'
import type { CellProblem } from './problems.ts'
import type { ReadRecord } from './read-record.ts'
import type { RecordProblemCode } from './record-problems.ts'
import type { ConflictCode, RowStatus } from './states.ts'

export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What the records make of a row, before anybody has decided about it. */
export interface Comparison<R = unknown> {
  readonly record_id: number | null
  /** Of the record now; null for a new one, and for a noun whose records have none. */
  readonly base_version: number | null
  /** The whole record; null where there is none yet. */
  readonly before: R | null
  /** The whole record as it would be; null where the row cannot be taken. */
  readonly after: R | null
  readonly changes: readonly FieldChange[]
  readonly from: LngLat | null
  readonly to: LngLat | null
  readonly moved_m: number | null
  readonly conflicts: readonly ConflictCode[]
  readonly problems: readonly CellProblem[]
}

export interface PlannedRow<R = unknown> extends Comparison<R> {
  readonly record: ReadRecord
  readonly status: RowStatus
  readonly decision: Decision | null
}

export type Decision = 'take' | 'leave'

export interface Decisions {
  readonly accepted: ReadonlySet<ConflictCode>
  /** By the number of the row. */
  readonly rows: ReadonlyMap<number, Decision>
}

export function toPlannedRow<R>(
  record: ReadRecord,
  comparison: Comparison<R>,
  decisions: Decisions,
): PlannedRow<R> {
  const decision = decisions.rows.get(record.rows[0] ?? 0) ?? null
  const isQuiet = record.problems.length === 0 && comparison.problems.length === 0
  const { problems, conflicts } = isQuiet ? comparison : joinProblems(record, comparison)
  const planned = { ...comparison, record, decision, conflicts, problems, status: 'unchanged' as RowStatus }
  planned.status = toStatus(planned, decisions)
  return planned
}

function joinProblems(
  record: ReadRecord,
  comparison: Comparison,
): Pick<Comparison, 'problems' | 'conflicts'> {
  // Of a cell that is at fault the row has said so: that its value is then missing is nothing new.
  const faulty = new Set(record.problems.flatMap(({ level, field }) => (level === 'error' ? [field] : [])))
  const found = comparison.problems.filter(({ field }) => field === null || !faulty.has(field))
  const problems = [...record.problems, ...found]
  return {
    problems: problems.filter(({ code }) => code !== 'twice_in_file'),
    conflicts: [...new Set([...comparison.conflicts, ...listConflictsOf(problems)])],
  }
}

/** Two rows that say different things of one record are no fault of a cell: somebody may say which one counts. */
function listConflictsOf(problems: readonly CellProblem[]): ConflictCode[] {
  return problems.some(({ code }) => code === 'twice_in_file') ? ['twice_in_file'] : []
}

type Undecided = Omit<PlannedRow, 'status'>

function toStatus(row: Undecided, { accepted }: Decisions): RowStatus {
  if (row.decision === 'leave') return 'refused'
  if (row.problems.some(({ level }) => level === 'error')) return 'refused'
  if (row.record.questions.length > 0) return 'asking'
  if (row.after === null) return 'refused'
  const isNew = row.before === null
  if (!isNew && row.changes.length === 0) return 'unchanged'
  const isOpen = row.decision !== 'take' && row.conflicts.some((code) => !accepted.has(code))
  if (isOpen) return 'conflicting'
  return isNew ? 'new' : 'changed'
}

/** Whether applying writes it. */
export function isWritten({ status }: Pick<PlannedRow, 'status'>): boolean {
  return status === 'new' || status === 'changed'
}

/** A fault that only the records show. */
export function toRecordProblem(
  code: RecordProblemCode,
  field: string | null,
  value: unknown,
  params: CellProblem['params'] = {},
): CellProblem {
  const text = value === null || value === undefined ? null : String(value).slice(0, 80)
  return { code, level: 'error', column: null, field, value: text, params }
}

/** A rule of the record that the row would break. */
export function toProblemOf({ params }: AppError): CellProblem {
  const { field = null, value = null, ...others } = params
  return toRecordProblem('value_unfit', field === null ? null : String(field), value, others)
}

/** A row of which nothing can be compared. */
export function toUncomparable(problems: readonly CellProblem[] = []): Comparison<never> {
  return {
    record_id: null,
    base_version: null,
    before: null,
    after: null,
    changes: [],
    from: null,
    to: null,
    moved_m: null,
    conflicts: [],
    problems,
  }
}
