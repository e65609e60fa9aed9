/** Who is told of a step with an assigned village? Its carrier, the UBND of its village and the Sở, as far as the kind is theirs. */
import { isInUnits, type Actor } from '../permissions.ts'
import { isToldOf, type AlertKind } from './kinds.ts'

export interface ToldOf {
  readonly kind: AlertKind
  readonly carrier_code: string
  /** Null where nobody knows which village is meant. */
  readonly place: Parameters<typeof isInUnits>[1] | null
}

type Account = Pick<Actor, 'role' | 'carrier_code' | 'units'>

/** What somebody did themselves, they know. */
export function listRecipients<A extends Account & { readonly id: number }>(
  { kind, carrier_code, place }: ToldOf,
  accounts: readonly A[],
  actor_id: number | null,
): A[] {
  return accounts.filter((account) => {
    if (account.id === actor_id || !isToldOf(kind, account.role)) return false
    if (account.role === 'carrier') return account.carrier_code === carrier_code
    if (account.role === 'local') return place !== null && isInUnits(account, place)
    return true
  })
}
