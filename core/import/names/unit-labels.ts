/** How is a unit named to a person, and by which code does an answer mean it? */
import type { UnitKind } from '../../inventory/admin-units.ts'
import type { KnownUnit } from '../known.ts'

const words: Readonly<Record<UnitKind, string>> = {
  tinh: 'Tỉnh',
  thanh_pho: 'Thành phố',
  thi_xa: 'Thị xã',
  huyen: 'Huyện',
  xa: 'Xã',
  phuong: 'Phường',
  thi_tran: 'Thị trấn',
}

/** `Xã Sam Mứn (huyện Điện Biên, đến 6/2025)`, `Xã Sam Mứn (từ 7/2025)`. */
export function toUnitLabel(unit: KnownUnit, units: readonly KnownUnit[]): string {
  const name = `${words[unit.kind]} ${unit.name}`
  if (unit.unit_set === 'commune-2025') return `${name} (từ 7/2025)`
  if (unit.unit_set !== 'commune') return name
  const district = units.find(({ unit_set, code }) => unit_set === 'district' && code === unit.parent_code)
  return district === undefined ? `${name} (đến 6/2025)` : `${name} (${toWord(district)}, đến 6/2025)`
}

function toWord({ kind, name }: KnownUnit): string {
  return `${words[kind].toLocaleLowerCase('vi')} ${name}`
}

export function toUnitCode({ unit_set, code }: KnownUnit): string {
  return unit_set.startsWith('commune') ? `${unit_set}:${code}` : code
}
