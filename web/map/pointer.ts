/** What is the pointer on, and what does a click choose? */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { findUnitCode, listCandidates } from './click-router.ts'
import type { MapViewProps } from './map-view-props.ts'

/** What is edited, or a tool in use, answers for itself. */
function isTaken({ editing, tool }: MapViewProps): boolean {
  return editing?.clicks_mean === 'this' || tool !== null
}

/** Looks under the pointer at most once a frame: asking what is drawn there is not free. */
export function watchPointer(map: MapLibreMap, getProps: () => MapViewProps): void {
  let hovered: string | null = null
  let frame = 0
  const hover = (code: string | null) => {
    if (code === hovered) return
    hovered = code
    getProps().onHover(code)
  }
  map.on('mousemove', ({ point }) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (isTaken(getProps())) return
      const isOnMark = listCandidates(map, point, 'mouse').length > 0
      map.getCanvas().style.cursor = isOnMark ? 'pointer' : ''
      hover(findUnitCode(map, point))
    })
  })
  map.on('mouseout', () => {
    cancelAnimationFrame(frame)
    hover(null)
  })
  map.on('remove', () => cancelAnimationFrame(frame))
  map.on('click', ({ point, originalEvent }) => {
    if (isTaken(getProps())) return
    const isTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch'
    getProps().onSelect(listCandidates(map, point, isTouch ? 'touch' : 'mouse'))
  })
}
