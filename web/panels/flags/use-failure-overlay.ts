/** What does a failure look like on the map: what fails, and who is left without? */
import { useEffect } from 'react'
import type { FailureAnswer, LostService } from '../../../core/gaps/if-fails.ts'
import type { Feature } from '../../../core/geo.ts'
import type { OverlayFeature } from '../../layers/overlay.ts'
import type { Failing } from '../../state/failing.ts'
import { setOverlay } from '../../state/map-screen.ts'
import { useApp } from '../../state/store.ts'

/** More rings than these hide the villages. */
const mostRings = 40

/** Of many sites that a cable takes down with it only those asked about are ringed. */
function toRinged({ sites }: FailureAnswer, fails: readonly Failing[]): readonly number[] {
  return sites.length <= mostRings ? sites : fails.flatMap(({ type, id }) => (type === 'site' ? [id] : []))
}

export interface ShownFailure {
  readonly answer: FailureAnswer
  readonly fails: readonly Failing[]
  readonly service: LostService
}

export function useFailureOverlay({ answer, fails, service }: ShownFailure): void {
  const sources = useApp((state) => state.sources)
  useEffect(() => {
    const features = (layer: 'sites' | 'cable-routes' | 'villages', ids: ReadonlySet<number>): Feature[] =>
      (sources[layer]?.features ?? []).filter(({ id }) => ids.has(id as number))
    const lost = answer.villages.filter(({ losses }) =>
      losses.some((loss) => loss.service === service && loss.left === 'nothing'),
    )
    setOverlay('if-fails', [
      ...features('cable-routes', new Set(answer.routes)).map(({ geometry }) =>
        toMark(geometry, { role: 'failed' }),
      ),
      ...features('sites', new Set(toRinged(answer, fails))).map(({ id, geometry }) =>
        toMark(geometry, { role: 'ring', site_id: id as number }),
      ),
      ...features('villages', new Set(lost.map(({ id }) => id))).map(({ id, geometry }) =>
        toMark(geometry, { role: 'lost', village_id: id as number }),
      ),
    ])
    return () => setOverlay('if-fails', [])
  }, [answer, fails, service, sources])
}

function toMark(geometry: Feature['geometry'], properties: OverlayFeature['properties']): OverlayFeature {
  return { type: 'Feature', geometry, properties }
}
