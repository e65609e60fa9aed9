/** Which share of each unit is covered, and which statements stand behind it? */
import { Type } from 'typebox'
import { unitSets, weights } from '../coverage/question.ts'
import { askedBases, askedServices } from '../coverage/states.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type QueryOf, type ResponseOf } from './endpoint.ts'
import { questionFields, statementFilters } from './parameters.ts'
import { paths } from './paths.ts'

export const getCoverage = defineEndpoint({
  method: 'GET',
  path: paths.getCoverage,
  summary: 'Coverage per unit, computed in SQL from the statements',
  query: Type.Object(
    {
      by: toEnum(unitSets),
      ...questionFields,
      weight: Type.Optional(toEnum(weights)),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    by: toEnum(unitSets),
    service: toEnum(askedServices),
    carrier: toNullable(Type.String()),
    basis: toEnum(askedBases),
    as_of: Type.String(),
    weight: toEnum(weights),
    partial_from: toNullable(Type.Number()),
    is_sample: Type.Boolean(),
    units: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        kind: Type.String(),
        covered: Type.Number(),
        partial: Type.Number(),
        not_covered: Type.Number(),
        unknown: Type.Number(),
        total: Type.Number(),
        percent: toNullable(Type.Number()),
      }),
    ),
  }),
})

const positions = Type.Array(Type.Integer({ minimum: 0 }))

export const listVillageServices = defineEndpoint({
  method: 'GET',
  path: paths.listVillageServices,
  summary:
    'Statements as columns: entry i of every column is one statement; lists hold what positions point at',
  query: Type.Object(statementFilters, { additionalProperties: false }),
  response: Type.Object({
    services: Type.Array(Type.String()),
    carriers: Type.Array(Type.String()),
    bases: Type.Array(Type.String()),
    states: Type.Array(Type.String()),
    dates: Type.Array(Type.String()),
    village: positions,
    service: positions,
    carrier: positions,
    basis: positions,
    state: positions,
    observed_on: positions,
    households_share: Type.Array(toNullable(Type.Number())),
  }),
})

export type CoverageQuery = QueryOf<typeof getCoverage>
export type Coverage = ResponseOf<typeof getCoverage>
export type VillageServices = ResponseOf<typeof listVillageServices>
