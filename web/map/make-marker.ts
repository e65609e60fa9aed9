/** What is a mark that can be dragged, and nudged by the arrow keys? */
import { Marker } from 'maplibre-gl'
import type { MapDirection } from './map-view-props.ts'
import './editing-overlay.css'

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
