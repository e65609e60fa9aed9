import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedBases, bases, statementStates } from '../../../core/coverage/states.ts'
import { findStrongest, type Statement } from '../../../core/coverage/strongest.ts'

const declaredYes: Statement = { basis: 'declared', state: 'covered', observed_on: '2021-05-01' }
const declaredNo: Statement = { basis: 'declared', state: 'not_covered', observed_on: '2021-06-01' }
const measuredNo: Statement = { basis: 'measured', state: 'not_covered', observed_on: '2020-01-01' }
const verifiedNo: Statement = { basis: 'verified', state: 'not_covered', observed_on: '2019-01-01' }
const predictedYes: Statement = { basis: 'predicted', state: 'covered', observed_on: '2021-06-30' }

const statement: fc.Arbitrary<Statement> = fc.record({
  basis: fc.constantFrom(...bases),
  state: fc.constantFrom(...statementStates),
  observed_on: fc.constantFrom('2020-12-31', '2021-03-01', '2021-06-30', '2021-07-01'),
})

function beats(one: Statement, other: Statement): boolean {
  const rank = bases.indexOf(one.basis) - bases.indexOf(other.basis)
  return rank > 0 || (rank === 0 && one.observed_on > other.observed_on)
}

describe('findStrongest', () => {
  it('lets verified win over measured, declared and predicted, however old', () => {
    const all = [predictedYes, declaredYes, measuredNo, verifiedNo]
    expect(findStrongest(all, '2021-12-31', 'strongest')?.statement).toBe(verifiedNo)
    expect(findStrongest(all.slice(0, 3), '2021-12-31', 'strongest')?.statement).toBe(measuredNo)
    expect(findStrongest(all.slice(0, 2), '2021-12-31', 'strongest')?.statement).toBe(declaredYes)
  })

  it('lets the latest observation win within a basis', () => {
    expect(findStrongest([declaredNo, declaredYes], '2021-12-31', 'strongest')?.statement).toBe(declaredNo)
  })

  it('does not count what was observed after the day asked for', () => {
    expect(findStrongest([declaredYes, declaredNo], '2021-05-31', 'strongest')?.statement).toBe(declaredYes)
    expect(findStrongest([declaredYes, declaredNo], '2021-06-01', 'strongest')?.statement).toBe(declaredNo)
    expect(findStrongest([declaredYes], '2021-04-30', 'strongest')).toBeNull()
  })

  it('lets the one recorded later hold of two on one day', () => {
    const correction = { ...declaredYes, state: 'partial' as const }
    expect(findStrongest([declaredYes, correction], '2021-12-31', 'strongest')?.statement).toBe(correction)
    expect(findStrongest([correction, declaredYes], '2021-12-31', 'strongest')?.statement).toBe(declaredYes)
  })

  it('answers for one basis alone when asked to', () => {
    expect(findStrongest([declaredYes, verifiedNo], '2021-12-31', 'declared')?.statement).toBe(declaredYes)
    expect(findStrongest([declaredYes, verifiedNo], '2021-12-31', 'measured')).toBeNull()
  })

  it('asks for a new verification when a later, weaker report says otherwise', () => {
    expect(findStrongest([verifiedNo, declaredYes], '2021-12-31', 'strongest')?.needs_reverification).toBe(
      true,
    )
    expect(findStrongest([verifiedNo, declaredNo], '2021-12-31', 'strongest')?.needs_reverification).toBe(
      false,
    )
    expect(findStrongest([verifiedNo, declaredYes], '2021-04-30', 'strongest')?.needs_reverification).toBe(
      false,
    )
  })

  it('never asks that of a statement that is not a verification', () => {
    const laterPrediction = { ...predictedYes, observed_on: '2021-07-01' }
    expect(
      findStrongest([declaredNo, laterPrediction], '2021-12-31', 'strongest')?.needs_reverification,
    ).toBe(false)
  })

  it('names a statement that no other of the list beats', () => {
    fc.assert(
      fc.property(
        fc.array(statement),
        fc.constantFrom('2020-12-30', '2021-03-01', '2022-01-01'),
        fc.constantFrom(...askedBases),
        (statements, as_of, basis) => {
          const winner = findStrongest(statements, as_of, basis)?.statement ?? null
          const admitted = statements.filter(
            (one) => one.observed_on <= as_of && (basis === 'strongest' || one.basis === basis),
          )
          expect(winner === null).toBe(admitted.length === 0)
          if (winner !== null) expect(admitted).toContain(winner)
          expect(admitted.filter((other) => winner !== null && beats(other, winner))).toEqual([])
        },
      ),
    )
  })
})
