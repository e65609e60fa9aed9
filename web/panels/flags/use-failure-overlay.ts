/** What does a failure look like on the map: what fails, and who is left without? */
import { useEffect } from 'react'
import type { FailureAnswer, LostService } from '../../../core/gaps/if-fails.ts'
import type { Feature } from '../../../core/geo.ts'
import type { OverlayFeature } from '../../layers/overlay.ts'
import { setOverlay } from '../../state/map-screen.ts'
import { useApp } from '../../state/store.ts'

export function useFailureOverlay(answer: FailureAnswer, service: LostService): void {
  const sources = useApp((state) => state.sources)
  useEffect(() => {
    const features = (layer: 'sites' | 'cable-routes' | 'villages', ids: ReadonlySet<number>): Feature[] =>
      (sources[layer]?.features ?? []).filter(({ id }) => ids.has(id as number))
    const lost = answer.villages.filter(({ losses }) =>
      losses.some((loss) => loss.service === service && loss.left === 'nothing'),
    )
    setOverlay('if-fails', [
      ...features('cable-routes', new Set(answer.routes)).map(({ geometry }) => toMark(geometry, { role: 'failed' })),
      ...features('sites', new Set(answer.sites)).map(({ id, geometry }) =>
        toMark(geometry, { role: 'ring', site_id: id as number }),
      ),
      ...features('villages', new Set(lost.map(({ id }) => id))).map(({ id, geometry }) =>
        toMark(geometry, { role: 'lost', village_id: id as number }),
      ),
    ])
    return () => setOverlay('if-fails', [])
  }, [answer, service, sources])
}

function toMark(geometry: Feature['geometry'], properties: OverlayFeature['properties']): OverlayFeature {
  return { type: 'Feature', geometry, properties }
}
