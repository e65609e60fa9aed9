/** What is an endpoint? A value that validates, types and documents it at once, for server and browser. */
import type { Static, TObject, TSchema } from 'typebox'
import type { Role } from '../permissions.ts'

export type EndpointTag = 'map' | 'coverage' | 'records' | 'edits' | 'accounts' | 'operations'

/** Who may call: everybody, whoever is signed in, or these roles. Which rows they reach, the database decides. */
export type Access = 'everybody' | 'signed-in' | readonly Role[]

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly tag: EndpointTag
  /** Everybody, where it is not said. */
  readonly access?: Access
  readonly summary: string
  /** What a reader of the documentation must know beyond the schemas. */
  readonly description: string
  /** A response as it may look. */
  readonly example: unknown
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TObject
  /** Where the body may be longer than others. */
  readonly bodyLimit_bytes?: number
  /** The version that the change starts from must come as `If-Match: "3"`. */
  readonly needsVersion?: true
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
export type BodyOf<E extends Endpoint> = E extends { body: infer B extends TSchema } ? Static<B> : undefined
export type ResponseOf<E extends Endpoint> = Static<E['response']>
