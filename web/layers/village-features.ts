/** What does the map need of each village? Its place, name and its state for the question asked. */
import { coverageStates, type CoverageState } from '../../core/coverage/states.ts'
import type { Feature, FeatureCollection, Point } from '../../core/geo.ts'
import type { VillageStates } from '../map/map-view-props.ts'

/** States as the numbers that the engine answers with. */
export const villageStates = Object.fromEntries(
  coverageStates.map((state, position) => [state, position]),
) as Readonly<Record<CoverageState, number>>

/** The state of a village that is not drawn: no layer has it. */
const hidden = -1

/** Villages with their state; one that the answer does not know is unknown. */
export function toVillageFeatures(
  villages: FeatureCollection | null,
  answer: VillageStates | null,
): FeatureCollection<Point> {
  if (villages === null || answer === null) return { type: 'FeatureCollection', features: [] }
  const stateOf = toStateLookup(answer)
  const features = villages.features.flatMap((village): Feature<Point>[] => {
    if (village.geometry?.type !== 'Point' || typeof village.id !== 'number') return []
    const properties = { name: String(village.properties?.['name'] ?? ''), state: stateOf(village.id) }
    return [{ type: 'Feature', id: village.id, properties, geometry: village.geometry }]
  })
  return { type: 'FeatureCollection', features }
}

/** Villages whose state differs between two answers, for an update that leaves the others alone. */
export function listChangedStates(
  villages: FeatureCollection,
  before: VillageStates,
  after: VillageStates,
): { readonly id: number; readonly state: number }[] {
  const stateBefore = toStateLookup(before)
  const stateAfter = toStateLookup(after)
  return villages.features.flatMap(({ id, geometry }) => {
    if (typeof id !== 'number' || geometry?.type !== 'Point') return []
    const state = stateAfter(id)
    return state === stateBefore(id) ? [] : [{ id, state }]
  })
}

/** The state of a village by its id. */
export function toStateLookup({ ids, states, shown }: VillageStates): (id: number) => number {
  const positionOf = new Map(ids.map((id, position) => [id, position]))
  return (id) => {
    const position = positionOf.get(id) ?? -1
    return shown !== null && shown[position] === 0 ? hidden : (states[position] ?? villageStates.unknown)
  }
}
