/** Coverage: the share of every unit, and the statements behind it. */
import type { FastifyInstance } from 'fastify'
import { getCoverage, listVillageServices } from '../../core/api/coverage.ts'
import type { Context } from '../context.ts'
import { listUnitCoverage } from '../db/coverage.ts'
import { getDataState } from '../db/data-state.ts'
import { listVillageServices as listStatements } from '../db/village-services.ts'
import { toSingleBody } from '../layers/compressed-bytes.ts'
import { addEndpoint, addRawEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'
import { requireCarrier, requireUnits } from './require-known.ts'
import { sendBody } from './send-body.ts'

const type = 'application/json; charset=utf-8'

export function addCoverage(app: FastifyInstance, { as, bodies, limit }: Context): void {
  addEndpoint(app, getCoverage, async ({ actor, query }) => {
    const days = toDays(query.as_of)
    const question = {
      by: query.by,
      service: query.service,
      carrier: query.carrier ?? null,
      basis: query.basis ?? 'strongest',
      weight: query.weight ?? 'villages',
      partial_from: query.partial_from ?? null,
      power: query.power ?? 'any',
      assigned: query.assigned ?? 'any',
    } as const
    return limit.run(() =>
      as(actor).transaction(async (client) => {
        await requireCarrier(client, query.carrier)
        const units = await listUnitCoverage(client, { ...question, as_of: days.as_of })
        const { is_sample } = await getDataState(client)
        return { ...question, as_of: days.as_of, is_sample: is_sample ?? false, units }
      }),
    )
  })
  addRawEndpoint(app, listVillageServices, async ({ actor, query }, request, reply) => {
    const days = toDays(query.as_of)
    if (Object.keys(query).length === 0) {
      return sendBody(request, reply, { body: await bodies.getVillageServices(days.today), type })
    }
    const statements = await limit.run(() =>
      as(actor).transaction(async (client) => {
        await requireCarrier(client, query.carrier)
        await requireUnits(client, query)
        return listStatements(client, { ...query, as_of: days.as_of })
      }),
    )
    return sendBody(request, reply, { body: toSingleBody(JSON.stringify(statements)), type })
  })
}
