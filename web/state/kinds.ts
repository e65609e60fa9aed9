/** Kinds as the contract names them, from text that may be anything. */
import type { UnitKind } from '../../core/inventory/admin-units.ts'
import type { Village } from '../../core/inventory/villages.ts'

const unitKinds: readonly UnitKind[] = ['tinh', 'thanh_pho', 'thi_xa', 'huyen', 'xa', 'phuong', 'thi_tran']
const villageKinds: readonly Village['kind'][] = ['thon', 'ban', 'to_dan_pho']

export function unitKindOf(kind: string | null): UnitKind {
  return unitKinds.find((known) => known === kind) ?? 'xa'
}

export function villageKindOf(kind: string | null): Village['kind'] {
  return villageKinds.find((known) => known === kind) ?? 'ban'
}
