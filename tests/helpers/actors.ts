/** One actor of each role, for tests that ask in somebody's name. */
import { anonymous, type Actor, type UnitRef } from '../../core/permissions.ts'

export const viewer: Actor = { ...anonymous, role: 'viewer', user_id: null, username: 'viewer' }
export const staff: Actor = { ...anonymous, role: 'staff', user_id: null, username: 'staff' }
export const admin: Actor = { ...anonymous, role: 'admin', user_id: null, username: 'admin' }

export function toCarrierActor(carrier_code: string): Actor {
  return { ...anonymous, role: 'carrier', username: `of-${carrier_code}`, carrier_code }
}

export function toLocalActor(...units: readonly UnitRef[]): Actor {
  return { ...anonymous, role: 'local', username: 'local', units }
}
