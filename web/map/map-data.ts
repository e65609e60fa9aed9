/** Which data does each map source hold? Those of the API as they are, and points made from them. */
import type { GeoJSONSourceSpecification } from 'maplibre-gl'
import type { FeatureCollection } from '../../core/geo.ts'
import { unitSources } from '../layers/layer-view.ts'
import { toEdgeFade } from '../layers/edge-fade.ts'
import { toNeighbourLabels } from '../layers/neighbour-labels.ts'
import { toSiteFeatures } from '../layers/site-features.ts'
import { toNameFeatures, toUnitLabelFeatures } from '../layers/unit-label-features.ts'
import { toVillageFeatures } from '../layers/village-features.ts'
import type { MapViewProps } from './map-view-props.ts'
import { toSelectedPoint } from './selected-point.ts'

const emptyCollection: FeatureCollection = { type: 'FeatureCollection', features: [] }

interface SourcePlan {
  /** Data are made again only when one of these changed. */
  readonly needs: (props: MapViewProps) => readonly unknown[]
  readonly make: (props: MapViewProps) => FeatureCollection
  readonly promoteId?: string
}

function unitPlan(id: 'province' | 'districts' | 'communes' | 'communes-2025'): SourcePlan {
  return {
    needs: ({ sources }) => [sources[id]],
    make: ({ sources }) => sources[id] ?? emptyCollection,
    promoteId: 'code',
  }
}

/** Every source of the style, by id. */
export const sourcePlans = {
  districts: unitPlan('districts'),
  communes: unitPlan('communes'),
  'communes-2025': unitPlan('communes-2025'),
  'unit-labels': {
    needs: ({ choropleth, sources, visible, texts }) => [
      choropleth,
      choropleth && sources[unitSources[choropleth.unit_set]],
      visible.has('sites') ? sources.sites : null,
      texts,
    ],
    make: ({ choropleth, sources, visible, texts }) =>
      toUnitLabelFeatures({
        units: choropleth && sources[unitSources[choropleth.unit_set]],
        choropleth,
        sites: visible.has('sites') ? sources.sites : null,
        site_count: texts.site_count,
        remaining_count: texts.remaining_count,
      }),
  },
  'district-names': {
    needs: ({ choropleth, sources }) => [choropleth?.unit_set === 'commune' && sources.districts],
    make: ({ choropleth, sources }) =>
      toNameFeatures(choropleth?.unit_set === 'commune' ? sources.districts : null),
  },
  villages: {
    needs: ({ sources, village_states }) => [sources.villages, village_states],
    make: ({ sources, village_states }) => toVillageFeatures(sources.villages, village_states),
  },
  province: unitPlan('province'),
  'base-map': {
    needs: ({ sources }) => [sources['base-map']],
    make: ({ sources }) => sources['base-map'] ?? emptyCollection,
  },
  'edge-fade': {
    needs: ({ sources }) => [sources.province, sources['base-map']],
    make: ({ sources }) => toEdgeFade(sources.province, sources['base-map']),
  },
  'neighbour-labels': {
    needs: ({ sources }) => [sources.province, sources['base-map']],
    make: ({ sources }) => toNeighbourLabels(sources.province, sources['base-map']),
  },
  sites: {
    needs: ({ sources, carriers }) => [sources.sites, carriers],
    make: ({ sources, carriers }) =>
      toSiteFeatures(sources.sites, new Map(carriers.map(({ code, letter }) => [code, letter]))),
  },
  'generator-sites': {
    needs: ({ sources }) => [sources['generator-sites']],
    make: ({ sources }) => sources['generator-sites'] ?? emptyCollection,
  },
  'cable-routes': {
    needs: ({ sources }) => [sources['cable-routes']],
    make: ({ sources }) => sources['cable-routes'] ?? emptyCollection,
  },
  facilities: {
    needs: ({ sources }) => [sources.facilities],
    make: ({ sources }) => sources.facilities ?? emptyCollection,
  },
  assignments: {
    needs: ({ sources }) => [sources.assignments],
    make: ({ sources }) => withPositions(sources.assignments),
  },
  'selected-point': {
    needs: ({ selection, sources }) => [selection, sources.villages, sources.sites, sources.facilities],
    make: toSelectedPoint,
  },
} satisfies Record<string, SourcePlan>

export type MapSourceId = keyof typeof sourcePlans
export const mapSourceIds = Object.keys(sourcePlans) as MapSourceId[]

/** The source as the style first holds it. */
export function toSourceSpecification(id: MapSourceId, data: FeatureCollection): GeoJSONSourceSpecification {
  const plan: SourcePlan = sourcePlans[id]
  return {
    type: 'geojson',
    data,
    // The outline of the smallest unit is not finer than this scale shows.
    maxzoom: 14,
    ...(plan.promoteId === undefined ? {} : { promoteId: plan.promoteId }),
  }
}

/** An assignment whose village is not known has no position (RFC 7946 lets the geometry be null); MapLibre wants one. */
function withPositions(collection: FeatureCollection | null): FeatureCollection {
  const isPlaced = ({ geometry }: { readonly geometry: unknown }) => geometry !== null
  return { type: 'FeatureCollection', features: (collection?.features ?? []).filter(isPlaced) }
}
