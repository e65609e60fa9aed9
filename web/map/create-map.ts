/** How does the map come to be? Own fonts, own worker, no request to anybody else. */
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import {
  AttributionControl,
  Map as MapLibreMap,
  NavigationControl,
  prewarm,
  ScaleControl,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl'
import { allLayers } from '../layers/all-layers.ts'
import type { LayerView } from '../layers/layer-view.ts'
import { drawImage, drawLater } from './draw-image.ts'
import { mapSourceIds, sourcePlans, toSourceSpecification } from './map-data.ts'
import type { MapCarrier, MapTexts, MapViewProps } from './map-view-props.ts'
import { toOnlineCredit } from './online-base-map.ts'
import { isOpeningSource, listInsertions, listOpeningLayers } from './opening.ts'

setWorkerUrl(workerUrl)
// The worker starts while the page still renders, and is there when the map is created.
prewarm()

/** What decides the layers, from what the map is told. */
export function toLayerView({ theme, choropleth, visible }: MapViewProps): LayerView {
  const values = choropleth === null ? [] : [...choropleth.values]
  const hatched = values.filter(([, value]) => value.hatch === true).map(([code]) => code)
  return { theme, unit_set: choropleth?.unit_set ?? null, visible, hatched }
}

/** Throws when the browser has no WebGL 2. */
export function createMap(
  container: HTMLElement,
  props: MapViewProps,
  getCarriers: () => readonly MapCarrier[],
): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style: toStyle(props),
    // The style is checked by tests; checking it again costs the first view.
    validateStyle: false,
    attributionControl: false,
    // Labels stand at once: nothing on this page fades in.
    fadeDuration: 0,
    minZoom: 5,
    maxZoom: 17,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.setMissingStyleImageResolver((id) => addDrawnImage(map, id, getCarriers()))
  addControls(map, props.texts)
  return map
}

function toStyle(props: MapViewProps): StyleSpecification {
  const sources = mapSourceIds
    .filter((id) => isOpeningSource(id, props))
    .map((id) => [id, toSourceSpecification(id, sourcePlans[id].make(props))] as const)
  const layers = listOpeningLayers(allLayers(toLayerView(props)), props)
  return { version: 8, sources: Object.fromEntries(sources), layers }
}

/** Adds what the opening left out. */
export function addRest(map: MapLibreMap, props: MapViewProps): void {
  for (const id of mapSourceIds) {
    if (!map.getSource(id)) map.addSource(id, toSourceSpecification(id, sourcePlans[id].make(props)))
  }
  const insertions = listInsertions(allLayers(toLayerView(props)), (id) => map.getLayer(id) !== undefined)
  for (const { layer, before } of insertions) map.addLayer(layer, before)
}

/** At once, where its code is here. */
export async function addDrawnImage(
  map: MapLibreMap,
  id: string,
  carriers: readonly MapCarrier[],
): Promise<void> {
  const drawing = drawImage(id, carriers) ?? (await drawLater(id))
  if (drawing !== null && !map.hasImage(id))
    map.addImage(id, drawing.image, { pixelRatio: drawing.pixelRatio })
}

/** Draws the marks that hold a carrier's colour again, after the data named other carriers. */
export function redrawCarrierImages(map: MapLibreMap, carriers: readonly MapCarrier[]): void {
  for (const id of map.listImages()) {
    const drawing = /^(site|assignment)\|/.test(id) ? drawImage(id, carriers) : null
    if (drawing !== null) map.updateImage(id, drawing.image)
  }
}

function addControls(map: MapLibreMap, texts: MapTexts): void {
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right')
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-right')
  addCredit(map, texts)
  labelControls(map, texts)
}

function addCredit(map: MapLibreMap, texts: MapTexts): AttributionControl {
  const credit = new AttributionControl({ compact: true, customAttribution: escapeMarkup(texts.attribution) })
  map.addControl(credit, 'bottom-right')
  // It opens by itself at first; here it is one tap away and the map stays free.
  const element = map.getContainer().querySelector('.maplibregl-ctrl-attrib')
  element?.classList.remove('maplibregl-compact-show')
  element?.removeAttribute('open')
  return credit
}

// MapLibre writes the credit as markup.
function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Names of the canvas and of the buttons in the language of the page. */
export function labelControls(map: MapLibreMap, texts: MapTexts): void {
  map.getCanvas().setAttribute('aria-label', texts.map)
  const names = {
    '.maplibregl-ctrl-zoom-in': texts.zoom_in,
    '.maplibregl-ctrl-zoom-out': texts.zoom_out,
    '.maplibregl-ctrl-attrib-button': texts.toggle_attribution,
  }
  for (const [selector, name] of Object.entries(names)) {
    const button = map.getContainer().querySelector(selector)
    button?.setAttribute('title', name)
    button?.setAttribute('aria-label', name)
  }
  const credit = map.getContainer().querySelector('.maplibregl-ctrl-attrib-inner')
  if (credit !== null) credit.textContent = [texts.attribution, ...toOnlineCredit(map)].join(' · ')
}
