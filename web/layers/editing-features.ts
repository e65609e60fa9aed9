/** What does the map draw of a site that is being edited, and of moves that are proposed or past? */
import { circle, distance } from '@turf/turf'
import type { Feature, FeatureCollection, Geometry, LngLat } from '../../core/geo.ts'
import type { MapEditing, MapMove, MapSources } from '../map/map-view-props.ts'

/** Within this a mast is probably the same one; core/inventory/site-fields.ts holds the rule, a test the two together. */
export const sameMastRing_m = 20

/** Masts farther away say nothing about this one. */
const neighbourhood_km = 4

export function toEditingFeatures(
  editing: MapEditing,
  sources: Pick<MapSources, 'sites' | 'communes'>,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...toWash(editing),
      ...toCommuneEdge(editing, sources.communes),
      ...toNeighbours(editing, sources.sites),
      ...toRing(editing),
      ...toOwnMove(editing),
      ...editing.moves.flatMap(toMoveFeatures),
    ],
  }
}

function toFeature(geometry: Geometry, properties: Readonly<Record<string, unknown>>): Feature {
  return { type: 'Feature', geometry, properties }
}

function toPoint([lng, lat]: LngLat, properties: Readonly<Record<string, unknown>>): Feature {
  return toFeature({ type: 'Point', coordinates: [lng, lat] }, properties)
}

function toLine(from: LngLat, to: LngLat, properties: Readonly<Record<string, unknown>>): Feature {
  return toFeature({ type: 'LineString', coordinates: [[...from], [...to]] }, properties)
}

/** Far beyond the province. */
const wholePicture: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [-179, -84],
      [179, -84],
      [179, 84],
      [-179, 84],
      [-179, -84],
    ],
  ],
}

/** Only where something is placed: a list of moves leaves the map as it is. */
function toWash({ position, from }: MapEditing): Feature[] {
  return position === null && from === null ? [] : [toFeature(wholePicture, { part: 'wash' })]
}

function toCommuneEdge({ commune_code }: MapEditing, communes: FeatureCollection | null): Feature[] {
  const unit = communes?.features.find(({ properties }) => properties?.['code'] === commune_code)
  return unit === undefined ? [] : [toFeature(unit.geometry, { part: 'commune' })]
}

function toNeighbours({ position, from, site_id }: MapEditing, sites: FeatureCollection | null): Feature[] {
  const middle = position ?? from
  if (middle === null) return []
  return (sites?.features ?? []).flatMap(({ id, geometry, properties }) => {
    if (geometry?.type !== 'Point' || id === site_id) return []
    const place = geometry.coordinates as unknown as LngLat
    if (distance([...place], [...middle]) > neighbourhood_km) return []
    return [toPoint(place, { part: 'neighbour', name: String(properties?.['name'] ?? '') })]
  })
}

function toRing({ position }: MapEditing): Feature[] {
  if (position === null) return []
  const { geometry } = circle([...position], sameMastRing_m, { units: 'meters', steps: 64 })
  return [toFeature(geometry, { part: 'ring' })]
}

function toOwnMove({ from, position, distance_label }: MapEditing): Feature[] {
  if (from === null) return []
  const old = toPoint(from, { part: 'from' })
  if (position === null || isSame(from, position)) return [old]
  return [toLine(from, position, { part: 'line', label: distance_label }), old]
}

/** An arrow from where a site stood to where it is to stand; one that has no old place is a point. */
function toMoveFeatures({ id, from, to, label, is_selected }: MapMove): Feature[] {
  const shared = { id, label, is_selected }
  if (from === null || isSame(from, to)) return [toPoint(to, { ...shared, part: 'move-to' })]
  return [
    toLine(from, to, { ...shared, part: 'move-line' }),
    toPoint(from, { ...shared, part: 'move-from' }),
    toPoint(to, { ...shared, part: 'move-to' }),
  ]
}

function isSame(a: LngLat, b: LngLat): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
