/** Which requests are let in, and what is written about them? */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../../core/errors.ts'
import { toShortText } from './short-text.ts'

/** The longest address that any question of ours needs, several times over. */
const longestUrl = 2_000

export function createRequestId(): string {
  return randomUUID()
}

/** Refusals and failures write their own line; an answer is worth one only when someone is looking for something. */
export function addRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.length > longestUrl) {
      throw new AppError('query_too_long', { length: request.url.length, longest: longestUrl })
    }
  })
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode >= 400) return
    request.log.debug(
      { status: reply.statusCode, url: toShortText(request.url), ms: Math.round(reply.elapsedTime) },
      'answered',
    )
  })
}
