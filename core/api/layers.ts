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
  tag: 'map',
  summary: 'Catalogue of layers with their fields, units, sources and dates',
  description: 'Also names the filters that each layer understands.',
  example: {
    layers: [
      {
        id: 'villages',
        title: { vi: 'Thôn, bản, tổ dân phố', en: 'Villages' },
        geometry: 'Point',
        count: 60,
        fields: [
          {
            name: 'households',
            title: { vi: 'Số hộ', en: 'Households' },
            type: 'integer | null',
            unit: 'hộ',
          },
        ],
        filters: ['bbox', 'district_code', 'commune_code', 'commune_2025_code', 'as_of'],
        source: 'Dữ liệu mẫu',
        date: '2021-06-30',
        is_sample: true,
        url: '/api/layers/villages.geojson',
      },
    ],
  },
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
  tag: 'map',
  summary: 'One layer as a GeoJSON FeatureCollection (RFC 7946) with bbox and stable ids',
  description:
    'Sent as application/geo+json with an ETag; ask again with If-None-Match. A filter that the layer does not ' +
    'understand is refused (see the catalogue). Carriers and technologies of a site are those on air on `as_of`; ' +
    'states of a village are those of the strongest basis, by any carrier. A code of the other set of units is ' +
    'refused with what became of that unit.',
  example: {
    type: 'FeatureCollection',
    bbox: [12.5, 40.3, 12.5, 40.3],
    features: [
      {
        type: 'Feature',
        id: 7,
        geometry: { type: 'Point', coordinates: [12.5, 40.3] },
        properties: { code: 'R1', name: 'Tuyến 1' },
      },
    ],
  },
  contentType: 'application/geo+json',
  params: Type.Object({ id: Type.String({ maxLength: 40, examples: ['villages'] }) }),
  query: Type.Object(featureFilters, { additionalProperties: false }),
  response: Type.Object({
    type: Type.Literal('FeatureCollection'),
    bbox: Type.Optional(Type.Array(Type.Number())),
    features: Type.Array(Type.Unknown()),
  }),
})

export type LayerCatalogue = ResponseOf<typeof listLayers>
export type LayerFilters = QueryOf<typeof getLayer>
