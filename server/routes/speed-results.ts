/** i-Speed results of communes. */
import type { FastifyInstance } from 'fastify'
import { listSpeedResults } from '../../core/api/speed-results.ts'
import { leastSamples } from '../../core/inventory/speed-results.ts'
import type { Context } from '../context.ts'
import { listSpeedResults as listRows } from '../db/speed-results.ts'
import { addEndpoint } from './add-endpoint.ts'
import { requireUnit } from './require-known.ts'

export function addSpeedResults(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, listSpeedResults, async ({ actor, query: { unit_set, unit_code } }) =>
    as(actor).transaction(async (client) => {
      if (unit_code !== undefined) {
        await requireUnit(client, { field: 'unit_code', code: unit_code, unitSet: unit_set })
      }
      return { least_samples: leastSamples, results: await listRows(client, unit_set, unit_code ?? null) }
    }),
  )
}
