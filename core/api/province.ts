/** What does a client need before anything else: which province, how fresh, which carriers, sources and targets? */
import { Type } from 'typebox'
import { askedServices } from '../coverage/states.ts'
import { unitSets } from '../coverage/question.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { paths } from './paths.ts'

const source = Type.Object({
  code: Type.String(),
  title: Type.String(),
  issuer: toNullable(Type.String()),
  issued_on: toNullable(Type.String()),
  licence: toNullable(Type.String()),
  url: toNullable(Type.String()),
  note: toNullable(Type.String()),
})

const target = Type.Object({
  indicator_code: Type.String(),
  indicator_name: Type.String(),
  service: toEnum(askedServices),
  year: Type.Integer(),
  percent: Type.Number(),
  source_code: toNullable(Type.String()),
})

const publishedFigure = Type.Object({
  key: Type.String(),
  period: Type.String(),
  value: Type.Number(),
  unit: Type.String(),
  source_code: Type.String(),
  quote: Type.String(),
})

export const getProvince = defineEndpoint({
  method: 'GET',
  path: paths.getProvince,
  summary: 'The province, its data set, carriers, sources and targets',
  response: Type.Object({
    name: Type.String(),
    code: Type.String(),
    bbox: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }),
    data: Type.Object({
      version: Type.String({ description: 'changes with every change of the data' }),
      title: toNullable(Type.String({ description: 'null until a data set is loaded' })),
      is_sample: Type.Boolean(),
      note: toNullable(Type.String()),
      latest_observed_on: toNullable(Type.String({ description: 'date of the newest statement' })),
    }),
    unit_sets: Type.Array(
      Type.Object({
        unit_set: toEnum(unitSets),
        count: Type.Integer(),
        valid_from: Type.String(),
        valid_to: toNullable(Type.String()),
      }),
    ),
    carriers: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        letter: Type.String(),
        color: Type.String(),
        is_sample: Type.Boolean(),
      }),
    ),
    sources: Type.Array(source),
    targets: Type.Array(target),
    published_figures: Type.Array(publishedFigure),
    basemap_style_url: toNullable(Type.String({ description: 'optional online base map, off unless set' })),
  }),
})

export type Province = ResponseOf<typeof getProvince>
