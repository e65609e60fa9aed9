/** What does a client need before anything else: which province, how fresh, which carriers, sources and targets? */
import { Type } from 'typebox'
import { plannedServices } from '../coverage/states.ts'
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
  service: toEnum(plannedServices),
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
  tag: 'map',
  summary: 'The province, its data set, carriers, sources and targets',
  description:
    'What a client asks for first. `published_figures` stand as their documents print them, beside what is counted.',
  example: {
    name: 'Sơn Lam',
    code: '77',
    bbox: [12, 40, 12.6, 40.4],
    data: {
      title: 'Dữ liệu mẫu',
      is_sample: true,
      note: null,
      latest_observed_on: '2021-06-30',
      village_days: ['2024-07-01'],
    },
    vn2000_central_meridian: 104.5,
    unit_sets: [{ unit_set: 'district', count: 2, valid_from: '2020-01-01', valid_to: '2025-06-30' }],
    carriers: [{ code: 'alpha', name: 'Alpha', letter: 'A', color: '#0072b2', is_sample: false }],
    sources: [
      {
        code: 'ke-hoach',
        title: 'Kế hoạch phát triển hạ tầng viễn thông',
        issuer: 'UBND tỉnh',
        issued_on: '2020-12-15',
        licence: null,
        url: null,
        note: null,
      },
    ],
    targets: [
      {
        indicator_code: '2',
        indicator_name: 'Thôn, bản có cáp quang',
        service: 'fibre',
        year: 2025,
        percent: 100,
        source_code: 'ke-hoach',
      },
    ],
    published_figures: [
      {
        key: 'sites',
        period: '2021-H1',
        value: 40,
        unit: 'vị trí',
        source_code: 'ke-hoach',
        quote: 'có 40 vị trí',
      },
    ],
    basemap_style_url: null,
  },
  response: Type.Object({
    name: Type.String(),
    code: Type.String(),
    bbox: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }),
    data: Type.Object({
      title: toNullable(Type.String({ description: 'null until a data set is loaded' })),
      is_sample: Type.Boolean(),
      note: toNullable(Type.String()),
      latest_observed_on: toNullable(Type.String({ description: 'date of the newest statement' })),
      village_days: Type.Array(Type.String(), {
        description: 'on which the set of villages changed: between two of them `as_of` shows the same ones',
      }),
    }),
    vn2000_central_meridian: toNullable(
      Type.Number({ description: 'of the zone that positions in VN-2000 are read in; null: not known' }),
    ),
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
