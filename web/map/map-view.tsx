/** The map as a React component: everything in by props, out by callbacks. */
import { useEffect, useRef } from 'react'
import { loadFonts } from './load-fonts.ts'
import { MapController } from './map-controller.ts'
import type { MapViewProps } from './map-view-props.ts'
import './map-view.css'

// Asked for when this module arrives, not when the page has rendered.
const fonts = loadFonts()

export function MapView(props: MapViewProps) {
  const container = useRef<HTMLDivElement>(null)
  const controller = useRef<MapController | null>(null)
  const latest = useRef(props)

  useEffect(() => {
    latest.current = props
    controller.current?.update(props)
  }, [props])

  useEffect(() => {
    let isGone = false
    void fonts.then(() => {
      if (isGone || container.current === null) return
      controller.current = startMap(container.current, latest.current)
    })
    return () => {
      isGone = true
      controller.current?.remove()
      controller.current = null
    }
  }, [])

  const { padding, theme } = props
  useEffect(() => {
    const style = container.current?.parentElement?.style
    for (const side of ['top', 'right', 'bottom', 'left'] as const)
      style?.setProperty(`--map-padding-${side}`, `${padding[side]}px`)
  }, [padding])

  return (
    <div className="map-view" data-map-theme={theme}>
      <div className="map-view__canvas" ref={container} />
    </div>
  )
}

/** Null when the browser cannot draw it; the page then shows the shares as a table. */
function startMap(container: HTMLElement, props: MapViewProps): MapController | null {
  try {
    return new MapController(container, props)
  } catch (error) {
    console.error('The map cannot be drawn:', error instanceof Error ? error.message : error)
    props.onFailure('webgl')
    return null
  }
}
