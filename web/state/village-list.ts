/** Which villages stand behind a figure, and what is known to hinder them? */
import { compareNames } from '../../core/text.ts'
import { coverageStates, type CoverageState } from '../../core/coverage/states.ts'
import type { Assignment } from '../../core/inventory/assignments.ts'
import type { FeatureCollection } from '../../core/geo.ts'
import type { Answered } from './answer-slice.ts'
import { getVillageFeatures, type VillageFeature } from './units.ts'

export interface ListedVillage {
  readonly feature: VillageFeature
  readonly state: CoverageState
}

/** What to list: villages of a unit (its position in the answer, null for the province) in a state. */
export interface VillageListOptions {
  readonly unit_index: number | null
  readonly states: readonly CoverageState[]
}

/** The worst first, then by name. */
export function listVillages(
  villages: FeatureCollection | null,
  answer: NonNullable<Answered['answer']>,
  { unit_index, states }: VillageListOptions,
): ListedVillage[] {
  const listed = getVillageFeatures(villages).flatMap((feature, index): ListedVillage[] => {
    const state = coverageStates[answer.states[index] ?? 0] ?? 'unknown'
    const isHere =
      answer.in_question?.[index] !== 0 && (unit_index === null || answer.unit_of[index] === unit_index)
    return isHere && states.includes(state) ? [{ feature, state }] : []
  })
  return listed.sort(compareListed)
}

const order: readonly CoverageState[] = ['not_covered', 'partial', 'unknown', 'covered']

function compareListed(a: ListedVillage, b: ListedVillage): number {
  return (
    order.indexOf(a.state) - order.indexOf(b.state) ||
    (b.feature.properties.population ?? 0) - (a.feature.properties.population ?? 0) ||
    compareNames(a.feature.properties.name, b.feature.properties.name)
  )
}

/** Assignments by the village they were understood to mean. */
export function toAssignmentsByVillage(
  collection: FeatureCollection | null,
): ReadonlyMap<number, readonly Assignment[]> {
  const byVillage = new Map<number, Assignment[]>()
  for (const { properties } of collection?.features ?? []) {
    const assignment = properties as Assignment
    if (assignment.village_id === null) continue
    byVillage.set(assignment.village_id, [...(byVillage.get(assignment.village_id) ?? []), assignment])
  }
  return byVillage
}
