/** What does the worker hold, that all its parts count with? Villages, units and statements, given once. */
import { createLocator, toUnitRank } from '../../core/coverage/locate.ts'
import { findPopulation, speaksOfAll, type VillageCircumstances } from '../../core/coverage/population.ts'
import { answerQuestion, type Question, type UnitSet, type Weight } from '../../core/coverage/question.ts'
import {
  createStatementTable,
  type StatementColumns,
  type StatementTable,
} from '../../core/coverage/statement-table.ts'
import { toDayNumber } from '../../core/dates.ts'
import type { LngLat, MultiPolygon, Polygon } from '../../core/geo.ts'

/** Villages as columns, in the order in which answers will stand. */
export interface EngineVillages {
  readonly ids: readonly number[]
  readonly positions: readonly LngLat[]
  /** False for a village placed by a pin or a label: its served codes hold, not its position. */
  readonly is_located_by_position: readonly boolean[]
  readonly codes: Readonly<Record<DrawnSet, readonly string[]>>
  readonly households: readonly (number | null)[]
  readonly population: readonly (number | null)[]
  readonly grid_power: readonly (boolean | null)[]
  /** ISO days; null where nobody noted one. */
  readonly grid_power_since: readonly (string | null)[]
  readonly assigned_since: readonly (string | null)[]
}

/** Sets that villages are located in; the province holds all of them. */
export type DrawnSet = Exclude<UnitSet, 'province'>

export interface EngineUnit {
  readonly code: string
  readonly parent_code: string | null
  readonly successor_code: string | null
  readonly geometry: Polygon | MultiPolygon
}

export interface Held {
  readonly villages: EngineVillages
  readonly table: StatementTable
  readonly circumstances: VillageCircumstances
  readonly weights: Readonly<Record<Weight, Float64Array | null>>
}

/** What the question says of every village. */
export interface CountedVillages {
  /** Position in `coverageStates` of every village. */
  readonly states: Uint8Array
  /** 1 for each village that the question speaks of; null: all of them. */
  readonly in_question: Uint8Array | null
}

/** What a part of the engine is made with; nothing of it changes but through `load` and `addUnits`. */
export interface EngineContext {
  /** @throws Error before `load` */
  readonly getHeld: () => Held
  /** Position of the unit of every village, or −1. @throws Error where the units were not given */
  readonly locate: (unit_set: UnitSet) => Int32Array
  /** @throws Error where they were not given; the province is one unit without a need to be given */
  readonly countUnits: (unit_set: UnitSet) => number
  /** @throws Error where they were not given */
  readonly getUnits: (unit_set: UnitSet) => readonly EngineUnit[]
  readonly count: (question: Question) => CountedVillages
  readonly load: (villages: EngineVillages, statements: StatementColumns) => void
  readonly addUnits: (unit_set: UnitSet, units: readonly EngineUnit[]) => void
}

export function createEngineContext(): EngineContext {
  let held: Held | null = null
  const units = new Map<UnitSet, readonly EngineUnit[]>()
  const located = new Map<UnitSet, Int32Array>()
  const getHeld = () => {
    if (held === null) throw new Error('engine asked before it was loaded')
    return held
  }
  const getUnits = (unit_set: UnitSet) => {
    const list = units.get(unit_set)
    if (list === undefined) throw new Error(`units not loaded: ${unit_set}`)
    return list
  }
  return {
    getHeld,
    getUnits,
    countUnits: (unit_set) => (unit_set === 'province' ? 1 : getUnits(unit_set).length),
    locate: (unit_set) => {
      const known = located.get(unit_set)
      if (known) return known
      const { villages } = getHeld()
      const fresh =
        unit_set === 'province'
          ? new Int32Array(villages.ids.length)
          : locateVillages(villages, unit_set, getUnits)
      located.set(unit_set, fresh)
      return fresh
    },
    count: (question) => {
      const { villages, table, circumstances } = getHeld()
      return {
        states: answerQuestion(table, question, villages.ids.length),
        in_question: speaksOfAll(question) ? null : findPopulation(table, question, circumstances),
      }
    },
    load: (villages, statements) => {
      held = toHeld(villages, statements)
      located.clear()
    },
    addUnits: (unit_set, added) => {
      units.set(unit_set, added)
      located.clear()
    },
  }
}

function toHeld(villages: EngineVillages, statements: StatementColumns): Held {
  const toWeights = (values: readonly (number | null)[]) => Float64Array.from(values, (value) => value ?? 0)
  const toDays = (days: readonly (string | null)[], unknown: number) =>
    Int32Array.from(days, (day) => (day === null ? unknown : toDayNumber(day)))
  return {
    villages,
    table: createStatementTable(statements, villages.ids),
    circumstances: {
      power: Int8Array.from(villages.grid_power, (power) => (power === null ? -1 : Number(power))),
      power_since: toDays(villages.grid_power_since, -(2 ** 31)),
      assigned_since: toDays(villages.assigned_since, 2 ** 31 - 1),
    },
    weights: {
      villages: null,
      households: toWeights(villages.households),
      population: toWeights(villages.population),
    },
  }
}

/**
 * By position where that decided the commune, else by the served code. Communes of 7/2025 follow by table from the
 * commune before, as the server does it, so that a village is located once.
 */
function locateVillages(
  villages: EngineVillages,
  unit_set: DrawnSet,
  getUnits: (unit_set: UnitSet) => readonly EngineUnit[],
): Int32Array {
  const asked = getUnits(unit_set)
  const positionOf = new Map(asked.map((unit, position) => [unit.code, position]))
  const drawn = unit_set === 'commune-2025' ? getUnits('commune') : asked
  const locator = createLocator(drawn.map((unit) => ({ rank: toUnitRank(unit), geometry: unit.geometry })))
  return Int32Array.from(villages.ids, (_, village) => {
    const served = villages.codes[unit_set][village] ?? ''
    const found = villages.is_located_by_position[village]
      ? drawn[locator(villages.positions[village]!)]
      : undefined
    const code =
      found === undefined ? served : unit_set === 'commune-2025' ? found.successor_code : found.code
    return positionOf.get(code ?? served) ?? -1
  })
}
