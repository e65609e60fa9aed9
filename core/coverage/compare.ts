/** In which villages do two answers differ, and what was gained and lost in each unit from one to the other? */
import { weights, type Weight } from './question.ts'
import { toPercent, type UnitShare } from './share.ts'
import { coverageStates, type CoverageState } from './states.ts'

/** One answer, as columns in the order of its own villages: on another day other villages may have been there. */
export interface ComparedSide {
  readonly ids: readonly number[]
  /** Position in `coverageStates` of every village. */
  readonly states: Uint8Array
  /** 1 for each village that the question speaks of; null: all of them. */
  readonly in_question: Uint8Array | null
  /** Position of the unit of every village, or −1. */
  readonly unit_of: Int32Array
  /** Null counts each village as 1. */
  readonly weights: Readonly<Record<Weight, Float64Array | null>>
}

/** A state, or why there is none: the question does not speak of the village, or it was not there on the day. */
export const comparedStates = [...coverageStates, 'outside', 'absent'] as const
export type ComparedState = CoverageState | 'outside' | 'absent'

/**
 * From A to B: `gained` and `lost` are about “covered” alone, so that they account for the whole difference of the counts.
 * `only_a` and `only_b` are known on one side alone, and not covered there.
 */
export const villageChanges = ['same', 'gained', 'lost', 'better', 'worse', 'only_a', 'only_b'] as const
export type VillageChange = (typeof villageChanges)[number]

/** How much that is, by each weight. */
export type Amounts = Readonly<Record<Weight, number>>

export interface UnitComparison {
  /** By the weight asked for. */
  readonly a: UnitShare
  readonly b: UnitShare
  /** Percentage points, b − a; null where a side has no share. */
  readonly difference_pp: number | null
  readonly changes: Readonly<Record<VillageChange, Amounts>>
  /** What of `gained` nothing was known of on side A, or was not counted there: a statement more, not yet a service more. */
  readonly gained_unsaid: Amounts
  readonly lost_unsaid: Amounts
}

export interface Comparison {
  /** Villages of either side: those of A, then those that only B has. The other columns follow this order. */
  readonly ids: Int32Array
  /** Positions in `comparedStates`. */
  readonly states_a: Uint8Array
  readonly states_b: Uint8Array
  /** Positions in `villageChanges`. */
  readonly changes: Uint8Array
  readonly unit_of: Int32Array
  readonly units: readonly UnitComparison[]
  readonly province: UnitComparison
}

export interface Comparing {
  readonly unit_count: number
  /** Of the shares. */
  readonly weight: Weight
}

/** A village that both sides have weighs what B says of it and lies where B says. */
export function compareAnswers(a: ComparedSide, b: ComparedSide, comparing: Comparing): Comparison {
  const paired = pairVillages(a, b)
  const { states_a, states_b, unit_of } = paired
  const tally = tallyPairs(paired, comparing.unit_count)
  const toUnit = (cells: Float64Array) => toUnitComparison(cells, comparing.weight)
  return {
    ids: paired.ids,
    states_a,
    states_b,
    changes: states_a.map((state, village) => changeOf[state]![states_b[village]!]!),
    unit_of,
    units: tally.units.map(toUnit),
    province: toUnit(tally.province),
  }
}

/** What a village with state `a` on one side and `b` on the other has become. */
export function toVillageChange(a: ComparedState, b: ComparedState): VillageChange {
  if (a === b) return 'same'
  if (b === 'covered') return 'gained'
  if (a === 'covered') return 'lost'
  if (!isKnown(a)) return isKnown(b) ? 'only_b' : 'same'
  if (!isKnown(b)) return 'only_a'
  return b === 'partial' ? 'better' : 'worse'
}

function isKnown(state: ComparedState): boolean {
  return state === 'not_covered' || state === 'partial' || state === 'covered'
}

const stateCount = comparedStates.length
const outside = comparedStates.indexOf('outside')
const absent = comparedStates.indexOf('absent')
const pairs = comparedStates.flatMap((a) => comparedStates.map((b) => [a, b] as const))
const changeOf = comparedStates.map((a) =>
  comparedStates.map((b) => villageChanges.indexOf(toVillageChange(a, b))),
)

interface Paired extends Pick<Comparison, 'ids' | 'states_a' | 'states_b' | 'unit_of'> {
  readonly households: Float64Array
  readonly population: Float64Array
}

