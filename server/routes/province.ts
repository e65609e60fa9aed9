/** The province: what a client asks for first. */
import type { FastifyInstance } from 'fastify'
import { getProvince } from '../../core/api/province.ts'
import type { Context } from '../context.ts'
import { addRawEndpoint } from './add-endpoint.ts'
import { toDays } from './days.ts'
import { sendBody } from './send-body.ts'

export function addProvince(app: FastifyInstance, { bodies }: Context): void {
  addRawEndpoint(app, getProvince, async (_, request, reply) => {
    const body = await bodies.getProvince(toDays(undefined).today)
    return sendBody(request, reply, { body, type: 'application/json; charset=utf-8' })
  })
}
