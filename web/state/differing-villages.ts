/** Which villages differ between two questions, the weightiest differences first? */
import {
  comparedStates,
  villageChanges,
  type ComparedState,
  type Comparison,
} from '../../core/coverage/compare.ts'
import { compareNames } from '../../core/text.ts'
import type { Difference, DifferenceFilter } from './compare-slice.ts'
import type { ComparedResult } from './comparison.ts'
import { getVillageFeatures, type VillageFeature } from './units.ts'

export interface DifferingVillage {
  readonly feature: VillageFeature
  readonly a: ComparedState
  readonly b: ComparedState
  readonly change: Difference
}

export interface DifferenceList {
  readonly filter: DifferenceFilter
  /** Position of a unit; null: the province. */
  readonly unit: number | null
}

export function listDifferingVillages(
  { comparison, villages_a, villages_b }: Pick<ComparedResult, 'comparison' | 'villages_a' | 'villages_b'>,
  { filter, unit }: DifferenceList,
): DifferingVillage[] {
  const featureOf = new Map(
    [...getVillageFeatures(villages_a), ...getVillageFeatures(villages_b)].map((feature) => [
      feature.id,
      feature,
    ]),
  )
  const listed: DifferingVillage[] = []
  for (const [village, id] of comparison.ids.entries()) {
    const { a, b, change } = readVillage(comparison, village)
    const feature = featureOf.get(id)
    if (change === 'same' || feature === undefined) continue
    if (unit !== null && comparison.unit_of[village] !== unit) continue
    if (isListed(filter, { a, b, change })) listed.push({ feature, a, b, change })
  }
  return listed.sort(compareDiffering)
}

function readVillage({ states_a, states_b, changes }: Comparison, village: number) {
  return {
    a: comparedStates[states_a[village] ?? 0] ?? 'unknown',
    b: comparedStates[states_b[village] ?? 0] ?? 'unknown',
    change: villageChanges[changes[village] ?? 0] ?? 'same',
  }
}

const unsaid: readonly ComparedState[] = ['unknown', 'outside', 'absent']

function isListed(filter: DifferenceFilter, { a, b, change }: Omit<DifferingVillage, 'feature'>): boolean {
  if (filter === 'all') return true
  return filter === 'both_known' ? isKnownOnBothSides({ a, b }) : filter === change
}

/** Where one side alone is known, a difference is one of what was said, not yet one of service. */
export function isKnownOnBothSides({ a, b }: Pick<DifferingVillage, 'a' | 'b'>): boolean {
  return !unsaid.includes(a) && !unsaid.includes(b)
}

const order: readonly Difference[] = ['lost', 'gained', 'worse', 'better', 'only_a', 'only_b']

function compareDiffering(a: DifferingVillage, b: DifferingVillage): number {
  return (
    order.indexOf(a.change) - order.indexOf(b.change) ||
    (b.feature.properties.population ?? 0) - (a.feature.properties.population ?? 0) ||
    compareNames(a.feature.properties.name, b.feature.properties.name)
  )
}
