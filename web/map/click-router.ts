/** What did a click meet? Several things may lie under it: the one that matters most comes first. */
import type { Map as MapLibreMap, MapGeoJSONFeature, PointLike } from 'maplibre-gl'
import { assignmentsId } from '../layers/assignments.ts'
import { cableRouteKindsDrawn } from '../layers/cable-route-dashes.ts'
import { toCableRouteId } from '../layers/cable-routes.ts'
import { facilitiesId } from '../layers/facilities.ts'
import { choroplethSets } from '../layers/layer-view.ts'
import { generatorSitesId, siteDotsId, siteMarksId } from '../layers/sites.ts'
import { toUnitFillId } from '../layers/units.ts'
import { villageDotsId, villageGapsId, villageUnknownId } from '../layers/villages.ts'
import type { MapCandidate } from './map-view-props.ts'

/** Pixels around the pointer within which a mark is meant: a finger is wider than a mouse. */
const reachOf = { mouse: 5, touch: 14 } as const

/** Far away these are specks that nobody aims at: a click among them means the unit. */
const pickedFrom: Readonly<Record<string, number>> = { [villageDotsId]: 10, [villageUnknownId]: 9 }

type ToCandidate = (feature: MapGeoJSONFeature) => MapCandidate | null

const toName = ({ properties }: MapGeoJSONFeature) => String(properties['name'] ?? '')

const toVillage: ToCandidate = (feature) => toRecord('village', feature.id, toName(feature))
const toSite: ToCandidate = (feature) => toRecord('site', feature.id, toName(feature))

function toRecord(
  type: 'village' | 'site' | 'cable-route' | 'facility',
  id: unknown,
  name: string,
): MapCandidate | null {
  return typeof id === 'number' ? { type, id, name } : null
}

/** Layers that can be clicked, the most important first. */
const routes: readonly (readonly [layer: string, toCandidate: ToCandidate])[] = [
  [villageGapsId, toVillage],
  [
    assignmentsId,
    ({ properties }) =>
      toRecord(
        'village',
        properties['village_id'],
        String(properties['village_name'] ?? properties['village_printed'] ?? ''),
      ),
  ],
  [generatorSitesId, toSite],
  [siteMarksId, toSite],
  [siteDotsId, toSite],
  [facilitiesId, (feature) => toRecord('facility', feature.id, toName(feature))],
  [villageUnknownId, toVillage],
  [villageDotsId, toVillage],
  ...cableRouteKindsDrawn.map(
    (kind) =>
      [
        toCableRouteId(kind),
        (feature: MapGeoJSONFeature) => toRecord('cable-route', feature.id, toName(feature)),
      ] as const,
  ),
  ...choroplethSets.map(
    (unit_set) =>
      [
        toUnitFillId(unit_set),
        (feature: MapGeoJSONFeature): MapCandidate => ({
          type: 'unit',
          unit_set,
          code: String(feature.properties['code']),
          name: toName(feature),
        }),
      ] as const,
  ),
]

/** Everything under the pointer, each thing once. A unit only where nothing else is met. */
export function listCandidates(
  map: MapLibreMap,
  point: { readonly x: number; readonly y: number },
  pointer: keyof typeof reachOf,
): MapCandidate[] {
  const reach = reachOf[pointer]
  const around: [PointLike, PointLike] = [
    [point.x - reach, point.y - reach],
    [point.x + reach, point.y + reach],
  ]
  const marks = collect(map, around, (layer) => !isUnitLayer(layer))
  return marks.length > 0 ? marks : collect(map, [point.x, point.y], isUnitLayer)
}

/** The code of the unit under the pointer. */
export function findUnitCode(map: MapLibreMap, point: PointLike): string | null {
  const unit = collect(map, point, isUnitLayer)[0]
  return unit?.type === 'unit' ? unit.code : null
}

function isUnitLayer(layer: string): boolean {
  return choroplethSets.some((unit_set) => toUnitFillId(unit_set) === layer)
}

function collect(
  map: MapLibreMap,
  where: PointLike | [PointLike, PointLike],
  isWanted: (layer: string) => boolean,
): MapCandidate[] {
  const zoom = map.getZoom()
  const layers = routes
    .map(([layer]) => layer)
    .filter((layer) => isWanted(layer) && zoom >= (pickedFrom[layer] ?? 0) && map.getLayer(layer))
  const features = map.queryRenderedFeatures(where, { layers })
  const found = new Map<string, MapCandidate>()
  for (const [layer, toCandidate] of routes) {
    for (const feature of features.filter((met) => met.layer.id === layer)) {
      const candidate = toCandidate(feature)
      if (candidate === null) continue
      const key = candidate.type === 'unit' ? `unit ${candidate.code}` : `${candidate.type} ${candidate.id}`
      if (!found.has(key)) found.set(key, candidate)
    }
  }
  return [...found.values()]
}
