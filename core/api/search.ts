/** Where is what goes by this name or code? */
import { Type } from 'typebox'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { unitSets } from '../coverage/question.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

export const searchNouns = ['unit', 'village', 'site'] as const

export const search = defineEndpoint({
  method: 'GET',
  path: paths.search,
  summary: 'Units of both sets, villages and sites by name or code, without diacritics, best first',
  query: Type.Object(
    {
      q: Type.String({ minLength: 1, maxLength: 200 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    results: Type.Array(
      Type.Object({
        noun: toEnum(searchNouns),
        unit_set: toNullable(toEnum(unitSets)),
        id: Type.String({ description: 'unit code, or id of a village or site' }),
        code: Type.String(),
        name: Type.String(),
        kind: Type.String({ description: 'kind of unit or village; power source for a site is not given' }),
        within: toNullable(Type.String({ description: 'names of the units around it' })),
        note: toNullable(Type.String({ description: 'for a unit: what became of it or which it took in' })),
        lng: Type.Number(),
        lat: Type.Number(),
        bbox: toNullable(Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })),
      }),
    ),
  }),
})

export type SearchResults = ResponseOf<typeof search>
export type SearchResult = SearchResults['results'][number]
