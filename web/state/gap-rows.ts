/** What is known of every village of a list: who lives there, what blocks it, what stands around it, who has to serve it? */
import { listBlockers } from '../../core/gaps/blockers.ts'
import { toDeadline, type Deadline } from '../../core/gaps/deadlines.ts'
import { toPracticeGroup, type PracticeGroup } from '../../core/gaps/groups.ts'
import type { Ranked } from '../../core/gaps/rank.ts'
import type { Surroundings } from '../../core/gaps/surroundings.ts'
import { coverageStates, type CoverageState } from '../../core/coverage/states.ts'
import type { LngLat } from '../../core/geo.ts'
import type { Assignment } from '../../core/inventory/assignments.ts'
import type { Village } from '../../core/inventory/villages.ts'
import type { Answered } from './answer-slice.ts'
import type { VillageFeature } from './units.ts'

export interface GapRow extends Ranked, Deadline {
  readonly position: LngLat
  readonly state: CoverageState
  readonly commune: string
  readonly district: string
  /** Position of its unit in the answer, or −1. */
  readonly unit_index: number
  readonly group: PracticeGroup
  /** `unplaced`: it has no position of its own; null: not known yet. */
  readonly surroundings: Surroundings | 'unplaced' | null
  /** Codes of those that an act assigned it to. */
  readonly carriers: readonly string[]
  readonly grid_power: boolean | null
  readonly road_access: Village['road_access']
  readonly especially_difficult: boolean | null
  readonly is_sample: boolean
}

export interface GapRowSources {
  readonly villages: readonly VillageFeature[]
  readonly answer: NonNullable<Answered['answer']>
  /** By village id; null until the worker has answered. */
  readonly surroundings: ReadonlyMap<number, Surroundings> | null
  readonly assignments: ReadonlyMap<number, readonly Assignment[]>
  readonly communes: ReadonlyMap<string, string>
  readonly districts: ReadonlyMap<string, string>
}

export interface RowFilter {
  readonly units: ReadonlySet<number> | null
  readonly states: readonly CoverageState[]
}

/** In the order of the villages; those that the question does not speak of are left out. */
export function toGapRows(sources: GapRowSources, { units, states }: RowFilter): GapRow[] {
  const { villages, answer } = sources
  return villages.flatMap((village, index) => {
    const state = coverageStates[answer.states[index] ?? 0] ?? 'unknown'
    const unit_index = answer.unit_of[index] ?? -1
    const isHere = answer.in_question?.[index] !== 0 && (units === null || units.has(unit_index))
    return isHere && states.includes(state) ? [toRow(sources, village, { state, unit_index })] : []
  })
}

function toRow(
  sources: GapRowSources,
  { id, geometry, properties: village }: VillageFeature,
  counted: Pick<GapRow, 'state' | 'unit_index'>,
): GapRow {
  const surroundings = isUnplaced(village) ? 'unplaced' : (sources.surroundings?.get(id) ?? null)
  const assignments = sources.assignments.get(id) ?? []
  const open = assignments.filter(({ state }) => state !== 'covered')
  const { households, grid_power, road_access, especially_difficult } = village
  const known = surroundings === 'unplaced' ? null : surroundings
  return {
    ...counted,
    id,
    name: village.name,
    position: geometry.coordinates as unknown as LngLat,
    commune: sources.communes.get(village.commune_code) ?? '',
    district: sources.districts.get(village.district_code) ?? '',
    people: village.population,
    households,
    blockers: listBlockers({ grid_power, road_access, households, surroundings: known, recorded: [] }),
    distance_m:
      known === null || typeof known.sites === 'string' ? null : (known.sites[0]?.distance_m ?? null),
    group: toPracticeGroup(village),
    surroundings,
    carriers: [...new Set(assignments.map(({ carrier_code }) => carrier_code))],
    ...toDeadline(
      open.map(({ due_on }) => due_on),
      sources.answer.view.question.as_of,
    ),
    grid_power,
    road_access,
    especially_difficult,
    is_sample: village.is_sample || village.position_is_sample,
  }
}

/** It stands at the label of its commune: every distance would be invented. */
export function isUnplaced({ located_by }: Pick<Village, 'located_by'>): boolean {
  return located_by === 'label'
}
