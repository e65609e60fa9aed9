/** Everybody who reads: each role, the visitor and the carrier once for each way in which sites are shown. */
import { anonymous, publicSitesModes } from '../../../core/permissions.ts'
import { admin, staff, toCarrierActor, toLocalActor, viewer } from '../../helpers/actors.ts'
import type { Reader } from '../../helpers/expected-rights.ts'

const local = toLocalActor({ unit_set: 'district', code: '701' })

export const readers: readonly (readonly [string, Reader])[] = [
  ...publicSitesModes.flatMap((mode) =>
    [anonymous, local, toCarrierActor('alpha'), toCarrierActor('beta'), toCarrierActor('gamma')].map(
      (actor) => [`${actor.carrier_code ?? actor.role} where sites are ${mode}`, { actor, mode }] as const,
    ),
  ),
  ...[viewer, staff, admin].map((actor) => [actor.role, { actor, mode: 'count' }] as const),
]
