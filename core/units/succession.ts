/** What became of a unit on the day of the reform, and which units did one take in? Read from rows of all unit sets. */
import type { UnitSet } from '../coverage/question.ts'
import type { UnitKind } from '../inventory/admin-units.ts'
import { toNfc } from '../text.ts'

/** What of a unit its succession is read from. */
export interface SuccessionUnit {
  readonly unit_set: UnitSet
  readonly code: string
  readonly name: string
  /** Other spellings of the name. */
  readonly alt_names: readonly string[]
  readonly kind: UnitKind
  readonly parent_code: string | null
  /** Of a commune to 6/2025: the commune of 7/2025 that took it in. */
  readonly successor_code: string | null
  /** ISO days. */
  readonly valid_from: string
  readonly valid_to: string | null
}

export interface Succession<U extends SuccessionUnit = SuccessionUnit> {
  readonly unit: U
  /** Null for a unit that still is, and for one whose successor is not among the rows. */
  readonly successor: U | null
  /** In the order of the rows; itself by its own name and code is among them where it went on under both. */
  readonly predecessors: readonly U[]
  /** Districts (to 6/2025) that it lay in, or that its predecessors lay in; two or more: it straddles them. */
  readonly districts: readonly U[]
  /** Units of other sets that bear the same code and are something else: by name or kind. */
  readonly code_also_names: readonly U[]
}

export function toSuccession<U extends SuccessionUnit>(unit: U, units: readonly U[]): Succession<U> {
  const ofSet = (unit_set: UnitSet) => units.filter((other) => other.unit_set === unit_set)
  const predecessors =
    unit.unit_set === 'commune-2025'
      ? ofSet('commune').filter(({ successor_code }) => successor_code === unit.code)
      : []
  const successor =
    unit.unit_set === 'commune'
      ? (ofSet('commune-2025').find(({ code }) => code === unit.successor_code) ?? null)
      : null
  const parents = new Set([unit, ...predecessors].map(({ parent_code }) => parent_code))
  return {
    unit,
    successor,
    predecessors,
    districts: ofSet('district').filter(({ code }) => parents.has(code)),
    code_also_names: units.filter((other) => other.code === unit.code && isAnotherUnit(other, unit)),
  }
}

/** One name (or a spelling of it) and one kind under one code mean one unit that went on; anything else is another unit. */
function isAnotherUnit(a: SuccessionUnit, b: SuccessionUnit): boolean {
  if (a.unit_set === b.unit_set) return false
  return a.kind !== b.kind || !namesOf(a).some((name) => namesOf(b).includes(name))
}

function namesOf({ name, alt_names }: SuccessionUnit): string[] {
  return [name, ...alt_names].map((spelling) => toNfc(spelling).toLocaleLowerCase('vi'))
}
