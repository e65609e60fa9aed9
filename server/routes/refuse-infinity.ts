/** Is a number that a request gives finite? The validator turns `1e400` into Infinity and lets it past every bound. */
import type { FastifyRequest } from 'fastify'
import type { Endpoint } from '../../core/api/endpoint.ts'
import { AppError } from '../../core/errors.ts'
import { toShortText } from '../plugins/short-text.ts'

export function refuseInfinity({ params, query }: Endpoint, request: FastifyRequest): void {
  const given = { ...(request.query as object), ...(request.params as object) }
  const declared = { ...query?.properties, ...params?.properties }
  for (const [field, value] of Object.entries(given)) {
    const { type } = (declared[field] ?? {}) as { readonly type?: string }
    const isNumeric = type === 'number' || type === 'integer'
    if (isNumeric && Math.abs(Number(value)) === Infinity) {
      throw new AppError('parameter_invalid', { field, value: toShortText(String(value)), expected: type })
    }
  }
}
