/** Is the server alive, and can it answer? */
import type { FastifyInstance } from 'fastify'
import { getHealth, getReady } from '../../core/api/operations.ts'
import { AppError } from '../../core/errors.ts'
import type { Context } from '../context.ts'
import { getReadiness } from '../db/readiness.ts'
import { addEndpoint } from './add-endpoint.ts'

export function addOperations(app: FastifyInstance, { as, db }: Context): void {
  addEndpoint(app, getHealth, async () => ({ status: 'ok' as const }))
  addEndpoint(app, getReady, async ({ actor }) => {
    const { has_province } = await getReadiness(as(actor))
    if (!has_province) throw new AppError('data_not_loaded')
    return { status: 'ready' as const, database: db.driver }
  })
}
