/** Search: units of both sets, villages and sites by name or code. */
import type { FastifyInstance } from 'fastify'
import { search } from '../../core/api/search.ts'
import type { Context } from '../context.ts'
import { searchByName } from '../db/search.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'

const usualLimit = 12

export function addSearch(app: FastifyInstance, context: Context): void {
  addEndpoint(app, search, async ({ actor, query }) => {
    const { today } = toDays(undefined)
    const question = { q: query.q, limit: query.limit ?? usualLimit, today }
    return { results: await context.limit.run(() => searchByName(context.as(actor), question)) }
  })
}
