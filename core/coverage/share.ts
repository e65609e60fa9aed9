/** Which share of each unit is covered? */

export interface UnitShare {
  /** Sums of the weight (villages, households or people) by state. */
  readonly covered: number
  readonly partial: number
  readonly not_covered: number
  readonly unknown: number
  readonly total: number
  /** covered ÷ total × 100, not rounded; null for a unit without weight. */
  readonly percent: number | null
}

export interface Counting {
  readonly unit_count: number
  /** Weight of every village; null counts each as 1. */
  readonly weight_of: Float64Array | null
  /** 1 for each village that counts (`findPopulation`); null: all of them. */
  readonly population: Uint8Array | null
}

/**
 * Shares in the order of the units. Partial and unknown stand apart and are not covered; a village outside every unit
 * (position −1), or of which the question does not speak, counts nowhere.
 *
 * @param states position in `coverageStates` of every village
 * @param unit_of position of the unit of every village, or −1
 * @param counting which villages count, by what, and in how many units
 */
export function toUnitShares(states: Uint8Array, unit_of: Int32Array, counting: Counting): UnitShare[] {
  const { unit_count, weight_of, population } = counting
  const sums = new Float64Array(unit_count * 4)
  for (let village = 0; village < states.length; village++) {
    const unit = unit_of[village]!
    if (unit < 0 || (population !== null && population[village] === 0)) continue
    sums[unit * 4 + states[village]!]! += weight_of === null ? 1 : weight_of[village]!
  }
  return Array.from({ length: unit_count }, (_, unit) => toShare(sums.subarray(unit * 4, unit * 4 + 4)))
}

function toShare(sums: Float64Array): UnitShare {
  const [unknown = 0, not_covered = 0, partial = 0, covered = 0] = sums
  const total = unknown + not_covered + partial + covered
  return { covered, partial, not_covered, unknown, total, percent: toPercent(covered, total) }
}

/** covered ÷ total × 100; null when there is nothing to divide by. */
export function toPercent(covered: number, total: number): number | null {
  return total > 0 ? (covered / total) * 100 : null
}
