/**
 * Which of several communes of one name is meant? With a huyện beside it the one of before 7/2025; without, the one of 7/2025
 * where that took the other in, and otherwise a person has to say.
 */
import type { KnownUnit } from '../known.ts'
import type { NameKeys } from './name-keys.ts'
import type { RankedName } from './rank-names.ts'

export interface UnitPool {
  /** Likeliest first. */
  readonly ranked: readonly RankedName<KnownUnit>[]
  readonly keys: readonly NameKeys[]
  readonly prefer: 'old' | 'any'
}

/** Nothing that is alike or one slip away stands beside what is meant without asking. */
const rival_slips = 1.5

export function settleUnits({ ranked, keys, prefer }: UnitPool): RankedName<KnownUnit> | null {
  const [first] = ranked
  if (first === undefined || first.why === 'nearest') return null
  const alike = listAlike(ranked, keys).filter(({ kind }) => kind !== 'other')
  const old = alike.filter(({ record }) => record.unit_set !== 'commune-2025')
  const meant = prefer === 'old' && old.length > 0 ? old : alike
  const [only, ...others] = meant
  if (only === undefined || others.length === 0) return only ?? null
  const now = meant.filter(({ record }) => record.unit_set === 'commune-2025')
  const [successor] = now
  const isTakenIn = old.every(({ record }) => record.successor_code === successor?.record.code)
  return now.length === 1 && isTakenIn ? (successor ?? null) : null
}

function listAlike(
  ranked: readonly RankedName<KnownUnit>[],
  keys: readonly NameKeys[],
): readonly RankedName<KnownUnit>[] {
  const exact = ranked.filter(({ why, slips }) => why === 'exact' || (why === 'variant' && slips === 0))
  if (exact.length === 0) return ranked.filter(({ slips }) => slips <= rival_slips)
  return keys.every(({ marked }) => marked === 'plain') ? ranked.filter(({ slips }) => slips < 1) : exact
}
