/** How do carriers and districts stand: how many villages were assigned, are done, wait, are late, are blocked by what? */
import { blockers, type Blocker } from '../../core/gaps/blockers.ts'
import { compareNames } from '../../core/text.ts'
import type { AssignedRow } from './assigned-rows.ts'

export interface BoardLine {
  /** Null: of no known district. */
  readonly code: string | null
  readonly name: string
  readonly assigned: number
  /** Null where the reader is told of none how far it is. */
  readonly told: ToldSums | null
}

export interface ToldSums {
  readonly confirmed: number
  readonly awaiting: number
  /** Past their deadline and not handed in. */
  readonly late: number
  /** Of those, added up. */
  readonly days_late: number
  /** What stands in the way, of the villages that are blocked; none left out that counts. */
  readonly blocked: readonly { readonly blocker: Blocker; readonly count: number }[]
}

/** @param toKey the code of the line that a row belongs to, and its name */
export function toBoard(
  rows: readonly AssignedRow[],
  toKey: (row: AssignedRow) => { readonly code: string | null; readonly name: string },
): BoardLine[] {
  const lines = new Map<string | null, { name: string; rows: AssignedRow[] }>()
  for (const row of rows) {
    const { code, name } = toKey(row)
    const line = lines.get(code) ?? { name, rows: [] }
    line.rows.push(row)
    lines.set(code, line)
  }
  return [...lines]
    .map(([code, line]) => ({
      code,
      name: line.name,
      assigned: line.rows.length,
      told: toToldSums(line.rows),
    }))
    .sort((a, b) => compareNames(a.name, b.name))
}

export function toToldSums(rows: readonly AssignedRow[]): ToldSums | null {
  const told = rows.filter(({ record }) => record.progress !== null)
  if (told.length === 0) return null
  const late = told.filter(({ group }) => group === 'overdue')
  const count = (keeps: (row: AssignedRow) => boolean) => told.filter(keeps).length
  return {
    confirmed: count(({ group }) => group === 'done'),
    awaiting: count(({ group }) => group === 'awaiting'),
    late: late.length,
    days_late: late.reduce((sum, { days_late }) => sum + (days_late ?? 0), 0),
    blocked: blockers
      .map((blocker) => ({ blocker, count: count(({ record }) => record.progress?.blocker === blocker) }))
      .filter((line) => line.count > 0),
  }
}
