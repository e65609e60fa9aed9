/** Where does the map look? What is asked for is framed between the panels, and stays framed until the user moves. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { BBox } from '../../core/geo.ts'
import type { CameraRequest, CameraState, MapPadding } from './map-view-props.ts'

/** Short enough to be calm; MapLibre jumps at once under prefers-reduced-motion. */
const duration_ms = 200

export class Camera {
  readonly #map: MapLibreMap
  #request: CameraRequest
  #wantedPadding: MapPadding
  #padding: MapPadding
  #movedBy: CameraState['moved_by'] = 'request'

  constructor(map: MapLibreMap, request: CameraRequest, padding: MapPadding) {
    this.#map = map
    this.#request = request
    this.#wantedPadding = padding
    this.#padding = toUsablePadding(map, padding)
    map.on('movestart', ({ originalEvent }) => {
      if (originalEvent !== undefined) this.#movedBy = 'user'
    })
    map.on('resize', () => {
      this.#padding = toUsablePadding(map, this.#wantedPadding)
      this.#frame('jump')
    })
    map.setPadding({ ...this.#padding })
    this.#frame('jump')
  }

  /** Moves only for a new request, or to keep the old one between panels that changed. */
  update(request: CameraRequest, wantedPadding: MapPadding): void {
    const isNew = request.key !== this.#request.key
    const isReframed = !isSamePadding(wantedPadding, this.#wantedPadding)
    // Comes with every change of anything on the map: the size is not asked for needlessly, it makes the browser lay out.
    if (!isNew && !isReframed) return
    this.#request = request
    this.#wantedPadding = wantedPadding
    this.#padding = toUsablePadding(this.#map, wantedPadding)
    if (isNew) this.#movedBy = 'request'
    if (isNew) this.#frame('ease')
    else if (isReframed) this.#makeRoom()
  }

  getState(): CameraState {
    const { lng, lat } = this.#map.getCenter()
    return {
      center: [lng, lat],
      zoom: this.#map.getZoom(),
      bounds: this.#getVisibleBounds(),
      moved_by: this.#movedBy,
    }
  }

  #makeRoom(): void {
    if (this.#movedBy === 'request') this.#frame('ease')
    else this.#map.easeTo({ padding: { ...this.#padding }, duration: duration_ms })
  }

  #frame(how: 'jump' | 'ease'): void {
    if (this.#movedBy === 'user') return
    const duration = how === 'jump' ? 0 : duration_ms
    const request = this.#request
    const padding = { ...this.#padding }
    if (request.type === 'position') {
      this.#map.easeTo({ center: [...request.center], zoom: request.zoom, padding, duration })
      return
    }
    const bounds: [number, number, number, number] = [...request.bounds]
    // The middle stands between the panels once the padding is set, so only the zoom depends on it.
    const center = this.#map.cameraForBounds(bounds, { padding: 0 })?.center
    const zoom = this.#map.cameraForBounds(bounds, { padding: this.#toFitPadding(), maxZoom: 13 })?.zoom
    if (center !== undefined && zoom !== undefined) this.#map.easeTo({ center, zoom, padding, duration })
  }

  /** A margin, and what the padding will be more than it is now, which MapLibre adds by itself. */
  #toFitPadding(): MapPadding {
    const now = this.#map.getPadding()
    const margin = Math.min(24, this.#map.getContainer().clientWidth * 0.03)
    return {
      top: this.#padding.top - (now.top ?? 0) + margin,
      right: this.#padding.right - (now.right ?? 0) + margin,
      bottom: this.#padding.bottom - (now.bottom ?? 0) + margin,
      left: this.#padding.left - (now.left ?? 0) + margin,
    }
  }

  #getVisibleBounds(): BBox {
    const { clientWidth, clientHeight } = this.#map.getContainer()
    const { top, right, bottom, left } = this.#padding
    const topLeft = this.#map.unproject([left, top])
    const bottomRight = this.#map.unproject([
      Math.max(clientWidth - right, left),
      Math.max(clientHeight - bottom, top),
    ])
    return [topLeft.lng, bottomRight.lat, bottomRight.lng, topLeft.lat]
  }
}

/** Panels that cover nearly everything leave the map a strip to be framed in, or its centre would be undefined. */
function toUsablePadding(map: MapLibreMap, padding: MapPadding): MapPadding {
  const { clientWidth, clientHeight } = map.getContainer()
  const x = toShrink(padding.left + padding.right, clientWidth)
  const y = toShrink(padding.top + padding.bottom, clientHeight)
  return {
    top: padding.top * y,
    right: padding.right * x,
    bottom: padding.bottom * y,
    left: padding.left * x,
  }
}

const leastStrip_px = 120

function toShrink(covered: number, length: number): number {
  return covered <= 0 ? 1 : Math.max(Math.min((length - leastStrip_px) / covered, 1), 0)
}

function isSamePadding(a: MapPadding, b: MapPadding): boolean {
  return a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left
}
