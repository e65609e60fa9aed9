/** What happens on the map when what it is told changes? Only what differs is done. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { allLayers } from '../layers/all-layers.ts'
import { listChangedStates } from '../layers/village-features.ts'
import { Camera } from './camera.ts'
import { addRest, createMap, labelControls, redrawCarrierImages, toLayerView } from './create-map.ts'
import { diffLayers, type LayerChange } from './diff-layers.ts'
import type { EditingOverlay } from './editing-overlay.ts'
import type { OverlayView } from './overlay-view.ts'
import { applyFeatureLooks, toFeatureLooks, type FeatureLooks } from './feature-states.ts'
import { mapSourceIds, sourcePlans } from './map-data.ts'
import type { MapViewProps } from './map-view-props.ts'
import { showOnlineBaseMap } from './online-base-map.ts'
import { watchPlace } from './place-pointer.ts'
import { watchPointer } from './pointer.ts'
import { countInView } from './view-counts.ts'
import { whenLabelsAreDrawn } from './labels-drawn.ts'

/** A lost WebGL context usually comes back within a moment; later than this it is a failure. */
const contextPatience_ms = 5_000

export class MapController {
  readonly #map: MapLibreMap
  readonly #camera: Camera
  /** What the map shows; `#wanted` is what it was told last. They differ until the style is there. */
  #shown: MapViewProps
  #wanted: MapViewProps
  #looks: FeatureLooks = new Map()
  #overlay: EditingOverlay | null = null
  #tools: OverlayView | null = null
  #leaveLink: () => void = () => undefined
  #isStyled = false
  #isComplete = false
  #countTimer: ReturnType<typeof setTimeout> | undefined
  #contextTimer: ReturnType<typeof setTimeout> | undefined

