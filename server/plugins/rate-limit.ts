/** How often may one network try to come in? Beside the waits that failures cause: hashing costs work even where it fails. */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { paths, providerPaths } from '../../core/api/paths.ts'
import { AppError } from '../../core/errors.ts'
import { toNetwork } from '../accounts/to-network.ts'

const limited: ReadonlySet<string> = new Set([
  paths.signIn,
  paths.changePassword,
  ...Object.values(providerPaths),
])
const attemptsPerMinute = 60

/** Before the routes are added. */
export async function addRateLimit(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', (route) => {
    if (!limited.has(route.url)) return
    route.config = { ...route.config, rateLimit: { max: attemptsPerMinute, timeWindow: 60_000 } }
  })
  await app.register(rateLimit, {
    global: false,
    keyGenerator: ({ ip }) => toNetwork(ip),
    errorResponseBuilder: (_, { ttl }) =>
      new AppError('sign_in_delayed', { retry_after_s: Math.ceil(ttl / 1000) }),
  })
}
