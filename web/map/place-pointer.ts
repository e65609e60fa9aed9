/** Which place is under the pointer, and of which one does somebody ask for a menu? A right click, or a finger that stays. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { MapViewProps } from './map-view-props.ts'

/** A finger that stays this long means the place, not the map. */
const stay_ms = 550
/** A finger is never quite still. */
const still_px = 8

export function watchPlace(map: MapLibreMap, getProps: () => MapViewProps): void {
  let frame = 0
  map.on('mousemove', ({ lngLat: { lng, lat } }) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => getProps().onPlace([lng, lat]))
  })
  map.on('remove', () => cancelAnimationFrame(frame))
  map.on('contextmenu', ({ lngLat: { lng, lat }, originalEvent }) => {
    originalEvent.preventDefault()
    getProps().onPlaceMenu({ place: [lng, lat], x: originalEvent.clientX, y: originalEvent.clientY })
  })
  watchFinger(map, getProps)
}

function watchFinger(map: MapLibreMap, getProps: () => MapViewProps): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let start = { x: 0, y: 0 }
  const forget = () => clearTimeout(timer)
  map.on('touchstart', ({ lngLat: { lng, lat }, points, originalEvent }) => {
    forget()
    const [touch] = originalEvent.touches
    if (points.length !== 1 || touch === undefined) return
    start = { x: touch.clientX, y: touch.clientY }
    timer = setTimeout(() => getProps().onPlaceMenu({ place: [lng, lat], ...start }), stay_ms)
  })
  map.on('touchmove', ({ originalEvent }) => {
    const [touch] = originalEvent.touches
    if (touch === undefined || Math.hypot(touch.clientX - start.x, touch.clientY - start.y) > still_px)
      forget()
  })
  for (const end of ['touchend', 'touchcancel', 'remove'] as const) map.on(end, forget)
}
