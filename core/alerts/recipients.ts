/** Who is told of a step? The carrier that it concerns, the UBND of the village and the Sở, as far as the kind is theirs. */
import { isInUnits, type Actor } from '../permissions.ts'
import { isToldOf, type AlertKind } from './kinds.ts'

export interface ToldOf {
  readonly kind: AlertKind
  readonly carrier_code: string
  /** Where the kind is told to more than those whose turn it is. */
  readonly to?: ToldSide
  /** Null where nobody knows which village is meant. */
  readonly place: Parameters<typeof isInUnits>[1] | null
}

/** The carrier, or the Sở. */
export type ToldSide = 'carrier' | 'office'

type Account = Pick<Actor, 'role' | 'carrier_code' | 'units'>

/** What somebody did themselves, they know. */
export function listRecipients<A extends Account & { readonly id: number }>(
  { kind, carrier_code, place, to }: ToldOf,
  accounts: readonly A[],
  actor_id: number | null,
): A[] {
  return accounts.filter((account) => {
    if (account.id === actor_id || !isToldOf(kind, account.role)) return false
    if (to !== undefined && (account.role === 'carrier') !== (to === 'carrier')) return false
    if (account.role === 'carrier') return account.carrier_code === carrier_code
    if (account.role === 'local') return place !== null && isInUnits(account, place)
    return true
  })
}
