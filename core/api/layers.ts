/** Which layers are there, and what is in one? */
import { Type } from 'typebox'
import { layerIds } from '../inventory/layers.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type QueryOf, type ResponseOf } from './endpoint.ts'
import { featureFilters } from './parameters.ts'
import { paths } from './paths.ts'

const title = Type.Object({ vi: Type.String(), en: Type.String() })

export const listLayers = defineEndpoint({
  method: 'GET',
  path: paths.listLayers,
  summary: 'Catalogue of layers with their fields, units, sources and dates',
  response: Type.Object({
    layers: Type.Array(
      Type.Object({
        id: toEnum(layerIds),
        title,
        geometry: Type.String(),
        count: Type.Integer(),
        fields: Type.Array(
          Type.Object({ name: Type.String(), title, type: Type.String(), unit: toNullable(Type.String()) }),
        ),
        filters: Type.Array(Type.String(), { description: 'query parameters that the layer understands' }),
        source: toNullable(Type.String()),
        date: toNullable(Type.String()),
        is_sample: Type.Boolean(),
        url: Type.String(),
      }),
    ),
  }),
})

export const getLayer = defineEndpoint({
  method: 'GET',
  path: paths.getLayer,
  summary: 'One layer as a GeoJSON FeatureCollection (RFC 7946) with bbox and stable ids',
  params: Type.Object({ id: Type.String({ maxLength: 40 }) }),
  query: Type.Object(featureFilters, { additionalProperties: false }),
  response: Type.Object({
    type: Type.Literal('FeatureCollection'),
    bbox: Type.Optional(Type.Array(Type.Number())),
    features: Type.Array(Type.Unknown()),
  }),
})

export type LayerCatalogue = ResponseOf<typeof listLayers>
export type LayerFilters = QueryOf<typeof getLayer>
