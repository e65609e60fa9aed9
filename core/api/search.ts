/** Where is what goes by this name or code? */
import { Type } from 'typebox'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { unitSets } from '../coverage/question.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

export const searchNouns = [
  'unit',
  'carrier',
  'village',
  'site',
  'facility',
  'cable-route',
  'assignment',
  'act',
] as const

const relatedUnit = Type.Object({ code: Type.String(), name: Type.String(), kind: Type.String() })

export const search = defineEndpoint({
  method: 'GET',
  path: paths.search,
  tag: 'records',
  summary: 'Anything on the map by name or code, without diacritics, best first',
  description:
    'Units of all sets, villages, sites, facilities, cable routes, assigned villages as the act prints them, acts and carriers. ' +
    'Whole names before their beginnings before beginnings of words before parts; where nothing contains the text, names that ' +
    'letters missing, doubled or swapped, or spelling by ear (s/x, ch/tr, l/n, i/y, qu/w, d/gi), explain. ' +
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
        act_number: null,
        row_no: null,
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
        id: Type.String({
          description:
            'unit code, carrier code or act; id of a site, facility, cable route or village (also of an assigned one)',
        }),
        code: Type.String(),
        name: Type.String(),
        kind: toNullable(
          Type.String({ description: 'kind of unit, village, facility or cable route; null for others' }),
        ),
        within: toNullable(
          Type.String({
            description:
              'names of the units around it, the narrowest first; as printed in an act; the owner of a route',
          }),
        ),
        valid_from: toNullable(Type.String({ description: 'of a unit; of an act the day it was issued' })),
        valid_to: toNullable(Type.String({ description: 'of a unit that no longer exists' })),
        successor: toNullable(relatedUnit),
        predecessors: Type.Array(relatedUnit, { description: 'units that this one took in' }),
        act_number: toNullable(Type.String({ description: 'of an act, or the one that assigns a village' })),
        row_no: toNullable(Type.Integer({ description: 'of an assigned village in its act' })),
        lng: toNullable(Type.Number({ description: 'null for what has no place' })),
        lat: toNullable(Type.Number()),
        bbox: toNullable(Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })),
      }),
    ),
  }),
})

export type SearchResults = ResponseOf<typeof search>
export type SearchResult = SearchResults['results'][number]
