/** How fast was the network in a commune, as i-Speed measured it? */
import { Type } from 'typebox'
import { leastSamples, speedNetworks, speedUnitSets } from '../inventory/speed-results.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { unitCode } from './parameters.ts'
import { paths } from './paths.ts'

const figure = toNullable(Type.Number())

export const listSpeedResults = defineEndpoint({
  method: 'GET',
  path: paths.listSpeedResults,
  tag: 'coverage',
  summary: 'i-Speed results of communes, the latest period first',
  description:
    `Of one commune, or of all communes of the set. From fewer than ${leastSamples} samples (\`is_enough\` false) no figure is ` +
    'told: it would say nothing of the commune.',
  example: {
    least_samples: leastSamples,
    results: [
      {
        unit_set: 'commune',
        unit_code: '70102',
        period_from: '2021-01-01',
        period_to: '2021-06-30',
        network: 'mobile',
        samples: 812,
        is_enough: true,
        download_mbps: 38.4,
        upload_mbps: 17.9,
        latency_ms: 31.5,
        source: 'i-Speed, quý II/2021',
        is_sample: false,
      },
    ],
  },
  query: Type.Object(
    { unit_set: toEnum(speedUnitSets), unit_code: Type.Optional(unitCode) },
    { additionalProperties: false },
  ),
  response: Type.Object({
    least_samples: Type.Integer(),
    results: Type.Array(
      Type.Object({
        unit_set: toEnum(speedUnitSets),
        unit_code: Type.String(),
        period_from: Type.String(),
        period_to: Type.String(),
        network: toEnum(speedNetworks),
        samples: Type.Integer({ minimum: 0 }),
        is_enough: Type.Boolean(),
        download_mbps: figure,
        upload_mbps: figure,
        latency_ms: figure,
        source: toNullable(Type.String()),
        is_sample: Type.Boolean(),
      }),
    ),
  }),
})

export type SpeedResult = ResponseOf<typeof listSpeedResults>['results'][number]
