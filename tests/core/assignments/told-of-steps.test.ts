import { describe, expect, it } from 'vitest'
import { toVisibleChange } from '../../../core/rights/visible-change.ts'
import { anonymous, type Actor } from '../../../core/permissions.ts'
import { admin, staff, toCarrierActor, toLocalActor, viewer } from '../../helpers/actors.ts'

const step = {
  noun: 'assignments',
  noun_id: '12',
  actor_id: 1,
  carrier_code: 'alpha',
  restricted: false,
  before: null,
  after: null,
  units: ['district:701', 'commune:70101', 'commune-2025:70101'],
}
const toldTo = (actor: Actor, change = step as Parameters<typeof toVisibleChange>[0]) =>
  toVisibleChange(change, { actor, public_sites: 'full', today: '2026-01-02' })
const told = { noun: 'assignments', id: 12 }

describe('of a step with an assigned village', () => {
  it.each([
    ['the Sở', staff],
    ['administrators', admin],
    ['planners', viewer],
    ['its carrier', toCarrierActor('alpha')],
    ['the UBND of its district', toLocalActor({ unit_set: 'district', code: '701' })],
    ['the UBND of its commune', toLocalActor({ unit_set: 'commune', code: '70101' })],
  ])('%s are told', (_, actor) => {
    expect(toldTo(actor)).toEqual(told)
  })

  it.each([
    ['visitors', anonymous],
    ['a rival', toCarrierActor('beta')],
    ['the UBND of another district', toLocalActor({ unit_set: 'district', code: '702' })],
    [
      'an UBND whose commune has the number of its district',
      toLocalActor({ unit_set: 'commune', code: '701' }),
    ],
  ])('%s hear nothing', (_, actor) => {
    expect(toldTo(actor)).toBeNull()
  })

  it('an UBND hears nothing where nobody knows where it lies', () => {
    const { units: _, ...nowhere } = step
    expect(toldTo(toLocalActor({ unit_set: 'district', code: '701' }), nowhere)).toBeNull()
  })

  it('of a new act everybody is told, for its rows are everybody’s', () => {
    const act = { ...step, noun_id: null, carrier_code: null }
    for (const actor of [anonymous, viewer, toCarrierActor('beta')]) {
      expect(toldTo(actor, act)).toEqual({ noun: 'assignments', id: null })
    }
  })
})
