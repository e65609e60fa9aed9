/** Who sees the same of the sites? Bytes are kept once for each of these, never across them. */
import { anonymous, type Actor, type Role } from '../../core/permissions.ts'

export interface Audience {
  readonly key: string
  /** Somebody who sees just this, for whoever makes the bytes. */
  readonly actor: Actor
}

/** A carrier's people see what is their carrier's; an UBND sees of sites what everybody sees. */
export function toAudience({ role, carrier_code }: Actor): Audience {
  if (role === 'carrier') {
    return { key: `carrier:${carrier_code ?? ''}`, actor: { ...anonymous, role, carrier_code } }
  }
  const reader = readers[role]
  return { key: reader, actor: { ...anonymous, role: reader } }
}

const readers = {
  anonymous: 'anonymous',
  local: 'anonymous',
  viewer: 'viewer',
  staff: 'staff',
  admin: 'staff',
} as const satisfies Record<Exclude<Role, 'carrier'>, Role>
