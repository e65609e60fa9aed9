/** How are bytes sent that a client may have already? */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { chooseEncoding } from '../layers/choose-encoding.ts'
import type { Body } from '../layers/compressed-bytes.ts'
import { toCacheControl } from './add-endpoint.ts'

export async function sendBody(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: { readonly body: Body; readonly type: string },
): Promise<FastifyReply> {
  const { body, type } = answer
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  void reply
    .header('etag', `"${body.hash}-${encoding}"`)
    .header('cache-control', toCacheControl(request))
    .header('vary', 'accept-encoding, cookie')
  if (isKnown(request.headers['if-none-match'], body.hash)) return reply.code(304).send()
  if (encoding !== 'identity') void reply.header('content-encoding', encoding)
  return reply.header('content-type', type).send(await body.encode(encoding))
}

/** The client names what it has; a proxy may have weakened the tag, and any encoding of the same bytes will do. */
function isKnown(ifNoneMatch: string | undefined, hash: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '').startsWith(`"${hash}-`))
}
