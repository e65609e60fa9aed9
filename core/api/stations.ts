/** Which carrier runs which technology where? */
import { Type } from 'typebox'
import { technologies } from '../inventory/sites.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { asOf } from './parameters.ts'
import { paths } from './paths.ts'

export const listStationsOnAir = defineEndpoint({
  method: 'GET',
  path: paths.listStationsOnAir,
  tag: 'map',
  summary: 'Every station on air at a site that is shown, as columns',
  description:
    'Entry i of `site`, `carrier` and `technology` is one station: `site` holds ids of the layer of sites, the others ' +
    'positions in `carriers` and `technologies`. On air on `as_of`; of stations whose days the reader may not know, today.',
  example: {
    carriers: ['alpha'],
    technologies: ['2g', '3g', '4g', '5g'],
    site: [7, 7],
    carrier: [0, 0],
    technology: [0, 2],
  },
  query: Type.Object({ as_of: Type.Optional(asOf) }, { additionalProperties: false }),
  response: Type.Object({
    carriers: Type.Array(Type.String()),
    technologies: Type.Array(Type.String()),
    site: Type.Array(Type.Integer()),
    carrier: Type.Array(Type.Integer({ minimum: 0 })),
    technology: Type.Array(Type.Integer({ minimum: 0, maximum: technologies.length - 1 })),
  }),
})

export type StationsOnAir = ResponseOf<typeof listStationsOnAir>
