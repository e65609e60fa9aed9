/** Reports to be asked about, for the staff. */
import type { FastifyInstance } from 'fastify'
import { listImplausible } from '../../core/api/implausible.ts'
import { listStationsOnAir } from '../../core/api/stations.ts'
import type { Context } from '../context.ts'
import { isSampleData } from '../db/data-state.ts'
import { listImplausible as listStatements } from '../db/implausible-statements.ts'
import { listStationsOnAir as listStations } from '../db/stations-on-air.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'
import { requireCarrier, requireUnits } from './require-known.ts'

export function addImplausible(app: FastifyInstance, { as, limit }: Context): void {
  addEndpoint(app, listImplausible, async ({ actor, query }) => {
    const { as_of } = toDays(query.as_of)
    return limit.run(() =>
      as(actor).transaction(async (client) => {
        await requireCarrier(client, query.carrier)
        await requireUnits(client, query)
        const found = await listStatements(client, { ...query, as_of })
        return { as_of, is_sample: await isSampleData(client), ...found }
      }),
    )
  })
  addEndpoint(app, listStationsOnAir, async ({ actor, query }) =>
    limit.run(() => as(actor).transaction((client) => listStations(client, toDays(query.as_of).as_of))),
  )
}