  constructor(container: HTMLElement, props: MapViewProps) {
    this.#shown = props
    this.#wanted = props
    this.#map = createMap(container, props, () => this.#wanted.carriers)
    this.#camera = new Camera(this.#map, props.camera, props.padding)
    this.#map.on('style.load', () => {
      this.#isStyled = true
      this.#looks = new Map()
      this.#apply()
      this.#tellCamera()
    })
    this.#map.on('moveend', () => this.#tellCamera())
    this.#link(props.camera_link)
    this.#watchContext()
    watchPointer(this.#map, () => this.#wanted)
    watchPlace(this.#map, () => this.#wanted)
    whenLabelsAreDrawn(
      this.#map,
      () => this.#shown,
      () => this.#wanted.onReady(),
    )
    // At rest either the answer is drawn or there is none yet to wait for.
    void this.#map.once('idle', () => this.#complete())
  }

  update(props: MapViewProps): void {
    if (props.camera_link !== this.#wanted.camera_link) this.#link(props.camera_link)
    this.#wanted = props
    this.#camera.update(props.camera, props.padding)
    if (this.#isStyled) this.#apply()
  }

  remove(): void {
    clearTimeout(this.#countTimer)
    clearTimeout(this.#contextTimer)
    this.#isStyled = false
    this.#leaveLink()
    this.#map.remove()
  }

  #link(link: MapViewProps['camera_link']): void {
    this.#leaveLink()
    this.#leaveLink = link === null ? () => undefined : link.join(this.#map)
  }

  #complete(): void {
    if (!this.#isStyled) return
    this.#isComplete = true
    addRest(this.#map, this.#shown)
    this.#applyOnlineBaseMap()
    this.#applyLooks()
    void this.#applyEditing()
    void this.#applyTools()
  }

  /** After the answer is drawn: what comes from elsewhere must not hold it up. */
  #applyOnlineBaseMap(): void {
    const style = this.#shown.online_base_map
    if (style !== null && this.#isComplete) showOnlineBaseMap(this.#map, style)
  }

  /** Most visitors never edit: the code for it comes when somebody does. */
  async #applyEditing(): Promise<void> {
    if (!this.#isComplete) return
    if (this.#overlay === null && this.#shown.editing !== null) {
      const { EditingOverlay } = await import('./editing-overlay.ts')
      this.#overlay ??= new EditingOverlay(this.#map, () => this.#wanted.editing)
    }
    if (this.#isStyled) this.#overlay?.update(this.#shown)
  }

  /** The same holds for tools and what they lay over the map. */
  async #applyTools(): Promise<void> {
    if (!this.#isComplete) return
    const { overlay, tool } = this.#shown
    if (this.#tools === null && (overlay.length > 0 || tool !== null)) {
      const { OverlayView } = await import('./overlay-view.ts')
      this.#tools ??= new OverlayView(this.#map, () => this.#wanted.tool)
    }
    if (this.#isStyled) this.#tools?.update(this.#shown)
  }

  #applyLooks(): void {
    const all = toFeatureLooks(this.#shown)
    const looks = new Map([...all].filter(([source]) => this.#map.getSource(source) !== undefined))
    applyFeatureLooks(this.#map, this.#looks, looks)
    this.#looks = looks
  }

  #apply(): void {
    const [before, after] = [this.#shown, this.#wanted]
    this.#shown = after
    if (before.carriers !== after.carriers) redrawCarrierImages(this.#map, after.carriers)
    this.#applyData(before, after)
    if (isOtherView(before, after)) {
      const changes = diffLayers(allLayers(toLayerView(before)), allLayers(toLayerView(after)))
      for (const change of changes) if (this.#map.getLayer(change.id)) applyChange(this.#map, change)
    }
    if (before.online_base_map !== after.online_base_map) this.#applyOnlineBaseMap()
    this.#applyLooks()
    void this.#applyEditing()
    void this.#applyTools()
    if (before.texts !== after.texts) labelControls(this.#map, after.texts)
    this.#countSoon()
  }

  #applyData(before: MapViewProps, after: MapViewProps): void {
    for (const id of mapSourceIds) {
      const plan = sourcePlans[id]
      const needed = plan.needs(before)
      if (plan.needs(after).every((need, index) => need === needed[index])) continue
      const source = this.#map.getSource<GeoJSONSource>(id)
      if (source === undefined) continue
      // Few features, often made anew from an answer that says the same.
      if (id === 'unit-labels' && isSameData(plan.make(before), plan.make(after))) continue
      const changed = id === 'villages' ? toFewChanges(before, after) : null
      if (changed === null) void source.setData(plan.make(after))
      else if (changed.length > 0) void source.updateData({ update: changed.map(toStateUpdate) })
    }
  }

  #tellCamera(): void {
    this.#wanted.onCameraChange(this.#camera.getState())
    this.#countSoon()
  }

  /** Once for a burst of changes: the legend may be a moment late, the map may not. */
  #countSoon(): void {
    clearTimeout(this.#countTimer)
    this.#countTimer = setTimeout(() => {
      this.#wanted.onViewCounts(countInView(this.#shown, this.#camera.getState().bounds))
    }, 100)
  }

  #watchContext(): void {
    this.#map.on('webglcontextlost', () => {
      this.#isStyled = false
      this.#contextTimer = setTimeout(() => this.#wanted.onFailure('context_lost'), contextPatience_ms)
    })
    this.#map.on('webglcontextrestored', () => clearTimeout(this.#contextTimer))
  }
}

/** A pointer that moves changes nothing here, so layers are made again only for what decides them. */
function isOtherView(before: MapViewProps, after: MapViewProps): boolean {
  return (
    before.theme !== after.theme || before.choropleth !== after.choropleth || before.visible !== after.visible
  )
}

function isSameData(before: object, after: object): boolean {
  return JSON.stringify(before) === JSON.stringify(after)
}

/** Villages that changed, when the villages are the same and most kept their state; null: send them all. */
function toFewChanges(before: MapViewProps, after: MapViewProps) {
  const { villages } = after.sources
  if (villages === null || before.sources.villages !== villages) return null
  if (before.village_states === null || after.village_states === null) return null
  const changed = listChangedStates(villages, before.village_states, after.village_states)
  return changed.length * 2 > villages.features.length ? null : changed
}

function toStateUpdate({ id, state }: { readonly id: number; readonly state: number }) {
  return { id, addOrUpdateProperties: [{ key: 'state', value: state }] }
}

// The names come out of layers that the style specification's types have checked.
type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1]
type PaintValue = Parameters<MapLibreMap['setPaintProperty']>[2]
type LayoutName = Parameters<MapLibreMap['setLayoutProperty']>[1]
type LayoutValue = Parameters<MapLibreMap['setLayoutProperty']>[2]

function applyChange(map: MapLibreMap, change: LayerChange): void {
  switch (change.type) {
    case 'paint':
      map.setPaintProperty(change.id, change.name as PaintName, change.value as PaintValue, {
        validate: false,
      })
      break
    case 'layout':
      map.setLayoutProperty(change.id, change.name as LayoutName, change.value as LayoutValue, {
        validate: false,
      })
      break
    case 'filter':
      map.setFilter(change.id, change.filter, { validate: false })
      break
    case 'zoom':
      map.setLayerZoomRange(change.id, change.minzoom, change.maxzoom)
  }
}
