/** How does the map show what is listed? A triangle at each village: up where B has more, down where it has less. */
import { useEffect } from 'react'
import type { OverlayFeature } from '../../layers/overlay.ts'
import { setOverlay } from '../../state/map-screen.ts'
import type { DifferingVillage } from '../../state/differing-villages.ts'

const name = 'compare'

/** What only one side knows is neither gained nor lost: it stays in the list. */
export function useDifferencesOnMap(listed: readonly DifferingVillage[]): void {
  useEffect(() => setOverlay(name, listed.flatMap(toMark)), [listed])
  useEffect(() => () => setOverlay(name, []), [])
}

function toMark({ feature, change }: DifferingVillage): OverlayFeature[] {
  if (change === 'only_a' || change === 'only_b') return []
  const role = change === 'gained' || change === 'better' ? 'gained' : 'lost'
  return [{ ...feature, properties: { role, village_id: feature.id } } as OverlayFeature]
}
