import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertKindNames } from '../../../core/alerts/kinds.ts'
import { listRecipients } from '../../../core/alerts/recipients.ts'
import { listStepNews } from '../../../core/alerts/step-alerts.ts'
import { challengeStates } from '../../../core/challenges/lifecycle.ts'
import { assignmentMoveNames } from '../../../core/assignments/lifecycle.ts'
import { accountRoles } from '../../../core/permissions.ts'

const place = { district_code: '901', commune_code: '90101', commune_2025_code: '90101' }

describe('what a step tells', () => {
  it('is read from what it writes into the log', () => {
    const of = (action: string) => listStepNews([{ action, noun: 'assignments', noun_id: '12' }])
    expect(assignmentMoveNames.filter((move) => of(move).length > 0)).toEqual([
      'ask_local',
      'accept',
      'return',
      'reopen',
    ])
    expect(of('reopen')).toEqual([{ kind: 'returned', assignment_id: 12, move: 'reopen' }])
    expect(of('constructor')).toEqual([])
    expect(listStepNews([{ action: 'return', noun: 'sites', noun_id: '12' }])).toEqual([])
  })

  it('is of a report against coverage whose turn it is, and of a file that comes with it nothing', () => {
    const of = (state?: string) =>
      listStepNews([{ action: 'x', noun: 'challenges', noun_id: '8', after: { id: 8, state } }])
    const told = challengeStates.map((state) => [state, of(state)[0]])
    expect(Object.fromEntries(told)).toMatchObject({
      filed: { to: 'office' },
      routed: { kind: 'challenge', challenge_id: 8, state: 'routed', to: 'carrier' },
      answered: { to: 'office' },
      decided: { to: 'carrier' },
      dismissed: { to: 'carrier' },
      rejected: undefined,
      merged: undefined,
    })
    expect(of()).toEqual([])
  })

  it.each([
    [false, true, true],
    [null, true, true],
    [true, true, false],
    [true, false, false],
    [false, null, false],
  ])('says that power has come where grid_power goes from %s to %s: %s', (before, after, isNews) => {
    const step = { action: 'update', noun: 'villages', noun_id: '3' }
    const told = listStepNews([{ ...step, before: { grid_power: before }, after: { grid_power: after } }])
    expect(told).toEqual(isNews ? [{ kind: 'power', village_id: 3 }] : [])
    expect(listStepNews([{ ...step, after: { grid_power: true } }])).toEqual([])
  })
})

describe('who is told of a step', () => {
  const account = fc.record({
    id: fc.integer({ min: 1, max: 50 }),
    role: fc.constantFrom(...accountRoles),
    carrier_code: fc.constantFrom('alpha', 'beta', null),
    units: fc.array(
      fc.record({
        unit_set: fc.constantFrom('district' as const, 'commune' as const, 'commune-2025' as const),
        code: fc.constantFrom('901', '902', '90101', '90102'),
      }),
    ),
  })

  it('is no other carrier, no UBND of elsewhere, and not whoever did it', () => {
    const kinds = fc.constantFrom(...alertKindNames)
    fc.assert(
      fc.property(kinds, fc.array(account), fc.integer({ min: 1, max: 50 }), (kind, accounts, actor_id) => {
        const told = listRecipients({ kind, carrier_code: 'alpha', place }, accounts, actor_id)
        return told.every(
          ({ id, role, carrier_code, units }) =>
            id !== actor_id &&
            role !== 'viewer' &&
            (role !== 'carrier' || carrier_code === 'alpha') &&
            (role !== 'local' || units.some(({ code }) => code === '901' || code === '90101')),
        )
      }),
    )
  })

  it('is the side whose turn it is, where that is said', () => {
    const kinds = fc.constantFrom(...alertKindNames)
    fc.assert(
      fc.property(kinds, fc.array(account), fc.constantFrom('carrier', 'office'), (kind, accounts, to) =>
        listRecipients({ kind, carrier_code: 'alpha', place, to }, accounts, null).every(
          ({ role }) => (role === 'carrier') === (to === 'carrier'),
        ),
      ),
    )
  })

  it('is no UBND where nobody knows which village is meant', () => {
    const local = {
      id: 1,
      role: 'local',
      carrier_code: null,
      units: [{ unit_set: 'district', code: '901' }],
    } as const
    expect(listRecipients({ kind: 'asked', carrier_code: 'alpha', place }, [local], null)).toHaveLength(1)
    expect(listRecipients({ kind: 'asked', carrier_code: 'alpha', place: null }, [local], null)).toEqual([])
  })
})
