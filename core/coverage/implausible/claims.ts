/** What did each carrier declare of each village and service, and what else was said of it before and after? */
import { statementStates, type StatementState } from '../states.ts'
import { findStrongest } from '../strongest.ts'
import type { JudgedStatement } from './inventory.ts'

/** A declared statement among all that was said of the same village, service and carrier. */
export interface Claim {
  readonly statement: JudgedStatement
  /** By day, then as they were recorded; with the claim itself. */
  readonly said: readonly JudgedStatement[]
  /** The carrier's last word on it. */
  readonly is_current: boolean
}

export function listClaims(statements: readonly JudgedStatement[]): Claim[] {
  const groups = new Map<string, JudgedStatement[]>()
  for (const statement of statements) {
    const key = `${statement.village_id} ${statement.service} ${statement.carrier_code}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [statement])
    else group.push(statement)
  }
  return [...groups.values()].flatMap(toClaims)
}

function toClaims(group: JudgedStatement[]): Claim[] {
  // Sorting keeps those of one day as they were recorded.
  const said = group.sort((a, b) =>
    a.observed_on < b.observed_on ? -1 : a.observed_on > b.observed_on ? 1 : 0,
  )
  const declared = said.filter(({ basis }) => basis === 'declared')
  const last = declared.at(-1)
  return declared.map((statement) => ({ statement, said, is_current: statement === last }))
}

/** 0 not covered, 1 partial, 2 covered. */
export function rankState(state: StatementState): number {
  return statementStates.indexOf(state)
}

/** ISO days, both included. */
export interface Days {
  readonly from: string
  readonly until: string
}

/** Whether somebody measured or verified at least as much in these days. */
export function isConfirmed({ statement, said }: Claim, { from, until }: Days): boolean {
  return said.some(
    ({ basis, state, observed_on }) =>
      (basis === 'measured' || basis === 'verified') &&
      observed_on >= from &&
      observed_on <= until &&
      rankState(state) >= rankState(statement.state),
  )
}

/** What held before the day of the claim; null: nothing was known. */
export function findStateBefore({ statement, said }: Claim): StatementState | null {
  const before = said.filter(({ observed_on }) => observed_on < statement.observed_on)
  return findStrongest(before, statement.observed_on, 'strongest')?.statement.state ?? null
}
