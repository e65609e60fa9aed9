/** How does an endpoint of the contract become a route? Its schemas validate, document and serialise at once. */
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { Type } from 'typebox'
import { errorBody } from '../../core/api/operations.ts'
import type { Endpoint, ParamsOf, QueryOf, ResponseOf } from '../../core/api/endpoint.ts'
import { refuseInfinity } from './refuse-infinity.ts'

export interface Call<E extends Endpoint> {
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
}

/** The body of the answer is written by the schema of the response: what the contract does not name does not go out. */
export function addEndpoint<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  answer: (call: Call<E>) => Promise<ResponseOf<E>>,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: toRouteSchema(endpoint),
    preValidation: async (request) => refuseInfinity(endpoint, request),
    handler: async (request, reply) => {
      void reply.header('cache-control', 'no-cache')
      return answer(toCall<E>(request))
    },
  })
}

/** For answers that are ready as bytes. */
export function addRawEndpoint<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  send: (call: Call<E>, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: toRouteSchema(endpoint),
    preValidation: async (request) => refuseInfinity(endpoint, request),
    compress: false,
    handler: async (request, reply) => send(toCall<E>(request), request, reply),
  })
}

// The schemas have checked and converted both by now, which the types of the framework cannot know.
function toCall<E extends Endpoint>(request: FastifyRequest): Call<E> {
  return { params: request.params as ParamsOf<E>, query: request.query as QueryOf<E> }
}

const noParameters = Type.Object({}, { additionalProperties: false })

const refusal = { description: 'Refused: what was wrong, in `code` and `params`', ...errorBody }

function toRouteSchema(endpoint: Endpoint): FastifySchema {
  return {
    summary: endpoint.summary,
    description: endpoint.description,
    tags: [endpoint.tag],
    ...(endpoint.params === undefined ? {} : { params: endpoint.params }),
    querystring: endpoint.query ?? noParameters,
    response: {
      200: toAnswerSchema(endpoint),
      '4xx': refusal,
      '5xx': refusal,
    },
  }
}

function toAnswerSchema({ response, example, contentType }: Endpoint): object {
  const schema = { ...response, examples: [example] }
  const description = 'The answer'
  return contentType === undefined
    ? { description, ...schema }
    : { description, content: { [contentType]: { schema } } }
}
