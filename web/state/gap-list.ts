/** In which order and groups do the villages of a list stand, and what do they add up to? */
import { blockers } from '../../core/gaps/blockers.ts'
import { practiceGroups, toSums, type GapSums } from '../../core/gaps/groups.ts'
import { compareRanked } from '../../core/gaps/rank.ts'
import { compareNames } from '../../core/text.ts'
import type { GapRow } from './gap-rows.ts'
import { isCarrierColumn, listedStates, type Grouping, type ListSort, type ListView } from './list-view.ts'

export interface GapGroup {
  /** A practice group, a blocker, a position of a unit, a carrier code, or `none`. */
  readonly key: string
  readonly rows: readonly GapRow[]
  readonly sums: GapSums
}

export interface GapList {
  /** In the order of the table, group by group: what the export writes as well. */
  readonly rows: readonly GapRow[]
  /** Null where the list is not grouped. */
  readonly groups: readonly GapGroup[] | null
  readonly sums: GapSums
}

/** Groups that hold nobody are not listed. */
export function toGapList(
  rows: readonly GapRow[],
  { rule, sort, grouping }: Pick<ListView, 'rule' | 'sort' | 'grouping'>,
): GapList {
  const ordered = [...rows].sort(
    (a, b) => (sort === null ? 0 : compareBy(sort, a, b)) || compareRanked(rule, a, b),
  )
  const sums = toSums(ordered)
  if (grouping === 'none') return { rows: ordered, groups: null, sums }
  const byKey = groupRows(ordered, toKey[grouping])
  const groups = sortKeys(grouping, [...byKey.keys()], byKey).map((key) => {
    const members = byKey.get(key) ?? []
    return { key, rows: members, sums: toSums(members) }
  })
  return { rows: groups.flatMap((group) => group.rows), groups, sums }
}

function groupRows(rows: readonly GapRow[], keyOf: (row: GapRow) => string): ReadonlyMap<string, GapRow[]> {
  const byKey = new Map<string, GapRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const members = byKey.get(key)
    if (members === undefined) byKey.set(key, [row])
    else members.push(row)
  }
  return byKey
}

const noKey = 'none'

const toKey: Readonly<Record<Exclude<Grouping, 'none'>, (row: GapRow) => string>> = {
  practice: ({ group }) => group,
  blocker: (row) => row.blockers[0] ?? noKey,
  unit: ({ unit_index }) => String(unit_index),
  carrier: ({ carriers }) => carriers[0] ?? noKey,
}

/** Practice and blockers in their own order; units and carriers by how many they have, none last. */
function sortKeys(
  grouping: Grouping,
  keys: readonly string[],
  byKey: ReadonlyMap<string, readonly GapRow[]>,
): string[] {
  const fixed: readonly string[] =
    grouping === 'practice' ? practiceGroups : grouping === 'blocker' ? blockers : []
  const toPlace = (key: string) => (key === noKey ? Infinity : fixed.indexOf(key))
  const toCount = (key: string) => byKey.get(key)?.length ?? 0
  return [...keys].sort((a, b) => {
    const [left, right] = [toPlace(a), toPlace(b)]
    return left === right ? toCount(b) - toCount(a) || compareNames(a, b) : left - right
  })
}

type SortValue = number | string | null

/** What is not known stands last, either way. */
function compareBy({ column, direction }: ListSort, a: GapRow, b: GapRow): number {
  const [left, right] = [toSortValue(column, a), toSortValue(column, b)]
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  const order =
    typeof left === 'number' && typeof right === 'number'
      ? left - right
      : compareNames(String(left), String(right))
  return direction === 'asc' ? order : -order
}

const roads = ['foot', 'motorbike', 'car'] as const

function toSortValue(column: ListSort['column'], row: GapRow): SortValue {
  if (isCarrierColumn(column)) return toSiteDistance(row, column.slice('site-'.length))
  switch (column) {
    case 'name':
    case 'commune':
    case 'district':
      return row[column] || null
    case 'people':
    case 'households':
      return row[column]
    case 'state':
      return listedStates.indexOf(row.state)
    case 'blockers':
      return row.blockers[0] === undefined ? null : blockers.indexOf(row.blockers[0])
    case 'site':
      return row.distance_m
    case 'shareable':
    case 'fibre':
      return toFoundDistance(row, column)
    case 'carrier':
      return row.carriers[0] ?? null
    case 'due':
      return row.due_on
    case 'overdue':
      return row.days_overdue
    case 'power':
      return row.grid_power === null ? null : Number(row.grid_power)
    case 'road':
      return row.road_access === null ? null : roads.indexOf(row.road_access)
    case 'hardship':
      return row.especially_difficult === null ? null : Number(row.especially_difficult)
  }
}

function toSiteDistance({ surroundings }: GapRow, carrier_code: string): number | null {
  if (surroundings === null || surroundings === 'unplaced' || typeof surroundings.sites === 'string')
    return null
  return surroundings.sites.find((site) => site.carrier_code === carrier_code)?.distance_m ?? null
}

function toFoundDistance({ surroundings }: GapRow, what: 'shareable' | 'fibre'): number | null {
  if (surroundings === null || surroundings === 'unplaced') return null
  const found = surroundings[what]
  return typeof found === 'string' ? null : found.distance_m
}
