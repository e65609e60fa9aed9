/** What is an endpoint? A value that validates, types and documents it at once, for server and browser. */
import type { Static, TObject, TSchema } from 'typebox'

export type EndpointTag = 'map' | 'coverage' | 'records' | 'operations'

export interface Endpoint {
  readonly method: 'GET'
  readonly path: string
  readonly tag: EndpointTag
  readonly summary: string
  /** What a reader of the documentation must know beyond the schemas. */
  readonly description: string
  /** A response as it may look. */
  readonly example: unknown
  readonly params?: TObject
  readonly query?: TObject
  readonly response: TSchema
  /** Of the response, where it is not application/json. */
  readonly contentType?: string
}

export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}

export type ParamsOf<E extends Endpoint> = E extends { params: infer P extends TSchema }
  ? Static<P>
  : Record<never, never>
export type QueryOf<E extends Endpoint> = E extends { query: infer Q extends TSchema }
  ? Static<Q>
  : Record<never, never>
export type ResponseOf<E extends Endpoint> = Static<E['response']>
