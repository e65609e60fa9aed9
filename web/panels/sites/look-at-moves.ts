/** How does the map show moves? All of them in the picture, and near enough to see the short ones. */
import type { LngLat } from '../../../core/geo.ts'
import { useApp } from '../../state/store.ts'
import { lookAt } from '../../state/transitions.ts'

/** Wider than this, a box is framed; within it, both ends are seen from near by. */
const near_deg = 0.006
const nearZoom = 16
const margin_deg = 0.002

export function lookAtPlaces(places: readonly LngLat[]): void {
  if (places.length === 0) return
  const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)]
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const isNear = Math.max(east - west, north - south) < near_deg
  useApp.setState((state) => {
    const box = [west - margin_deg, south - margin_deg, east + margin_deg, north + margin_deg] as const
    const change = lookAt(state, box)
    const key = change.camera_request?.key ?? 'look-0'
    const center = [(west + east) / 2, (south + north) / 2] as const
    return isNear ? { camera_request: { key, type: 'position', center, zoom: nearZoom } } : change
  })
}
