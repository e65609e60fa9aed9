/** Is the server alive, and can it answer? */
import { Type } from 'typebox'
import { errorCodes } from '../errors.ts'
import { toEnum } from '../inventory/collection.ts'
import { defineEndpoint } from './endpoint.ts'
import { paths } from './paths.ts'

export const getHealth = defineEndpoint({
  method: 'GET',
  path: paths.getHealth,
  tag: 'operations',
  summary: 'The process is alive',
  description: 'Answers without asking the database.',
  example: { status: 'ok' },
  response: Type.Object({ status: Type.Literal('ok') }),
})

export const getReady = defineEndpoint({
  method: 'GET',
  path: paths.getReady,
  tag: 'operations',
  summary: 'The database answers and holds data',
  description:
    '503 with `database_unavailable` while it does not answer, with `data_not_loaded` while it is empty.',
  example: { status: 'ready', database: 'embedded' },
  response: Type.Object({
    status: Type.Literal('ready'),
    database: Type.String(),
  }),
})

/** The body of every refusal. */
export const errorBody = Type.Object(
  {
    code: toEnum(errorCodes),
    params: Type.Record(
      Type.String(),
      Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
      { description: 'the facts: which field, the value as given, what was expected' },
    ),
    request_id: Type.String({ description: 'also in the header x-request-id and in the log' }),
  },
  {
    examples: [
      {
        code: 'parameter_invalid',
        params: { field: 'service', value: '6g', expected: 'fibre | 2g | 3g | 4g | 5g | mobile' },
        request_id: '0b9ad6f4-6f0c-4a3e-9d0f-2f3f6c9d1e55',
      },
    ],
  },
)
