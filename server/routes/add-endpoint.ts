/** How does an endpoint of the contract become a route? Its schemas validate, document and serialise at once. */
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { Type } from 'typebox'
import { errorBody } from '../../core/api/operations.ts'
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '../../core/api/endpoint.ts'
import type { Actor } from '../../core/permissions.ts'
import { toCleanBody } from './clean-body.ts'
import { parseVersion } from './parse-version.ts'
import { refuseInfinity } from './refuse-infinity.ts'
import { requireAccess } from './require-access.ts'

export interface Call<E extends Endpoint> {
  readonly actor: Actor
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  /** Of `If-Match`; 0 where the endpoint needs none. */
  readonly version: number
  readonly request_id: string
}

/** The body of the answer is written by the schema of the response: what the contract does not name does not go out. */
export function addEndpoint<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  answer: (call: Call<E>, request: FastifyRequest, reply: FastifyReply) => Promise<ResponseOf<E>>,
): void {
  app.route({
    ...toRoute(endpoint),
    handler: async (request, reply) => {
      void reply.header('cache-control', toCacheControl(request))
      return answer(toCall(endpoint, request), request, reply)
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
    ...toRoute(endpoint),
    compress: false,
    handler: async (request, reply) => send(toCall(endpoint, request), request, reply),
  })
}

/** What somebody sees who is signed in is kept by nobody else's cache. */
export function toCacheControl({ actor }: FastifyRequest): string {
  return actor.role === 'anonymous' ? 'no-cache' : 'private, no-cache'
}

function toRoute(endpoint: Endpoint) {
  return {
    method: endpoint.method,
    url: endpoint.path,
    schema: toRouteSchema(endpoint),
    ...(endpoint.bodyLimit_bytes === undefined ? {} : { bodyLimit: endpoint.bodyLimit_bytes }),
    // Before the body is read: whoever may not call does not make us read megabytes.
    preParsing: async (request: FastifyRequest) => requireAccess(endpoint, request.actor),
    preValidation: async (request: FastifyRequest) => {
      refuseInfinity(endpoint, request)
      if (endpoint.body !== undefined) request.body = toCleanBody(request.body)
    },
  }
}

// The schemas have checked and converted these by now, which the types of the framework cannot know.
function toCall<E extends Endpoint>(endpoint: E, request: FastifyRequest): Call<E> {
  return {
    actor: request.actor,
    params: request.params as ParamsOf<E>,
    query: request.query as QueryOf<E>,
    body: request.body as BodyOf<E>,
    version: endpoint.needsVersion ? parseVersion(request.headers['if-match']) : 0,
    request_id: request.id,
  }
}

const noParameters = Type.Object({}, { additionalProperties: false })

const refusal = { description: 'Refused: what was wrong, in `code` and `params`', ...errorBody }

function toRouteSchema(endpoint: Endpoint): FastifySchema {
  return {
    summary: endpoint.summary,
    description: endpoint.description,
    tags: [endpoint.tag],
    ...(endpoint.params === undefined ? {} : { params: endpoint.params }),
    ...(endpoint.body === undefined ? {} : { body: endpoint.body }),
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
