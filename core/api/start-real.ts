/** How does a province come from the sample to its own data? What would go, what is there, what is missing, and who carries it. */
import { Type } from 'typebox'
import { readinessScreens } from '../readiness/screens.ts'
import { readinessGaps, readinessSteps } from '../readiness/steps.ts'
import { toEnum, toNullable } from '../inventory/collection.ts'
import { defineEndpoint, type ResponseOf } from './endpoint.ts'
import { carrierCode } from './parameters.ts'
import { paths } from './paths.ts'

const counts = Type.Record(Type.String(), Type.Integer(), { description: 'rows by table' })
const step = toEnum(readinessSteps)

const readiness = {
  steps: Type.Array(
    Type.Object({
      step,
      state: toEnum(['missing', 'partly', 'done'] as const),
      count: Type.Integer(),
      gaps: Type.Array(Type.Object({ code: toEnum(readinessGaps), count: Type.Integer() })),
      waits_for: Type.Array(step, { description: 'lists that have to come before it' }),
      is_needed: Type.Boolean({ description: 'a screen shows nothing without it' }),
    }),
    { description: 'in the order in which they build on each other' },
  ),
  next_step: toNullable(step),
  screens: Type.Array(
    Type.Object({
      screen: toEnum(readinessScreens),
      state: toEnum(['waits', 'partly', 'works'] as const),
      missing: Type.Array(step),
    }),
  ),
}

const exampleReadiness = {
  steps: [
    {
      step: 'villages',
      state: 'partly',
      count: 50,
      gaps: [{ code: 'villages_without_position', count: 3 }],
      waits_for: [],
      is_needed: true,
    },
  ],
  next_step: 'carriers',
  screens: [{ screen: 'shares', state: 'waits', missing: ['carriers', 'village_services'] }],
}

export const getStartReal = defineEndpoint({
  method: 'GET',
  path: paths.getStartReal,
  tag: 'edits',
  access: ['staff', 'admin'],
  summary: 'From sample to real: what would go, and what each screen still waits for',
  description:
    '`sample` is null where nothing is made up any more. `hanging` are real rows that speak of made-up ones and would go with them.',
  example: {
    province: 'Sơn Lam',
    title: 'Dữ liệu mẫu',
    sample: { removed: { sites: 40 }, hanging: { village_services: 2 } },
    ...exampleReadiness,
  },
  response: Type.Object({
    province: Type.String({ description: 'what is typed to confirm' }),
    title: toNullable(Type.String()),
    sample: toNullable(Type.Object({ removed: counts, hanging: counts })),
    ...readiness,
  }),
})

export const startReal = defineEndpoint({
  method: 'POST',
  path: paths.startReal,
  tag: 'edits',
  access: ['admin'],
  summary: 'Remove the sample',
  description:
    'There is no way back but a backup. `confirm` is the name of the province (`value_invalid` otherwise). Accounts of the sample ' +
    'are disabled; an administrator who uses one of them keeps it and needs a `password` from now on (`password_unfit`). 409 ' +
    '`no_sample` where nothing is made up.',
  example: {
    removed: { sites: 40, villages: 50 },
    hanging: { village_services: 2 },
    changed: { assignments: 4 },
    accounts: ['quy-hoach'],
  },
  body: Type.Object(
    {
      confirm: Type.String({ minLength: 1, maxLength: 100 }),
      password: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    removed: counts,
    hanging: counts,
    changed: Type.Record(Type.String(), Type.Integer(), {
      description: 'rows that stay and lost their owner, their place or their village',
    }),
    accounts: Type.Array(Type.String(), { description: 'disabled' }),
  }),
})

const carrier = Type.Object({
  code: Type.String(),
  name: Type.String(),
  letter: Type.String(),
  color: Type.String(),
  is_sample: Type.Boolean(),
})

export const createCarrier = defineEndpoint({
  method: 'POST',
  path: paths.createCarrier,
  tag: 'edits',
  access: ['admin'],
  summary: 'Add a carrier',
  description:
    'There is no list of carriers to import. `letter` and `color` mark it on the map and in lists. 409 `code_taken`. It stays: records ' +
    'name it by its code.',
  example: { carrier: { code: 'alpha', name: 'Alpha', letter: 'A', color: '#0072b2', is_sample: false } },
  body: Type.Object(
    {
      code: carrierCode,
      name: Type.String({ minLength: 1, maxLength: 100 }),
      letter: Type.String({ minLength: 1, maxLength: 4 }),
      color: Type.String({ pattern: '^#[0-9a-f]{6}$' }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ carrier }),
})

export type StartReal = ResponseOf<typeof getStartReal>
export type SampleEnded = ResponseOf<typeof startReal>
