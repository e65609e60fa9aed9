/** What is a mark that can be dragged, and nudged by the arrow keys? */
import { Marker, type Map as MapLibreMap } from 'maplibre-gl'
import type { MapDirection } from './map-view-props.ts'
import './editing-overlay.css'

/** Of latitude. */
const metresPerDegree = 111_320

const directions: Readonly<Record<string, MapDirection>> = {
  ArrowUp: 'north',
  ArrowRight: 'east',
  ArrowDown: 'south',
  ArrowLeft: 'west',
}

export function makeMarker(onNudge: (direction: MapDirection) => void): Marker {
  const element = document.createElement('div')
  element.className = 'edit-marker'
  element.addEventListener('keydown', (event) => {
    const direction = directions[event.key]
    if (direction === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    // The map would move instead.
    event.preventDefault()
    event.stopPropagation()
    onNudge(direction)
  })
  return new Marker({ element, draggable: true })
}

/** A circle around the mark for as long as it is dragged: it costs the map no drawing. */
export function showCircle(marker: Marker, map: MapLibreMap, radius_m: number): void {
  const { lng, lat } = marker.getLngLat()
  const [middle, north] = [map.project([lng, lat]), map.project([lng, lat + radius_m / metresPerDegree])]
  const element = marker.getElement()
  const circle = element.querySelector<HTMLElement>('.edit-circle') ?? document.createElement('div')
  circle.className = 'edit-circle'
  circle.style.setProperty('--radius', `${Math.hypot(north.x - middle.x, north.y - middle.y)}px`)
  if (!circle.isConnected) element.append(circle)
}

export function hideCircle(marker: Marker): void {
  marker.getElement().querySelector('.edit-circle')?.remove()
}
