/** How does one sign in through the identity provider? The browser goes there and comes back with a code. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { providerPaths } from '../../core/api/paths.ts'
import { AppError, type ErrorCode } from '../../core/errors.ts'
import { signInByProvider } from '../accounts/sign-in-by-provider.ts'
import type { Context } from '../context.ts'
import { startSession } from '../plugins/sessions.ts'

/** Pages that a browser opens, not questions of the page: what goes wrong is told on the way back to the map. */
export function addProvider(app: FastifyInstance, { config, system, provider }: Context): void {
  const { oidc, publicUrl } = config
  if (oidc === null || publicUrl === null || provider === null) return
  const options = { schema: { hide: true } }
  app.get(providerPaths.start, options, (request, reply) =>
    withWayBack(reply, publicUrl, async () => {
      const { address, flow } = await provider.start()
      request.session.flow = flow
      return address
    }),
  )
  app.get(providerPaths.finish, options, (request, reply) =>
    withWayBack(reply, publicUrl, async () => {
      const { flow } = request.session
      // Another browser, a second use of the same code, or one that was away for too long.
      if (flow === undefined) throw new AppError('provider_failed', { reason: 'no_flow' })
      await request.session.regenerate()
      const identity = await provider.finish(toQuery(request.url), flow)
      await startSession(request, await signInByProvider(system, oidc, identity))
      return `${publicUrl}/`
    }),
  )
}

function toQuery(url: string): string {
  const start = url.indexOf('?')
  return start < 0 ? '' : url.slice(start)
}

/** The page reads `sign_in_problem` and says it in the reader's language. */
async function withWayBack(
  reply: FastifyReply,
  publicUrl: string,
  work: () => Promise<string>,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store')
  try {
    return await reply.redirect(await work())
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    reply.log.info({ code: error.code, params: error.params }, 'refused')
    return reply.redirect(`${publicUrl}/?sign_in_problem=${error.code satisfies ErrorCode}`)
  }
}
