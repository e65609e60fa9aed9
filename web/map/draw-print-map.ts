/** What does the map look like on paper? The same style and data, drawn once, off the screen, as fine as the paper asks. */
import { Map as MapLibreMap, type StyleSpecification } from 'maplibre-gl'
import type { BBox } from '../../core/geo.ts'
import { allLayers } from '../layers/all-layers.ts'
import { overlayLayers, overlaySourceId } from '../layers/overlay.ts'
import { addDrawnImage, toLayerView } from './create-map.ts'
import { applyFeatureLooks, toFeatureLooks } from './feature-states.ts'
import { loadFonts } from './load-fonts.ts'
import { mapSourceIds, sourcePlans, toSourceSpecification } from './map-data.ts'
import type { MapScene, MapViewProps } from './map-view-props.ts'

export interface PrintMapOrder {
  readonly scene: MapScene
  /** All of it is drawn; where the paper has another shape, more around it. */
  readonly bounds: BBox
  /** Of the map on paper, in CSS pixels: what marks, lines and labels are measured in. */
  readonly size_px: { readonly width: number; readonly height: number }
  /** Pixels drawn per CSS pixel. */
  readonly fineness: number
  readonly signal: AbortSignal
}

export interface PrintedMap {
  readonly canvas: HTMLCanvasElement
  readonly bounds: BBox
  readonly zoom: number
  /** On the ground, at the middle of the map. */
  readonly metres_per_px: number
  /** As it came: less than was ordered where the graphics card cannot draw so large a picture. */
  readonly fineness: number
}

const patience_ms = 120_000
/** Where a card allows it; MapLibre lowers the fineness by itself above. */
const longestSide = 8192

/** Rejects with an AbortError when it is called off, and when the browser cannot draw it. */
export async function drawPrintMap(order: PrintMapOrder): Promise<PrintedMap> {
  await loadFonts()
  order.signal.throwIfAborted()
  const container = document.createElement('div')
  const { width, height } = order.size_px
  container.style.cssText = `position:fixed;left:-30000px;top:0;width:${width}px;height:${height}px`
  container.inert = true
  container.ariaHidden = 'true'
  document.body.append(container)
  let map: MapLibreMap | undefined
  try {
    map = startMap(container, order)
    await whenDrawn(map, order.signal)
    return toPicture(map)
  } finally {
    map?.remove()
    container.remove()
  }
}

function startMap(container: HTMLElement, { scene, bounds, fineness }: PrintMapOrder): MapLibreMap {
  // Nothing on paper is hovered or followed live, and no tile of others is fetched for it.
  const props = toProps(scene)
  const map = new MapLibreMap({
    container,
    style: toWholeStyle(props),
    validateStyle: false,
    attributionControl: false,
    interactive: false,
    fadeDuration: 0,
    maxZoom: 17,
    renderWorldCopies: false,
    pixelRatio: fineness,
    maxCanvasSize: [longestSide, longestSide],
    canvasContextAttributes: { preserveDrawingBuffer: true, antialias: true },
    bounds: [...bounds],
    fitBoundsOptions: { padding: 0, animate: false },
  })
  map.getCanvas().tabIndex = -1
  const drawn = map
  map.setMissingStyleImageResolver((id) => addDrawnImage(drawn, id, props.carriers))
  map.on('style.load', () => applyFeatureLooks(map, new Map(), toFeatureLooks(props)))
  return map
}

function toProps(scene: MapScene): MapViewProps {
  return {
    ...scene,
    online_base_map: null,
    editing: null,
    tool: null,
    highlight: null,
    camera_link: null,
    padding: { top: 0, right: 0, bottom: 0, left: 0 },
    camera: { key: 'print', type: 'bounds', bounds: [0, 0, 0, 0] },
    onSelect: () => undefined,
    onHover: () => undefined,
    onCameraChange: () => undefined,
    onViewCounts: () => undefined,
    onReady: () => undefined,
    onFailure: () => undefined,
    onPlace: () => undefined,
    onPlaceMenu: () => undefined,
  }
}

function toWholeStyle(props: MapViewProps): StyleSpecification {
  const sources = mapSourceIds.map(
    (id) => [id, toSourceSpecification(id, sourcePlans[id].make(props))] as const,
  )
  const overlay = {
    type: 'geojson' as const,
    data: { type: 'FeatureCollection' as const, features: [...props.overlay] },
  }
  return {
    version: 8,
    sources: { ...Object.fromEntries(sources), [overlaySourceId]: overlay },
    layers: [...allLayers(toLayerView(props)), ...overlayLayers(props.theme)],
  }
}

function whenDrawn(map: MapLibreMap, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the map was not drawn in time')), patience_ms)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
    }
    void map.once('idle', () => end(resolve))
    map.on('webglcontextlost', () => end(() => reject(new Error('the graphics card gave up'))))
    signal.addEventListener('abort', () => end(() => reject(signal.reason)), { once: true })
  })
}

function toPicture(map: MapLibreMap): PrintedMap {
  const drawn = map.getCanvas()
  const canvas = document.createElement('canvas')
  canvas.width = drawn.width
  canvas.height = drawn.height
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no 2d canvas')
  context.drawImage(drawn, 0, 0)
  const [[west, south], [east, north]] = map.getBounds().toArray()
  const { clientWidth, clientHeight } = map.getContainer()
  const middle = clientHeight / 2
  const metres = map.unproject([0, middle]).distanceTo(map.unproject([clientWidth, middle]))
  return {
    canvas,
    bounds: [west, south, east, north],
    zoom: map.getZoom(),
    metres_per_px: metres / clientWidth,
    fineness: drawn.width / clientWidth,
  }
}
