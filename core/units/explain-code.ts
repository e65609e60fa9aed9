/** Which unit does a code mean in the set that was asked for, and if in none of its units, what does it mean elsewhere? */
import type { UnitSet } from '../coverage/question.ts'
import { toSuccession, type Succession, type SuccessionUnit } from './succession.ts'

export type CodeExplanation<U extends SuccessionUnit = SuccessionUnit> =
  /** The unit is there; `code_also_names` of its succession warns where the code names another unit elsewhere. */
  | {
      readonly type: 'found'
      readonly code: string
      readonly asked: UnitSet
      readonly succession: Succession<U>
    }
  /** Not in the set asked for: what the code names in the other one, with what became of it or what it took in. */
  | {
      readonly type: 'other_set'
      readonly code: string
      readonly asked: UnitSet
      readonly found_in: UnitSet
      readonly succession: Succession<U>
      /** Units of the set asked for that stand for it there; empty where sets have no such relation. */
      readonly instead: readonly U[]
    }
  | { readonly type: 'unknown'; readonly code: string; readonly asked: UnitSet }

/** Sets are looked through in this order where the one asked for has no such code. */
const others: readonly UnitSet[] = ['commune', 'commune-2025', 'district', 'province']

export function explainCode<U extends SuccessionUnit>(
  { code, asked }: { readonly code: string; readonly asked: UnitSet },
  units: readonly U[],
): CodeExplanation<U> {
  const named = units.filter((unit) => unit.code === code)
  const there = named.find(({ unit_set }) => unit_set === asked)
  if (there !== undefined) return { type: 'found', code, asked, succession: toSuccession(there, units) }
  const elsewhere = others.flatMap((unit_set) => named.find((unit) => unit.unit_set === unit_set) ?? [])[0]
  if (elsewhere === undefined) return { type: 'unknown', code, asked }
  const succession = toSuccession(elsewhere, units)
  return {
    type: 'other_set',
    code,
    asked,
    found_in: elsewhere.unit_set,
    succession,
    instead: listInstead(succession, asked),
  }
}

function listInstead<U extends SuccessionUnit>(
  { successor, predecessors, districts }: Succession<U>,
  asked: UnitSet,
): readonly U[] {
  if (asked === 'commune-2025') return successor === null ? [] : [successor]
  if (asked === 'commune') return predecessors
  return asked === 'district' ? districts : []
}
