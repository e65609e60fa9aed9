/** Who asks? Everybody, until the session of the request says more. */
import type { FastifyInstance } from 'fastify'
import { anonymous, type Actor } from '../../core/permissions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
  }
}

export function addActor(app: FastifyInstance): void {
  app.decorateRequest('actor')
  app.addHook('onRequest', async (request) => {
    request.actor = anonymous
  })
}
