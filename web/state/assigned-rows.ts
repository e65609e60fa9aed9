/** Which assigned villages are listed, in which groups, and how is each marked? */
import type { AssignmentRecord } from '../../core/api/assignments.ts'
import { toDaysLate, toUrgency, urgencies } from '../../core/assignments/urgency.ts'
import { compareNames } from '../../core/text.ts'
import type { AssignedView } from './assigned-view.ts'

/** `untold`: this reader is not told how far it is. */
export const assignedGroups = [...urgencies, 'untold'] as const
export type AssignedGroup = (typeof assignedGroups)[number]

export interface AssignedRow {
  readonly record: AssignmentRecord
  readonly group: AssignedGroup
  /** After the deadline; null where there is none, or the reader is not told. */
  readonly days_late: number | null
}

/** @param today ISO day, as the server has it */
export function toAssignedRows(records: readonly AssignmentRecord[], today: string): AssignedRow[] {
  return records.map((record) => {
    const { progress, due_on } = record
    if (progress === null) return { record, group: 'untold', days_late: null }
    const dated = { state: progress.state, due_on, on_air_on: progress.on_air_on }
    return { record, group: toUrgency(dated, today), days_late: toDaysLate(dated, today) }
  })
}

const isKept: Readonly<
  Record<Exclude<keyof AssignedView, 'opened_id'>, (row: AssignedRow, value: string) => boolean>
> = {
  act: ({ record }, value) => record.act_code === value,
  carrier: ({ record }, value) => record.carrier_code === value,
  district: ({ record }, value) => record.district_code === value,
  state: ({ record }, value) => record.progress?.state === value,
  blocker: ({ record }, value) => record.progress?.blocker === value,
  urgency: ({ group }, value) => group === value,
}

export function filterAssigned(rows: readonly AssignedRow[], view: AssignedView): AssignedRow[] {
  const asked = Object.entries(isKept).flatMap(([filter, keeps]) => {
    const value = view[filter as keyof typeof isKept]
    return value === null ? [] : [(row: AssignedRow) => keeps(row, value)]
  })
  return rows.filter((row) => asked.every((keeps) => keeps(row)))
}

export interface GroupedRows {
  readonly group: AssignedGroup
  readonly rows: readonly AssignedRow[]
}

/** The most urgent group first; in it the earliest deadline, then by name. Empty groups are left out. */
export function groupAssigned(rows: readonly AssignedRow[]): GroupedRows[] {
  const sorted = rows.toSorted(
    (a, b) =>
      toDueText(a).localeCompare(toDueText(b)) ||
      compareNames(toVillageName(a.record), toVillageName(b.record)),
  )
  return assignedGroups
    .map((group) => ({ group, rows: sorted.filter((row) => row.group === group) }))
    .filter((grouped) => grouped.rows.length > 0)
}

function toDueText({ record }: AssignedRow): string {
  return record.due_on ?? '9999'
}

/** Today's name; that of the act where nobody knows which village is meant. */
export function toVillageName({ village_name, village_printed }: AssignmentRecord): string {
  return village_name ?? village_printed
}

/** What was handed in, the longest waiting first. */
export function listAwaiting(rows: readonly AssignedRow[]): AssignedRow[] {
  const toMoment = ({ record }: AssignedRow) => record.progress?.submitted_at ?? ''
  return rows
    .filter(({ record }) => record.progress?.state === 'awaiting')
    .toSorted((a, b) => toMoment(a).localeCompare(toMoment(b)))
}

/** Of an UBND's villages: those that the Sở asked about and nobody has answered. */
export function listAsked(rows: readonly AssignedRow[]): AssignedRow[] {
  return rows.filter(({ record: { progress } }) => {
    if (progress?.state !== 'awaiting') return false
    return progress.local_asked_at !== null && progress.local_answer === null
  })
}

export const assignedMarks = ['todo', 'late', 'blocked', 'returned', 'awaiting', 'confirmed'] as const
export type AssignedMark = (typeof assignedMarks)[number]

/** Null where the reader is not told. */
export function toAssignedMark({ record, group }: AssignedRow): AssignedMark | null {
  const state = record.progress?.state
  if (state === undefined) return null
  const own = (['blocked', 'returned', 'awaiting', 'confirmed'] as const).find((mark) => mark === state)
  return own ?? (group === 'overdue' ? 'late' : 'todo')
}
