import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  assignmentMoveNames,
  assignmentPath,
  assignmentStates,
  getMove,
  listMoves,
  openStates,
  toDiagram,
  toNextState,
  type AssignmentMoveName,
  type AssignmentState,
} from '../../../core/assignments/lifecycle.ts'
import { roles, type Role } from '../../../core/permissions.ts'

interface Step {
  readonly name: AssignmentMoveName
  readonly role: Role
  readonly from: AssignmentState
  readonly to: AssignmentState
}

/** Whoever comes by tries something; what is not open does not happen. */
function walk(tried: readonly (readonly [AssignmentMoveName, Role])[]): Step[] {
  const steps: Step[] = []
  for (const [name, role] of tried) {
    const from = steps.at(-1)?.to ?? 'not_started'
    const to = toNextState(name, { state: from, role })
    if (to !== null) steps.push({ name, role, from, to })
  }
  return steps
}

const tries = fc.array(fc.tuple(fc.constantFrom(...assignmentMoveNames), fc.constantFrom(...roles)), {
  maxLength: 60,
})

describe('the way of an assigned village', () => {
  it('goes from the act to the acceptance by the steps that officials name', () => {
    const steps = walk([
      ['survey', 'carrier'],
      ['apply', 'carrier'],
      ['build', 'carrier'],
      ['broadcast', 'carrier'],
      ['submit', 'carrier'],
      ['accept', 'staff'],
    ])
    expect(['not_started', ...steps.map(({ to }) => to)]).toEqual(assignmentPath)
  })

  it('is confirmed only after it was handed in, and by the Sở', () => {
    fc.assert(
      fc.property(tries, (tried) => {
        const steps = walk(tried)
        for (const [index, { name, role, from, to }] of steps.entries()) {
          if (to !== 'confirmed' || from === 'confirmed') continue
          expect([name, ['staff', 'admin'].includes(role)]).toEqual(['accept', true])
          const handedIn = steps.slice(0, index).findLast((step) => step.to !== step.from)
          expect(handedIn).toMatchObject({ name: 'submit', to: 'awaiting' })
        }
      }),
    )
  })

  it('is handed in only from on air, and never by anybody but the carrier', () => {
    fc.assert(
      fc.property(tries, (tried) => {
        for (const { name, role, from, to } of walk(tried)) {
          if (to === 'awaiting' && from !== 'awaiting')
            expect([name, role, from]).toEqual(['submit', 'carrier', 'on_air'])
        }
      }),
    )
  })

  it('is never a dead end: from everywhere somebody can lead it to the acceptance', () => {
    const reachable = (start: AssignmentState): Set<AssignmentState> => {
      const found = new Set([start])
      for (const state of found)
        for (const role of roles)
          for (const name of listMoves(state, role)) found.add(toNextState(name, { state, role })!)
      return found
    }
    for (const state of assignmentStates)
      expect([state, reachable(state).has('confirmed')]).toEqual([state, true])
  })

  it('gives visitors and planners no move, and the UBND its answer alone', () => {
    for (const state of assignmentStates) {
      expect([...listMoves(state, 'anonymous'), ...listMoves(state, 'viewer')]).toEqual([])
      expect(listMoves(state, 'local')).toEqual(state === 'awaiting' ? ['answer_local'] : [])
    }
  })

  it('leaves to the carrier what is its turn, and nothing of what is confirmed', () => {
    for (const state of openStates) expect(listMoves(state, 'carrier')).toContain('promise')
    expect(listMoves('awaiting', 'carrier')).toEqual(['recall'])
    expect(listMoves('confirmed', 'carrier')).toEqual([])
    expect(listMoves('confirmed', 'staff')).toEqual(['reopen'])
  })

  it('lets no detail be both needed and optional', () => {
    for (const name of assignmentMoveNames) {
      const { needs, may } = getMove(name)
      expect(needs.filter((detail) => may.includes(detail))).toEqual([])
    }
  })

  it('is drawn in the documentation as it is', () => {
    const text = readFileSync('docs/assignment-states.md', 'utf8')
    const drawn = /```mermaid\n([\s\S]*?)\n```/.exec(text)?.[1]
    expect(drawn?.split('\n')).toEqual(toDiagram())
  })
})