function pairVillages(a: ComparedSide, b: ComparedSide): Paired {
  const isSameSet = a.ids === b.ids
  const positionOf = isSameSet ? null : new Map(a.ids.map((id, position) => [id, position]))
  const placeOfB: number[] = []
  let count = a.ids.length
  for (const [village, id] of b.ids.entries()) {
    placeOfB.push(positionOf === null ? village : (positionOf.get(id) ?? count++))
  }
  const paired = {
    ids: new Int32Array(count),
    states_a: new Uint8Array(count).fill(absent),
    states_b: new Uint8Array(count).fill(absent),
    unit_of: new Int32Array(count),
    households: new Float64Array(count),
    population: new Float64Array(count),
  }
  writeSide(paired, 'states_a', a, (village) => village)
  writeSide(paired, 'states_b', b, (village) => placeOfB[village]!)
  return paired
}

function writeSide(
  paired: Paired,
  column: 'states_a' | 'states_b',
  side: ComparedSide,
  toPlace: (village: number) => number,
): void {
  const { ids, states, in_question, unit_of, weights } = side
  for (let village = 0; village < ids.length; village++) {
    const place = toPlace(village)
    paired.ids[place] = ids[village]!
    paired[column][place] = in_question?.[village] === 0 ? outside : states[village]!
    paired.unit_of[place] = unit_of[village]!
    paired.households[place] = weights.households?.[village] ?? 1
    paired.population[place] = weights.population?.[village] ?? 1
  }
}

/** Per unit and weight (in the order of `weights`) a table of state on side A × state on side B: all else follows from it. */
const cellCount = stateCount * stateCount
const tableSize = cellCount * weights.length

function tallyPairs(paired: Paired, unit_count: number) {
  const province = new Float64Array(tableSize)
  const units = Array.from({ length: unit_count }, () => new Float64Array(tableSize))
  const { states_a, states_b, unit_of, households, population } = paired
  for (let village = 0; village < states_a.length; village++) {
    const cell = states_a[village]! * stateCount + states_b[village]!
    for (const table of [province, units[unit_of[village]!]]) {
      if (table === undefined) continue
      table[cell]! += 1
      table[cellCount + cell]! += households[village]!
      table[2 * cellCount + cell]! += population[village]!
    }
  }
  return { province, units }
}

type Cells = readonly number[]

function listCells(accepts: (a: ComparedState, b: ComparedState) => boolean): Cells {
  return pairs.flatMap(([a, b], cell) => (accepts(a, b) ? [cell] : []))
}

// Found once: a country has 11,000 units.
const cellsOfA = toRecord(coverageStates, (state) => listCells((a) => a === state))
const cellsOfB = toRecord(coverageStates, (state) => listCells((_, b) => b === state))
const cellsOfChange = toRecord(villageChanges, (change) =>
  listCells((a, b) => toVillageChange(a, b) === change),
)
const cellsGainedUnsaid = listCells((a, b) => b === 'covered' && !isKnown(a))
const cellsLostUnsaid = listCells((a, b) => a === 'covered' && !isKnown(b))

function toRecord<K extends string, V>(keys: readonly K[], toValue: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, toValue(key)])) as Record<K, V>
}

function toUnitComparison(table: Float64Array, weight: Weight): UnitComparison {
  const toAmounts = (cells: Cells) =>
    toRecord(weights, (one) => sumCells(table, cells, weights.indexOf(one) * cellCount))
  const toShare = (cellsOf: Readonly<Record<CoverageState, Cells>>): UnitShare => {
    const { covered, partial, not_covered, unknown } = toRecord(coverageStates, (state) =>
      sumCells(table, cellsOf[state], weights.indexOf(weight) * cellCount),
    )
    const total = covered + partial + not_covered + unknown
    return { covered, partial, not_covered, unknown, total, percent: toPercent(covered, total) }
  }
  const a = toShare(cellsOfA)
  const b = toShare(cellsOfB)
  return {
    a,
    b,
    difference_pp: a.percent === null || b.percent === null ? null : b.percent - a.percent,
    changes: toRecord(villageChanges, (change) => toAmounts(cellsOfChange[change])),
    gained_unsaid: toAmounts(cellsGainedUnsaid),
    lost_unsaid: toAmounts(cellsLostUnsaid),
  }
}

function sumCells(table: Float64Array, cells: Cells, first: number): number {
  let sum = 0
  for (const cell of cells) sum += table[first + cell]!
  return sum
}
