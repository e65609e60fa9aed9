/** Of all that one carrier has said of one service in one village, which statement holds on a day? */
import { bases, type AskedBasis, type Basis, type StatementState } from './states.ts'

export interface Statement {
  readonly basis: Basis
  readonly state: StatementState
  readonly observed_on: string
  /** An UBND said it and the Sở accepted it. */
  readonly reported_by_local?: boolean
}

export interface StrongestStatement<S extends Statement> {
  readonly statement: S
  /** A weaker but later statement says otherwise: the verification still wins, and asks to be repeated. */
  readonly needs_reverification: boolean
}

/**
 * The strongest basis wins, within a basis the latest observation not after `as_of`; of two on one day the one that
 * stands later in the list, which is the one recorded later.
 *
 * @param statements of one village, service and carrier, in the order in which they were recorded
 * @param as_of ISO date; later observations do not count
 * @param basis one basis alone, `local`, or `strongest`
 * @returns null when nothing was said until then: unknown
 */
export function findStrongest<S extends Statement>(
  statements: readonly S[],
  as_of: string,
  basis: AskedBasis,
): StrongestStatement<S> | null {
  const usable = statements.filter(
    (statement) => statement.observed_on <= as_of && isOfBasis(statement, basis),
  )
  let winner: S | null = null
  for (const statement of usable) if (winner === null || winsOver(statement, winner)) winner = statement
  if (winner === null) return null
  return { statement: winner, needs_reverification: isContradictedLater(winner, usable) }
}

function isOfBasis({ basis, reported_by_local }: Statement, asked: AskedBasis): boolean {
  if (asked === 'local') return basis === 'verified' && reported_by_local === true
  return asked === 'strongest' || asked === basis
}

function winsOver(statement: Statement, other: Statement): boolean {
  const rank = bases.indexOf(statement.basis) - bases.indexOf(other.basis)
  return rank > 0 || (rank === 0 && statement.observed_on >= other.observed_on)
}

function isContradictedLater(winner: Statement, statements: readonly Statement[]): boolean {
  if (winner.basis !== 'verified') return false
  return statements.some(
    (statement) => statement.observed_on > winner.observed_on && statement.state !== winner.state,
  )
}
