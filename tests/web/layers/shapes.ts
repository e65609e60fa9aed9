/** A made-up province of plain shapes for the map's own geometry: no place on Earth. */
import type { Feature, FeatureCollection, Geometry, Polygon } from '../../../core/geo.ts'

export function toCollection(features: readonly Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features: [...features] }
}

export function toBoxPolygon(west: number, south: number, east: number, north: number): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

export function toFeature(
  geometry: Geometry,
  properties: Readonly<Record<string, unknown>> = {},
  id?: number | string,
): Feature {
  return { type: 'Feature', geometry, properties: { ...properties }, ...(id === undefined ? {} : { id }) }
}

export function toPointFeature(
  position: readonly [number, number],
  properties: Readonly<Record<string, unknown>> = {},
  id?: number,
): Feature {
  return toFeature({ type: 'Point', coordinates: [...position] }, properties, id)
}

/** Two degrees wide, two high; a neighbour in the east whose data end one degree on; a country in the west by name. */
export const squareProvince = toCollection([toFeature(toBoxPolygon(10, 10, 12, 12), { code: '77' })])
export const surroundings = toCollection([
  toFeature(toBoxPolygon(12, 9, 13, 13), { kind: 'neighbour', name: 'Đông' }),
  toPointFeature([9.6, 11], { kind: 'neighbour', name: 'Tây' }),
  toFeature(
    {
      type: 'LineString',
      coordinates: [
        [9, 11],
        [14, 11],
      ],
    },
    { kind: 'river', name: null },
  ),
])
