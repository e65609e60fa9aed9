/** May this actor call the endpoint at all? Which rows they reach, the database decides. */
import type { Endpoint } from '../../core/api/endpoint.ts'
import { AppError } from '../../core/errors.ts'
import type { Actor } from '../../core/permissions.ts'

export function requireAccess({ access = 'everybody' }: Endpoint, actor: Actor): void {
  if (access === 'everybody') return
  if (access !== 'signed-in' && access.includes(actor.role)) return
  if (actor.role === 'anonymous') throw new AppError('not_signed_in')
  if (access !== 'signed-in') throw new AppError('not_allowed', { role: actor.role })
}
