/** Where is what goes by this name or code? */
import { Type } from 'typebox'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { unitSets } from '../coverage/question.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

export const searchNouns = ['unit', 'village', 'site'] as const

const relatedUnit = Type.Object({ code: Type.String(), name: Type.String(), kind: Type.String() })

export const search = defineEndpoint({
  method: 'GET',
  path: paths.search,
  tag: 'records',
  summary: 'Units of both sets, villages and sites by name or code, without diacritics, best first',
  description:
    'Whole names before beginnings of words before parts; where nothing contains the text, names that are spelt alike. ' +
    'The same name or code may stand for units of both sets: `valid_to`, `successor` and `predecessors` tell them apart.',
  example: {
    results: [
      {
        noun: 'unit',
        unit_set: 'commune',
        id: '70102',
        code: '70102',
        name: 'Na Tông',
        kind: 'xa',
        within: 'Đông Hà',
        valid_from: '2020-01-01',
        valid_to: '2025-06-30',
        successor: { code: '70101', name: 'Ẳng Lo', kind: 'xa' },
        predecessors: [],
        lng: 12.1,
        lat: 40.3,
        bbox: [12, 40.2, 12.2, 40.4],
      },
    ],
  },
  query: Type.Object(
    {
      q: Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'part of a name or a code, with or without diacritics',
        examples: ['na tong'],
      }),
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
        kind: toNullable(Type.String({ description: 'kind of unit or village; null for a site' })),
        within: toNullable(Type.String({ description: 'names of the units around it, the narrowest first' })),
        valid_from: toNullable(Type.String({ description: 'of a unit' })),
        valid_to: toNullable(Type.String({ description: 'of a unit that no longer exists' })),
        successor: toNullable(relatedUnit),
        predecessors: Type.Array(relatedUnit, { description: 'units that this one took in' }),
        lng: Type.Number(),
        lat: Type.Number(),
        bbox: toNullable(Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })),
      }),
    ),
  }),
})

export type SearchResults = ResponseOf<typeof search>
export type SearchResult = SearchResults['results'][number]
