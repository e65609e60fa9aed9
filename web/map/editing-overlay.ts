/** What does the map do while a site is edited? Draws it over everything else, and lets its mark be dragged or nudged. */
import { type Marker, type GeoJSONSource, type Map as MapLibreMap, type MapMouseEvent } from 'maplibre-gl'
import { editingLayers, editingSourceId, moveLinesId, moveTargetsId } from '../layers/editing.ts'
import { toEditingFeatures } from '../layers/editing-features.ts'
import { makeMarker } from './make-marker.ts'
import type { MapEditing, MapTheme, MapViewProps } from './map-view-props.ts'

type Shown = Pick<MapViewProps, 'editing' | 'sources' | 'theme'>

export class EditingOverlay {
  readonly #map: MapLibreMap
  readonly #getEditing: () => MapEditing | null
  readonly #marker: Marker
  #shown: Shown | null = null
  #isDragging = false

  constructor(map: MapLibreMap, getEditing: () => MapEditing | null) {
    this.#map = map
    this.#getEditing = getEditing
    this.#marker = makeMarker((direction) => getEditing()?.onNudge(direction))
    this.#marker.on('dragstart', () => (this.#isDragging = true))
    this.#marker.on('drag', () => this.#tellMove('moving'))
    this.#marker.on('dragend', () => {
      this.#isDragging = false
      this.#tellMove('moved')
    })
    map.on('click', (event) => this.#tellClick(event))
    map.on('mousemove', ({ point }) => {
      if (getEditing()?.clicks_mean === 'this') map.getCanvas().style.cursor = this.#toCursor(point)
    })
  }

  update({ editing, sources, theme }: Shown): void {
    const before = this.#shown
    this.#shown = { editing, sources, theme }
    if (editing === null) {
      if (before?.editing != null) this.#clear()
      return
    }
    const isSame =
      before?.editing === editing &&
      before.theme === theme &&
      before.sources.sites === sources.sites &&
      before.sources.communes === sources.communes &&
      this.#map.getSource(editingSourceId) !== undefined
    if (isSame) return
    this.#draw(editing, this.#shown)
    this.#placeMarker(editing)
  }

  #draw(editing: MapEditing, { sources, theme }: Shown): void {
    const data = toEditingFeatures(editing, sources)
    const source = this.#map.getSource<GeoJSONSource>(editingSourceId)
    if (source === undefined)
      this.#map.addSource(editingSourceId, { type: 'geojson', data, maxzoom: 17, tolerance: 0 })
    else void source.setData(data)
    this.#drawLayers(theme)
  }

  #drawLayers(theme: MapTheme): void {
    const canvas = this.#map.getContainer()
    const layers = editingLayers(theme)
    const isDrawn = layers.every(({ id }) => this.#map.getLayer(id) !== undefined)
    if (isDrawn && canvas.dataset['editingTheme'] === theme) return
    canvas.dataset['editingTheme'] = theme
    for (const layer of layers) {
      if (this.#map.getLayer(layer.id) !== undefined) this.#map.removeLayer(layer.id)
      this.#map.addLayer(layer)
    }
  }

  #placeMarker({ position, marker_label }: MapEditing): void {
    if (position === null) {
      this.#marker.remove()
      return
    }
    // The hand that drags knows best where it is.
    if (!this.#isDragging) this.#marker.setLngLat([...position])
    if (!this.#marker.getElement().isConnected) this.#marker.addTo(this.#map)
    const element = this.#marker.getElement()
    element.setAttribute('role', 'button')
    element.setAttribute('aria-label', marker_label)
    element.tabIndex = 0
  }

  #clear(): void {
    this.#marker.remove()
    for (const { id } of editingLayers('light')) if (this.#map.getLayer(id)) this.#map.removeLayer(id)
    if (this.#map.getSource(editingSourceId)) this.#map.removeSource(editingSourceId)
    this.#map.getCanvas().style.cursor = ''
  }

  #tellMove(phase: 'moving' | 'moved'): void {
    const { lng, lat } = this.#marker.getLngLat()
    this.#getEditing()?.onMove([lng, lat], phase)
  }

  #tellClick({ point, lngLat: { lng, lat }, originalEvent }: MapMouseEvent): void {
    const isOnMarker = this.#marker.getElement().contains(originalEvent.target as Node)
    if (!isOnMarker) this.#getEditing()?.onClick([lng, lat], this.#findMove(point))
  }

  #toCursor(point: MapMouseEvent['point']): string {
    if (this.#findMove(point) !== null) return 'pointer'
    const editing = this.#getEditing()
    return editing?.clicks_mean === 'this' && editing.position === null ? 'crosshair' : ''
  }

  #findMove({ x, y }: MapMouseEvent['point']): number | null {
    const layers = [moveTargetsId, moveLinesId].filter((id) => this.#map.getLayer(id) !== undefined)
    if (layers.length === 0) return null
    const reach = 8
    const around: [[number, number], [number, number]] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ]
    const id: unknown = this.#map.queryRenderedFeatures(around, { layers })[0]?.properties['id']
    return typeof id === 'number' ? id : null
  }
}
