/** One site, one village. */
import type { FastifyInstance } from 'fastify'
import { getSite, getVillage } from '../../core/api/records.ts'
import { AppError } from '../../core/errors.ts'
import type { Context } from '../context.ts'
import { findSite } from '../db/sites.ts'
import { findVillage } from '../db/villages.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'

const audience = 'public'

export function addRecords(app: FastifyInstance, { db }: Context): void {
  addEndpoint(app, getSite, async ({ params: { id } }) => {
    const site = await findSite(db, { id, audience, today: toDays(undefined).today })
    if (site === null) throw new AppError('site_not_found', { value: id })
    return site
  })
  addEndpoint(app, getVillage, async ({ params: { id } }) => {
    const village = await findVillage(db, { id, audience, today: toDays(undefined).today })
    if (village === null) throw new AppError('village_not_found', { value: id })
    return village
  })
}
