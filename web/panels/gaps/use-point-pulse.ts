/** Where on the map is the village whose line is pointed at? A ring that pulses; it stands still for those who ask for calm. */
import { useEffect } from 'react'
import type { OverlayFeature } from '../../layers/overlay.ts'
import { setOverlay } from '../../state/map-screen.ts'
import type { GapRow } from '../../state/gap-rows.ts'

const overlay = 'gap-pointed'
const beat_ms = 450

export function usePointPulse(row: GapRow | null): void {
  useEffect(() => {
    if (row === null) return
    const ring: OverlayFeature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...row.position] },
      properties: { role: 'ring' },
    }
    setOverlay(overlay, [ring])
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return () => setOverlay(overlay, [])
    let isShown = true
    const beat = setInterval(() => {
      isShown = !isShown
      setOverlay(overlay, isShown ? [ring] : [])
    }, beat_ms)
    return () => {
      clearInterval(beat)
      setOverlay(overlay, [])
    }
  }, [row])
}
