/** Is the server alive, and can it answer? */
import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { paths } from './paths.ts'

export const getHealth = defineEndpoint({
  method: 'GET',
  path: paths.getHealth,
  summary: 'The process is alive',
  response: Type.Object({ status: Type.Literal('ok') }),
})

export const getReady = defineEndpoint({
  method: 'GET',
  path: paths.getReady,
  summary: 'The database answers and holds data',
  response: Type.Object({
    status: Type.Literal('ready'),
    database: Type.String(),
    data_version: Type.String(),
  }),
})

/** The body of every refusal. */
export const errorBody = Type.Object({
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
  request_id: Type.String(),
})
