/** What has come from the server so far, and what could not? */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import type { Province } from '../../core/api/province.ts'
import type { FeatureCollection } from '../../core/geo.ts'
import type { LayerId } from '../../core/inventory/layers.ts'
import type { ApiProblem } from '../api.ts'
import type { MapSources } from '../map/map-view-props.ts'

export interface LoadedData {
  readonly province: Province | null
  readonly sources: MapSources
  readonly loading: readonly LayerId[]
  readonly layer_problems: Readonly<Partial<Record<LayerId, ApiProblem>>>
  /** The style of an online base map, where the operator configured one and it came. */
  readonly online_base_map: StyleSpecification | null
  /** Without these data there is nothing to show. */
  readonly opening_problem: ApiProblem | null
  /** Days on which anything was observed, first to last. */
  readonly observed_days: readonly string[]
  /** The as-of day that a layer was loaded for; null is today. */
  readonly layer_as_of: Readonly<Partial<Record<LayerId, string | null>>>
}

export const nothingLoaded: LoadedData = {
  province: null,
  sources: {
    province: null,
    districts: null,
    communes: null,
    'communes-2025': null,
    villages: null,
    sites: null,
    'generator-sites': null,
    'cable-routes': null,
    facilities: null,
    assignments: null,
    'base-map': null,
  },
  loading: [],
  layer_problems: {},
  online_base_map: null,
  opening_problem: null,
  observed_days: [],
  layer_as_of: {},
}

export function withLoadingLayer(data: LoadedData, id: LayerId): Partial<LoadedData> {
  const { [id]: _solved, ...layer_problems } = data.layer_problems
  return { loading: [...data.loading.filter((other) => other !== id), id], layer_problems }
}

export interface ArrivedLayer {
  readonly id: LayerId
  readonly as_of: string | null
  readonly collection: FeatureCollection
}

export function withLayer(data: LoadedData, { id, as_of, collection }: ArrivedLayer): Partial<LoadedData> {
  return {
    sources: { ...data.sources, [id]: collection },
    layer_as_of: { ...data.layer_as_of, [id]: as_of },
    loading: data.loading.filter((other) => other !== id),
  }
}

export function withLayerProblem(data: LoadedData, id: LayerId, problem: ApiProblem): Partial<LoadedData> {
  return {
    layer_problems: { ...data.layer_problems, [id]: problem },
    loading: data.loading.filter((other) => other !== id),
  }
}
