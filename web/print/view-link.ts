/** Under which address does somebody else see the same map? Without the page for printing, which is open here. */
import { toAddress } from '../state/address.ts'
import { useApp } from '../state/store.ts'

export function toViewLink(): string {
  const address = toAddress({ ...useApp.getState(), page: 'map' })
  return `${window.location.origin}${window.location.pathname}${address}`
}
