/** What of a measurement is drawn: the line or the outline, the length at each leg, the sum? */
import type { LngLat } from '../../../core/geo.ts'
import type { Measured } from '../../../core/measure/measure-path.ts'
import type { OverlayFeature } from '../../layers/overlay.ts'

interface MeasureLabels {
  readonly toLeg: (distance_m: number) => string
  /** At the last place, or in the middle of an area; null: nothing to say yet. */
  readonly sum: string | null
}

export function toMeasureOverlay(
  places: readonly LngLat[],
  { legs, area }: Measured,
  { toLeg, sum }: MeasureLabels,
): OverlayFeature[] {
  const first = places[0]
  const last = places.at(-1)
  if (first === undefined || last === undefined || legs.length === 0) return []
  const shape: OverlayFeature =
    area.type === 'known'
      ? toFeature({ type: 'Polygon', coordinates: [[...places, first].map(toPair)] }, 'measure')
      : toFeature(
          {
            type: 'LineString',
            coordinates: [...legs.map(({ from }) => from), legs.at(-1)?.to ?? last].map(toPair),
          },
          'measure',
        )
  const labels = legs.map(({ from, to, distance_m }) => toText(toMiddle([from, to]), toLeg(distance_m)))
  const place = area.type === 'known' ? toMiddle(places) : last
  // One leg is its own sum.
  const isTold = sum !== null && (area.type === 'known' || legs.length > 1)
  return [shape, ...labels, ...(isTold ? [toText(place, sum)] : [])]
}

function toText(place: LngLat, label: string): OverlayFeature {
  return toFeature({ type: 'Point', coordinates: toPair(place) }, 'text', label)
}

function toFeature(
  geometry: OverlayFeature['geometry'],
  role: OverlayFeature['properties']['role'],
  label?: string,
): OverlayFeature {
  return { type: 'Feature', geometry, properties: { role, ...(label === undefined ? {} : { label }) } }
}

const toPair = ([lng, lat]: LngLat): [number, number] => [lng, lat]

function toMiddle(places: readonly LngLat[]): LngLat {
  const sum = (axis: 0 | 1) => places.reduce((total, place) => total + place[axis], 0) / places.length
  return [sum(0), sum(1)]
}
