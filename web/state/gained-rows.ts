/** Which villages has the worker found, as rows of a list? The most people first. */
import { compareNames } from '../../core/text.ts'
import type { FeatureCollection } from '../../core/geo.ts'
import type { GainedVillage } from '../workers/trial.ts'
import type { ListedVillage } from './village-list.ts'
import { getVillageFeatures } from './units.ts'

export function toGainedRows(
  villages: FeatureCollection | null,
  gained: readonly GainedVillage[],
): ListedVillage[] {
  const stateOf = new Map(gained.map(({ id, state }) => [id, state]))
  const rows = getVillageFeatures(villages).flatMap((feature): ListedVillage[] => {
    const state = stateOf.get(feature.id)
    return state === undefined ? [] : [{ feature, state }]
  })
  return rows.sort(
    (a, b) =>
      (b.feature.properties.population ?? 0) - (a.feature.properties.population ?? 0) ||
      compareNames(a.feature.properties.name, b.feature.properties.name),
  )
}
