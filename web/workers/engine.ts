/** What does the worker know and answer? Villages, units and statements are given once; every question is one pass. */
import { createLocator, toUnitRank } from '../../core/coverage/locate.ts'
import { answerQuestion, type Question, type UnitSet, type Weight } from '../../core/coverage/question.ts'
import { toUnitShares, type UnitShare } from '../../core/coverage/share.ts'
import {
  createStatementTable,
  type StatementColumns,
  type StatementTable,
} from '../../core/coverage/statement-table.ts'
import { askedServices, type AskedService } from '../../core/coverage/states.ts'
import type { LngLat, MultiPolygon, Polygon } from '../../core/geo.ts'

/** Villages as columns, in the order in which answers will stand. */
export interface EngineVillages {
  readonly ids: readonly number[]
  readonly positions: readonly LngLat[]
  /** False for a village placed by a pin or a label: its served codes hold, not its position. */
  readonly is_located_by_position: readonly boolean[]
  readonly codes: Readonly<Record<LocatedSet, readonly string[]>>
  readonly households: readonly (number | null)[]
  readonly population: readonly (number | null)[]
}

export type LocatedSet = Exclude<UnitSet, 'province'>

export interface EngineUnit {
  readonly code: string
  readonly parent_code: string | null
  readonly successor_code: string | null
  readonly geometry: Polygon | MultiPolygon
}

export interface AskedView {
  readonly question: Question
  readonly unit_set: LocatedSet
  readonly weight: Weight
}

export interface EngineAnswer {
  /** Position in `coverageStates` of every village. */
  readonly states: Uint8Array
  /** By the weight asked for, in the order of the units. */
  readonly shares: readonly UnitShare[]
  /** The same by villages, whatever the weight. */
  readonly village_shares: readonly UnitShare[]
  readonly province: UnitShare
  readonly province_villages: UnitShare
  /** Position of the unit of every village, or −1. */
  readonly unit_of: Int32Array
}

export type ServiceShares = Readonly<
  Record<AskedService, { province: UnitShare; units: readonly UnitShare[] }>
>

export interface Engine {
  /** @returns the days on which anything was observed, first to last */
  load: (villages: EngineVillages, statements: StatementColumns) => string[]
  addUnits: (unit_set: LocatedSet, units: readonly EngineUnit[]) => void
  ask: (view: AskedView) => EngineAnswer
  /** The same question about every service. */
  askServices: (view: AskedView) => ServiceShares
}

interface Held {
  villages: EngineVillages
  table: StatementTable
  everywhere: Int32Array
  weights: Readonly<Record<Weight, Float64Array | null>>
}

export function createEngine(): Engine {
  let held: Held | null = null
  const units = new Map<LocatedSet, readonly EngineUnit[]>()
  const located = new Map<LocatedSet, Int32Array>()

  const locate = (unit_set: LocatedSet): Int32Array => {
    const known = located.get(unit_set)
    if (known) return known
    const fresh = locateVillages(getHeld(held).villages, unit_set, units)
    located.set(unit_set, fresh)
    return fresh
  }

  const count = (view: AskedView, service: AskedService) => {
    const { villages, table, everywhere, weights } = getHeld(held)
    const states = answerQuestion(table, { ...view.question, service }, villages.ids.length)
    const unit_of = locate(view.unit_set)
    const unit_count = units.get(view.unit_set)?.length ?? 0
    const toShares = (weight: Float64Array | null) => ({
      units: toUnitShares(states, unit_of, unit_count, weight),
      province: toUnitShares(states, everywhere, 1, weight)[0]!,
    })
    return { states, unit_of, toShares, weight: weights[view.weight] }
  }

  return {
    load: (villages, statements) => {
      held = toHeld(villages, statements)
      located.clear()
      return [...statements.dates].sort()
    },
    addUnits: (unit_set, added) => {
      units.set(unit_set, added)
      located.clear()
    },
    ask: (view) => {
      const { states, unit_of, toShares, weight } = count(view, view.question.service)
      const weighted = toShares(weight)
      const counted = weight === null ? weighted : toShares(null)
      return {
        states,
        unit_of,
        shares: weighted.units,
        village_shares: counted.units,
        province: weighted.province,
        province_villages: counted.province,
      }
    },
    askServices: (view) => {
      const entries = askedServices.map((service) => {
        const { toShares, weight } = count(view, service)
        return [service, toShares(weight)] as const
      })
      return Object.fromEntries(entries) as unknown as ServiceShares
    },
  }
}

function getHeld(held: Held | null): Held {
  if (held === null) throw new Error('engine asked before it was loaded')
  return held
}

function toHeld(villages: EngineVillages, statements: StatementColumns): Held {
  const toWeights = (values: readonly (number | null)[]) => Float64Array.from(values, (value) => value ?? 0)
  return {
    villages,
    table: createStatementTable(statements, villages.ids),
    everywhere: new Int32Array(villages.ids.length),
    weights: {
      villages: null,
      households: toWeights(villages.households),
      population: toWeights(villages.population),
    },
  }
}

type UnitsBySet = ReadonlyMap<LocatedSet, readonly EngineUnit[]>

/**
 * By position where that decided the commune, else by the served code. Communes of 7/2025 follow by table from the
 * commune before, as the server does it, so that a village is located once.
 */
function locateVillages(villages: EngineVillages, unit_set: LocatedSet, units: UnitsBySet): Int32Array {
  const asked = getUnits(units, unit_set)
  const positionOf = new Map(asked.map((unit, position) => [unit.code, position]))
  const drawn = unit_set === 'commune-2025' ? getUnits(units, 'commune') : asked
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

function getUnits(units: UnitsBySet, unit_set: LocatedSet): readonly EngineUnit[] {
  const list = units.get(unit_set)
  if (list === undefined) throw new Error(`units not loaded: ${unit_set}`)
  return list
}
