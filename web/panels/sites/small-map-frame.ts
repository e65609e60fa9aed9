/** How does a move fit into a picture of a few centimetres? Metres around its middle, as pixels; long or short. */
import type { Feature, LngLat } from '../../../core/geo.ts'

export interface SmallMapFrame {
  readonly toPixel: (position: LngLat) => readonly [x: number, y: number]
  readonly isInside: (position: LngLat) => boolean
  /** A round length for the scale, and how long it is drawn. */
  readonly scale: { readonly length_m: number; readonly width_px: number }
}

interface FrameSize {
  readonly width_px: number
  readonly height_px: number
}

/** A move of a few metres is drawn as short as it is. */
const leastWidth_m = 60
/** Of the picture, for what lies around. */
const filled = 0.6
const metresPerDegree = 111_195

export function frameMove(
  [from, to]: readonly [LngLat, LngLat],
  { width_px, height_px }: FrameSize,
): SmallMapFrame {
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const
  const perLng_m = metresPerDegree * Math.cos((middle[1] * Math.PI) / 180)
  const wide_m = Math.abs(to[0] - from[0]) * perLng_m
  const high_m = Math.abs(to[1] - from[1]) * metresPerDegree
  const perMetre_px = Math.min(
    (width_px * filled) / Math.max(wide_m, leastWidth_m),
    (height_px * filled) / Math.max(high_m, (leastWidth_m * height_px) / width_px),
  )
  const toPixel = ([lng, lat]: LngLat) =>
    [
      width_px / 2 + (lng - middle[0]) * perLng_m * perMetre_px,
      height_px / 2 - (lat - middle[1]) * metresPerDegree * perMetre_px,
    ] as const
  return {
    toPixel,
    isInside: (position) => {
      const [x, y] = toPixel(position)
      return x >= 0 && x <= width_px && y >= 0 && y <= height_px
    },
    scale: toScale(width_px / 4, perMetre_px),
  }
}

/** The longest of 1, 2 or 5 times a power of ten that is no wider than this. */
function toScale(longest_px: number, perMetre_px: number): SmallMapFrame['scale'] {
  const longest_m = longest_px / perMetre_px
  const power = 10 ** Math.floor(Math.log10(longest_m))
  const length_m = ([5, 2, 1].find((step) => step * power <= longest_m) ?? 1) * power
  return { length_m, width_px: length_m * perMetre_px }
}

/** The rings of an area as one path of an SVG. */
export function toAreaPath(area: Feature, toPixel: SmallMapFrame['toPixel']): string {
  const { geometry } = area
  const rings =
    geometry?.type === 'Polygon'
      ? geometry.coordinates
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : []
  return rings
    .map((ring) => {
      const points = ring.map((at) => toPixel(at as unknown as LngLat).map((px) => px.toFixed(1)))
      return `M${points.map((point) => point.join(' ')).join('L')}Z`
    })
    .join('')
}
