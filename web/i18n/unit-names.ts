/** How is a unit called? `TX Mường Lay` where space is short, `Thị xã Mường Lay` as a title. */
import type { TFunction } from 'i18next'
import type { UnitKind } from '../../core/inventory/admin-units.ts'

export interface NamedUnit {
  readonly name: string
  readonly kind: UnitKind
}

/** Abbreviations are TP, TX and TT only. */
export function toShortName(unit: NamedUnit, t: TFunction): string {
  return `${t(`short_kinds.${unit.kind}`)} ${unit.name}`.trim()
}

/** In a sentence: `huyện Nậm Pồ`. */
export function toFullName(unit: NamedUnit, t: TFunction): string {
  return t('unit.full_name', { kind: t(`kinds.${unit.kind}`), name: unit.name })
}

/** At the start: `Huyện Nậm Pồ`. */
export function toTitleName(unit: NamedUnit, t: TFunction): string {
  const name = toFullName(unit, t)
  return name.charAt(0).toLocaleUpperCase() + name.slice(1)
}
