/** One site, one village, how many sites there are where places are not shown, and when stations went on air. */
import type { FastifyInstance } from 'fastify'
import { getSite, getVillage, listSiteCounts } from '../../core/api/records.ts'
import { listStationMonths } from '../../core/api/station-months.ts'
import { AppError } from '../../core/errors.ts'
import type { Context } from '../context.ts'
import { listSiteCounts as listCounts } from '../db/site-counts.ts'
import { findSite } from '../db/sites.ts'
import { listStationMonths as listMonths } from '../db/station-months.ts'
import { findVillage } from '../db/villages.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'
import { toReadableSite } from './readable-site.ts'
import { listSiteMays, listVillageMays } from './mays.ts'

export function addRecords(app: FastifyInstance, { as }: Context): void {
  addEndpoint(app, getSite, async ({ actor, params: { id } }) => {
    const question = { id, today: toDays(undefined).today }
    const site = await as(actor).transaction((client) => findSite(client, question))
    if (site === null) throw new AppError('site_not_found', { value: id })
    return toReadableSite({ ...site, may: listSiteMays(actor, site) }, actor.role)
  })
  addEndpoint(app, getVillage, async ({ actor, params: { id } }) => {
    const question = { id, today: toDays(undefined).today }
    const village = await as(actor).transaction((client) => findVillage(client, question))
    if (village === null) throw new AppError('village_not_found', { value: id })
    return { ...village, may: listVillageMays(actor, village) }
  })
  addEndpoint(app, listSiteCounts, async ({ actor }) => ({
    excludes_restricted: !['staff', 'admin'].includes(actor.role),
    counts: await listCounts(as(actor)),
  }))
  addEndpoint(app, listStationMonths, async ({ actor }) => ({
    months: await listMonths(as(actor), toDays(undefined).today),
  }))
}
