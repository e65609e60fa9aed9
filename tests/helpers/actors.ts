/** One actor of each role, for tests that ask in somebody's name. */
import { anonymous, type Actor, type Role, type UnitRef } from '../../core/permissions.ts'

export const viewer: Actor = { ...anonymous, role: 'viewer', username: 'viewer' }
export const staff: Actor = { ...anonymous, role: 'staff', username: 'staff' }
export const admin: Actor = { ...anonymous, role: 'admin', username: 'admin' }

export function toCarrierActor(carrier_code: string): Actor {
  return { ...anonymous, role: 'carrier', username: `of-${carrier_code}`, carrier_code }
}

export function toLocalActor(...units: readonly UnitRef[]): Actor {
  return { ...anonymous, role: 'local', username: 'local', units }
}

/** Somebody of the role; carriers are of `alpha`, an UBND is that of district 701. */
export function toActorOf(role: Role): Actor {
  if (role === 'carrier') return toCarrierActor('alpha')
  if (role === 'local') return toLocalActor({ unit_set: 'district', code: '701' })
  return { ...anonymous, role, username: role === 'anonymous' ? null : role }
}
