/** How does the map show what is listed? A triangle at each village: up where B has more, down where it has less, hollow where one side alone is known. */
import { useEffect } from 'react'
import type { OverlayFeature } from '../../layers/overlay.ts'
import { setOverlay } from '../../state/map-screen.ts'
import { isKnownOnBothSides, type DifferingVillage } from '../../state/differing-villages.ts'

const name = 'compare'

export function useDifferencesOnMap(listed: readonly DifferingVillage[]): void {
  useEffect(() => setOverlay(name, listed.flatMap(toMark)), [listed])
  useEffect(() => () => setOverlay(name, []), [])
}

function toMark(village: DifferingVillage): OverlayFeature[] {
  const { feature, change } = village
  // Not covered on one side, unknown on the other: neither gained nor lost, it stays in the list.
  if (change === 'only_a' || change === 'only_b') return []
  const way = change === 'gained' || change === 'better' ? 'gained' : 'lost'
  const role = isKnownOnBothSides(village) ? way : (`${way}-unsure` as const)
  return [{ ...feature, properties: { role, village_id: feature.id } } as OverlayFeature]
}
