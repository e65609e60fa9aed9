/** What does a unit's code mean that is asked for in a set that does not have it? */
import type { UnitSet } from '../coverage/question.ts'

export interface CodedUnit {
  readonly unit_set: UnitSet
  readonly code: string
  /** Of a commune to 6/2025: the code of the commune that took it in. */
  readonly successor_code: string | null
}

export interface AskedUnit {
  readonly unit_set: UnitSet
  readonly code: string
}

export type UnitMeaning<U extends CodedUnit> =
  /** The set has it: nothing is to be explained. */
  | { readonly type: 'found'; readonly unit: U }
  /** A commune before 7/2025, asked for among those since: what took it in. */
  | { readonly type: 'merged'; readonly unit: U; readonly successor: U }
  /** A unit of another set, without one of the set asked for in its place. */
  | { readonly type: 'elsewhere'; readonly unit: U }
  | { readonly type: 'unknown' }

/**
 * All 45 codes since 7/2025 are reused ones, so that a code which exists in the set asked for is never taken for another.
 *
 * @param units of all sets
 */
export function explainUnitCode<U extends CodedUnit>(units: readonly U[], asked: AskedUnit): UnitMeaning<U> {
  const named = units.filter(({ code }) => code === asked.code)
  const found = named.find(({ unit_set }) => unit_set === asked.unit_set)
  if (found !== undefined) return { type: 'found', unit: found }
  const [unit] = named
  if (unit === undefined) return { type: 'unknown' }
  const successor =
    asked.unit_set === 'commune-2025'
      ? units.find(({ unit_set, code }) => unit_set === 'commune-2025' && code === unit.successor_code)
      : undefined
  return successor === undefined ? { type: 'elsewhere', unit } : { type: 'merged', unit, successor }
}
