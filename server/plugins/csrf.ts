/** Does a writing request come from a page of ours? It carries a token that only such a page could read. */
import csrf from '@fastify/csrf-protection'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../../core/errors.ts'
import type { ActingDatabase } from '../db/act-as.ts'
import { getSecret } from '../db/secrets.ts'

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A token belongs to one browser (its cookie) and to who is signed in there: signing in or out makes the old one stale. */
export async function addCsrf(app: FastifyInstance, system: ActingDatabase): Promise<void> {
  await app.register(csrf, {
    cookieKey: 'map_csrf',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax' },
    getUserInfo: toUserInfo,
    getToken: (request) => toText(request.headers['x-csrf-token']),
    csrfOpts: { hmacKey: await getSecret(system, 'csrf') },
    logLevel: 'debug',
  })
  // After every onRequest hook has said who asks, before the body is read.
  app.addHook('preParsing', async (request, reply) => {
    if (reading.has(request.method)) return
    refuseOtherSites(request)
    await new Promise<void>((resolve, reject) => {
      const refuse = { send: () => reject(new AppError('csrf_token_invalid', { field: 'x-csrf-token' })) }
      app.csrfProtection(request, toRefusing(reply, refuse), resolve)
    })
  })
}

/** A new token for whoever is signed in now. */
export function createCsrfToken(request: FastifyRequest, reply: FastifyReply): string {
  return reply.generateCsrf({ userInfo: toUserInfo(request), secure: request.protocol === 'https' })
}

function toUserInfo(request: FastifyRequest): string {
  return String(request.session.user_id ?? 'nobody')
}

/** The plugin answers by itself where a token is wrong; our answer has the shape of every refusal. */
function toRefusing(reply: FastifyReply, refuse: { readonly send: () => void }): FastifyReply {
  return Object.assign(Object.create(reply) as FastifyReply, refuse)
}

function refuseOtherSites({ headers, host, protocol }: FastifyRequest): void {
  const isOther =
    headers['sec-fetch-site'] === 'cross-site' ||
    (headers.origin !== undefined &&
      headers.origin !== `${protocol}://${host}` &&
      !isSameHost(headers.origin, host))
  if (isOther) throw new AppError('csrf_token_invalid', { field: 'origin', value: toText(headers.origin) })
}

/** Behind a proxy that speaks TLS the protocol may differ from the one we hear; the host does not. */
function isSameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}

function toText(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header.slice(0, 200) : ''
}
