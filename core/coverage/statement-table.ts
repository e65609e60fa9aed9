/** How are a province's statements held so that any question about them is one pass over flat arrays? */
import { toDayNumber } from '../dates.ts'
import { bases, services, statementStates } from './states.ts'

/**
 * Statements as columns, as `/api/village-services` sends them. Every column has one entry per statement; `village` holds
 * village ids; `service`, `carrier`, `basis`, `state` and `observed_on` hold positions in the lists of the same name.
 * Rows stand in the order in which they were recorded.
 */
export interface StatementColumns {
  readonly services: readonly string[]
  readonly carriers: readonly string[]
  readonly bases: readonly string[]
  readonly states: readonly string[]
  readonly dates: readonly string[]
  readonly village: readonly number[]
  readonly service: readonly number[]
  readonly carrier: readonly number[]
  readonly basis: readonly number[]
  readonly state: readonly number[]
  readonly observed_on: readonly number[]
  /** Share of households reached, 0..1, where a partial statement gives it. */
  readonly households_share: readonly (number | null)[]
  /** Positions of the statements that an UBND reported and the Sở accepted: few, so they are named. */
  readonly local_rows: readonly number[]
}

/**
 * Sorted by service, village, carrier, then strongest basis first, latest first: the first row of a group that a
 * question admits is the one that holds.
 */
export interface StatementTable {
  readonly carriers: readonly string[]
  readonly length: number
  /** Rows of service s are firstOfService[s] … firstOfService[s + 1] − 1. */
  readonly firstOfService: Uint32Array
  /** Position of the village in the caller's list. */
  readonly village: Uint32Array
  readonly carrier: Uint16Array
  readonly basis: Uint8Array
  /** 1 not_covered, 2 partial, 3 covered: 0 stays free for unknown. */
  readonly state: Uint8Array
  /** Days since 1970-01-01. */
  readonly day: Int32Array
  /** NaN where no share is given. Doubles: a share of 0.7 must reach a threshold of 0.7. */
  readonly households_share: Float64Array
  /** 1 where an UBND reported it. */
  readonly local: Uint8Array
}

/**
 * @param columns as the API sends them
 * @param villageIds the villages asked about, in the order in which answers will stand; statements about others are left out
 */
export function createStatementTable(
  columns: StatementColumns,
  villageIds: readonly number[],
): StatementTable {
  const positionOf = new Map(villageIds.map((id, position) => [id, position]))
  const serviceOf = columns.services.map((name) => services.indexOf(name as (typeof services)[number]))
  const basisOf = columns.bases.map((name) => bases.indexOf(name as (typeof bases)[number]))
  const stateOf = columns.states.map(
    (name) => statementStates.indexOf(name as (typeof statementStates)[number]) + 1,
  )
  const dayOf = columns.dates.map(toDayNumber)
  const at = (list: readonly number[], position: number | undefined) => list[position ?? -1] ?? 0

  const rows: number[] = []
  columns.village.forEach((id, row) => {
    if (positionOf.has(id)) rows.push(row)
  })
  const count = rows.length
  const unsorted = {
    service: Uint8Array.from(rows, (row) => at(serviceOf, columns.service[row])),
    village: Uint32Array.from(rows, (row) => positionOf.get(columns.village[row] ?? -1) ?? 0),
    carrier: Uint16Array.from(rows, (row) => columns.carrier[row] ?? 0),
    basis: Uint8Array.from(rows, (row) => at(basisOf, columns.basis[row])),
    state: Uint8Array.from(rows, (row) => at(stateOf, columns.state[row])),
    day: Int32Array.from(rows, (row) => at(dayOf, columns.observed_on[row])),
    households_share: Float64Array.from(rows, (row) => columns.households_share[row] ?? Number.NaN),
  }
  const order = sortRows(unsorted, count)
  const local = new Set(columns.local_rows)

  const firstOfService = new Uint32Array(services.length + 1)
  for (const service of unsorted.service) firstOfService[service + 1] = (firstOfService[service + 1] ?? 0) + 1
  for (let s = 1; s <= services.length; s++)
    firstOfService[s] = (firstOfService[s] ?? 0) + (firstOfService[s - 1] ?? 0)

  return {
    carriers: columns.carriers,
    length: count,
    firstOfService,
    village: order.map((row) => unsorted.village[row] ?? 0),
    carrier: Uint16Array.from(order, (row) => unsorted.carrier[row] ?? 0),
    basis: Uint8Array.from(order, (row) => unsorted.basis[row] ?? 0),
    state: Uint8Array.from(order, (row) => unsorted.state[row] ?? 0),
    day: Int32Array.from(order, (row) => unsorted.day[row] ?? 0),
    households_share: Float64Array.from(order, (row) => unsorted.households_share[row] ?? Number.NaN),
    local: Uint8Array.from(order, (row) => (local.has(rows[row] ?? -1) ? 1 : 0)),
  }
}

interface SortColumns {
  readonly service: Uint8Array
  readonly village: Uint32Array
  readonly carrier: Uint16Array
  readonly basis: Uint8Array
  readonly day: Int32Array
}

function sortRows(columns: SortColumns, count: number): Uint32Array {
  const { service, village, carrier, basis, day } = columns
  return Uint32Array.from({ length: count }, (_, row) => row).sort(
    (a, b) =>
      service[a]! - service[b]! ||
      village[a]! - village[b]! ||
      carrier[a]! - carrier[b]! ||
      basis[b]! - basis[a]! ||
      day[b]! - day[a]! ||
      // Of two on one day the one recorded later holds.
      b - a,
  )
}
