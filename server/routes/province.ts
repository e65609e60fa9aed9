/** The province: what a client asks for first. */
import type { FastifyInstance } from 'fastify'
import { getProvince } from '../../core/api/province.ts'
import { AppError } from '../../core/errors.ts'
import type { Context } from '../context.ts'
import { findProvince } from '../db/province.ts'
import { addEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'

export function addProvince(app: FastifyInstance, { db, config }: Context): void {
  addEndpoint(app, getProvince, async () => {
    const province = await findProvince(db, toDays(undefined).today)
    if (province === null) throw new AppError('data_not_loaded')
    return { ...province, basemap_style_url: config.basemapStyleUrl }
  })
}
