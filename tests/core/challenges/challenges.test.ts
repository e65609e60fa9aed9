import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { toAnswerDay, toClock } from '../../../core/challenges/clock.ts'
import { cleanChallengeStep, requireChallengeDetails } from '../../../core/challenges/details.ts'
import {
  challengeMoveNames,
  challengeStates,
  getChallengeMove,
  listChallengeMoves,
  toChallengeDiagram,
  toOpenness,
  type ChallengeMoveName,
  type ChallengeState,
} from '../../../core/challenges/lifecycle.ts'
import { AppError } from '../../../core/errors.ts'
import { roles, type Role } from '../../../core/permissions.ts'

interface Step {
  readonly name: ChallengeMoveName
  readonly role: Role
  readonly from: ChallengeState
  readonly is_lapsed: boolean
}

/** Whoever comes by tries something; what is not open does not happen. */
function walk(tried: readonly (readonly [ChallengeMoveName, Role, boolean])[]): Step[] {
  let state: ChallengeState = 'filed'
  const steps: Step[] = []
  for (const [name, role, is_lapsed] of tried) {
    if (toOpenness(name, { state, role, is_lapsed }) !== 'open') continue
    steps.push({ name, role, is_lapsed, from: state })
    state = getChallengeMove(name).to
  }
  return steps
}

const tries = fc.array(
  fc.tuple(fc.constantFrom(...challengeMoveNames), fc.constantFrom(...roles), fc.boolean()),
  { maxLength: 40 },
)

describe('the way of a challenge', () => {
  it('lets a carrier answer and decide nothing', () => {
    fc.assert(
      fc.property(tries, (tried) => {
        for (const { name, role } of walk(tried)) {
          if (role === 'carrier') expect(name).toBe('answer')
          else expect(['staff', 'admin']).toContain(role)
        }
      }),
    )
  })

  it('comes to no decision without an answer or a clock that has run out', () => {
    fc.assert(
      fc.property(tries, (tried) => {
        const steps = walk(tried)
        steps.forEach(({ name, is_lapsed }, at) => {
          if (name !== 'decide' && name !== 'dismiss') return
          const isAnswered = steps.slice(0, at).some((step) => step.name === 'answer')
          expect(isAnswered || is_lapsed).toBe(true)
          expect(steps.slice(0, at).some((step) => step.name === 'route')).toBe(true)
        })
      }),
    )
  })

  it('ends: nothing moves it afterwards, and it is walked once', () => {
    for (const state of ['decided', 'dismissed', 'rejected', 'merged'] as const) {
      for (const role of roles) expect(listChallengeMoves({ state, role, is_lapsed: true })).toEqual([])
    }
    fc.assert(
      fc.property(tries, (tried) => {
        const seen = walk(tried).map(({ from }) => from)
        expect(new Set(seen).size).toBe(seen.length)
      }),
    )
    expect(challengeStates).toHaveLength(7)
  })

  it('says what comes too early, and to whom', () => {
    const moment = { state: 'routed', is_lapsed: false, role: 'staff' } as const
    expect(toOpenness('decide', moment)).toBe('too_early')
    expect(toOpenness('decide', { ...moment, is_lapsed: true })).toBe('open')
    expect(toOpenness('decide', { ...moment, role: 'carrier', is_lapsed: true })).toBe('closed')
  })

  it('asks for exactly the details of a move', () => {
    const all = {
      answer: 'agree',
      text: 'x',
      reason: 'y',
      outcome: 'covered',
      happened_on: '2025-01-01',
      into_id: 2,
    } as const
    for (const move of challengeMoveNames) {
      const { needs, may } = getChallengeMove(move)
      const fit = Object.fromEntries(
        Object.entries(all).filter(([name]) => [...needs, ...may].includes(name as 'text')),
      )
      expect(() => requireChallengeDetails({ move, ...fit }, '2025-06-01'), move).not.toThrow()
      expect(() => requireChallengeDetails({ move, ...all }, '2025-06-01'), move).toThrow(AppError)
      if (needs.length > 0)
        expect(() => requireChallengeDetails({ move }, '2025-06-01'), move).toThrow(AppError)
    }
    expect(cleanChallengeStep({ move: 'reject', reason: '  ' })).toEqual({ move: 'reject' })
  })

  it('is drawn as it is', () => {
    const docs = readFileSync(new URL('../../../docs/challenges.md', import.meta.url), 'utf8')
    expect(docs).toContain(toChallengeDiagram().join('\n'))
  })
})

describe('the clock of a challenge', () => {
  const routed = {
    state: 'routed',
    answer_due_on: '2025-03-16',
    answered_on: null,
    decided_on: null,
  } as const

  it('gives the days after the one on which it was routed', () => {
    expect(toAnswerDay('2025-03-01', 15)).toBe('2025-03-16')
    expect(toAnswerDay('2024-02-20', 15)).toBe('2024-03-06')
  })

  it('counts down to the last day, which is in time, and then the days late', () => {
    expect(toClock(routed, '2025-03-06')).toEqual({ days_left: 10, days_late: 0, is_lapsed: false })
    expect(toClock(routed, '2025-03-16')).toEqual({ days_left: 0, days_late: 0, is_lapsed: false })
    expect(toClock(routed, '2025-03-17')).toEqual({ days_left: null, days_late: 1, is_lapsed: true })
  })

  it('stops with the answer, or with the decision that did not wait for one any longer', () => {
    const answered = { ...routed, state: 'answered', answered_on: '2025-03-19' } as const
    expect(toClock(answered, '2026-01-01')).toEqual({ days_left: null, days_late: 3, is_lapsed: false })
    const decided = { ...routed, state: 'decided', decided_on: '2025-03-20' } as const
    expect(toClock(decided, '2026-01-01')).toMatchObject({ days_late: 4, is_lapsed: false })
    expect(toClock({ ...routed, state: 'filed', answer_due_on: null }, '2026-01-01').days_late).toBe(0)
  })
})
