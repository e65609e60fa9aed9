/** How does the map show an overlay, and let a tool's marks be dragged or nudged? Fetched when first needed. */
import { type Marker, type GeoJSONSource, type Map as MapLibreMap, type MapMouseEvent } from 'maplibre-gl'
import { findLayerAbove, overlayLayers, overlaySourceId, type OverlayFeature } from '../layers/overlay.ts'
import { hideCircle, makeMarker, showCircle } from './make-marker.ts'
import type { MapTheme, MapTool, MapViewProps } from './map-view-props.ts'

type Shown = Pick<MapViewProps, 'overlay' | 'tool' | 'theme'>

export class OverlayView {
  readonly #map: MapLibreMap
  readonly #getTool: () => MapTool | null
  readonly #markers = new Map<string, Marker>()
  #theme: MapTheme | null = null
  #overlay: readonly OverlayFeature[] | null = null
  #dragged: string | null = null
  #frame = 0

  constructor(map: MapLibreMap, getTool: () => MapTool | null) {
    this.#map = map
    this.#getTool = getTool
    map.on('click', (event) => this.#tellClick(event))
    map.on('dblclick', (event) => this.#tellFinish(event))
    map.on('mousemove', ({ lngLat: { lng, lat } }) => {
      const tool = getTool()
      if (tool === null) return
      map.getCanvas().style.cursor = tool.cursor ?? 'crosshair'
      cancelAnimationFrame(this.#frame)
      this.#frame = requestAnimationFrame(() => getTool()?.onPointer?.([lng, lat]))
    })
    map.on('zoom', () => this.#drawDragged())
    map.on('mouseout', () => getTool()?.onPointer?.(null))
  }

  update({ overlay, tool, theme }: Shown): void {
    this.#draw(overlay, theme)
    this.#placeMarkers(tool)
    if (tool === null && ['crosshair', 'default'].includes(this.#map.getCanvas().style.cursor)) {
      this.#map.getCanvas().style.cursor = ''
    }
  }

  /** After the style was made anew nothing of it is there any more. */
  #draw(overlay: readonly OverlayFeature[], theme: MapTheme): void {
    const source = this.#map.getSource<GeoJSONSource>(overlaySourceId)
    const data = { type: 'FeatureCollection' as const, features: [...overlay] }
    if (source === undefined) {
      this.#map.addSource(overlaySourceId, { type: 'geojson', data, maxzoom: 17, tolerance: 0.1 })
    } else if (this.#overlay !== overlay) void source.setData(data)
    this.#overlay = overlay
    if (source !== undefined && this.#theme === theme) return
    this.#theme = theme
    for (const layer of overlayLayers(theme)) {
      if (this.#map.getLayer(layer.id) !== undefined) this.#map.removeLayer(layer.id)
      const above = findLayerAbove(layer.id)
      // A map without data yet has no layers of its own.
      const isThere = above !== null && this.#map.getLayer(above) !== undefined
      this.#map.addLayer(layer, isThere ? above : undefined)
    }
  }

  #placeMarkers(tool: MapTool | null): void {
    const wanted = new Map((tool?.marks ?? []).map((mark) => [mark.id, mark]))
    for (const [id, marker] of this.#markers) {
      if (wanted.has(id)) continue
      marker.remove()
      this.#markers.delete(id)
    }
    for (const [id, { position, label }] of wanted) {
      const marker = this.#markers.get(id) ?? this.#addMarker(id)
      // The hand that drags knows best where it is.
      if (this.#dragged !== id) marker.setLngLat([...position])
      if (!marker.getElement().isConnected) marker.addTo(this.#map)
      const element = marker.getElement()
      element.setAttribute('role', 'button')
      element.setAttribute('aria-label', label)
      element.tabIndex = 0
      if (this.#dragged !== id) hideCircle(marker)
    }
  }

  #addMarker(id: string): Marker {
    const marker = makeMarker((direction) => this.#getTool()?.onMarkNudge(id, direction))
    const tell = (phase: 'moving' | 'moved') => {
      const { lng, lat } = marker.getLngLat()
      this.#getTool()?.onMarkMove(id, [lng, lat], phase)
    }
    marker.on('dragstart', () => (this.#dragged = id))
    marker.on('drag', () => {
      this.#drawDragged()
      tell('moving')
    })
    marker.on('dragend', () => {
      this.#dragged = null
      tell('moved')
    })
    this.#markers.set(id, marker)
    return marker
  }

  /** Its circle is as wide as the zoom has it. */
  #drawDragged(): void {
    if (this.#dragged === null) return
    const marker = this.#markers.get(this.#dragged)
    const radius_m = this.#getTool()?.marks.find(({ id }) => id === this.#dragged)?.radius_m ?? null
    if (marker !== undefined && radius_m !== null) showCircle(marker, this.#map, radius_m)
  }

  #tellClick({ lngLat: { lng, lat }, originalEvent }: MapMouseEvent): void {
    const isOnMarker = [...this.#markers.values()].some((marker) =>
      marker.getElement().contains(originalEvent.target as Node),
    )
    if (!isOnMarker) this.#getTool()?.onClick([lng, lat])
  }

  #tellFinish(event: MapMouseEvent): void {
    const tool = this.#getTool()
    if (tool?.onFinish === undefined) return
    event.preventDefault()
    tool.onFinish()
  }
}
