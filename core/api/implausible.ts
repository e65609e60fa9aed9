/** Which reports of carriers are implausible, and why? */
import { Type, type TSchema } from 'typebox'
import { services, statementStates } from '../coverage/states.ts'
import { implausibleReasons } from '../coverage/implausible/reasons.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { asOf, carrierCode, unitCode } from './parameters.ts'
import { paths } from './paths.ts'

const supply = {
  noun: toEnum(['sites', 'cable-routes']),
  id: Type.Integer(),
  code: Type.String(),
  name: Type.String(),
  distance_m: Type.Number(),
}
const nearSupply = Type.Object(supply)
const gone = toNullable(Type.Object({ ...supply, off_air_on: toNullable(Type.String()) }))

const toReason = <C extends string, F extends Record<string, TSchema>>(code: C, facts: F) =>
  Type.Object({ code: Type.Literal(code), ...facts }, { additionalProperties: false })

const reason = Type.Union([
  toReason('no_site_in_reach', { reach_m: Type.Number(), nearest: toNullable(nearSupply), gone }),
  toReason('no_fibre_in_reach', {
    reach_m: Type.Number(),
    leased_reach_m: Type.Number(),
    nearest: toNullable(nearSupply),
    nearest_of_others: toNullable(nearSupply),
    gone,
  }),
  toReason('before_on_air', { supply: nearSupply, on_air_on: Type.String() }),
  toReason('district_jump', {
    district_code: Type.String(),
    turned: Type.Integer(),
    villages: Type.Integer(),
  }),
  toReason('contradicts_verification', {
    verified_state: toEnum(statementStates),
    verified_on: Type.String(),
  }),
])

export const listImplausible = defineEndpoint({
  method: 'GET',
  path: paths.listImplausible,
  tag: 'coverage',
  access: ['staff', 'admin'],
  summary: 'Reports of carriers that contradict what is known of their networks, each with its reasons',
  description:
    'Only declared statements are judged. `counts` counts them by reason, whichever reason is asked for; one ' +
    'statement may have several. `reason` keeps those that have it, with all their reasons. Stations are those left on ' +
    '`as_of`, statements those observed until then. A village without a position stands at its commune’s label and is ' +
    'judged only by what needs no position.',
  example: {
    as_of: '2021-06-30',
    is_sample: true,
    judged: 48,
    counts: {
      no_site_in_reach: 1,
      no_fibre_in_reach: 0,
      before_on_air: 0,
      district_jump: 0,
      contradicts_verification: 0,
    },
    statements: [
      {
        id: 17,
        village_id: 3,
        village_code: '70102-03',
        village_name: 'Lũng Mây',
        lng: 12.31,
        lat: 40.22,
        district_code: '701',
        district_name: 'Đông Hà',
        commune_code: '70102',
        commune_name: 'Ẳng Lo',
        commune_2025_code: '70102',
        commune_2025_name: 'Ẳng Lo',
        service: '4g',
        carrier_code: 'alpha',
        state: 'covered',
        observed_on: '2021-06-30',
        source_code: null,
        is_current: true,
        is_sample: true,
        reasons: [
          {
            code: 'no_site_in_reach',
            reach_m: 5000,
            nearest: { noun: 'sites', id: 7, code: 'SL-0007', name: 'Đèo Gió', distance_m: 9301.5 },
            gone: null,
          },
        ],
      },
    ],
  },
  query: Type.Object(
    {
      carrier: Type.Optional(carrierCode),
      service: Type.Optional(toEnum(services)),
      reason: Type.Optional(toEnum(implausibleReasons)),
      district_code: Type.Optional(unitCode),
      commune_code: Type.Optional(unitCode),
      commune_2025_code: Type.Optional(unitCode),
      as_of: Type.Optional(asOf),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    as_of: Type.String(),
    is_sample: Type.Boolean(),
    judged: Type.Integer({ description: 'declared statements of the carrier, service and unit asked for' }),
    counts: Type.Object({
      no_site_in_reach: Type.Integer(),
      no_fibre_in_reach: Type.Integer(),
      before_on_air: Type.Integer(),
      district_jump: Type.Integer(),
      contradicts_verification: Type.Integer(),
    }),
    statements: Type.Array(
      Type.Object({
        id: Type.Integer(),
        village_id: Type.Integer(),
        village_code: Type.String(),
        village_name: Type.String(),
        lng: Type.Number(),
        lat: Type.Number(),
        district_code: Type.String(),
        district_name: Type.String(),
        commune_code: Type.String(),
        commune_name: Type.String(),
        commune_2025_code: Type.String(),
        commune_2025_name: Type.String(),
        service: toEnum(services),
        carrier_code: Type.String(),
        state: toEnum(statementStates),
        observed_on: Type.String(),
        source_code: toNullable(Type.String()),
        is_current: Type.Boolean({ description: 'the carrier has not declared it anew since' }),
        is_sample: Type.Boolean(),
        reasons: Type.Array(reason),
      }),
    ),
  }),
})

export type ImplausibleList = ResponseOf<typeof listImplausible>
export type ImplausibleRow = ImplausibleList['statements'][number]
