/** How do the rows of a file, or what differs from the last list, stand on the map? */
import type { ImportDifference, ImportPlace } from '../../core/api/imports.ts'
import type { BBox, LngLat } from '../../core/geo.ts'
import type { ImportMark } from '../layers/import-places.ts'
import type { OverlayFeature } from '../layers/overlay.ts'

/** What can be drawn of a row: where it is to stand, where it stands now, and what would become of it. */
export interface DrawnPlace {
  readonly at: number
  readonly label: string
  readonly mark: ImportMark
  /** What the row is listed under. */
  readonly group: string
  readonly from: LngLat | null
  readonly to: LngLat | null
  readonly line: readonly LngLat[] | null
}

const marks = {
  new: 'added',
  changed: 'todo',
  unchanged: 'unchanged',
  conflicting: 'conflict',
  asking: 'awaiting',
  refused: 'blocked',
  missing: 'missing',
} as const satisfies Record<ImportPlace['status'], ImportMark>

export function toRowMark(status: ImportPlace['status']): ImportMark {
  return marks[status]
}

const differenceMarks = {
  added: 'added',
  moved: 'todo',
  changed: 'todo',
  ended: 'blocked',
  dropped: 'missing',
  returned: 'returned',
} as const satisfies Record<ImportDifference['kind'], ImportMark>

export function toDifferenceMark(kind: ImportDifference['kind']): ImportMark {
  return differenceMarks[kind]
}

export function toRowPlaces(places: readonly ImportPlace[]): DrawnPlace[] {
  return places.map(({ at, label, status, from, to, line }) => ({
    at,
    label,
    mark: marks[status],
    group: status,
    from: toLngLat(from),
    to: toLngLat(to),
    line: line === undefined ? null : line.map(toLngLat).filter((one) => one !== null),
  }))
}

export function toDifferencePlaces(differences: readonly ImportDifference[]): DrawnPlace[] {
  return differences.map(({ at, label, kind, from, to }) => ({
    at,
    label,
    mark: differenceMarks[kind],
    group: kind,
    from: toLngLat(from),
    to: toLngLat(to),
    line: null,
  }))
}

/** Where a place is looked for: where it is to stand, else where it stands now, else in the middle of its line. */
export function toPoint({ from, to, line }: DrawnPlace): LngLat | null {
  return to ?? from ?? line?.[Math.floor(line.length / 2)] ?? null
}

/** More marks than these leave nothing of a province to be seen. */
const crowd = 1000

/** Lines under the marks; a place that moves leads from where it stands to where it is to stand. */
export function toImportFeatures(places: readonly DrawnPlace[]): OverlayFeature[] {
  const lines = places.flatMap((place): OverlayFeature[] => {
    const moved = isMove(place) ? [place.from, place.to] : null
    return [
      ...(place.line === null ? [] : [toLine('import', place.line)]),
      ...(moved === null ? [] : [toLine('link', moved)]),
    ]
  })
  const isCrowded = places.filter(({ mark }) => mark !== 'unchanged').length > crowd
  const points = places.flatMap((place): OverlayFeature[] => {
    const point = toPoint(place)
    return point === null
      ? []
      : [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [...point] },
            properties: {
              role: 'import',
              mark: place.mark,
              // What a list dropped has to be seen; what it only does not speak of has not.
              ...(place.group === 'missing' ? { quiet: true as const } : {}),
              ...(isCrowded ? { crowded: true as const } : {}),
            },
          },
        ]
  })
  return [...lines, ...points]
}

type Move = DrawnPlace & { readonly from: LngLat; readonly to: LngLat }

export function isMove(place: DrawnPlace): place is Move {
  const { from, to } = place
  return from !== null && to !== null && (from[0] !== to[0] || from[1] !== to[1])
}

function toLine(role: 'import' | 'link', positions: readonly LngLat[]): OverlayFeature {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: positions.map(([lng, lat]) => [lng, lat]) },
    properties: { role },
  }
}

/** Null where nothing has a place. */
export function toImportBounds(places: readonly DrawnPlace[]): BBox | null {
  let bounds: [number, number, number, number] | null = null
  for (const place of places) {
    for (const [lng, lat] of [place.from, place.to, ...(place.line ?? [])].filter((one) => one !== null)) {
      bounds = [
        Math.min(bounds?.[0] ?? lng, lng),
        Math.min(bounds?.[1] ?? lat, lat),
        Math.max(bounds?.[2] ?? lng, lng),
        Math.max(bounds?.[3] ?? lat, lat),
      ]
    }
  }
  return bounds
}

/** Of a click: pixels within which a mark is meant. */
const reach_px = 14

/** @param zoom of the map, whose world is 512 px wide at 0 */
export function findPlaceAt(
  places: readonly DrawnPlace[],
  [lng, lat]: LngLat,
  zoom: number,
): DrawnPlace | null {
  const degrees_per_px = 360 / (512 * 2 ** zoom)
  // On the map a degree of latitude is as much longer as the parallel is shorter.
  const stretch = 1 / Math.cos((lat * Math.PI) / 180)
  let nearest: DrawnPlace | null = null
  let least_px = reach_px
  for (const place of places) {
    for (const point of [toPoint(place), place.from]) {
      if (point === null) continue
      const px = Math.hypot(point[0] - lng, (point[1] - lat) * stretch) / degrees_per_px
      if (px > least_px) continue
      least_px = px
      nearest = place
    }
  }
  return nearest
}

function toLngLat(position: readonly number[] | null): LngLat | null {
  const [lng, lat] = position ?? []
  return lng === undefined || lat === undefined ? null : [lng, lat]
}
