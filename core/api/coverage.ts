/** Which share of each unit is covered, and which statements stand behind it? */
import { Type } from 'typebox'
import { askedAssigneds, askedPowers, unitSets, weights } from '../coverage/question.ts'
import { askedBases, askedServices } from '../coverage/states.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { questionFields, statementFilters } from './parameters.ts'
import { paths } from './paths.ts'

export const getCoverage = defineEndpoint({
  method: 'GET',
  path: paths.getCoverage,
  tag: 'coverage',
  summary: 'Coverage per unit, computed in SQL from the statements',
  description:
    'For one carrier the strongest basis holds (verified, measured, declared, predicted), within it the latest ' +
    'observation not after `as_of`; then carriers are united: covered by any. `mobile` is 3G or 4G or 5G. Partial and ' +
    'unknown stand apart and are not covered. Every unit of the set appears, by code. `any` is at least one of all ' +
    'services, `fibre-or-4g` one of the two; `2g-only` is asked of the villages with 2G: covered are those with 3G, 4G or ' +
    '5G as well. `power` and `assigned` narrow the villages that are counted; basis `local` admits what an UBND confirmed.',
  example: {
    by: 'district',
    service: 'mobile',
    carrier: null,
    basis: 'strongest',
    as_of: '2021-06-30',
    weight: 'villages',
    partial_from: null,
    power: 'any',
    assigned: 'any',
    is_sample: true,
    units: [
      {
        code: '701',
        name: 'Đông Hà',
        kind: 'thi_xa',
        covered: 17,
        partial: 5,
        not_covered: 2,
        unknown: 0,
        total: 24,
        percent: 70.83333333333334,
      },
    ],
  },
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
    power: toEnum(askedPowers),
    assigned: toEnum(askedAssigneds),
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
  tag: 'coverage',
  summary: 'Every statement about coverage, as columns',
  description:
    'Entry i of `village`, `service`, `carrier`, `basis`, `state`, `observed_on` and `households_share` is one ' +
    'statement. `village` holds village ids; the others hold positions in the lists `services`, `carriers`, `bases`, ' +
    '`states` and `dates`. `local_rows` are the positions of the statements that an UBND reported. Within one village, service and carrier the rows stand by day, then as they were recorded.',
  example: {
    services: ['fibre', '2g', '3g', '4g', '5g'],
    carriers: ['alpha'],
    bases: ['predicted', 'declared', 'measured', 'verified'],
    states: ['not_covered', 'partial', 'covered'],
    dates: ['2020-12-31', '2021-06-30'],
    village: [1, 1],
    service: [0, 3],
    carrier: [0, 0],
    basis: [1, 3],
    state: [2, 1],
    observed_on: [1, 0],
    households_share: [null, 0.6],
    local_rows: [1],
  },
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
    local_rows: positions,
  }),
})

export type Coverage = ResponseOf<typeof getCoverage>
export type VillageServices = ResponseOf<typeof listVillageServices>
